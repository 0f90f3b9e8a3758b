import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAliases } from '../../src/aliases/create-aliases.ts';
import { RootdeskError } from '../../src/shared/rootdesk-error.ts';
import { PAYMENTS } from '../fakes/aliases.ts';
import { APPROVER, linkChannel, SECOND_APPROVER } from '../fakes/company.ts';
import {
  ASKING_KEY,
  ENGINEER,
  makeKey,
  OLD_KEY,
  openApi,
  ROLE_KEYS,
  type Answered,
  type ApiFront,
} from './api-front.ts';

const alias = z.object({ aws_mail: z.string(), user_mail: z.string(), state: z.string(), id: z.string() });
const request = z.object({ request_id: z.string(), state: z.string(), status_url: z.string() });

function aliasOf({ status, body }: Answered) {
  expect(status).toBe(200);
  return alias.parse(body);
}
function requestOf({ status, body }: Answered) {
  expect(status).toBe(202);
  return request.parse(body);
}

function create(api: ApiFront, body: Record<string, unknown>, headers: Record<string, string> = {}) {
  return api.call({
    method: 'POST',
    path: '/api/newAwsRootAccount',
    body: { user_mail: ENGINEER.mail, ...body },
    headers: { 'x-functions-key': OLD_KEY.key, ...headers },
  });
}
const ASKING = { 'x-functions-key': ASKING_KEY.key };
function look(api: ApiFront, path: string, key = ASKING_KEY.key): Promise<Answered> {
  return api.call({ method: 'GET', path, headers: { 'x-functions-key': key } });
}

describe('an alias that is allotted directly', () => {
  it('has the name and the owning channel that the client says', async () => {
    await using api = await openApi();
    const { id } = aliasOf(await create(api, { account_name: 'payments-dev', channel_id: PAYMENTS }));
    const stored = (await api.register.alias(id))?.value;
    expect(stored).toMatchObject({ accountName: 'payments-dev', channelId: PAYMENTS });
    const [entry] = await api.register.history(id).then((entries) => entries.slice(-1));
    expect(entry).toMatchObject({ action: 'allot', actor: { kind: 'client', name: 'old-pipeline' } });
  });

  it('cannot be owned by a channel that is not linked', async () => {
    await using api = await openApi();
    const { status, body } = await create(api, { channel_id: '19:other@thread.tacv2' });
    expect([status, body]).toEqual([400, expect.objectContaining({ code: 'channel-not-linked' })]);
  });

  it.each([
    'nobody',
    'a@b@c',
    '@company.com',
    'a b@company.com',
    'a@company',
    `${'a'.repeat(250)}@company.com`,
    5,
    {},
    [],
  ])('needs an owner with an address: %j is 400 and changes nothing', async (user_mail) => {
    await using api = await openApi();
    const { status, body } = await create(api, { user_mail });
    expect([status, body]).toEqual([400, expect.objectContaining({ code: 'parameter-malformed' })]);
    expect(await api.register.freeAliases('', 10)).toHaveLength(5);
  });

  it('is the same again with the same key, as property, as header, and at the same moment', async () => {
    await using api = await openApi();
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => create(api, { idempotency_key: 'run 42' })),
      ...Array.from({ length: 4 }, () => create(api, {}, { 'Idempotency-Key': 'run 42' })),
    ]);
    expect(new Set(answers.map(aliasOf).map(({ id }) => id)).size).toBe(1);
    expect(await api.register.freeAliases('', 10)).toHaveLength(4);
  });

  it('is another with another key, for another owner, and for another client', async () => {
    const other = makeKey('other', 'Aliases.Allot');
    await using api = await openApi({ access: { keys: [OLD_KEY.entry, other.entry] } });
    const key = { idempotency_key: 'run 42' };
    const ids = [
      aliasOf(await create(api, key)).id,
      aliasOf(await create(api, { idempotency_key: 'run 43' })).id,
      aliasOf(await create(api, { idempotency_key: 'Run 42' })).id,
      aliasOf(await create(api, { ...key, user_mail: 'other@company.com' })).id,
      aliasOf(await create(api, key, { 'x-functions-key': other.key })).id,
    ];
    expect(new Set(ids).size).toBe(5);
    expect(aliasOf(await create(api, { idempotency_key: 'Run 42' })).id).toBe(ids[2]);
  });

  it('is not given out again by its key after it was released', async () => {
    await using api = await openApi();
    const { aws_mail } = aliasOf(await create(api, { idempotency_key: 'run 42' }));
    await api.call({ method: 'DELETE', path: '/api/deleteAwsRootAccount', body: { aws_mail } });
    const { status, body } = await create(api, { idempotency_key: 'run 42' });
    expect([status, body]).toEqual([400, expect.objectContaining({ code: 'idempotency-key-used' })]);
  });

  it.each(['a<b', '50%', 'x'.repeat(51), 'für alle'])(
    'is refused with a name that AWS refuses, in words: %j',
    async (account_name) => {
      await using api = await openApi();
      const rule = expect.stringContaining('without < > / % and |');
      const refused = { status: 400, body: { code: 'parameter-malformed', error: rule } };
      expect(await create(api, { account_name })).toMatchObject(refused);
      const { aws_mail } = aliasOf(await create(api, {}));
      const body = { aws_mail, aws_account_id: '123456789012', account_name };
      expect(await api.call({ method: 'PUT', path: '/api/updateAwsRootAccount', body })).toMatchObject(
        refused,
      );
      expect((await api.register.aliasByAddress(aws_mail))?.value.accountId).toBeUndefined();
    },
  );

  it('is refused when property and header name different keys', async () => {
    await using api = await openApi();
    expect((await create(api, { idempotency_key: 'a' }, { 'Idempotency-Key': 'b' })).status).toBe(400);
    expect((await create(api, {}, { 'Idempotency-Key': 'x'.repeat(201) })).status).toBe(400);
    expect(await api.register.freeAliases('', 10)).toHaveLength(5);
  });
});

describe('a client that may only ask', () => {
  it('gets 202 with where to look, and the alias there once an approver said yes', async () => {
    await using api = await openApi();
    const answer = await create(
      api,
      { account_name: 'payments-dev', purpose: 'to try', environment: 'sandbox', channel_id: PAYMENTS },
      ASKING,
    );
    const { request_id, status_url } = requestOf(answer);
    expect(answer.headers.get('location')).toBe(status_url);
    expect(await api.register.freeAliases('', 10)).toHaveLength(5);
    expect((await look(api, status_url)).body).toMatchObject({
      state: 'pending',
      user_mail: ENGINEER.mail,
      account_name: 'payments-dev',
      purpose: 'to try',
      environment: 'sandbox',
      channel_id: PAYMENTS,
    });
    await api.company.requests.decide(APPROVER, request_id, { kind: 'approve', comment: 'go on' });
    const { body } = await look(api, status_url);
    expect(body).toMatchObject({ state: 'approved', decided_by: APPROVER.name, comment: 'go on' });
    const { aws_mail } = z.object({ aws_mail: z.string() }).parse(body);
    expect((await api.register.aliasByAddress(aws_mail))?.value.owner).toEqual(ENGINEER);
  });

  it('reads there that and why it was denied', async () => {
    await using api = await openApi();
    const { request_id, status_url } = requestOf(await create(api, {}, ASKING));
    await api.company.requests.decide(APPROVER, request_id, { kind: 'deny', comment: 'not now' });
    const { body } = await look(api, status_url);
    expect(body).toMatchObject({ state: 'denied', comment: 'not now' });
    expect(body).not.toHaveProperty('aws_mail');
  });

  it('asks in the name of the owner: an approver who is the owner cannot decide', async () => {
    await using api = await openApi({ people: [APPROVER] });
    const { request_id } = requestOf(await create(api, { user_mail: APPROVER.mail }, ASKING));
    const answer = { kind: 'approve', comment: '' } as const;
    await expect(api.company.requests.decide(APPROVER, request_id, answer)).rejects.toMatchObject({
      code: 'no-right',
    });
    const { kind } = await api.company.requests.decide(SECOND_APPROVER, request_id, answer);
    expect(kind).toBe('decided');
  });

  it('is named in the request and in its history', async () => {
    await using api = await openApi();
    const { request_id } = requestOf(await create(api, {}, ASKING));
    const stored = (await api.register.request(request_id))?.value;
    expect(stored).toMatchObject({ asker: ENGINEER, client: 'asking-pipeline' });
    const actors: unknown[] = [];
    for await (const { action, actor } of api.register.audit(new Date(0), new Date('2100-01-01')))
      if (action === 'submit') actors.push(actor);
    expect(actors).toEqual([{ kind: 'client', name: 'asking-pipeline' }]);
  });

  it('cannot ask for somebody whom the directory does not know', async () => {
    await using api = await openApi();
    const { status, body } = await create(api, { user_mail: 'nobody@company.com' }, ASKING);
    expect([status, body]).toEqual([400, expect.objectContaining({ code: 'mail-unknown' })]);
  });

  it('has to name the channel where the owner has several', async () => {
    await using api = await openApi();
    await linkChannel(api.register, { id: '19:second@thread.tacv2', name: 'second' });
    const { status, body } = await create(api, {}, ASKING);
    expect([status, body]).toEqual([400, expect.objectContaining({ code: 'channel-missing' })]);
    requestOf(await create(api, { channel_id: PAYMENTS }, ASKING));
  });

  it('cannot name a channel of other teams, or ask where there is none', async () => {
    await using api = await openApi();
    await linkChannel(api.register, { id: '19:foreign@thread.tacv2', groupId: crypto.randomUUID() });
    expect((await create(api, { channel_id: '19:foreign@thread.tacv2' }, ASKING)).body).toMatchObject({
      code: 'channel-not-linked',
    });
    await linkChannel(api.register, { roles: [] });
    expect((await create(api, {}, ASKING)).body).toMatchObject({ code: 'channel-not-linked' });
  });

  it('gets the same request again with the same key, also at the same moment', async () => {
    await using api = await openApi();
    const body = { idempotency_key: 'run 42' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => create(api, body, ASKING)));
    const ids = answers.map(requestOf).map(({ request_id }) => request_id);
    expect(new Set(ids).size).toBe(1);
    expect(await api.register.pendingRequests()).toHaveLength(1);
    for (const idempotency_key of ['run 43', 'RUN 42']) {
      const other = requestOf(await create(api, { idempotency_key }, ASKING));
      expect(ids).not.toContain(other.request_id);
    }
  });

  it('gets the alias when it asks again with the key of a request that was approved', async () => {
    await using api = await openApi();
    const body = { idempotency_key: 'run 42' };
    const { request_id } = requestOf(await create(api, body, ASKING));
    await api.company.requests.decide(APPROVER, request_id, { kind: 'approve', comment: '' });
    expect(aliasOf(await create(api, body, ASKING))).toMatchObject({ user_mail: ENGINEER.mail });
  });

  it('gets the alias at once in an environment that needs no approver', async () => {
    await using api = await openApi({ policy: { approvedByItself: ['sandbox'] } });
    expect(aliasOf(await create(api, { environment: 'sandbox' }, ASKING)).state).toBe('allotted');
    requestOf(await create(api, {}, ASKING));
  });

  it('sees its own requests and no other, unless it may read', async () => {
    const other = makeKey('other', 'Aliases.Request');
    const reading = ROLE_KEYS.get('Aliases.Read');
    await using api = await openApi({
      access: { keys: [ASKING_KEY.entry, other.entry, ...(reading === undefined ? [] : [reading.entry])] },
    });
    const { status_url } = requestOf(await create(api, {}, ASKING));
    expect((await look(api, status_url)).status).toBe(200);
    expect((await look(api, status_url, reading?.key)).status).toBe(200);
    expect((await look(api, status_url, other.key)).status).toBe(404);
    for (const id of ['01JZZZZZZZZZZZZZZZZZZZZZZZ', 'x', '..%2f..', '%00'])
      expect((await look(api, `/api/requests/${id}`)).status).toBe(404);
  });
});

describe('a body', () => {
  it.each(['{', 'user_mail=x', '[]', '"x"', 'null', '5', '\u0000', ''])('%j is 400', async (body) => {
    await using api = await openApi();
    const answer = await api.call({ method: 'POST', path: '/api/newAwsRootAccount', body });
    expect(answer.status).toBe(400);
    expect(answer.body).not.toMatchObject({ error: expect.stringMatching(/Unexpected|position/) });
  });

  it('without properties that nobody knows, and with them, is the same', async () => {
    await using api = await openApi();
    expect((await create(api, { state: 'retired', in_use: false, __proto__: { a: 1 } })).status).toBe(200);
  });

  it('over the limit is 413, and a compressed one is 415', async () => {
    await using api = await openApi();
    const big = { method: 'PUT', path: '/api/updateAwsRootAccount', body: { aws_mail: 'x'.repeat(300_000) } };
    expect((await api.call(big)).status).toBe(413);
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const headers = { 'x-functions-key': OLD_KEY.key, 'content-encoding': 'gzip' };
      const path = `/api/${method === 'POST' ? 'new' : method === 'PUT' ? 'update' : 'delete'}AwsRootAccount`;
      expect((await api.call({ method, path, headers, body: 'x' })).status).toBe(415);
    }
    expect((await api.call({ method: 'GET', path: '/api/getAwsRootAccount?aws_mail=x' })).status).toBe(204);
  });
});

describe('what is not there', () => {
  it.each([
    ['GET', '/api/nowhere', 404],
    ['GET', '/api/', 404],
    ['DELETE', '/api/newAwsRootAccount', 405],
    ['GET', '/api/updateAwsRootAccount', 405],
    ['PATCH', '/api/updateAwsRootAccount', 405],
  ])('%s %s is %d', async (method, path, status) => {
    await using api = await openApi();
    expect((await api.call({ method, path })).status).toBe(status);
  });

  it('a path that hides the API from the door is not let in', async () => {
    await using api = await openApi();
    for (const path of ['/%61pi/getAwsRootAccount', '//api/getAwsRootAccount', '/api//getAwsRootAccount']) {
      const response = await fetch(`${api.url}${path}?aws_mail=x&code=${OLD_KEY.key}`);
      expect([401, 404]).toContain(response.status);
    }
    expect(await api.log()).not.toContain(OLD_KEY.key);
  });
});

describe('trouble on our side', () => {
  function throwing(trouble: Error) {
    const fail = async (): Promise<never> => {
      throw trouble;
    };
    return { aliasByAccount: fail, aliasByAddress: fail, aliasesOfOwner: fail };
  }

  it('that passes is 503 with Retry-After and a reference, and the log knows more', async () => {
    const error = new RootdeskError(
      'register-unavailable',
      'The table at account.example did not answer.',
      'x',
    );
    await using api = await openApi({ broken: { register: throwing(error) } });
    const { status, body, headers } = await api.call({
      method: 'GET',
      path: '/api/getAwsRootAccount?aws_mail=x',
    });
    expect(status).toBe(503);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('account.example');
    const [, reference = 'none'] = /under ([0-9A-Z]{26})/.exec(JSON.stringify(body)) ?? [];
    // The log is written a moment after the answer.
    await expect.poll(api.log).toContain(reference);
    const line = (await api.log()).split('\n').find((each) => each.includes(reference));
    expect(line).toContain('account.example');
  });

  it('that nobody foresaw is 500 with a reference and nothing else', async () => {
    const error = new Error('secret of table awsrootaccounts at /srv/app.ts');
    await using api = await openApi({ broken: { register: throwing(error) } });
    const { status, body } = await api.call({ method: 'GET', path: '/api/getAwsRootAccount?aws_mail=x' });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).toMatch(/under [0-9A-Z]{26}/);
    expect(JSON.stringify(body)).not.toMatch(/secret|awsrootaccounts|\.ts|stack/);
  });

  it('too many allotments at once is 503, to be tried again', async () => {
    const busy = {
      someFreeAlias: async () => await api.register.someFreeAlias(),
      commit: async () => ({ kind: 'stale' }) as const,
    };
    await using api = await openApi();
    const aliases = createAliases({
      register: { ...api.register, ...busy },
      rights: api.company.rights,
      policy: { quarantineDays: 90 },
      clock: () => new Date(),
    });
    await using troubled = await openApi({ broken: { aliases } });
    const { status, body, headers } = await create(troubled, {});
    expect([status, body]).toEqual([503, expect.objectContaining({ code: 'register-busy' })]);
    expect(headers.get('retry-after')).toBe('5');
  });
});

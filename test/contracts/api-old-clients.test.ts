import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { migrate } from '../../src/azure/migration.ts';
import { azuriteLocation, newTable, newTableName } from '../fakes/azurite-table.ts';
import { createOldScheme, oldRow } from '../fakes/old-scheme.ts';
import { OLD_KEY, openApi, type Answered, type ApiFront } from '../http/api-front.ts';

/**
 * The old scheme's clients: `Invoke-WebRequest -Method … -Uri '…/api/<operation>?code=<key>' -Body (ConvertTo-Json …)`. PowerShell
 * calls a POST body a form, and names no type for PUT and DELETE, unless it is told one.
 */
function client(api: ApiFront) {
  const invoke = (method: string, operation: string, query: string, body?: unknown): Promise<Answered> =>
    api.call({
      method,
      path: `/api/${operation}?code=${OLD_KEY.key}${query}`,
      headers: method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
      ...(body === undefined ? {} : { body: JSON.stringify(body, undefined, 2) }),
    });
  return {
    get: (query: string) => invoke('GET', 'getAwsRootAccount', `&${query}`),
    create: (body: unknown) => invoke('POST', 'newAwsRootAccount', '', body),
    update: (body: unknown) => invoke('PUT', 'updateAwsRootAccount', '', body),
    remove: (body: unknown) => invoke('DELETE', 'deleteAwsRootAccount', '', body),
  };
}

const row = z.object({
  aws_mail: z.string(),
  in_use: z.boolean(),
  id: z.guid(),
  user_mail: z.string(),
  root_mailbox: z.string(),
  aws_account_id: z.string(),
  PartitionKey: z.literal('root'),
  RowKey: z.guid(),
});
const OWNER = 'first.last@company.com';

/** A row, which an old client got with 200. */
function rowOf({ status, body }: Answered): z.output<typeof row> {
  expect(status).toBe(200);
  return row.parse(body);
}

/** What old clients look at when they were refused. */
function refused({ status, body }: Answered): string {
  expect(status).toBe(400);
  return z.object({ error: z.string().min(10) }).parse(body).error;
}

describe('a client of the old scheme', () => {
  it('gets an alias, notes its account, finds it by each of the three, and gives it back', async () => {
    await using api = await openApi();
    const old = client(api);

    const created = rowOf(await old.create({ user_mail: OWNER }));
    expect(created).toMatchObject({ in_use: true, user_mail: OWNER, aws_account_id: '' });
    expect(created.aws_mail).toBe(`${created.aws_mail.split('@')[0]}@company.com`);
    expect(created.RowKey).toBe(created.id);

    const updated = rowOf(await old.update({ aws_mail: created.aws_mail, aws_account_id: '123456789012' }));
    expect(updated).toEqual({ ...created, aws_account_id: '123456789012' });

    for (const query of [
      'aws_account_id=123456789012',
      `user_mail=${OWNER}`,
      `aws_mail=${created.aws_mail}`,
    ]) {
      expect(rowOf(await old.get(query))).toEqual(updated);
    }

    const removed = rowOf(await old.remove({ aws_mail: created.aws_mail }));
    expect(removed).toMatchObject({ aws_mail: created.aws_mail, user_mail: '', aws_account_id: '' });
    expect((await old.get('aws_account_id=123456789012')).status).toBe(204);
    expect((await old.get(`user_mail=${OWNER}`)).status).toBe(204);
  });

  it('gets one alias as an object and several as an array', async () => {
    await using api = await openApi();
    const old = client(api);
    const first = rowOf(await old.create({ user_mail: OWNER }));
    expect((await old.get(`user_mail=${OWNER}`)).body).toMatchObject({ id: first.id });
    const second = rowOf(await old.create({ user_mail: OWNER }));
    const { body } = await old.get(`user_mail=${OWNER}`);
    const ids = z
      .array(row)
      .parse(body)
      .map(({ id }) => id);
    expect(ids.toSorted()).toEqual([first.id, second.id].toSorted());
  });

  it.each(['aws_account_id=12345', 'user_mail=nobody@company.com', 'aws_mail=aws_x@company.com'])(
    'gets 204 and no body when nothing is found: %s',
    async (query) => {
      await using api = await openApi();
      expect(await client(api).get(query)).toMatchObject({ status: 204, body: undefined });
    },
  );

  it('looks at the account id first, then at the owner, then at the alias', async () => {
    await using api = await openApi();
    const old = client(api);
    const mine = rowOf(await old.create({ user_mail: OWNER }));
    await old.update({ aws_mail: mine.aws_mail, aws_account_id: '123456789012' });
    const other = rowOf(await old.create({ user_mail: 'other@company.com' }));
    const found = await old.get(`aws_mail=${other.aws_mail}&user_mail=${OWNER}&aws_account_id=`);
    expect(rowOf(found).id).toBe(mine.id);
    expect(rowOf(await old.get(`user_mail=other@company.com&aws_account_id=123456789012`)).id).toBe(mine.id);
  });

  it('finds a free alias by its address, and reads that it is not in use', async () => {
    await using api = await openApi();
    const [free] = await api.register.freeAliases('', 1);
    const found = rowOf(await client(api).get(`aws_mail=${free?.value.address}`));
    expect(found).toMatchObject({ in_use: false, user_mail: '', aws_account_id: '' });
  });

  it('is told with 400 and a sentence what is missing', async () => {
    await using api = await openApi();
    const old = client(api);
    expect(refused(await old.get('x=1'))).toMatch(/aws_account_id, user_mail or aws_mail/);
    expect(refused(await old.create({}))).toMatch(/user_mail/);
    expect(refused(await old.create({ user_mail: '' }))).toMatch(/user_mail/);
    expect(refused(await old.update({}))).toMatch(/aws_mail and aws_account_id/);
    expect(refused(await old.remove({ user_mail: OWNER }))).toMatch(/aws_mail/);
  });

  it('is told with 400 that there is no such alias, or that it is not in use', async () => {
    await using api = await openApi();
    const old = client(api);
    const [free] = await api.register.freeAliases('', 1);
    const aws_mail = free?.value.address;
    for (const body of [{ aws_mail: 'aws_x@company.com' }, { aws_mail }]) {
      refused(await old.update({ ...body, aws_account_id: '123456789012' }));
      refused(await old.remove(body));
    }
    expect((await api.register.freeAliases('', 10)).length).toBe(5);
  });

  it('is told with 400, error and response, that no alias is left', async () => {
    await using api = await openApi({ pool: 1 });
    const old = client(api);
    rowOf(await old.create({ user_mail: OWNER }));
    const answer = await old.create({ user_mail: OWNER });
    refused(answer);
    expect(answer.body).toMatchObject({ response: expect.any(String), code: 'pool-empty' });
  });

  it('may write paths, parameters and properties in any case', async () => {
    await using api = await openApi();
    const created = rowOf(
      await api.call({
        method: 'POST',
        path: `/API/newawsrootaccount?CODE=${OLD_KEY.key}`,
        headers: {},
        body: { User_Mail: 'First.Last@Company.com' },
      }),
    );
    expect(created.user_mail).toBe(OWNER);
    expect(rowOf(await client(api).get(`AWS_Mail=${created.aws_mail.toUpperCase()}`)).id).toBe(created.id);
  });

  it('reads in every answer what is in the row', async () => {
    const table = await newTable();
    await using api = await openApi({ table });
    const old = client(api);
    const created = rowOf(await old.create({ user_mail: OWNER }));
    const answers = [
      created,
      rowOf(await old.update({ aws_mail: created.aws_mail, aws_account_id: '123456789012' })),
      rowOf(await old.remove({ aws_mail: created.aws_mail })),
    ];
    const stored = await table.get('root', created.id);
    expect(row.parse({ ...stored, PartitionKey: 'root', RowKey: created.id })).toEqual(answers.at(-1));
  });
});

describe('what the old scheme got wrong', () => {
  it('300 pipelines that ask at once get 300 different aliases', async () => {
    await using api = await openApi({ pool: 300 });
    const old = client(api);
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, number) => old.create({ user_mail: `team-${number}@company.com` })),
    );
    const rows = answers.map(rowOf);
    expect(new Set(rows.map(({ aws_mail }) => aws_mail)).size).toBe(300);
    expect(await api.register.freeAliases('', 10)).toEqual([]);
    const owners = await Promise.all(rows.map(({ user_mail }) => api.register.aliasesOfOwner(user_mail)));
    expect(owners.map(([alias]) => alias?.address)).toEqual(rows.map(({ aws_mail }) => aws_mail));
  });

  it('an update without an account id, or with one that is none, changes nothing', async () => {
    await using api = await openApi();
    const old = client(api);
    const { aws_mail, id } = rowOf(await old.create({ user_mail: OWNER }));
    await old.update({ aws_mail, aws_account_id: '123456789012' });
    const before = await api.register.alias(id);
    for (const aws_account_id of [
      undefined,
      null,
      '',
      ' ',
      '123',
      'abc',
      '1234567890123',
      -1,
      1.5,
      {},
      true,
    ]) {
      refused(await old.update({ aws_mail, aws_account_id }));
    }
    expect(await api.register.alias(id)).toEqual(before);
  });

  it('an account id that was sent as a number has its leading zeros', async () => {
    await using api = await openApi();
    const old = client(api);
    const { aws_mail } = rowOf(await old.create({ user_mail: OWNER }));
    expect(rowOf(await old.update({ aws_mail, aws_account_id: 12345678901 })).aws_account_id).toBe(
      '012345678901',
    );
  });

  it('an account belongs to one alias', async () => {
    await using api = await openApi();
    const old = client(api);
    const first = rowOf(await old.create({ user_mail: OWNER }));
    const second = rowOf(await old.create({ user_mail: OWNER }));
    rowOf(await old.update({ aws_mail: first.aws_mail, aws_account_id: '123456789012' }));
    refused(await old.update({ aws_mail: second.aws_mail, aws_account_id: '123456789012' }));
    expect(rowOf(await old.get('aws_account_id=123456789012')).id).toBe(first.id);
  });

  it('an alias that was given back rests, and one with an account never comes back', async () => {
    await using api = await openApi({ pool: 2 });
    const old = client(api);
    const resting = rowOf(await old.create({ user_mail: OWNER }));
    const retired = rowOf(await old.create({ user_mail: OWNER }));
    await old.update({ aws_mail: retired.aws_mail, aws_account_id: '123456789012' });
    expect((await old.remove({ aws_mail: resting.aws_mail })).body).toMatchObject({ state: 'quarantined' });
    expect((await old.remove({ aws_mail: retired.aws_mail })).body).toMatchObject({ state: 'retired' });
    refused(await old.remove({ aws_mail: retired.aws_mail }));
    refused(await old.create({ user_mail: OWNER }));
  });

  it('a query cannot be made to return other rows', async () => {
    await using api = await openApi();
    const old = client(api);
    rowOf(await old.create({ user_mail: OWNER }));
    for (const name of ['aws_account_id', 'user_mail', 'aws_mail']) {
      const answer = await old.get(
        `${name}=${encodeURIComponent("x' or in_use eq true or user_mail eq 'x")}`,
      );
      expect(answer.status).toBe(204);
    }
  });
});

describe('a table that the old scheme filled', () => {
  it('is served as it is', async () => {
    const name = newTableName();
    const scheme = await createOldScheme(azuriteLocation().connectionString, name);
    const used = oldRow({ in_use: true, user_mail: OWNER, aws_account_id: '123456789012' });
    const free = oldRow();
    await scheme.write([used, free]);
    const table = await newTable(name);
    await migrate(table, { quarantineDays: 90 });
    await using api = await openApi({ table, pool: 0 });
    const old = client(api);
    expect(rowOf(await old.get('aws_account_id=123456789012'))).toMatchObject(columnsOf(used));
    expect(rowOf(await old.get(`aws_mail=${free.aws_mail}`))).toMatchObject(columnsOf(free));
    expect(rowOf(await old.create({ user_mail: OWNER })).id).toBe(free.id);
  });
});

function columnsOf({ partitionKey: PartitionKey, rowKey: RowKey, ...columns }: ReturnType<typeof oldRow>) {
  return { PartitionKey, RowKey, ...columns };
}

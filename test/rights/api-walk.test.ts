import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { API_ROLES } from '../../src/http/api/api-access.ts';
import {
  API_RIGHTS,
  ENDPOINT_RIGHTS,
  type ApiOperation,
  type Right,
  type Role,
} from '../../src/rights/operations.ts';
import { makeKey } from '../http/api-front.ts';
import { startTokenAuthority, type TokenAuthority } from '../http/token-authority.ts';
import { allottedAlias, auditOf, freeAlias } from '../fakes/aliases.ts';
import { silentLog } from '../fakes/log.ts';
import { PRODUCTION } from '../settings.ts';
import { ALEX, PAYMENTS } from '../stories/company.ts';
import { openWorld, type World } from '../stories/world.ts';
import { allows } from '../../docs/generate/rights-tables.ts';

/** Whoever calls: what they show, and the roles that they have by it; undefined where nobody knows them. */
interface Client {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly roles: readonly Role[] | undefined;
}

const KEYS = [
  ...API_ROLES.map((role) => ({ role, made: makeKey(`only-${role}`, role) })),
  { role: undefined, made: makeKey('without a role') },
];
const UNKNOWN = makeKey('unknown');
const STRANGER = '00000000-0000-4000-8000-000000000000';

let authority: TokenAuthority;
let world: World;
let clients: readonly Client[];

beforeAll(async () => {
  authority = await startTokenAuthority();
  world = await openWorld({
    linked: [PAYMENTS],
    requests: { openRequestsMost: 1_000 },
    watchedBy: [],
    api: {
      keys: KEYS.map(({ made }) => made.entry),
      tokens: authority.rules,
      callsPerMinute: 100_000,
    },
  });
  const bearer = async (roles: readonly string[], change: Record<string, unknown> = {}) => ({
    authorization: `Bearer ${await authority.token(authority.claims(roles, change))}`,
  });
  clients = [
    ...KEYS.map(({ role, made }) => ({
      name: `key ${role ?? 'without a role'}`,
      headers: { 'x-functions-key': made.key },
      roles: role === undefined ? [] : [role],
    })),
    ...(await Promise.all(
      API_ROLES.map(async (role) => ({
        name: `token ${role}`,
        headers: await bearer([role], { azp: randomUUID() }),
        roles: [role],
      })),
    )),
    { name: 'token without a role', headers: await bearer([]), roles: [] },
    { name: 'token with another role', headers: await bearer(['administrator', 'Teams']), roles: [] },
    { name: 'nobody', headers: {}, roles: undefined },
    { name: 'unknown key', headers: { 'x-functions-key': UNKNOWN.key }, roles: undefined },
    { name: 'another tenant', headers: await bearer(API_ROLES, { tid: STRANGER }), roles: undefined },
    {
      name: 'forged token',
      headers: { authorization: `Bearer ${await authority.forged(authority.claims(API_ROLES))}` },
      roles: undefined,
    },
  ];
});
afterAll(async () => {
  await world?.[Symbol.asyncDispose]();
  await authority?.[Symbol.asyncDispose]();
});

interface Things {
  readonly address: string;
  /** That some other client asked for. */
  readonly requestId: string;
}
const NOTHING: Things = { address: `aws_${STRANGER}@company.com`, requestId: newId() };

async function newThings(): Promise<Things> {
  const alias = allottedAlias(freeAlias(), { owner: ALEX, channelId: PAYMENTS.id });
  const request = {
    id: newId(),
    accountName: 'walked',
    purpose: 'a cell',
    environment: 'sandbox' as const,
    channelId: PAYMENTS.id,
    expectedAccountId: undefined,
    client: 'another client',
    state: 'pending' as const,
    asker: ALEX,
    createdAt: new Date(),
    approvals: [],
    settled: undefined,
    aliasAddress: undefined,
    remindedAt: undefined,
  };
  await world.register.commit({
    id: newId(),
    aliases: [
      { before: undefined, after: alias },
      { before: undefined, after: freeAlias() },
    ],
    requests: [{ before: undefined, after: request }],
    audit: [auditOf(alias.id)],
  });
  return { address: alias.address, requestId: request.id };
}

/** How an operation is called, for each way in which its fields can be. */
const HOWS = ['as it should be', 'with a bad field', 'without a field', 'with what is no JSON'] as const;
type How = (typeof HOWS)[number];
interface Sent {
  readonly method: string;
  /** What follows the path of the operation; of a path with an id, what stands for it. */
  readonly query?: Readonly<Record<How, string>>;
  readonly body?: Readonly<Record<How, string>>;
}

let accounts = 100_000_000_000;

function bodies(
  right: Readonly<Record<string, unknown>>,
  bad: Readonly<Record<string, unknown>>,
): Readonly<Record<How, string>> {
  const [good, wrong] = [JSON.stringify(right), JSON.stringify({ ...right, ...bad })];
  return {
    'as it should be': good,
    'with a bad field': wrong,
    'without a field': '{}',
    'with what is no JSON': good.slice(0, -1),
  };
}

const SENT: Readonly<Record<ApiOperation, (things: Things) => Sent>> = {
  getAwsRootAccount: ({ address }) => ({
    method: 'GET',
    query: {
      'as it should be': `?aws_mail=${address}`,
      'with a bad field': '?aws_account_id=%00',
      'without a field': '',
      'with what is no JSON': '?aws_mail',
    },
  }),
  newAwsRootAccount: () => ({
    method: 'POST',
    body: bodies({ user_mail: ALEX.mail }, { user_mail: { $ne: 1 } }),
  }),
  updateAwsRootAccount: ({ address }) => ({
    method: 'PUT',
    body: bodies({ aws_mail: address, aws_account_id: String((accounts += 1)) }, { aws_account_id: ['x'] }),
  }),
  deleteAwsRootAccount: ({ address }) => ({
    method: 'DELETE',
    body: bodies({ aws_mail: address }, { aws_mail: 7 }),
  }),
  'requests/:id': ({ requestId }) => ({
    method: 'GET',
    query: {
      'as it should be': requestId,
      'with a bad field': '%7B%22$ne%22:1%7D',
      'without a field': '%20',
      'with what is no JSON': `${requestId}%22`,
    },
  }),
};
const ALL = Object.keys(API_RIGHTS)
  .filter((name): name is ApiOperation => name in API_RIGHTS)
  .map((operation): readonly [ApiOperation, Right] => [operation, API_RIGHTS[operation]]);

async function call({ headers }: Client, operation: ApiOperation, things: Things, how: How): Promise<string> {
  const { method, query, body } = SENT[operation](things);
  const response = await fetch(`${world.url}/api/${operation.replace(':id', '')}${query?.[how] ?? ''}`, {
    method,
    headers,
    ...(body !== undefined && { body: new Uint8Array(Buffer.from(body[how])) }),
  });
  return `${response.status} ${await response.text()}`;
}

/** What is refused to everybody without the right: the same whatever the thing is, and whatever is wrong beside. */
function refusal({ roles }: Client): RegExp {
  return roles === undefined ? /^401 .*not-authenticated/ : /^403 .*role-missing/;
}

/** Of requests a client sees its own, and of others' it reads that they do not exist. */
const isOwnOnly = ({ ownOnly }: Right, { roles = [] }: Client): boolean =>
  ownOnly !== undefined && roles.includes(ownOnly);

/** What an allowed call ends with. */
function isServed(answer: string, operation: ApiOperation, right: Right, client: Client, how: How): boolean {
  if (operation === 'requests/:id') {
    return how === 'as it should be' && !isOwnOnly(right, client)
      ? answer.startsWith('200 ')
      : /^404 .*request-unknown/.test(answer);
  }
  if (how === 'as it should be') return /^20[02] \{/.test(answer);
  // Looks for an id that cannot be: there is none.
  return (
    /^400 .*(?:parameter|body)-/.test(answer) || (operation === 'getAwsRootAccount' && /^204 $/.test(answer))
  );
}

async function wrongCells(isFine: (cell: Cell) => boolean): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const client of clients) {
    for (const [operation, right] of ALL) {
      const things = await newThings();
      const refusals = new Set<string>();
      for (const how of HOWS) {
        for (const named of how === 'as it should be' ? [things, NOTHING] : [things]) {
          const answer = await call(client, operation, named, how);
          const may = client.roles !== undefined && allows(right, client.roles);
          if (!may) refusals.add(answer);
          const cell = { client, operation, right, how, may, isThere: named === things, answer };
          if (!isFine(cell)) wrong.push(`${client.name} ${operation} ${how}: ${answer.slice(0, 200)}`);
        }
      }
      if (refusals.size > 1) wrong.push(`${client.name} ${operation}: ${[...refusals].join('\n')}`);
    }
  }
  return wrong;
}

interface Cell {
  readonly client: Client;
  readonly operation: ApiOperation;
  readonly right: Right;
  readonly how: How;
  readonly may: boolean;
  /** Whether the thing that was named exists. */
  readonly isThere: boolean;
  readonly answer: string;
}

/** That there is no such thing is for those who may know; a new alias names none. */
function isRight({ client, operation, right, how, may, isThere, answer }: Cell): boolean {
  if (!may) return refusal(client).test(answer);
  if (isThere || operation === 'newAwsRootAccount') return isServed(answer, operation, right, client, how);
  return /^204 $|^400 .*alias-unknown|^404 .*request-unknown/.test(answer);
}

describe('each cell of the API, through HTTP', () => {
  it('is as the table says, whatever else is wrong with the call', async () => {
    expect(await wrongCells(isRight)).toEqual([]);
  });

  it('shows a client its own requests', async () => {
    const asking = clients.filter(({ roles }) => roles?.includes('Aliases.Request'));
    expect(asking).toHaveLength(2);
    const own = { user_mail: ALEX.mail };
    for (const client of asking) {
      const made = await fetch(`${world.url}/api/newAwsRootAccount`, {
        method: 'POST',
        headers: client.headers,
        body: JSON.stringify(own),
      });
      const { request_id: requestId } = z.object({ request_id: z.string() }).parse(await made.json());
      const seenBy = async (each: Client): Promise<string> =>
        call(each, 'requests/:id', { ...NOTHING, requestId }, 'as it should be');
      expect(await seenBy(client)).toMatch(/^200 /);
      for (const other of asking.filter((each) => each !== client)) {
        expect(await seenBy(other)).toMatch(/^404 /);
      }
    }
  });

  it('is refused alike while the directory is silent, and only what asks it has to wait', async () => {
    world.later(61_000);
    for (const path of ['/users', '/teams/', '/groups/'])
      world.graph.faults.always(path, { kind: 'error', status: 403, code: 'Authorization_RequestDenied' });
    const asks = ({ operation, client, how, may }: Cell): boolean =>
      may &&
      operation === 'newAwsRootAccount' &&
      how === 'as it should be' &&
      client.roles?.includes('Aliases.Request') === true;
    const wrong = await wrongCells((cell) =>
      asks(cell) ? /^503 .*unavailable/.test(cell.answer) : isRight(cell),
    );
    world.graph.faults.clear();
    expect(wrong).toEqual([]);
    expect(await world.log()).toContain('Microsoft Graph answered 403');
  });
});

describe('each endpoint beside the API', () => {
  const forAll = Object.entries(ENDPOINT_RIGHTS).filter(([, right]: [string, Right]) => allows(right, []));

  it.each(forAll)('%s answers anyone alike, with and without credentials', async (endpoint) => {
    const [method = '', path = ''] = endpoint.split(' ');
    const isPost = method === 'POST';
    const { address } = await newThings();
    const statuses = new Set<number>();
    for (const { headers } of clients) {
      const response = await fetch(`${world.url}${path}`, {
        method,
        headers: { ...headers, ...(isPost && { 'content-type': 'application/json' }) },
        ...(isPost && { body: '{"value":[]}' }),
      });
      statuses.add(response.status);
      const text = await response.text();
      for (const secret of [address, ALEX.mail, ALEX.id]) expect(text).not.toContain(secret);
    }
    // Without a public address there is nobody who could notify.
    expect([...statuses]).toEqual([isPost ? 404 : 200]);
  });
});

const MESSAGE = {
  type: 'message',
  text: 'help',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:x', name: ALEX.name, aadObjectId: ALEX.id },
  recipient: { id: `28:${PRODUCTION.BOT_APP_ID}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: PRODUCTION.BOT_TENANT_ID },
  channelData: { tenant: { id: PRODUCTION.BOT_TENANT_ID } },
};

describe('the endpoint of Teams', () => {
  it('knows no client of the API, whatever it may there', async () => {
    const usual = readConfig(PRODUCTION);
    const app = await createApp(
      {
        ...world.config,
        teams: usual.teams,
        credential: usual.credential,
        http: { host: '127.0.0.1', port: 0 },
      },
      silentLog(),
    );
    try {
      const url = `http://127.0.0.1:${await app.listen()}/api/messages`;
      for (const { name, headers } of clients) {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(MESSAGE),
        });
        expect([name, response.status, await response.text()]).toEqual([name, 401, '']);
      }
    } finally {
      await app.stop();
    }
  });
});

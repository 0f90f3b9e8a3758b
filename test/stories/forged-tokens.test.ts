import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { createLog } from '../../src/shared/log.ts';
import { ATTACKER_KEYS, changed, forgeries, signed, type Genuine } from '../fakes/forgeries.ts';
import { startKeyServer, type KeyServer } from '../fakes/key-server.ts';
import { PRODUCTION } from '../settings.ts';

/** The program as production configures it, on loopback; the keys of Bot Framework and Entra ID come from a server of ours. */
let app: App;
let url: string;
let keys: KeyServer;
let attacker: KeyServer;
let table: TableClient;
let folder: string;
let logFile: string;
const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);

const TENANT = PRODUCTION.BOT_TENANT_ID;
const APP = PRODUCTION.BOT_APP_ID;
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const AUDIENCE = 'api://rootdesk';
const ENTRA = `https://login.microsoftonline.com/${TENANT}/v2.0`;
const STRANGER = '00000000-0000-4000-8000-000000000000';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rootdesk-tokens-'));
  logFile = join(folder, 'rootdesk.log');
  keys = await startKeyServer();
  attacker = await startKeyServer(ATTACKER_KEYS);
  const usual = readConfig(PRODUCTION);
  if (usual.teams.kind !== 'azure') throw new Error('production is in Azure');
  const name = `tokens${newId().toLowerCase()}`;
  const config: Config = {
    ...usual,
    http: { host: '127.0.0.1', port: 0 },
    teams: { ...usual.teams, openIdMetadataUrl: `${keys.url}/openid` },
    table: { name, place: { kind: 'emulator', connectionString: inject('azurite') } },
    api: {
      keys: [],
      tokens: { tenantId: TENANT, audiences: [AUDIENCE], issuers: [ENTRA], keysUrl: `${keys.url}/keys` },
      callsPerMinute: 10_000,
    },
  };
  app = await createApp(config, createLog('debug', logFile));
  url = `http://127.0.0.1:${await app.listen()}`;
  table = TableClient.fromConnectionString(inject('azurite'), name, { allowInsecureConnection: true });
});

afterAll(async () => {
  await app.stop();
  await keys[Symbol.asyncDispose]();
  await attacker[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
  written.mockRestore();
});

const now = Math.floor(Date.now() / 1_000);
const TIMES = { nbf: now - 60, exp: now + 3_600 };

/** A door of the program: a token as it should be, how it is shown, and what the answer to a good one is. */
interface Door {
  readonly claims: Readonly<Record<string, unknown>>;
  /** What only this door has to refuse, by name: claims that are changed, and what else is sent. */
  readonly own: readonly (readonly [string, Readonly<Record<string, unknown>>, Record<string, unknown>?])[];
  readonly show: (authorization: string, change?: Record<string, unknown>) => Promise<Response>;
  readonly opened: readonly [number, RegExp];
  readonly refused: RegExp;
}

const ACTIVITY = {
  type: 'invoke',
  name: 'adaptiveCard/action',
  id: '1',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  value: { action: { verb: 'approve', data: { requestId: newId() } }, trigger: 'manual' },
  from: { id: '29:x', name: 'Mallory', aadObjectId: 'a1c04f52-6f0b-4a5e-8d1e-2b7d90c3e002' },
  recipient: { id: `28:${APP}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
};
const OF_BOT = { iss: 'https://api.botframework.com', aud: APP, serviceurl: SERVICE_URL, ...TIMES };
const OF_CLIENT = { iss: ENTRA, aud: AUDIENCE, tid: TENANT, azp: APP, roles: ['Aliases.Read'], ...TIMES };

const SERVERS: Readonly<Record<string, Door>> = {
  'POST /api/messages': {
    claims: OF_BOT,
    show: (authorization, change) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ ...ACTIVITY, ...change }),
      }),
    opened: [200, /statusCode/],
    refused: /^$/,
    own: [
      ['a token for another service URL', { serviceurl: 'https://smba.trafficmanager.net/amer/' }],
      ['a token for no service URL', { serviceurl: undefined }],
      ['a token for a list of service URLs', { serviceurl: [SERVICE_URL] }],
      [
        'another service URL than its token says',
        {},
        { serviceUrl: 'https://smba.trafficmanager.net/amer/' },
      ],
      [
        'a foreign service URL',
        { serviceurl: 'https://evil.example/' },
        { serviceUrl: 'https://evil.example/' },
      ],
      ['a foreign tenant', {}, { conversation: { ...ACTIVITY.conversation, tenantId: STRANGER } }],
      ['a foreign tenant beside its own', {}, { channelData: { tenant: { id: STRANGER } } }],
      ['another channel', {}, { channelId: 'webchat' }],
      ['the emulator for its channel', {}, { channelId: 'emulator' }],
      ['the channel for which the SDK takes Entra tokens', {}, { channelId: 'AseChannel' }],
      ['a token that the app got for itself', { iss: ENTRA, azp: APP, tid: TENANT, ver: '2.0' }],
      [
        'a token of the emulator, version 1',
        { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: APP, ver: '1.0' },
      ],
      [
        'a token of the emulator, version 2',
        {
          iss: 'https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0',
          azp: APP,
          ver: '2.0',
        },
      ],
      [
        'a token of a skill, version 1',
        { iss: `https://sts.windows.net/${TENANT}/`, appid: STRANGER, ver: '1.0' },
      ],
      ['a token of a skill, version 2', { iss: ENTRA, azp: STRANGER, tid: TENANT, ver: '2.0' }],
      ['a token of another cloud', { iss: 'https://api.botframework.us' }],
      ['a token for the Bot Framework itself', { aud: 'https://api.botframework.com' }],
      ['a token for two bots', { aud: [APP, STRANGER] }],
      ['a token for the API', OF_CLIENT],
    ],
  },
  'GET /api/getAwsRootAccount': {
    claims: OF_CLIENT,
    show: (authorization) =>
      fetch(`${url}/api/getAwsRootAccount?user_mail=nobody@company.com`, { headers: { authorization } }),
    opened: [204, /^$/],
    refused: /^\{"error":"This call was not authenticated\.","code":"not-authenticated"/,
    own: [
      ['a token of a foreign tenant', { tid: STRANGER }],
      ['a token of a foreign tenant and its issuer', { tid: STRANGER, iss: ENTRA.replace(TENANT, STRANGER) }],
      ['a token without a tenant', { tid: undefined }],
      ['a token of nobody', { azp: undefined }],
      ['a token of a person', { scp: 'user_impersonation' }],
      ['a token that says that it is of a person', { idtyp: 'user' }],
      ['a token with roles that are no list', { roles: 'Aliases.Read' }],
      ['a token with roles that are no names', { roles: [{ Aliases: 'Read' }] }],
      ['a token for the bot', OF_BOT],
    ],
  },
};

async function rows(): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const row of table.listEntities()) found.push([row.partitionKey, row.rowKey]);
  return found;
}

describe.each(Object.entries(SERVERS))('%s', (_name, door) => {
  const genuine = (): Genuine => ({ ...keys, claims: door.claims });
  const token = (change: Readonly<Record<string, unknown>>): string =>
    signed({ alg: 'RS256', typ: 'JWT', kid: keys.keyId }, changed(door.claims, change), keys.privateKey);

  it('answers 401 to every token that nobody may believe, and goes no further', async () => {
    const before = await rows();
    const wrong: unknown[] = [];
    const tried: readonly (readonly [string, string, (Record<string, unknown> | undefined)?])[] = [
      ...forgeries(genuine(), attacker.url),
      ...door.own.map(([name, change, sent]) => [name, token(change), sent] as const),
    ];
    for (const [name, forged, sent] of tried) {
      const response = await door.show(`Bearer ${forged}`, sent);
      const text = await response.text();
      if (response.status !== 401 || !door.refused.test(text)) wrong.push([name, response.status, text]);
    }
    expect(wrong).toEqual([]);
    expect(tried.length).toBeGreaterThan(50);
    // Keys that an attacker names were not even looked at.
    expect(attacker.asked).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  it.each(['', ' ', 'Bearer', 'Bearer ', 'Basic dXNlcjpwYXNz', 'Bearer null', 'Negotiate x', 'Bearer a b'])(
    'answers 401 to %j',
    async (authorization) => {
      expect((await door.show(authorization)).status).toBe(401);
    },
  );

  it('answers 401 to a good token in any other place than its own', async () => {
    const good = token({});
    for (const authorization of [
      good,
      `Token ${good}`,
      `Bearer Bearer ${good}`,
      `Bearer ${good}, Bearer ${good}`,
    ]) {
      expect((await door.show(authorization)).status).toBe(401);
    }
  });

  it('opens for a good token', async () => {
    const response = await door.show(`Bearer ${token({})}`);
    const [status, text] = door.opened;
    expect([response.status, await response.text()]).toEqual([status, expect.stringMatching(text)]);
  });
});

describe('a body over the limit', () => {
  it('is 413 before any token is looked at', async () => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...ACTIVITY, text: 'x'.repeat(300_000) }),
    });
    expect(response.status).toBe(413);
  });
});

describe('a flood of what is refused', () => {
  it('costs a line of the log for each kind, and nothing on the standard error output', async () => {
    for (const door of Object.values(SERVERS)) {
      const claims = { ...door.claims, exp: now - 7_200 };
      const expired = signed({ alg: 'RS256', kid: keys.keyId }, claims, keys.privateKey);
      const statuses = await Promise.all(
        Array.from({ length: 300 }, async () => (await door.show(`Bearer ${expired}`)).status),
      );
      expect(new Set(statuses)).toEqual(new Set([401]));
    }
    const flood = [
      ['POST', '/api/messages', '{'],
      ['POST', '/api/messages', '[]'],
      ['POST', '/api/notifications', '{'],
      ['GET', '/api/getAwsRootAccount', undefined],
      ['POST', '/nowhere', '{}'],
      ['GET', '/readyz', undefined],
    ] as const;
    for (const [method, path, body] of flood) {
      const headers = { 'content-type': 'application/json' };
      const send = (): Promise<Response> =>
        fetch(`${url}${path}`, { method, headers, ...(body !== undefined && { body }) });
      await Promise.all(Array.from({ length: 50 }, send));
    }
    const log = await readFile(logFile, 'utf8');
    const refusals = log.split('\n').filter((line) => line.includes('believed'));
    // One for each kind; a slow machine may see a minute end.
    expect(refusals.length).toBeLessThanOrEqual(4);
    expect(Buffer.byteLength(log)).toBeLessThan(10_000);
    expect(written).not.toHaveBeenCalled();
  });
});

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { API_ROLES, type ApiRole } from '../../src/http/api/api-access.ts';
import { ENGINEER, makeKey, OLD_KEY, openApi, ROLE_KEYS, type ApiFront, type Sent } from './api-front.ts';
import { startTokenAuthority, type TokenAuthority } from './token-authority.ts';

const NOT_AUTHENTICATED = {
  error: 'This call was not authenticated.',
  code: 'not-authenticated',
  remedy: 'Send a bearer token of Entra ID, or the key as x-functions-key or ?code=.',
};

/** Every operation, as somebody who may would call it. */
const CALLS: readonly Sent[] = [
  { method: 'GET', path: '/api/getAwsRootAccount?user_mail=x@company.com' },
  { method: 'POST', path: '/api/newAwsRootAccount', body: { user_mail: ENGINEER.mail } },
  { method: 'PUT', path: '/api/updateAwsRootAccount', body: { aws_mail: 'x', aws_account_id: '1' } },
  { method: 'DELETE', path: '/api/deleteAwsRootAccount', body: { aws_mail: 'x' } },
  { method: 'GET', path: '/api/requests/01JZZZZZZZZZZZZZZZZZZZZZZZ' },
];
const LOOK = '/api/getAwsRootAccount?user_mail=nobody@company.com';

/** What somebody who is not recognised gets, and nothing more. */
const REFUSED = [401, NOT_AUTHENTICATED, 'Bearer'];
async function seen(api: ApiFront, sent: Sent): Promise<readonly unknown[]> {
  const { status, body, headers } = await api.call(sent);
  return [status, body, headers.get('www-authenticate')];
}

describe('without a credential that is right', () => {
  it.each(CALLS)('$method $path is 401, whatever is sent', async (sent) => {
    await using api = await openApi();
    for (const body of [sent.body, '{', '{}', 'x'.repeat(1_000)]) {
      const given = sent.method === 'GET' ? {} : { body };
      expect(await seen(api, { ...sent, ...given, headers: {} })).toEqual(REFUSED);
    }
    expect(await api.register.freeAliases('', 10)).toHaveLength(5);
  });

  it.each([
    ['a blank key', { 'x-functions-key': '' }],
    ['a key that nobody has', { 'x-functions-key': randomBytes(32).toString('base64url') }],
    ['the beginning of a key', { 'x-functions-key': OLD_KEY.key.slice(0, -1) }],
    ['a key and more', { 'x-functions-key': `${OLD_KEY.key}x` }],
    ['the hash of a key', { 'x-functions-key': OLD_KEY.entry.sha256 }],
    ['the name of a key', { 'x-functions-key': OLD_KEY.entry.name }],
    ['a key for a bearer token', { authorization: `Bearer ${OLD_KEY.key}` }],
    ['a password', { authorization: `Basic ${btoa(`x:${OLD_KEY.key}`)}` }],
    ['an Azure master key header', { 'x-functions-master-key': OLD_KEY.key }],
  ])('%s is 401', async (_name, headers: Record<string, string>) => {
    await using api = await openApi();
    expect(await seen(api, { method: 'GET', path: LOOK, headers })).toEqual(REFUSED);
  });

  it('a key that was taken out of the configuration is 401', async () => {
    await using api = await openApi({ access: { keys: [] } });
    expect(await seen(api, { method: 'GET', path: LOOK })).toEqual(REFUSED);
  });

  it('a path that does not exist is 401 too', async () => {
    await using api = await openApi();
    expect(await seen(api, { method: 'GET', path: '/api/secrets', headers: {} })).toEqual(REFUSED);
  });
});

describe('a key', () => {
  it.each([
    ['x-functions-key', LOOK, { 'x-functions-key': OLD_KEY.key }],
    ['?code=', `${LOOK}&code=${OLD_KEY.key}`, {}],
    ['?Code=', `${LOOK}&Code=${OLD_KEY.key}`, {}],
  ])('is taken as %s', async (_name, path, headers: Record<string, string>) => {
    await using api = await openApi();
    expect((await api.call({ method: 'GET', path, headers })).status).toBe(204);
  });

  it.each(CALLS)('opens $method $path with its role and no other', async (sent) => {
    await using api = await openApi();
    const opened: ApiRole[] = [];
    for (const role of API_ROLES) {
      const headers = { 'x-functions-key': ROLE_KEYS.get(role)?.key ?? '' };
      const { body } = await api.call({ ...sent, headers });
      if (!JSON.stringify(body ?? '').includes('"role-missing"')) opened.push(role);
    }
    const roles: Readonly<Record<string, readonly ApiRole[]>> = {
      '/api/newAwsRootAccount': ['Aliases.Allot', 'Aliases.Request'],
      '/api/updateAwsRootAccount': ['Aliases.Manage'],
      '/api/deleteAwsRootAccount': ['Aliases.Manage'],
      '/api/requests/01JZZZZZZZZZZZZZZZZZZZZZZZ': ['Aliases.Read', 'Aliases.Request'],
    };
    expect(opened).toEqual(roles[sent.path] ?? ['Aliases.Read']);
  });

  it('of any kind never comes into the log, however it is sent and whatever goes wrong', async () => {
    const wrong = randomBytes(32).toString('base64url');
    const broken = async (): Promise<never> => {
      throw new Error('the register fell over');
    };
    await using api = await openApi({
      broken: { register: { aliasByAccount: broken, aliasByAddress: broken, aliasesOfOwner: broken } },
    });
    for (const key of [OLD_KEY.key, wrong]) {
      const headers = { 'x-functions-key': key };
      const inQuery = `code=${key}`;
      for (const path of [LOOK, '/api/nowhere', '/api/newAwsRootAccount']) {
        await api.call({ method: 'GET', path, headers });
        await api.call({
          method: 'GET',
          path: `${path}${path.includes('?') ? '&' : '?'}${inQuery}`,
          headers: {},
        });
        await api.call({ method: 'POST', path: `${path.split('?')[0]}?${inQuery}`, headers: {}, body: '{' });
        await api.call({
          method: 'POST',
          path: `${path.split('?')[0]}?${inQuery}`,
          headers: { 'content-encoding': 'gzip', authorization: `Bearer ${key}` },
          body: '{}',
        });
      }
    }
    const log = await api.log();
    expect(log).toContain('the register fell over');
    expect(log).toContain('/api/nowhere');
    expect(log).not.toContain(OLD_KEY.key);
    expect(log).not.toContain(wrong);
  });
});

describe('a token of Entra ID', () => {
  async function open(): Promise<{ api: ApiFront; authority: TokenAuthority } & AsyncDisposable> {
    const authority = await startTokenAuthority();
    const api = await openApi({ access: { tokens: authority.rules } });
    const dispose = async (): Promise<void> => {
      await api[Symbol.asyncDispose]();
      await authority[Symbol.asyncDispose]();
    };
    return { api, authority, [Symbol.asyncDispose]: dispose };
  }
  const bearer = (token: string): Sent => ({
    method: 'GET',
    path: LOOK,
    headers: { authorization: `Bearer ${token}` },
  });
  const READ = ['Aliases.Read'];

  it.each([
    ['of version 2', {}],
    [
      'of version 1',
      {
        iss: 'https://sts.windows.net/5e2fa9a0-0d3c-4f3b-9a67-0c5d1c0a7e01/',
        azp: undefined,
        appid: '0f8d7c6b-2222-4c47-9a33-00000000000c',
      },
    ],
    ['that says that it is of an application', { idtyp: 'app' }],
    ['that expired within the difference of two clocks', { exp: Math.floor(Date.now() / 1000) - 30 }],
    ['with further roles', { roles: ['Other.Role', 'Aliases.Read'] }],
  ])('%s opens what its role allows', async (_name, change) => {
    await using stand = await open();
    const { api, authority } = stand;
    const token = await authority.token(authority.claims(READ, change));
    expect((await api.call(bearer(token))).status).toBe(204);
    const write = {
      ...bearer(token),
      method: 'DELETE',
      path: '/api/deleteAwsRootAccount',
      body: { aws_mail: 'x' },
    };
    expect((await api.call(write)).status).toBe(403);
  });

  it.each([
    ['without roles', { roles: undefined }],
    ['with roles of others', { roles: ['Other.Role'] }],
  ])('%s is 403', async (_name, change) => {
    await using stand = await open();
    const { api, authority } = stand;
    expect((await api.call(bearer(await authority.token(authority.claims(READ, change))))).status).toBe(403);
  });

  const now = Math.floor(Date.now() / 1000);
  it.each([
    ['that expired', { exp: now - 120 }],
    ['that never expires', { exp: undefined }],
    ['that is not valid yet', { nbf: now + 600 }],
    ['for another audience', { aud: 'api://other' }],
    ['without an audience', { aud: undefined }],
    ['of another issuer', { iss: 'https://login.microsoftonline.com/other/v2.0' }],
    ['of the Bot Framework', { iss: 'https://api.botframework.com' }],
    ['of another tenant', { tid: '00000000-0000-4000-8000-000000000000' }],
    ['without a tenant', { tid: undefined }],
    ['of nobody', { azp: undefined }],
    ['of a person', { scp: 'user_impersonation' }],
    ['that says that it is of a person', { idtyp: 'user' }],
    ['with roles that are no list', { roles: 'Aliases.Read' }],
  ])('%s is 401', async (_name, change) => {
    await using stand = await open();
    const { api, authority } = stand;
    expect(await seen(api, bearer(await authority.token(authority.claims(READ, change))))).toEqual(REFUSED);
  });

  const forgeries: readonly (readonly [string, (authority: TokenAuthority) => string | Promise<string>])[] = [
    ['that nobody signed', (authority) => authority.unsigned(authority.claims(READ))],
    ['signed by an unknown key', (authority) => authority.forged(authority.claims(READ))],
    ['signed with the public key as a secret', (authority) => authority.confused(authority.claims(READ))],
    ['signed with another algorithm', (authority) => authority.otherAlgorithm(authority.claims(READ))],
    [
      'whose claims were changed',
      async (authority) => {
        const [head, , signature] = (await authority.token(authority.claims(READ))).split('.');
        const claims = Buffer.from(JSON.stringify(authority.claims([...API_ROLES]))).toString('base64url');
        return `${head}.${claims}.${signature}`;
      },
    ],
    ['that is none', () => 'e30.e30.e30'],
    ['that is garbage', () => 'garbage'],
  ];
  it.each(forgeries)('%s is 401', async (_name, forge) => {
    await using stand = await open();
    expect(await seen(stand.api, bearer(await forge(stand.authority)))).toEqual(REFUSED);
  });

  it('is 401 when its keys cannot be fetched', async () => {
    await using authority = await startTokenAuthority();
    const rules = { ...authority.rules, keysUrl: 'http://127.0.0.1:9/keys' };
    await using api = await openApi({ access: { tokens: rules } });
    expect(await seen(api, bearer(await authority.token(authority.claims(READ))))).toEqual(REFUSED);
  });

  it('is 401 where no audience is configured', async () => {
    await using authority = await startTokenAuthority();
    await using api = await openApi();
    expect(await seen(api, bearer(await authority.token(authority.claims(READ))))).toEqual(REFUSED);
  });

  it('acts under the name of its application, and is in no log', async () => {
    await using stand = await open();
    const { api, authority } = stand;
    const token = await authority.token(authority.claims(['Aliases.Allot']));
    const expired = await authority.token(authority.claims(READ, { exp: now - 120 }));
    const created = await api.call({
      ...bearer(token),
      method: 'POST',
      path: '/api/newAwsRootAccount',
      body: { user_mail: ENGINEER.mail },
    });
    expect(created.status).toBe(200);
    await api.call(bearer(expired));
    const [alias] = await api.register.aliasesOfOwner(ENGINEER.mail);
    const [allotment] = (await api.register.history(alias?.id ?? '')).slice(-1);
    expect(allotment?.actor).toEqual({ kind: 'client', name: 'app:0f8d7c6b-2222-4c47-9a33-00000000000c' });
    const log = await api.log();
    expect(log).toContain('ERR_JWT_EXPIRED');
    for (const each of [token, expired]) {
      for (const part of each.split('.').slice(1)) expect(log).not.toContain(part);
    }
    expect(log).not.toContain('Aliases.Read');
  });
});

describe('a client that calls too often', () => {
  it('is told with 429 how long to wait, and the others are served', async () => {
    const second = makeKey('second', 'Aliases.Read');
    await using api = await openApi({ access: { callsPerMinute: 3, keys: [OLD_KEY.entry, second.entry] } });
    const look = (key: string): Sent => ({ method: 'GET', path: LOOK, headers: { 'x-functions-key': key } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => api.call(look(OLD_KEY.key))));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      204, 204, 204, 429, 429,
    ]);
    for (const { headers } of answers.filter(({ status }) => status === 429)) {
      const seconds = Number(headers.get('retry-after'));
      expect(seconds).toBeGreaterThanOrEqual(1);
      expect(seconds).toBeLessThanOrEqual(60);
    }
    expect((await api.call(look(second.key))).status).toBe(204);
  });

  it('changes nothing any more', async () => {
    await using api = await openApi({ access: { callsPerMinute: 1 } });
    const create = { method: 'POST', path: '/api/newAwsRootAccount', body: { user_mail: ENGINEER.mail } };
    expect((await api.call(create)).status).toBe(200);
    expect((await api.call(create)).status).toBe(429);
    expect(await api.register.aliasesOfOwner(ENGINEER.mail)).toHaveLength(1);
  });

  it('is not somebody who tries keys: who is not recognised uses nobody up', async () => {
    await using api = await openApi({ access: { callsPerMinute: 2 } });
    for (let count = 0; count < 5; count += 1) {
      expect(await seen(api, { method: 'GET', path: LOOK, headers: { 'x-functions-key': 'guess' } })).toEqual(
        REFUSED,
      );
    }
    expect((await api.call({ method: 'GET', path: LOOK })).status).toBe(204);
  });
});

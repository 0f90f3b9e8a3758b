import { generateKeyPairSync, sign } from 'node:crypto';
import { inject, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { newId } from '../../src/identifiers.ts';
import { createLog } from '../../src/log.ts';
import { PRODUCTION } from '../settings.ts';

/** The program as production configures it, on loopback and with the table of the tests. */
async function open(): Promise<{ app: App; url: string } & AsyncDisposable> {
  const config: Config = {
    ...readConfig(PRODUCTION),
    http: { host: '127.0.0.1', port: 0 },
    table: {
      name: `production${newId().toLowerCase()}`,
      place: { kind: 'emulator', connectionString: inject('azurite') },
    },
  };
  const app = await createApp(config, createLog('silent'));
  const port = await app.listen();
  return { app, url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => app.stop() };
}

const TENANT = PRODUCTION.BOT_TENANT_ID;
const ACTIVITY = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  text: 'help',
  from: { id: '29:x', name: 'Mallory', aadObjectId: 'a1c04f52-6f0b-4a5e-8d1e-2b7d90c3e002' },
  recipient: { id: `28:${PRODUCTION.BOT_APP_ID}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
};

/** A token with all the right claims, signed by somebody whom nobody knows. */
function selfSigned(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const now = Math.floor(Date.now() / 1_000);
  const claims = {
    iss: 'https://api.botframework.com',
    aud: PRODUCTION.BOT_APP_ID,
    serviceurl: ACTIVITY.serviceUrl,
    nbf: now - 60,
    exp: now + 600,
  };
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'RS256', typ: 'JWT', kid: 'mine' })}.${part(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`;
}

/** Claims of a token, and no signature at all. */
function unsigned(): string {
  const [, claims = ''] = selfSigned().split('.');
  return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
}

describe('in production, POST /api/messages', () => {
  it.each([
    ['without a token', undefined],
    ['with a blank token', 'Bearer '],
    ['with garbage for a token', 'Bearer garbage'],
    ['with something that is no bearer token', 'Basic dXNlcjpwYXNz'],
    ['with a token that its sender signed', `Bearer ${selfSigned()}`],
    ['with a token that nobody signed', `Bearer ${unsigned()}`],
  ])('%s is 401, and says nothing', { timeout: 20_000 }, async (_name, authorization) => {
    await using production = await open();
    const response = await fetch(`${production.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify(ACTIVITY),
    });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toMatch(/token|jwt|key|signature|\.ts|\.js/i);
  });

  it('a body over the limit is 413 before any token is looked at', async () => {
    await using production = await open();
    const response = await fetch(`${production.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...ACTIVITY, text: 'x'.repeat(300_000) }),
    });
    expect(response.status).toBe(413);
  });
});

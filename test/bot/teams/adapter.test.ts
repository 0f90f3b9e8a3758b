import { describe, expect, it } from 'vitest';
import type { AzureAccess } from '../../../bot/teams/teams-access.ts';
import { createAdapter } from '../../../bot/teams/adapter.ts';
import { newId } from '../../../src/shared/identifiers.ts';
import { unwatched } from '../../../src/shared/telemetry.ts';
import { silentLog } from '../../fakes/log.ts';
import { ADA, openWorld, personal, type World } from '../world.ts';
import { startTokenService, type TokenService } from '../../../harness/token-service.ts';

const APP = '6f3f2f52-0b0c-4a2f-9f5c-3c6c3f0e7a11';
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const PRODUCTION: AzureAccess = {
  kind: 'azure',
  appId: APP,
  tenantId: 'tenant-1',
  identity: { kind: 'SingleTenant', password: 'not-used-here' },
  allowedTenants: ['tenant-1'],
  allowedServiceHosts: ['smba.trafficmanager.net'],
  personalServiceUrl: 'https://smba.trafficmanager.net/teams/',
};
const CLAIMS = { iss: 'https://api.botframework.com', aud: APP, serviceurl: SERVICE_URL };

/** A click, because its answer comes in the HTTP response and needs no call to Teams. */
const CLICK = {
  type: 'invoke',
  name: 'adaptiveCard/action',
  serviceUrl: SERVICE_URL,
  value: { action: { verb: 'no-such-button', data: { requestId: newId() } } },
  ...personal(ADA),
};

function open(service: TokenService, access: AzureAccess = PRODUCTION): Promise<World> {
  const { openIdMetadataUrl } = service;
  return openWorld({ access: { ...access, openIdMetadataUrl } });
}

describe('in production', () => {
  it('an activity with a token of the Bot Framework is answered', async () => {
    await using service = await startTokenService();
    await using world = await open(service);
    const { status, body } = await world.send(CLICK, service.token(CLAIMS));
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('not one that Rootdesk can act on');
  });

  const now = Math.floor(Date.now() / 1000);
  const refused: readonly [string, (service: TokenService) => string | undefined][] = [
    ['no token', () => undefined],
    ['a blank token', () => ' '],
    ['something that is no token', () => 'Bearer x'],
    ['a signature of an unknown key', (service) => service.forgedToken(CLAIMS)],
    ['a token for another bot', (service) => service.token({ ...CLAIMS, aud: 'another-app' })],
    ['an expired token', (service) => service.token({ ...CLAIMS, nbf: now - 9000, exp: now - 7200 })],
    [
      'a token for another service URL',
      (service) => service.token({ ...CLAIMS, serviceurl: 'https://x.example/' }),
    ],
    [
      'an Entra token that the app got for itself',
      (service) =>
        service.token({
          iss: 'https://login.microsoftonline.com/tenant-1/v2.0',
          aud: APP,
          azp: APP,
          ver: '2.0',
        }),
    ],
    [
      'a token of the emulator',
      (service) =>
        service.token({
          iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          aud: APP,
          appid: APP,
          ver: '1.0',
        }),
    ],
  ];
  it.each(refused)('with %s gets 401', async (_what, authorization) => {
    await using service = await startTokenService();
    await using world = await open(service);
    expect(await world.send(CLICK, authorization(service))).toEqual({ status: 401, body: undefined });
    expect(world.conversations.people.size).toBe(0);
  });

  const misfits: readonly [string, Record<string, unknown>][] = [
    ['another tenant', { conversation: { id: 'x', conversationType: 'personal', tenantId: 'tenant-2' } }],
    ['two tenants, one of them allowed', { channelData: { tenant: { id: 'tenant-2' } } }],
    ['no tenant', { conversation: { id: 'x', conversationType: 'personal' }, channelData: {} }],
    ['another channel than Teams', { channelId: 'webchat' }],
    ['the channel for which the SDK takes Entra tokens', { channelId: 'AseChannel' }],
  ];
  it.each(misfits)('with a good token and %s gets 401', async (_what, change) => {
    await using service = await startTokenService();
    await using world = await open(service);
    const { status } = await world.send({ ...CLICK, ...change }, service.token(CLAIMS));
    expect(status).toBe(401);
  });

  it.each([
    'https://evil.example/',
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
  ])('with a token made out for the service URL %s gets 401', async (serviceUrl) => {
    await using service = await startTokenService();
    await using world = await open(service);
    const { status } = await world.send(
      { ...CLICK, serviceUrl },
      service.token({ ...CLAIMS, serviceurl: serviceUrl }),
    );
    expect(status).toBe(401);
  });

  it('and token keys that cannot be fetched gets 401', async () => {
    await using world = await openWorld({
      access: { ...PRODUCTION, openIdMetadataUrl: 'http://127.0.0.1:9/openid' },
    });
    await using service = await startTokenService();
    expect((await world.send(CLICK, service.token(CLAIMS))).status).toBe(401);
  });

  it('a body that is no activity gets 400', async () => {
    await using service = await startTokenService();
    await using world = await open(service);
    const { status } = await world.send({ conversation: 'no object' }, service.token(CLAIMS));
    expect(status).toBe(400);
  });

  it('an empty app id, which the SDK takes for "believe everybody", is refused at the start', async () => {
    expect(() => createAdapter({ ...PRODUCTION, appId: ' ' }, silentLog(), { telemetry: unwatched })).toThrow(
      'app id',
    );
  });

  it('with a managed identity works the same', async () => {
    await using service = await startTokenService();
    await using world = await open(service, { ...PRODUCTION, identity: { kind: 'UserAssignedMSI' } });
    expect((await world.send(CLICK, service.token(CLAIMS))).status).toBe(200);
    expect((await world.send(CLICK)).status).toBe(401);
  });
});

describe('in the Playground', () => {
  it.each([
    'http://evil.example/',
    'https://smba.trafficmanager.net/',
    'http://127.0.0.1.evil.example/',
    'http://0.0.0.0/',
  ])('a service URL off loopback gets 401: %s', async (serviceUrl) => {
    await using world = await openWorld();
    const answer = await world.send({ type: 'message', text: 'help', ...personal(ADA), serviceUrl });
    expect(answer.status).toBe(401);
    expect(world.connector.calls).toEqual([]);
  });

  it.each([{}, { type: 'message' }, { type: 5 }])('a body that is no activity gets 400: %j', async (body) => {
    await using world = await openWorld();
    expect((await world.send(body)).status).toBe(400);
  });
});

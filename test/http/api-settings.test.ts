import { describe, expect, inject, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { ConfigurationFaults, readConfig } from '../../src/config.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { createLog } from '../../src/shared/log.ts';
import { PRODUCTION } from '../settings.ts';
import { makeKey } from './api-front.ts';

const KEY = makeKey('pipeline', 'Aliases.Read', 'Aliases.Allot');
const SETTING = `pipeline:Aliases.Read+Aliases.Allot:${KEY.entry.sha256}`;

function faultOf(settings: Record<string, string>): string {
  try {
    readConfig({ ...PRODUCTION, ...settings });
    return '';
  } catch (error) {
    if (error instanceof ConfigurationFaults) return error.faults.join('\n');
    throw error;
  }
}

describe('the settings of the API', () => {
  it('let nobody in where they are left out', () => {
    expect(readConfig(PRODUCTION).api).toEqual({ keys: [], tokens: undefined, callsPerMinute: 600 });
  });

  it('name keys with their roles', () => {
    const second = makeKey('second', 'Aliases.Manage').entry.sha256;
    const { keys } = readConfig({
      ...PRODUCTION,
      API_KEYS: `${SETTING}, second:Aliases.Manage:${second}`,
    }).api;
    expect(keys).toEqual([KEY.entry, { name: 'second', roles: ['Aliases.Manage'], sha256: second }]);
  });

  it('name the audience, and the tenant where it is not that of the bot', () => {
    const tenantId = '00000000-0000-4000-8000-000000000000';
    const { tokens } = readConfig({
      ...PRODUCTION,
      API_AUDIENCE: 'api://rootdesk,6f3f2f52-0b0c-4a2f-9f5c-3c6c3f0e7a11',
      API_TENANT_ID: tenantId,
    }).api;
    expect(tokens).toEqual({
      tenantId,
      audiences: ['api://rootdesk', '6f3f2f52-0b0c-4a2f-9f5c-3c6c3f0e7a11'],
      issuers: [`https://login.microsoftonline.com/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`],
      keysUrl: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
    });
    const own = readConfig({ ...PRODUCTION, API_AUDIENCE: 'api://rootdesk' }).api.tokens;
    expect(own?.tenantId).toBe(PRODUCTION.BOT_TENANT_ID);
  });

  it.each([
    ['the key itself', `pipeline:Aliases.Read:${KEY.key}`],
    ['no role', `pipeline::${KEY.entry.sha256}`],
    ['a role that there is not', `pipeline:Aliases.Everything:${KEY.entry.sha256}`],
    ['no name', `:Aliases.Read:${KEY.entry.sha256}`],
    ['a hash that is too short', `pipeline:Aliases.Read:${KEY.entry.sha256.slice(1)}`],
    ['a name twice', `${SETTING},Pipeline:Aliases.Read:${KEY.entry.sha256}`],
  ])('are refused with %s, which is not repeated', (_name, setting) => {
    const fault = faultOf({ API_KEYS: setting });
    expect(fault).toMatch(/^API_KEYS (is not of the form|names one key twice)/);
    expect(fault).not.toContain(KEY.key);
    expect(fault).not.toContain(KEY.entry.sha256.slice(1));
  });
});

describe('in production', () => {
  it('the API is open to a key of the settings, and closed to everybody else', async () => {
    const app = await createApp(
      {
        ...readConfig({ ...PRODUCTION, API_KEYS: SETTING, API_AUDIENCE: 'api://rootdesk' }),
        http: { host: '127.0.0.1', port: 0 },
        table: {
          name: `production${newId().toLowerCase()}`,
          place: { kind: 'emulator', connectionString: inject('azurite') },
        },
      },
      createLog('silent'),
    );
    const url = `http://127.0.0.1:${await app.listen()}/api/getAwsRootAccount?aws_mail=x`;
    const statuses = await Promise.all(
      [{ 'x-functions-key': KEY.key }, { 'x-functions-key': 'x' }, undefined].map(
        async (headers) => (await fetch(url, headers === undefined ? {} : { headers })).status,
      ),
    );
    await app.stop();
    expect(statuses).toEqual([204, 401, 401]);
  });
});

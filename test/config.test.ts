import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { ConfigurationFaults, readConfig, type Config } from '../src/config.ts';
import { createLog } from '../src/shared/log.ts';
import { requireLoopback } from '../src/require-loopback.ts';
import { SETTING_NAMES } from '../src/settings.ts';
import { PRODUCTION } from './settings.ts';

const HOUR_MS = 60 * 60 * 1000;

/** The faults of an environment; none where it makes a configuration. */
function faultsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationFaults) return error.faults;
    throw error;
  }
}

describe('a configuration', () => {
  it('needs seven settings, and has sound values for the others', () => {
    expect(readConfig(PRODUCTION)).toMatchObject({
      http: { host: '0.0.0.0', port: 3978 },
      teams: {
        kind: 'azure',
        allowedTenants: [PRODUCTION.BOT_TENANT_ID],
        allowedServiceHosts: ['smba.trafficmanager.net'],
      },
      table: { name: 'awsrootaccounts', place: { kind: 'azure', endpoint: PRODUCTION.TABLE_ENDPOINT } },
      credential: { kind: 'default' },
      requests: { approvalsNeeded: 1, openRequestsMost: 5, approvedByItself: [] },
      aliases: { quarantineDays: 90 },
      pool: { lowWater: 100 },
      schedule: { sweepSeconds: 60, remindAfterMs: 4 * HOUR_MS, expireAfterMs: 14 * 24 * HOUR_MS },
    });
  });

  it('knows the hosts of the company by its mailboxes and those that are set', () => {
    expect(readConfig({ ...PRODUCTION, CENTRAL_MAILBOX: 'aws@Mail.Company.com' }).mail).toMatchObject({
      domains: ['company.com'],
      companyHosts: ['mail.company.com'],
    });
    expect(
      readConfig({ ...PRODUCTION, COMPANY_HOSTS: 'Portal.group.example, x.org' }).mail.companyHosts,
    ).toEqual(['company.com', 'portal.group.example', 'x.org']);
  });

  it('takes one central mailbox or several, each once, and knows the hosts of all', () => {
    expect(readConfig(PRODUCTION).graph.mailboxes).toEqual(['aws@company.com']);
    const CENTRAL_MAILBOX = 'aws@company.com, AWS2@company.com,aws@company.com,aws@other.example';
    const { graph, mail } = readConfig({ ...PRODUCTION, CENTRAL_MAILBOX });
    expect(graph.mailboxes).toEqual(['aws@company.com', 'aws2@company.com', 'aws@other.example']);
    expect(mail.companyHosts).toEqual(['company.com', 'other.example']);
  });

  it('has a public address without a path, or none', () => {
    expect(readConfig(PRODUCTION).http).not.toHaveProperty('publicUrl');
    for (const PUBLIC_URL of ['https://rootdesk.company.com', 'https://Rootdesk.company.com:443/']) {
      const { http } = readConfig({ ...PRODUCTION, PUBLIC_URL });
      expect(http.publicUrl).toBe('https://rootdesk.company.com');
    }
  });

  it('takes 0 for never, where something comes around', () => {
    const never = { REMIND_AFTER_HOURS: '0', EXPIRE_AFTER_DAYS: '0', POOL_LOW_WATER: '0' };
    expect(readConfig({ ...PRODUCTION, ...never })).toMatchObject({
      pool: { lowWater: 0 },
      schedule: { remindAfterMs: undefined, expireAfterMs: undefined },
    });
    expect(faultsOf({ ...PRODUCTION, QUARANTINE_DAYS: '0' })).toHaveLength(1);
  });

  it('takes blank settings for ones that were left out', () => {
    const blank = Object.fromEntries(SETTING_NAMES.map((name) => [name, '']));
    expect(readConfig({ ...blank, ...PRODUCTION })).toEqual(readConfig(PRODUCTION));
  });

  it('names every missing setting at once, each with its remedy', () => {
    const faults = faultsOf({});
    for (const name of Object.keys(PRODUCTION)) {
      const fault = faults.find((each) => each.startsWith(name)) ?? '';
      expect(fault).toMatch(/ (is missing|must be set)/);
      expect(fault.length).toBeGreaterThan(`${name} is missing. `.length + 10);
    }
    expect(faults).toHaveLength(Object.keys(PRODUCTION).length);
  });

  it.each([
    ['BOT_APP_ID', 'my-bot'],
    ['BOT_APP_TYPE', 'MultiTenant'],
    ['BOT_APP_TYPE', 'singletenant'],
    ['ALLOWED_TENANTS', 'company.com'],
    ['TEAMS_SERVICE_URL', 'http://smba.trafficmanager.net/teams/'],
    ['TABLE_ENDPOINT', 'http://127.0.0.1:10002/devstoreaccount1'],
    ['TABLE_ENDPOINT', 'UseDevelopmentStorage=true'],
    ['TABLE_NAME', 'root-accounts'],
    ['CENTRAL_MAILBOX', 'aws'],
    ['CENTRAL_MAILBOX', 'aws@company.com,aws2'],
    ['CENTRAL_MAILBOX', ' , '],
    ['TABLE_ENDPOINT', 'https://account.table.core.usgovcloudapi.net'],
    ['TABLE_ENDPOINT', 'https://account.table.core.windows.net.example'],
    ['POOL_DOMAINS', ' , '],
    ['COMPANY_HOSTS', 'https://portal.company.com/'],
    ['APPROVERS_GROUP', 'approvers'],
    ['APPROVALS_NEEDED', '0'],
    ['APPROVED_BY_ITSELF', 'prod'],
    ['SWEEP_SECONDS', '1'],
    ['MAIL_SINCE', 'yesterday'],
    ['MAIL_SINCE', '2026-02-30'],
    ['REVEAL_POLICY', 'password-reset'],
    ['REVEAL_POLICY', 'passwords=owner'],
    ['REVEAL_POLICY', 'password-reset=everybody'],
    ['ACKNOWLEDGE_MINUTES', '1'],
    ['SWEEP_SECONDS', '1e3'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_PORT', '0'],
    ['APPLICATIONINSIGHTS_CONNECTION_STRING', 'IngestionEndpoint=https://x.test/'],
    ['PUBLIC_URL', 'http://rootdesk.company.com'],
    ['PUBLIC_URL', 'rootdesk.company.com'],
    ['PUBLIC_URL', 'https://rootdesk.company.com/api'],
    ['PUBLIC_URL', 'https://rootdesk.company.com?x'],
    ['PUBLIC_URL', 'https://x@rootdesk.company.com'],
  ])('with %s=%s is refused, naming the setting and not repeating the value', (name, value) => {
    const [fault = '', ...others] = faultsOf({ ...PRODUCTION, [name]: value });
    expect(others).toEqual([]);
    expect(fault).toMatch(new RegExp(`^${name} (is|names) .*\\. .+`));
    expect(fault.split('. ')[0]).not.toContain(value);
  });

  it('names all faults of all settings, not only the first', () => {
    const faults = faultsOf({ ...PRODUCTION, PORT: 'x', BOT_APP_ID: 'x', CENTRAL_MAILBOX: '' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['BOT_APP_ID', 'CENTRAL_MAILBOX', 'PORT']);
  });

  it('says who decides, once', () => {
    const APPROVERS = 'a1c04f52-6f0b-4a5e-8d1e-2b7d90c3e002';
    expect(faultsOf({ ...PRODUCTION, APPROVERS })).toHaveLength(1);
    const { requests } = readConfig({ ...PRODUCTION, APPROVERS_GROUP: '', APPROVERS });
    expect(requests.approvers).toEqual({ kind: 'people', personIds: [APPROVERS] });
  });

  it('is watched by nobody, by Prometheus or by Azure Monitor, there with the managed identity where told so', () => {
    expect(readConfig(PRODUCTION).monitoring).toEqual({});
    expect(readConfig({ ...PRODUCTION, METRICS_PORT: '9464' }).monitoring).toEqual({ metricsPort: 9464 });
    const connectionString = 'InstrumentationKey=11111111-2222-4333-8444-555555555555';
    const watched = { ...PRODUCTION, APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString };
    expect(readConfig(watched).monitoring).toEqual({
      azureMonitor: { connectionString, withIdentity: false },
    });
    const signIn = { APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD' };
    expect(readConfig({ ...watched, ...signIn }).monitoring).toEqual({
      azureMonitor: { connectionString, withIdentity: true },
    });
    expect(faultsOf({ ...PRODUCTION, ...signIn })[0]).toContain('CONNECTION_STRING is missing');
    expect(faultsOf({ ...watched, APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'x' })[0]).toContain(
      'is not Authorization=AAD',
    );
  });

  it('has a secret with SingleTenant and none with a managed identity, and never shows it', () => {
    expect(faultsOf({ ...PRODUCTION, BOT_APP_TYPE: 'SingleTenant' })[0]).toContain(
      'BOT_APP_PASSWORD is missing',
    );
    const faults = faultsOf({ ...PRODUCTION, BOT_APP_PASSWORD: 'hunter2' });
    expect(faults).toHaveLength(1);
    expect(faults[0]).not.toContain('hunter2');
    expect(
      readConfig({ ...PRODUCTION, BOT_APP_TYPE: 'SingleTenant', BOT_APP_PASSWORD: 'x' }).teams,
    ).toMatchObject({
      identity: { kind: 'SingleTenant', password: 'x' },
    });
  });

  it('can be switched to no local part by any setting of any environment', () => {
    const forms = Object.fromEntries(
      ['NODE_ENV', 'ROOTDESK_LOCAL', 'LOCAL', 'TEAMS', 'ROOTDESK_STAND_SETTINGS', 'MicrosoftAppId'].map(
        (name) => [name, 'playground'],
      ),
    );
    const config = readConfig({ ...forms, ...PRODUCTION });
    expect([config.teams.kind, config.table.place.kind]).toEqual(['azure', 'azure']);
    expect(config.credential.kind).not.toBe('loopback');
  });
});

describe('the parts of the local stand', () => {
  const AZURITE = 'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint=';
  const local = (host: string, endpoint: string): Config => ({
    ...readConfig(PRODUCTION),
    http: { host, port: 0 },
    teams: { kind: 'playground' },
    table: { name: 'x', place: { kind: 'emulator', connectionString: `${AZURITE}${endpoint};` } },
  });
  const HERE = 'http://127.0.0.1:10002/a';

  it.each([
    ['0.0.0.0', HERE],
    ['::', HERE],
    ['', HERE],
    ['192.168.1.5', HERE],
    ['127.0.0.1', 'http://10.0.0.1:10002/a'],
    ['127.0.0.1', 'http://127.0.0.1.example.com/a'],
    ['127.0.0.1', 'http://127.0.0.1:10002@example.com/a'],
    ['127.0.0.1', `http://127.0.0.1:1/a;TableEndpoint=http://example.com/a`],
    ['127.0.0.1', 'no address'],
  ])('work on loopback alone: not on %s with the table at %s', async (host, endpoint) => {
    const config = local(host, endpoint);
    expect(() => requireLoopback(config)).toThrow(ConfigurationFaults);
    await expect(createApp(config, createLog('silent'))).rejects.toThrow(ConfigurationFaults);
  });

  it('work on loopback', () => {
    expect(() => requireLoopback(local('127.0.0.1', HERE))).not.toThrow();
  });

  it('are told of new mail on loopback alone, and whatever is not local by https', () => {
    const here = local('127.0.0.1', HERE);
    const at = (publicUrl: string): Config => ({ ...here, http: { ...here.http, publicUrl } });
    expect(() => requireLoopback(at('http://127.0.0.1:3978'))).not.toThrow();
    for (const elsewhere of ['http://10.0.0.1:3978', 'http://127.0.0.1.example.com', 'ftp://x', 'x']) {
      expect(() => requireLoopback(at(elsewhere))).toThrow(ConfigurationFaults);
    }
  });

  it('believe no playground on another host even with a table in Azure', () => {
    const config: Config = { ...readConfig(PRODUCTION), teams: { kind: 'playground' } };
    expect(() => requireLoopback(config)).toThrow('Rootdesk cannot start');
  });
});

describe('npm start', () => {
  it('with an empty environment ends with 1, and names every missing setting with its remedy', async () => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('../src/main.ts', import.meta.url))], {
      // Windows starts no program without it.
      env: { SystemRoot: process.env['SystemRoot'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(code).toBe(1);
    for (const fault of faultsOf({})) expect(said).toContain(fault);
    expect(said).not.toMatch(/ {4}at |node_modules/);
  });
});

import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkSweep } from '../../src/admin/doctor/check-register.ts';
import { ConfigurationFaults, readConfig } from '../../src/config.ts';
import { SETTING_NAMES } from '../../src/settings.ts';
import { METRICS } from '../../src/shared/metrics.ts';
import { unknownColumns } from './log-tables.ts';
import { readInfrastructure, readValues, type Block, type Infrastructure } from './terraform.ts';

const GUID = '0a1b2c3d-0000-4000-8000-00000000000a';
/** What the expressions of the settings come to in a company that filled in the example. */
const SAMPLES: Readonly<Record<string, string>> = {
  '${azurerm_user_assigned_identity.main.client_id}': GUID,
  '${data.azurerm_client_config.current.tenant_id}': GUID,
  '${local.table_endpoint}': 'https://rootdeskcompany.table.core.windows.net',
  '${var.table_name}': 'awsrootaccounts',
  '${var.central_mailbox}': 'aws@company.com',
  '${join(",", var.pool_domains)}': 'company.com,other.example',
  '${var.approvers_group == null ? "" : var.approvers_group}': GUID,
  '${join(",", var.approvers)}': '',
  '${join(",", var.api_audience)}': 'api://rootdesk',
  '${tostring(local.port)}': '3978',
  '${nonsensitive(azurerm_application_insights.main.connection_string)}':
    'InstrumentationKey=0a1b2c3d-0000-4000-8000-00000000000a;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/',
  'https://${local.host_name}': 'https://ca-rootdesk.example.westeurope.azurecontainerapps.io',
};

let infra: Infrastructure;
let settings: Record<string, string>;
beforeAll(async () => {
  infra = await readInfrastructure();
  settings = z.record(z.string(), z.string()).parse(infra.locals['settings']);
});

function resource(name: string): Block {
  const found = infra.resources.get(name);
  if (found === undefined) throw new Error(`infra has no ${name}`);
  return found;
}

/** The one block of that name within another. */
function inner(outer: Block, name: string): Block {
  return z.tuple([z.record(z.string(), z.unknown())]).parse(outer[name])[0];
}

function filledIn(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      const sample = value.includes('${') ? SAMPLES[value] : value;
      if (sample === undefined) throw new Error(`no sample for ${value}`);
      return [name, sample];
    }),
  );
}

describe('the settings of the container app', () => {
  it('are settings of the program', () => {
    expect(Object.keys(settings).filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
  });

  it('are all that the program needs', () => {
    const needed = faultsWithout().flatMap((fault) => {
      const either = /^([A-Z_]+) or ([A-Z_]+) must be set/.exec(fault);
      const one = /^([A-Z_]+) is missing/.exec(fault);
      return either?.slice(1) ?? one?.slice(1) ?? [];
    });
    expect(needed).toContain('BOT_APP_ID');
    expect(needed.filter((name) => settings[name] === undefined)).toEqual([]);
  });

  it('make a configuration without a secret', () => {
    const config = readConfig(filledIn());
    expect(config.teams).toMatchObject({ kind: 'azure', identity: { kind: 'UserAssignedMSI' } });
    expect(config.credential).toEqual({ kind: 'managed-identity', clientId: GUID });
    expect(config.http).toEqual({
      host: '0.0.0.0',
      port: 3978,
      publicUrl: 'https://ca-rootdesk.example.westeurope.azurecontainerapps.io',
    });
    expect(config.mail.domains).toEqual(['company.com', 'other.example']);
    expect(config.api.tokens?.audiences).toEqual(['api://rootdesk']);
    expect(config.monitoring?.azureMonitor?.withIdentity).toBe(true);
  });

  it('reach the container, and nothing else does', () => {
    const container = inner(inner(resource('azurerm_container_app.main'), 'template'), 'container');
    expect(container['env']).toBeUndefined();
    const { env } = z.object({ env: z.array(z.unknown()) }).parse(container['dynamic']);
    expect(env).toEqual([
      {
        for_each:
          '${{ for name, value in merge(local.settings, var.settings) : name => value if value != "" }}',
        content: [{ name: '${env.key}', value: '${env.value}' }],
      },
      {
        for_each: '${local.set_secrets}',
        content: [{ name: '${env.key}', secret_name: '${local.secret_settings[env.key].secret}' }],
      },
    ]);
  });
});

describe('the keys of API clients', () => {
  const HASH = 'a'.repeat(64);

  it('are a secret of the container app, and there is none without keys', () => {
    const { secret } = z
      .object({ secret: z.array(z.unknown()) })
      .parse(resource('azurerm_container_app.main')['dynamic']);
    expect(secret).toEqual([
      {
        for_each: '${local.set_secrets}',
        content: [
          {
            name: '${local.secret_settings[secret.key].secret}',
            value: '${local.secret_settings[secret.key].value}',
          },
        ],
      },
    ]);
    expect(infra.locals['secret_settings']).toEqual({
      API_KEYS: { secret: 'api-keys', value: '${join(",", var.api_keys)}' },
    });
    expect(infra.locals['set_secrets']).toBe(
      '${toset(nonsensitive(length(var.api_keys) > 0) ? ["API_KEYS"] : [])}',
    );
    expect(SETTING_NAMES).toContain('API_KEYS');
  });

  it('are kept out of plans, and are not given beside', () => {
    expect(infra.variables.get('api_keys')).toMatchObject({ sensitive: true, default: [] });
    expect(JSON.stringify(infra.variables.get('settings'))).toContain('^API_KEYS$');
  });

  it.each([
    [`landing-zone:Aliases.Read+Aliases.Allot:${HASH}`, true],
    [`reports:Aliases.Read:${HASH.toUpperCase()}`, true],
    [`reports:Aliases.Read:the-key-itself`, false],
    [`reports::${HASH}`, false],
  ])('are hashed before they come here: %s', (key, isKey) => {
    const [, form = ''] = /regex\(\\?"(.+?)\\?", key\)/.exec(conditionOf('api_keys')) ?? [];
    expect(new RegExp(form).test(key)).toBe(isKey);
    expect(canRead(key)).toBe(isKey);
  });
});

/** A query with the locals that it begins with. */
function whole(query: string): string {
  const written = query.replaceAll(/\$\{local\.(lines|root_mailboxes)\}/g, (_, name: string) =>
    String(infra.locals[name]),
  );
  return written.replaceAll('\\"', '"').replaceAll(/\$\{[^}]*\}/g, '1');
}

function conditionOf(variable: string): string {
  const body = infra.variables.get(variable);
  return z.string().parse(inner(body ?? {}, 'validation')['condition']);
}

/** Whether the program takes the key. */
function canRead(key: string): boolean {
  try {
    return readConfig({ ...filledIn(), API_KEYS: key }).api.keys.length === 1;
  } catch (error) {
    if (error instanceof ConfigurationFaults) return false;
    throw error;
  }
}

function faultsWithout(): readonly string[] {
  try {
    readConfig({});
    return [];
  } catch (error) {
    if (error instanceof ConfigurationFaults) return error.faults;
    throw error;
  }
}

describe('the container app', () => {
  it('is probed where the program answers', () => {
    const app = resource('azurerm_container_app.main');
    const container = inner(inner(app, 'template'), 'container');
    const paths = ['startup_probe', 'liveness_probe', 'readiness_probe'].map((probe) => {
      const { path, port } = inner(container, probe);
      return { path, port };
    });
    expect(paths).toEqual(
      ['/healthz', '/healthz', '/readyz'].map((path) => ({ path, port: '${local.port}' })),
    );
    expect(inner(app, 'ingress')['target_port']).toBe('${local.port}');
    expect(infra.locals['port']).toBe(3978);
  });

  it('runs in at least one copy and speaks TLS alone', () => {
    const app = resource('azurerm_container_app.main');
    expect(inner(app, 'template')).toMatchObject({
      min_replicas: '${var.min_replicas}',
      max_replicas: '${var.max_replicas}',
    });
    expect(JSON.stringify(infra.variables.get('min_replicas'))).toContain('var.min_replicas >= 1');
    expect(inner(app, 'ingress')['allow_insecure_connections']).toBe(false);
  });
});

describe.each(['main', 'backup'])('the storage account %s', (name) => {
  it('has no shared keys, no old TLS and nothing public', () => {
    expect(resource(`azurerm_storage_account.${name}`)).toMatchObject({
      shared_access_key_enabled: false,
      min_tls_version: 'TLS1_2',
      https_traffic_only_enabled: true,
      allow_nested_items_to_be_public: false,
      local_user_enabled: false,
    });
  });
});

describe('the nightly backup', () => {
  const job = (): Block => resource('azurerm_container_app_job.backup');
  const container = (): Block => inner(inner(job(), 'template'), 'container');

  it('runs the program’s image with commands that there are, one after the other', async () => {
    expect(container()['image']).toBe('${var.image}');
    const [script] = z.tuple([z.string()]).parse(container()['args']);
    expect(container()['command']).toEqual(['/bin/sh', '-c']);
    const calls = script.split(' && ').map((call) => call.split(' '));
    expect(calls).toEqual([
      ['node', 'src/admin/main.ts', 'backup', '--out', '/tmp/rootdesk.jsonl'],
      ['node', 'src/admin/main.ts', 'store', '/tmp/rootdesk.jsonl', '--in', '${local.backup_container}'],
    ]);
  });

  it('has the settings of Rootdesk, and is somebody else', () => {
    expect(infra.locals['backup_settings']).toEqual({
      AZURE_CLIENT_ID: '${azurerm_user_assigned_identity.backup.client_id}',
    });
    const { env } = z.object({ env: z.array(z.unknown()) }).parse(container()['dynamic']);
    expect(env).toEqual([
      {
        for_each:
          '${{ for name, value in merge(local.settings, var.settings, local.backup_settings) : name => value if value != "" }}',
        content: [{ name: '${env.key}', value: '${env.value}' }],
      },
    ]);
    const config = readConfig({ ...filledIn(), AZURE_CLIENT_ID: GUID.replace('a', 'b') });
    expect(config.credential).toEqual({ kind: 'managed-identity', clientId: GUID.replace('a', 'b') });
  });

  it('keeps every version for as long as was said, and nobody deletes the account in passing', () => {
    const account = resource('azurerm_storage_account.backup');
    expect(inner(account, 'blob_properties')['versioning_enabled']).toBe(true);
    expect(resource('azurerm_management_lock.backup')).toMatchObject({
      scope: '${azurerm_storage_account.backup.id}',
      lock_level: 'CanNotDelete',
    });
    const actions = inner(inner(resource('azurerm_storage_management_policy.backup'), 'rule'), 'actions');
    expect(inner(actions, 'base_blob')).toEqual({
      delete_after_days_since_creation_greater_than: '${var.backup_days}',
    });
    expect(inner(actions, 'version')).toEqual({ delete_after_days_since_creation: '${var.backup_days}' });
  });

  it('is in another account than the table', () => {
    expect(JSON.stringify(infra.variables.get('backup_account_name'))).toContain(
      'var.backup_account_name != var.storage_account_name',
    );
  });

  it('is missed when none was stored', async () => {
    const { 'no-backup': alert } = z
      .object({ 'no-backup': z.looseObject({ query: z.string() }) })
      .parse(infra.locals['log_alerts']);
    expect(alert).toMatchObject({ operator: 'LessThan', threshold: 1, window: 'P2D' });
    const [, name] = /ContainerName == \\?"(\w+)\\?"/.exec(alert.query) ?? [];
    expect(name).toBe(container()['name']);
    const [, words = ''] = /has \\?"([^"\\]+)/.exec(alert.query) ?? [];
    expect(await programText()).toContain(words);
  });
});

describe('the identities', () => {
  it('have the table, pulling the image and writing metrics; the backup reads the table and writes its container', () => {
    const roles = [...infra.resources].filter(([name]) => name.startsWith('azurerm_role_assignment.'));
    expect(
      roles.map(([, { role_definition_name: role, scope, principal_id: who }]) => ({ role, scope, who })),
    ).toEqual([
      {
        role: 'AcrPull',
        scope: '${var.container_registry_id}',
        who: '${each.value}',
      },
      {
        role: 'Storage Table Data Reader',
        scope: '${local.table_id}',
        who: '${azurerm_user_assigned_identity.backup.principal_id}',
      },
      {
        role: 'Storage Blob Data Contributor',
        scope: '${azurerm_storage_container.backups.id}',
        who: '${azurerm_user_assigned_identity.backup.principal_id}',
      },
      {
        role: 'Monitoring Metrics Publisher',
        scope: '${azurerm_application_insights.main.id}',
        who: '${azurerm_user_assigned_identity.main.principal_id}',
      },
      {
        role: 'Storage Table Data Contributor',
        scope: '${local.table_id}',
        who: '${azurerm_user_assigned_identity.main.principal_id}',
      },
    ]);
  });

  it('has no permission in Entra that opens mailboxes', () => {
    expect(infra.locals['directory_permissions']).toBe(
      '${toset(["User.Read.All", "GroupMember.Read.All", "ChannelMember.Read.All"])}',
    );
    const permissions = [...infra.resources.keys()].filter((name) => name.startsWith('azuread_'));
    expect(permissions).toEqual(['azuread_app_role_assignment.directory']);
  });

  it('is the bot, without a password', () => {
    expect(resource('azurerm_bot_service_azure_bot.main')).toMatchObject({
      microsoft_app_type: 'UserAssignedMSI',
      microsoft_app_id: '${azurerm_user_assigned_identity.main.client_id}',
      microsoft_app_msi_id: '${azurerm_user_assigned_identity.main.id}',
      endpoint: 'https://${local.host_name}/api/messages',
      local_authentication_enabled: false,
    });
    expect(infra.resources.has('azurerm_bot_channel_ms_teams.main')).toBe(true);
  });
});

describe('the infrastructure', () => {
  it('holds no secret and asks for none', () => {
    const code = infra.source
      .replaceAll(/^\s*(?:#|description).*$/gm, '')
      // It names a place that takes Entra sign-ins alone.
      .replace(/^.*\bazurerm_application_insights\.main\.connection_string\b.*$/m, '');
    expect(code).not.toMatch(
      /access_key\b|connection_string|shared_key|sas_token|admin_enabled\s*=\s*true|client_secret|listKeys/i,
    );
    expect([...infra.resources.keys()].filter((name) => /password|secret|key_vault/.test(name))).toEqual([]);
    const secretBlocks = [...infra.resources.values()].filter((body) => body['secret'] !== undefined);
    expect(secretBlocks).toEqual([]);
    // What variables hide: hashes of keys, and nothing else.
    expect(
      [...infra.variables].filter(([, body]) => body['sensitive'] === true).map(([name]) => name),
    ).toEqual(['api_keys']);
    expect(settings['BOT_APP_PASSWORD']).toBeUndefined();
  });

  it('uses the current major version of the Azure provider', () => {
    expect(infra.providers['azurerm']).toMatchObject({
      source: 'hashicorp/azurerm',
      version: expect.stringMatching(/^~> 4\./),
    });
  });

  it('takes metrics and traces from who signs in, not from who knows the connection string', () => {
    expect(resource('azurerm_application_insights.main')).toMatchObject({
      local_authentication_disabled: true,
      workspace_id: '${azurerm_log_analytics_workspace.main.id}',
    });
  });

  it('has its public address as Container Apps makes it, or a domain of the company’s', () => {
    expect(resource('azurerm_container_app.main')['name']).toBe('ca-${var.name}');
    expect(infra.locals).toMatchObject({
      made_host_name: 'ca-${var.name}.${azurerm_container_app_environment.main.default_domain}',
      host_name: '${var.custom_domain == null ? local.made_host_name : var.custom_domain}',
    });
    expect(infra.outputs.get('host')?.['value']).toBe('${local.host_name}');
  });

  it.each([
    ['company.azurecr.io/rootdesk:1.0.0', true],
    [`company.azurecr.io/rootdesk@sha256:${'0'.repeat(64)}`, true],
    [`company.azurecr.io/rootdesk:1.0.0@sha256:${'0'.repeat(64)}`, true],
    ['registry.company.com:5000/rootdesk:1.0.0', true],
    ['company.azurecr.io/rootdesk:latest', false],
    ['company.azurecr.io/rootdesk', false],
    ['company.azurecr.io/rootdesk:1.0.0@sha256:1', false],
  ])('takes the image %s: %s', (image, isTaken) => {
    const condition = JSON.stringify(infra.variables.get('image'));
    const [, pattern = ''] = /regex\(\\"(.*?)\\", var\.image/.exec(condition) ?? [];
    expect(pattern).toMatch(/^\^.*\$$/);
    expect(new RegExp(pattern).test(image) && !image.endsWith(':latest')).toBe(isTaken);
  });

  it('takes logs without the workspace’s key', () => {
    expect(resource('azurerm_container_app_environment.main')['logs_destination']).toBe('azure-monitor');
    expect(resource('azurerm_log_analytics_workspace.main')['local_authentication_enabled']).toBe(false);
  });

  it('explains every variable and output', () => {
    const texts = [...infra.variables, ...infra.outputs].map(([name, body]) => ({
      name,
      words: z.string().parse(body['description']).split(' ').length,
    }));
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter(({ words }) => words < 3)).toEqual([]);
  });

  it('checks every variable that is a free text or number', () => {
    const free = [...infra.variables].filter(([name, { type }]) => {
      return ['${string}', '${number}', '${list(string)}'].includes(String(type)) && name !== 'tags';
    });
    expect(free.filter(([, body]) => body['validation'] === undefined).map(([name]) => name)).toEqual([]);
  });

  it('uses every variable, and only those it has', () => {
    const used = new Set([...infra.source.matchAll(/\bvar\.([a-z_]+)/g)].map(([, name]) => name ?? ''));
    expect(used).toEqual(new Set(infra.variables.keys()));
  });

  it('has an example that fills in every variable without a default, and no other', async () => {
    const example = Object.keys(await readValues('example.tfvars'));
    const needed = [...infra.variables].filter(([, body]) => !('default' in body)).map(([name]) => name);
    expect(needed.filter((name) => !example.includes(name))).toEqual([]);
    expect(example.filter((name) => !infra.variables.has(name))).toEqual([]);
  });

  it('keeps the example apart from what Terraform would load by itself', async () => {
    const files = await readdir(new URL('../../infra/', import.meta.url));
    expect(files.filter((file) => /(?:^terraform|\.auto)\.tfvars|\.tfstate/.test(file))).toEqual([]);
  });
});

describe('the alerts', () => {
  const alert = z.looseObject({ description: z.string(), severity: z.int().min(0).max(4) });

  it('speak of log lines that the program writes', async () => {
    const alerts = z
      .record(z.string(), alert.extend({ query: z.string() }))
      .parse(infra.locals['log_alerts']);
    const messages = Object.values(alerts).flatMap(({ query }) =>
      [...query.matchAll(/startswith \\?"([^"\\]+)/g)].map(([, message]) => message ?? ''),
    );
    expect(messages.length).toBeGreaterThan(3);
    const program = await programText();
    expect(messages.filter((message) => !program.includes(message))).toEqual([]);
  });

  it('speak of metrics that the program reports', () => {
    const queries = JSON.stringify(infra.locals['log_alerts']);
    const named = [...queries.matchAll(/\bName == \\*"(\w+)/g)].map(([, name = '']) => name);
    expect(named).toContain('rootdesk_mails_total');
    expect(named.filter((name) => !(name in METRICS))).toEqual([]);
  });

  it('tell what lasts by metrics: mail unread or unposted, failing posts and rounds, and no metrics at all', () => {
    const alerts = z
      .record(z.string(), z.looseObject({ query: z.string() }))
      .parse(infra.locals['log_alerts']);
    const metricOf = (name: string): string | undefined =>
      /AppMetrics.*?Name (?:==|startswith) \\?"(\w+)/s.exec(alerts[name]?.query ?? '')?.[1];
    expect(['sweeps-fail', 'mail-waits', 'posts-fail', 'rounds-fail', 'no-telemetry'].map(metricOf)).toEqual([
      'rootdesk_cursor_age_seconds',
      'rootdesk_mail_oldest_undelivered_age_seconds',
      'rootdesk_posts_total',
      'rootdesk_rounds_total',
      'rootdesk_',
    ]);
  });

  it('call the mailbox unread as `doctor` does, whatever SWEEP_SECONDS is', async () => {
    expect(infra.locals).toMatchObject({
      sweep_seconds: '${try(tonumber(var.settings["SWEEP_SECONDS"]), 60)}',
      unread_seconds: '${600 + 5 * local.sweep_seconds}',
    });
    const { schedule } = readConfig(filledIn());
    expect(schedule.sweepSeconds).toBe(60);
    const clock = (): Date => new Date('2026-11-22T12:00:00Z');
    for (const sweepSeconds of [5, 60, 3_600]) {
      const config = { ...readConfig(filledIn()), schedule: { ...schedule, sweepSeconds } };
      const after = (seconds: number) => {
        const savedAt = new Date(clock().getTime() - seconds * 1_000);
        return checkSweep(
          [
            {
              address: 'aws@company.com',
              cursors: { load: async () => ({ cursor: '', savedAt, version: '' }) },
            },
          ],
          config,
          clock,
        );
      };
      const unread = 600 + 5 * sweepSeconds;
      expect((await after(unread)).verdict).toBe('works');
      expect((await after(unread + 1)).verdict).toBe('fails');
    }
  });

  it('never say by themselves that what happened once is resolved, and tell it once', () => {
    const alerts = z
      .record(z.string(), z.looseObject({ query: z.string(), once: z.boolean().default(false) }))
      .parse(infra.locals['log_alerts']);
    const once = Object.entries(alerts).filter(([, each]) => each.once);
    expect(once.map(([name]) => name)).toEqual(['mail-given-up', 'message-given-up', 'pool-low']);
    // A single line is enough for these, and for no others.
    const single = Object.entries(alerts).filter(
      ([, { query, threshold }]) =>
        threshold === 0 && query.includes('startswith') && !query.includes('AppMetrics'),
    );
    expect(single).toEqual(once);
    expect(resource('azurerm_monitor_scheduled_query_rules_alert_v2.logs')).toMatchObject({
      auto_mitigation_enabled: '${!try(each.value.once, false)}',
      mute_actions_after_alert_duration: '${try(each.value.once, false) ? each.value.window : null}',
    });
  });

  it('ask tables of Log Analytics for columns that they have, and tell apart by one of their own', () => {
    const alerts = z
      .record(z.string(), z.looseObject({ query: z.string(), by: z.string().optional() }))
      .parse(infra.locals['log_alerts']);
    for (const [name, { query, by }] of Object.entries(alerts)) {
      const written = whole(query);
      const makes = by === undefined || new RegExp(`(?:extend|by) ${by} = `).test(written);
      expect([name, unknownColumns(written), makes]).toEqual([name, [], true]);
    }
    expect(unknownColumns('AppMetrics\n| where Metric == "x"')).toEqual(['Metric']);
    expect(unknownColumns('ContainerAppConsoleLogs_CL\n| take 1')).toEqual(['ContainerAppConsoleLogs_CL']);
    const logs = resource('azurerm_monitor_scheduled_query_rules_alert_v2.logs');
    expect(JSON.stringify(inner(logs, 'criteria')['dynamic'])).toContain('try(each.value.by, \\"\\")');
  });

  it('all reach the action group', () => {
    const logs = resource('azurerm_monitor_scheduled_query_rules_alert_v2.logs');
    const metrics = resource('azurerm_monitor_metric_alert.metrics');
    expect(inner(logs, 'action')['action_groups']).toEqual(['${azurerm_monitor_action_group.main.id}']);
    expect(inner(metrics, 'action')['action_group_id']).toBe('${azurerm_monitor_action_group.main.id}');
    expect(z.record(z.string(), alert).parse(infra.locals['metric_alerts'])).toHaveProperty('no-copy');
  });
});

async function programText(): Promise<string> {
  const texts = await Promise.all(
    ['src', 'bot'].map(async (folder) => {
      const root = new URL(`../../${folder}/`, import.meta.url);
      const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.ts'));
      return Promise.all(files.map((file) => readFile(new URL(file.replaceAll('\\', '/'), root), 'utf8')));
    }),
  );
  return texts.flat().join('\n');
}

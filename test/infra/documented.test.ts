import { readdir, readFile } from 'node:fs/promises';
import { parse } from '@cdktf/hcl2json';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../src/config.ts';
import { METRICS } from '../../src/shared/metrics.ts';
import { API_ROLES } from '../../src/http/api/api-access.ts';
import { EXCHANGE_IN_PAGES } from '../admin/exchange.ts';
import { commandsOf, createPowerShellParser } from '../admin/powershell.ts';
import { AZURE_CLI, callsIn, unknownCalls } from './azure-cli.ts';
import { unknownColumns } from './log-tables.ts';
import { readInfrastructure, type Infrastructure } from './terraform.ts';

const GUID = '0a1b2c3d-0000-4000-8000-00000000000a';
const ROOT = new URL('../../', import.meta.url);
const page = (name: string): Promise<string> => readFile(new URL(name, ROOT), 'utf8');

const install = await page('docs/install.md');
const operations = await page('docs/operations.md');
const security = await page('docs/security.md');
const pages = [install, operations, security, await page('infra/README.md')].join('\n');

let infra: Infrastructure;
beforeAll(async () => {
  infra = await readInfrastructure();
});

/** What is below a heading, up to the next one of its level or above. */
function chapter(text: string, heading: string): string {
  const [level = ''] = /^#+/.exec(heading) ?? [];
  const start = text.indexOf(`\n${heading}\n`);
  if (start < 0) throw new Error(`there is no ${heading}`);
  const rest = text.slice(start + heading.length + 2);
  const end = rest.search(new RegExp(`^#{1,${level.length}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}

/** The code in the first column of tables. */
function firstCells(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => /^\| `([^`]+)` /.exec(line)?.[1] ?? []);
}

function headings(text: string): readonly string[] {
  return [...text.matchAll(/^### (.*)$/gm)].map(([, heading = '']) => heading);
}

/** Everything that the program may say, in log and cards. */
async function programText(): Promise<string> {
  const texts = await Promise.all(
    ['src', 'bot', 'cards'].map(async (folder) => {
      const files = (await readdir(new URL(`${folder}/`, ROOT), { recursive: true })).filter((file) =>
        /\.(?:ts|json)$/.test(file),
      );
      return Promise.all(files.map((file) => page(`${folder}/${file.replaceAll('\\', '/')}`)));
    }),
  );
  return texts.flat().join('\n');
}

describe('docs/install.md', () => {
  it('names variables that there are, and all that need a value', () => {
    const named = firstCells(chapter(install, '## 3. Azure'));
    expect(named.filter((name) => !infra.variables.has(name))).toEqual([]);
    const needed = [...infra.variables].filter(([, body]) => !('default' in body)).map(([name]) => name);
    expect(needed.filter((name) => !named.includes(name))).toEqual([]);
  });

  it('asks for the permissions that Rootdesk needs', () => {
    expect(infra.locals['directory_permissions']).toBe(
      '${toset(["User.Read.All", "GroupMember.Read.All", "ChannelMember.Read.All"])}',
    );
    for (const permission of [
      'User.Read.All',
      'GroupMember.Read.All',
      'ChannelMember.Read.All',
      'Application Mail.Read',
    ]) {
      expect(install).toContain(`\`${permission}\``);
    }
  });

  it('fills in every placeholder of the manifest, and no other', async () => {
    const placeholders = [...(await page('appPackage/manifest.json')).matchAll(/\$\{\{(\w+)\}\}/g)];
    const filled = [...install.matchAll(/^ {4}([A-Z_]+) += /gm)].map(([, name]) => name);
    expect(new Set(filled)).toEqual(new Set(placeholders.map(([, name]) => name)));
  });
});

describe('the settings for an administrator’s machine', () => {
  it('are all that a configuration needs, and sign in as the administrator', () => {
    const value = z.string().parse(infra.outputs.get('administrator_settings')?.['value']);
    const given = [...value.matchAll(/"([A-Z_]+)"/g)].map(([, name = '']) => name);
    const ofTheApp = [...infra.source.matchAll(/^ {4}([A-Z_]+) += /gm)].map(([, name = '']) => name);
    expect(given.filter((name) => !ofTheApp.includes(name))).toEqual([]);
    const samples: Readonly<Record<string, string>> = {
      BOT_APP_ID: GUID,
      BOT_TENANT_ID: GUID,
      BOT_APP_TYPE: 'UserAssignedMSI',
      TABLE_ENDPOINT: 'https://rootdeskcompany.table.core.windows.net',
      TABLE_NAME: 'awsrootaccounts',
      CENTRAL_MAILBOX: 'aws@company.com',
      POOL_DOMAINS: 'company.com',
      APPROVERS_GROUP: GUID,
      // Left out where there is a group.
      APPROVERS: '',
    };
    const config = readConfig(Object.fromEntries(given.map((name) => [name, samples[name]])));
    expect(config.credential).toEqual({ kind: 'default' });
  });
});

describe('the pages for administrators', () => {
  it('name outputs, resources and variables that there are', () => {
    const outputs = [...pages.matchAll(/output -raw (\w+)/g)].map(([, name = '']) => name);
    expect(outputs.length).toBeGreaterThan(3);
    expect(outputs.filter((name) => !infra.outputs.has(name))).toEqual([]);
    const resources = [...pages.matchAll(/\b((?:azurerm|azapi|azuread)_\w+\.\w+)/g)].map(
      ([, name = '']) => name,
    );
    expect(resources.length).toBeGreaterThan(1);
    expect(resources.filter((name) => !infra.resources.has(name))).toEqual([]);
  });

  it('call things in Azure as Terraform names them', () => {
    const made = [...infra.resources.values()].map(({ name }) =>
      String(name).replace('${var.name}', 'rootdesk'),
    );
    const { default: group } = z
      .object({ default: z.string() })
      .parse(infra.variables.get('resource_group_name'));
    const named = [...pages.matchAll(/\b(?:rg|ca|cae|job|bot|log|appi)-rootdesk\b[\w-]*/g)].map(
      ([name]) => name,
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => ![...made, group].includes(name))).toEqual([]);
  });

  it('call the Azure CLI with commands and options that it has', () => {
    expect(callsIn(pages).length).toBeGreaterThan(25);
    expect(unknownCalls(pages)).toEqual([]);
    expect(unknownCalls('```sh\naz acr login --nmae x\n```')).toHaveLength(1);
    // What no page shows any more is not kept.
    const shown = callsIn(pages).join('\n');
    expect(Object.keys(AZURE_CLI).filter((command) => !shown.includes(command))).toEqual([]);
  });

  it('name variables in the way of variables only where there are such', () => {
    const names = [...pages.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, name = '']) => name);
    const known = new Set([
      ...infra.variables.keys(),
      ...infra.outputs.keys(),
      ...Object.keys(METRICS),
      ...OTHER_NAMES,
    ]);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it('name permissions and roles that the infrastructure, the script of plan or the API knows', async () => {
    const known = [infra.source, await page('src/admin/pool/plan.ps1'), ...API_ROLES, ...NOT_TO_GIVE].join(
      '\n',
    );
    const named = [
      ...pages.matchAll(/\b[A-Z]\w+\.(?:Read|ReadWrite|Send|Allot|Request|Manage)(?:\.\w+)?\b/g),
    ];
    expect(named.length).toBeGreaterThan(5);
    expect(named.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('call Exchange Online with commands and parameters that it has', async () => {
    const powershell = await createPowerShellParser();
    const code = [
      ...pages.matchAll(/^ *```powershell\n([\s\S]*?)^ *```/gm),
      ...pages.matchAll(/`((?:Add|Connect|Get|New|Remove|Search|Set|Test)-[A-Z][^`]*)`/g),
    ].map(([, each = '']) => each);
    const calls = code
      .flatMap((each) => commandsOf(powershell(each)))
      .filter(({ name }) => /^[A-Z][a-z]+-[A-Z]/.test(name) && !POWERSHELL.includes(name));
    expect(calls.length).toBeGreaterThan(15);
    const wrong = calls.filter(({ name, parameters }) => {
      const known = EXCHANGE_IN_PAGES[name];
      return known === undefined || parameters.some((each) => !known.includes(each));
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  it('take every role assignment of the script of plan away, wherever they take one away', async () => {
    const script = await page('src/admin/pool/plan.ps1');
    expect(script).toContain('$name = "Rootdesk $AppId"');
    const further = [...script.matchAll(/-Name "\$name (\w+)"/g)].map(([, name = '']) => name);
    expect(further).toEqual(['probes']);
    for (const text of [install, operations]) {
      const [first, ...others] = ['', ...further.map((name) => ` ${name}`)].map(
        (name) => text.split(new RegExp(`"Rootdesk <(?:old )?application id>${name}"`)).length - 1,
      );
      expect(first).toBeGreaterThan(0);
      expect(others.filter((count) => count < (first ?? 0))).toEqual([]);
    }
  });

  it('show PowerShell and Terraform without mistakes of form', async () => {
    const powershell = await createPowerShellParser();
    const blocks = [...install.matchAll(/^ *```powershell\n([\s\S]*?)^ *```/gm)].map(([, code = '']) => code);
    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks.filter((code) => powershell(code).hasError)).toEqual([]);
    for (const [, code = ''] of pages.matchAll(/^ *```hcl\n([\s\S]*?)^ *```/gm)) await parse('page.tf', code);
  });
});

/** Of PowerShell itself, and of its gallery. */
const POWERSHELL = [
  'Compress-Archive',
  'ConvertFrom-Json',
  'ConvertTo-Json',
  'Copy-Item',
  'ForEach-Object',
  'Format-List',
  'Get-Content',
  'Get-Date',
  'Import-Csv',
  'Install-Module',
  'New-Guid',
  'New-Item',
  'Out-Null',
  'Remove-Item',
  'Set-Content',
  'Where-Object',
];

/** What a pipeline would need to grant permissions itself; the page says so, and how to do without. */
const NOT_TO_GIVE = ['AppRoleAssignment.ReadWrite.All', 'Application.Read.All'];

/** Columns of the older scheme, and properties that look like variables. */
const OTHER_NAMES = ['in_use', 'prevent_destroy'];

describe('docs/operations.md', () => {
  it('explains every alert, and no other', () => {
    const alerts = ['log_alerts', 'metric_alerts'].flatMap((name) =>
      Object.keys(z.record(z.string(), z.unknown()).parse(infra.locals[name])),
    );
    const explained = headings(chapter(operations, '## Alerts')).map((heading) =>
      heading.replaceAll('`', ''),
    );
    expect(explained.toSorted()).toEqual(alerts.toSorted());
  });

  it('asks tables of Log Analytics for columns that they have', () => {
    const queries = [...operations.matchAll(/^ *```kusto\n([\s\S]*?)^ *```/gm)].map(
      ([, query = '']) => query,
    );
    expect(queries.length).toBeGreaterThan(3);
    expect(queries.flatMap(unknownColumns)).toEqual([]);
  });

  it('explains cards and log lines with words that the program writes', async () => {
    const program = await programText();
    const cards = headings(chapter(operations, '## Cards in triage'));
    const lines = firstCells(chapter(operations, '## What the log says'));
    expect(cards.length).toBeGreaterThan(8);
    expect(lines.length).toBeGreaterThan(8);
    // An ellipsis stands for what the program fills in.
    const pieces = [...cards, ...lines].flatMap((words) => words.split(/ … ?/));
    expect(pieces.filter((words) => !program.includes(words))).toEqual([]);
  });
});

describe('docs/security.md', () => {
  it('names every right of Rootdesk in Azure and Microsoft Graph', () => {
    const rights = chapter(security, '## What Rootdesk itself may do')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').map((cell) => cell.replaceAll('`', '').trim()));
    const inAzure = rights.filter(([, where]) => where === 'Azure').map(([, , right]) => right);
    const assigned = [...infra.resources]
      .filter(([name]) => name.startsWith('azurerm_role_assignment.'))
      .map(([, { role_definition_name: role }]) => role);
    expect(new Set(inAzure)).toEqual(new Set(assigned));
    const inGraph = rights.filter(([, where]) => where === 'Microsoft Graph').map(([, , right]) => right);
    expect(infra.locals['directory_permissions']).toBe(
      `\${toset(${JSON.stringify(inGraph).replaceAll(',', ', ')})}`,
    );
  });

  it('names every kind of row', async () => {
    const files = (await readdir(new URL('src/azure/', ROOT))).filter((file) => file.endsWith('.ts'));
    const program = (await Promise.all(files.map((file) => page(`src/azure/${file}`)))).join('\n');
    const kinds = [...program.matchAll(/['`](~[a-z-]+:|[a-z]+:(?=\$\{))/g)].map(([, kind = '']) => kind);
    expect(new Set(kinds).size).toBeGreaterThan(20);
    const stored = chapter(security, '## What is stored, and for how long');
    expect([...new Set(kinds)].filter((kind) => !stored.includes(`\`${kind}\``))).toEqual([]);
  });
});

import { readdir, readFile, stat } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '../bot/commands/commands.ts';
import { SETTING_NAMES } from '../src/settings.ts';
import { ALIAS_STATES } from '../src/aliases/states.ts';
import { ADMIN_RIGHTS } from '../src/rights/operations.ts';
import { METRICS } from '../src/shared/metrics.ts';
import { readInfrastructure } from './infra/terraform.ts';

const ROOT = new URL('../', import.meta.url);
const page = (name: string): Promise<string> => readFile(new URL(name, ROOT), 'utf8');
const PAGES = ['docs/install.md', 'docs/operations.md'];

/** What is ours in none of these: of Azure, Microsoft 365, AWS and the company, each as its owner writes it. */
const OF_OTHERS = [
  // The company of the pages.
  /^(?:aws(?:-root-\d\d)?@)?(?:rootdesk\.|asuid\.rootdesk\.)?company\.com$/,
  /^R-1A2B3C4D$/,
  /^v(?:1\.2\.3|\*)$/,
  // Hosts, providers and roles of Microsoft.
  /^[\w*.]+\.(?:com|net)$/,
  /^Microsoft\.\w+(?:\/\w+)?$/,
  /^(?:Owner|Reader|AcrPush|Network Contributor|Storage \w+ Data \w+|Application Mail\.\w+|Mail)$/,
  /^(?:User|GroupMember|ChannelMember|AppRoleAssignment|Application)\.\w+\.All$/,
  /^ExchangeOnlineManagement$/,
  // Calls, at which test/infra/documented.test.ts and test/admin/documented-calls.test.ts look.
  /^(?:az|terraform|docker|aws|npm|node) /,
  /^(?:[A-Z][a-z]+-[A-Z]\w+)\b/,
  /^(?:init -upgrade|providers lock|NextToken|SingleTenant|Failed|--allow-shared-key-access true)$/,
  // What the reader makes.
  /^infra\/(?:company\.tfvars|\.terraform\.lock\.hcl)$/,
  // Role assignments; test/infra/documented.test.ts compares them with the script of plan.
  /^"Rootdesk <(?:old )?application id> probes"$/,
  // What Exchange says of a mail, and a column of the older scheme.
  /^(?:\.eml|in_use|~)$/,
];

const commands = new Set<string>([...Object.keys(ADMIN_RIGHTS), ...COMMANDS.map(({ name }) => name)]);
let known: ReadonlySet<string>;
let program: string;

async function texts(folder: string, kinds: RegExp): Promise<readonly string[]> {
  const files = (await readdir(new URL(`${folder}/`, ROOT), { recursive: true })).filter((file) =>
    kinds.test(file),
  );
  return Promise.all(files.map((file) => page(`${folder}/${file.replaceAll('\\', '/')}`)));
}

beforeAll(async () => {
  const infra = await readInfrastructure();
  const alerts = ['log_alerts', 'metric_alerts'].flatMap((name) =>
    Object.keys(z.record(z.string(), z.unknown()).parse(infra.locals[name])),
  );
  const resources = [...infra.resources.values()].map(({ name }) =>
    String(name).replace('${var.name}', 'rootdesk'),
  );
  const manifest = await page('appPackage/manifest.json');
  known = new Set([
    ...SETTING_NAMES,
    ...Object.keys(METRICS),
    ...infra.variables.keys(),
    ...infra.outputs.keys(),
    ...infra.resources.keys(),
    ...resources,
    ...alerts,
    ...ALIAS_STATES,
    ...commands,
    ...[...manifest.matchAll(/\$\{\{(\w+)\}\}|"(\w+)":/g)].map(
      ([, placeholder, key]) => placeholder ?? key ?? '',
    ),
    'prevent_destroy',
  ]);
  program = (
    await Promise.all([
      texts('src', /\.(?:ts|ps1)$/),
      texts('bot', /\.ts$/),
      texts('cards', /\.(?:ts|json)$/),
      texts('infra', /\.(?:tf|tfvars)$/),
    ])
  )
    .flat()
    .join('\n');
});

/** The code in the sentences of a page, each piece once. */
async function codeIn(name: string): Promise<readonly string[]> {
  const text = (await page(name)).replaceAll(/^ *```[\s\S]*?^ *```/gm, '');
  return [...new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code))];
}

/** Names with something around them that has tests of its own, or is the reader's. */
const WITHIN = [
  // A setting or variable with its value, or a label of a metric.
  /^(\w+) ?= ?\S+$/,
  // Parameters of the script of plan, and options.
  /^-([A-Z]\w+)$/,
  /^(--[a-z][a-z-]*) .*$/,
  // Where it answers.
  /^(?:GET |https:\/\/<host>)(\/\w+)$/,
];

/** Commands in a channel and of the command line, with what follows them. */
const COMMAND = /^(?:@Rootdesk ([a-z][a-z-]*)(?: .*)?|([a-z][a-z-]*) .*)$/;

/** Whether the program has it: words that it says or a name in its code, of one word each. */
function inProgram(code: string): boolean {
  const words = code.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /[ /]/.test(code)
    ? program.includes(code)
    : new RegExp(`(?:['"\`]|\\$|^ *|[{,] |\\b(?:const|readonly|name|type) )${words}\\b`, 'm').test(program);
}

async function isFile(code: string): Promise<boolean> {
  if (!/^[\w./-]+\.\w+$|^[\w./-]+\/$/.test(code)) return false;
  return stat(new URL(code, ROOT)).then(
    () => true,
    () => false,
  );
}

async function isThere(code: string): Promise<boolean> {
  if (known.has(code) || OF_OTHERS.some((each) => each.test(code)) || inProgram(code)) return true;
  const [, inChannel, onCommandLine] = COMMAND.exec(code) ?? [];
  if (commands.has(inChannel ?? onCommandLine ?? '')) return true;
  const within = WITHIN.map((each) => each.exec(code)?.[1]).find((name) => name !== undefined);
  if (within !== undefined && (known.has(within) || inProgram(within))) return true;
  return isFile(code);
}

describe('code in the sentences of the pages for administrators', () => {
  it.each(PAGES)('%s names nothing that is not there', async (name) => {
    const code = await codeIn(name);
    expect(code.length).toBeGreaterThan(80);
    const there = await Promise.all(code.map(isThere));
    expect(code.filter((_, place) => !there[place])).toEqual([]);
  });

  it.each([
    'rootdesk_no_such',
    'no-such-alert',
    'POOL_HIGH_WATER',
    'explode --now',
    '@Rootdesk explode',
    'a mail was lost',
    'infra/none.tf',
    'no_such = 1',
  ])('would be missed: %s', async (code) => {
    expect(await isThere(code)).toBe(false);
  });
});

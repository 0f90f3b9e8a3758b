import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { RootdeskError } from '../../shared/rootdesk-error.ts';
import { evidenceWords } from './evidence-words.ts';
import { actionFor, type Action } from '../../mail/action.ts';
import { domainOf } from '../../mail/parse/addresses.ts';
import { channelLines, channelText } from '../../mail/excerpt/channel-text.ts';
import { hasAliasShape } from '../../mail/parse/resolve.ts';
import { MAIL_RULES, type KnownAlias, type MailRules, type KnownAliases } from '../../mail/rules.ts';
import { mailFromEml } from '../../mail/parse/take-apart.ts';
import { analyze } from '../../mail/analyze.ts';
import type { Category, Severity } from '../../channels/mail-topics.ts';
import type { Genuine } from '../../mail/analysis.ts';
import { foldAddress } from '../../shared/identifiers.ts';
import { failureText, inWords } from '../../shared/in-words.ts';
import { readCsv } from '../files/read-csv.ts';
import { readBytes, readText } from '../files/read-text.ts';

const HELP = `Says what Rootdesk would do with mails, and why. Needs no server and changes nothing.

  npm run -s explain -- [--json] [--aliases FILE.csv] [--company-hosts HOST,HOST] FILE.eml …

  --json              one JSON object a line and file
  --aliases FILE.csv  the registered aliases: a head line with the columns alias and account_id, then one line per alias;
                      without it every address that looks like an alias counts as registered
  --company-hosts HOST,HOST
                      hosts of your own, as the setting COMPANY_HOSTS; beside the domains of the aliases
  --help              this text

Exit code 0: every file was explained. 1: a file could not be read. 2: the command was not understood.
`;

/** One explained mail: what `--json` prints, in this order and with nothing else. */
export interface Explanation {
  readonly file: string;
  readonly aliases: readonly string[];
  readonly accountId: string | null;
  readonly category: Category;
  readonly severity: Severity;
  readonly secret: boolean;
  readonly genuine: Genuine;
  readonly action: Action;
  readonly channelText: string;
}

/** What the command answers with: text for both outputs, and the exit code. */
export interface Explained {
  readonly out: string;
  readonly err: string;
  readonly exitCode: 0 | 1 | 2;
}

/** Runs the command on its arguments; reads files, writes nothing. */
export async function explain(args: readonly string[]): Promise<Explained> {
  const json = args.includes('--json');
  const command = parseCommand(args);
  if (command instanceof RootdeskError) return failed(command, 2, json);
  if (command.help) return { out: HELP, err: '', exitCode: 0 };
  let aliases: readonly KnownAlias[] = [];
  try {
    if (command.aliases !== undefined) {
      aliases = parseAliases(await readText(command.aliases), command.aliases);
    }
  } catch (error) {
    return failed(inWords(error), 1, json);
  }
  const register = command.aliases === undefined ? registerByShape() : registerOf(aliases);
  const domains = aliases.map(({ address }) => domainOf(address));
  const rules: MailRules = {
    ...MAIL_RULES,
    companyHosts: [...new Set([...domains, ...command.companyHosts])],
  };
  const out: string[] = [];
  const err: string[] = [];
  for (const file of command.files) {
    try {
      out.push(await explainFile(file, register, rules, command.json));
    } catch (error) {
      err.push(failureText(inWords(error), json));
    }
  }
  return { out: out.join(''), err: err.join(''), exitCode: err.length === 0 ? 0 : 1 };
}

function parseCommand(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        aliases: { type: 'string' },
        'company-hosts': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help !== true && positionals.length === 0) {
      return new RootdeskError(
        'no-file',
        'No file was named.',
        'Name one or more .eml files; --help shows how.',
      );
    }
    const { help = false, json = false, aliases, 'company-hosts': hosts = '' } = values;
    const companyHosts = hosts
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== '');
    return { help, json, aliases, companyHosts, files: positionals };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'The command was not understood.';
    return new RootdeskError('bad-option', message, 'See --help for the options.', { cause: error });
  }
}

async function explainFile(
  file: string,
  register: KnownAliases,
  rules: MailRules,
  json: boolean,
): Promise<string> {
  const mail = await mailFromEml(await readBytes(file));
  const analysis = await analyze(mail, register, rules);
  const explanation: Explanation = {
    file,
    aliases: analysis.aliases,
    accountId: analysis.accountId ?? null,
    category: analysis.category,
    severity: analysis.severity,
    secret: analysis.secret,
    genuine: analysis.genuine,
    action: actionFor(analysis),
    channelText: channelLines(channelText(analysis, mail)),
  };
  return json ? `${JSON.stringify(explanation)}\n` : forPeople(explanation, evidenceWords(analysis));
}

function forPeople(of: Explanation, reasons: readonly string[]): string {
  const rows = [
    ['action', of.action],
    ['aliases', of.aliases.join(', ') || 'none'],
    ['account', of.accountId ?? 'not named'],
    ['category', `${of.category}, ${of.severity}`],
    ['secret', of.secret ? 'yes: withheld from the channel' : 'none found'],
    ['genuine', of.genuine],
  ].map(([name = '', value = '']) => `  ${name.padEnd(9)} ${value}`);
  return [
    of.file,
    ...rows,
    '  because',
    ...reasons.map((reason) => `    ${reason}`),
    '  the channel would see',
    ...of.channelText.split('\n').map((line) => `    ${line}`),
    '\n',
  ].join('\n');
}

/** The register as a file: columns by the head line, so that other columns do no harm. */
export function parseAliases(csv: string, name = 'The file of aliases'): readonly KnownAlias[] {
  const { columns, rows } = readCsv(name, csv);
  if (!columns.includes('alias')) {
    throw new RootdeskError(
      'bad-aliases',
      'The file of aliases has no column "alias".',
      'Begin it with: alias,account_id',
    );
  }
  return rows.map(({ cells }) => ({
    address: foldAddress(cells['alias'] ?? ''),
    accountId: cells['account_id'] || undefined,
    accountName: cells['account_name'] || undefined,
  }));
}

/** A register of known aliases, as the table would answer. */
export function registerOf(aliases: readonly KnownAlias[]): KnownAliases {
  const byAddress = new Map(aliases.map((alias) => [alias.address, alias]));
  const byAccount = new Map(
    aliases.flatMap((alias) => (alias.accountId === undefined ? [] : [[alias.accountId, alias] as const])),
  );
  return {
    byAddress: async (addresses) => addresses.flatMap((address) => byAddress.get(address) ?? []),
    byAccount: async (accountId) => byAccount.get(accountId),
  };
}

/** Without a list, what looks like an alias counts as one; no account is known. */
function registerByShape(): KnownAliases {
  return {
    byAddress: async (addresses) =>
      addresses
        .filter((address) => hasAliasShape(address, MAIL_RULES))
        .map((address) => ({ address, accountId: undefined, accountName: undefined })),
    byAccount: async () => undefined,
  };
}

function failed(error: RootdeskError, exitCode: 1 | 2, json: boolean): Explained {
  return { out: '', err: failureText(error, json), exitCode };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { out, err, exitCode } = await explain(process.argv.slice(2));
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = exitCode;
}

import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { importAliases, type ImportOutcome, type NewAlias, type RefusedAlias } from '../aliases/import.ts';
import type { Register } from '../aliases/register.ts';
import { ALIAS_STATES, isFree } from '../aliases/states.ts';
import { AdminFault, type CommandOutput } from './command-output.ts';
import { PLAN_CSV_HEAD } from './plan.ts';
import { withProgressBar } from './progress-bar.ts';
import { readText } from './read-text.ts';

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

type Importing = Pick<Register, 'everyAlias' | 'alias' | 'commit'>;

/**
 * Puts the aliases of a file into the pool. May be cut short and run again.
 * @returns 1 when an alias was refused, else 0
 * @throws {AdminFault} the file cannot be read, or is not such a list
 */
export async function runImport(
  register: Importing,
  path: string,
  options: ImportOptions,
  io: CommandOutput,
): Promise<0 | 1> {
  const { aliases, unreadable } = await readAliases(path);
  const json = options.json === true;
  const dryRun = options.dryRun === true;
  const into = dryRun ? onPaper(register) : register;
  const { added, present, refused } = await withProgressBar({ io, label: 'Aliases', json }, (onProgress) =>
    importAliases(into, aliases, onProgress),
  );
  const outcome: ImportOutcome = { added, present, refused: [...unreadable, ...refused] };
  io.out(json ? `${JSON.stringify({ dryRun, ...outcome })}\n` : words(outcome, dryRun));
  return outcome.refused.length === 0 ? 0 : 1;
}

/** The register without a pen: what would be added is decided as ever, and nothing is written. */
function onPaper(register: Importing): Importing {
  return {
    everyAlias: () => register.everyAlias(),
    alias: (id) => register.alias(id),
    commit: async () => ({ kind: 'committed' }),
  };
}

const [ALIAS, ROOT_MAILBOX] = ['alias', 'root_mailbox'] as const;
const table = z.array(z.record(z.string(), z.string()));
const mailbox = z.email();

/** @throws {AdminFault} */
async function readAliases(
  path: string,
): Promise<{ readonly aliases: readonly NewAlias[]; readonly unreadable: readonly RefusedAlias[] }> {
  const rows = parseCsv(path, await readText(path));
  const aliases: NewAlias[] = [];
  const unreadable: RefusedAlias[] = [];
  for (const row of rows) {
    const address = row[ALIAS] ?? '';
    const rootMailbox = row[ROOT_MAILBOX] ?? '';
    // The list of export names the ids, which matter where an address holds none.
    const id = row['id'] === '' ? undefined : row['id'];
    const reason = rowFault(row, rootMailbox);
    if (reason === undefined) aliases.push({ address, rootMailbox, id });
    else unreadable.push({ address, reason });
  }
  return { aliases, unreadable };
}

const FREE: readonly string[] = ALIAS_STATES.filter((state) => isFree({ state }));

/** An export names states: what is somebody's would come back as free, and be handed out again. */
function rowFault(row: Readonly<Record<string, string>>, rootMailbox: string): string | undefined {
  const { state = '' } = row;
  if (state !== '' && !FREE.includes(state))
    return 'the file does not call it free, and only free aliases are added';
  return mailbox.safeParse(rootMailbox).success ? undefined : 'its root mailbox is not a mail address';
}

function parseCsv(path: string, text: string): z.output<typeof table> {
  try {
    // Excel writes semicolons in countries that write a decimal comma, and a byte order mark.
    const rows = table.parse(
      parse(text, { columns: true, bom: true, trim: true, delimiter: [',', ';'], skip_empty_lines: true }),
    );
    const [first] = rows;
    if (first !== undefined && ALIAS in first && ROOT_MAILBOX in first) return rows;
  } catch (cause) {
    throw notSuchAList(path, { cause });
  }
  throw notSuchAList(path);
}

function notSuchAList(path: string, options?: ErrorOptions): AdminFault {
  return new AdminFault(
    'not-a-list-of-aliases',
    `${path} is not a list of aliases.`,
    `Use the file that the script of plan writes: CSV with the head ${PLAN_CSV_HEAD} and a line an alias.`,
    options,
  );
}

function words({ added, present, refused }: ImportOutcome, dryRun: boolean): string {
  const lines = [
    `${added} ${dryRun ? 'would be added' : 'added'}, ${present} were in the pool, ${refused.length} refused.`,
    ...refused.map(({ address, reason }) => `  ${address === '' ? '(no address)' : address}: ${reason}`),
    ...(dryRun ? ['Nothing was changed.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

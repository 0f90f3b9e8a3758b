import { z } from 'zod';
import { parseAccountId } from '../../aliases/aws-limits.ts';
import { importAliases, type ImportedAs, type NewAlias, type RefusedAlias } from '../../aliases/import.ts';
import type { Register } from '../../register.ts';
import { ALIAS_STATES, isFree, isHeld, isRetired, type AliasState } from '../../aliases/states.ts';
import { foldAddress } from '../../shared/identifiers.ts';
import { adminCommand } from '../admin-command.ts';
import { AdminFault } from '../command-output.ts';
import { PLAN_CSV_HEAD } from './make-plan.ts';
import { withProgressBar } from '../progress-bar.ts';
import { readCsv, type CsvRow } from '../files/read-csv.ts';
import { readText } from '../files/read-text.ts';

type Importing = Pick<Register, 'everyAlias' | 'alias' | 'commit'>;

interface Report {
  readonly dryRun: boolean;
  readonly added: number;
  readonly present: number;
  readonly refused: readonly RefusedLine[];
  /** Of the lines in order, those whose aliases nobody is handed until it is known whose they are. */
  readonly held: number;
  /** Lines in order that are not added, because others are refused. */
  readonly heldBack: number;
}

interface RefusedLine extends RefusedAlias {
  readonly line: number;
}

/** What the table does not know may be in use since before a loss of the table: it is held, unless its addresses are said to be new. */
export const importPool = adminCommand({
  name: 'import',
  does: 'put the aliases of a CSV file into the pool, all or none; may be cut short and run again',
  takes: { '<file.csv>': 'as the script of plan writes it' },
  options: {
    '--dry-run': 'say what would be added, and change nothing',
    '--new': 'nobody was ever given one of them: add them free, not held',
    '--skip-invalid': 'leave out the lines that are wrong, and add the others',
    '--json': 'the outcome as one JSON object',
  },
  async run(
    { open, io },
    { dryRun = false, skipInvalid = false, new: areNew = false, json = false },
    [path = ''],
  ) {
    const { register } = await open();
    const { aliases, unreadable } = await readAliases(path, areNew);
    const lineOf = new Map(aliases.toReversed().map(({ address, line }) => [foldAddress(address), line]));
    const allRefused = (refused: readonly RefusedAlias[]): readonly RefusedLine[] =>
      [...unreadable, ...refused.map((each) => ({ ...each, line: lineOf.get(each.address) ?? 0 }))].toSorted(
        (one, other) => one.line - other.line,
      );
    const onlyTried = await importAliases(onPaper(register), aliases);
    const tried = { ...onlyTried, refused: allRefused(onlyTried.refused) };
    const holdsBack = tried.refused.length > 0 && !skipInvalid;
    const add = async (): Promise<typeof tried> => {
      const outcome = await withProgressBar({ io, label: 'Aliases', json }, (onProgress) =>
        importAliases(register, aliases, onProgress),
      );
      return { ...outcome, refused: allRefused(outcome.refused) };
    };
    const held = aliases.filter(({ as = 'free' }) => isHeld({ state: as })).length;
    const report: Report = holdsBack
      ? { dryRun, ...tried, added: 0, held: 0, heldBack: tried.added }
      : { dryRun, ...(dryRun ? tried : await add()), held, heldBack: 0 };
    io.out(json ? `${JSON.stringify(report)}\n` : words(report, holdsBack));
    return report.refused.length === 0 ? 0 : 1;
  },
});

/** The register without a pen: what would be added is decided as ever, and nothing is written. */
function onPaper(register: Importing): Importing {
  return {
    everyAlias: () => register.everyAlias(),
    alias: (id) => register.alias(id),
    commit: async () => ({ kind: 'committed' }),
  };
}

const [ALIAS, ROOT_MAILBOX] = ['alias', 'root_mailbox'] as const;
const mailbox = z.email();

/** @throws {AdminFault} */
async function readAliases(path: string, areNew: boolean) {
  const { columns, rows } = readCsv(path, await readText(path));
  const once = (name: string): boolean => columns.filter((each) => each === name).length === 1;
  if (rows.length === 0 || !once(ALIAS) || !once(ROOT_MAILBOX)) {
    throw notSuchAList(path);
  }
  const claims = Map.groupBy(rows, ({ cells }) => foldAddress(cells[ALIAS] ?? ''));
  // Lines without an alias are about none, and refused one by one.
  claims.delete('');
  const aliases: (NewAlias & { line: number })[] = [];
  const unreadable: RefusedLine[] = [];
  for (const row of rows) {
    const { line, cells } = row;
    const address = cells[ALIAS] ?? '';
    const reason = rowFault(row, columns.length) ?? contradiction(claims.get(foldAddress(address)) ?? []);
    // The list of export names the ids, which matter where an address holds none.
    const id = cells['id'] || undefined;
    const as = importedAs(stateIn(row), areNew);
    const accountId = isRetired({ state: as }) ? parseAccountId(cells['account_id'] ?? '') : undefined;
    const rootMailbox = cells[ROOT_MAILBOX] ?? '';
    if (reason === undefined) aliases.push({ address, rootMailbox, id, line, as, accountId });
    else unreadable.push({ line, address, reason });
  }
  return { aliases, unreadable };
}

/** An export names states; undefined where the line names none, or one that nobody knows. */
function stateIn({ cells }: CsvRow): AliasState | undefined {
  const named = (cells['state'] ?? '').toLowerCase();
  return ALIAS_STATES.find((state) => state === named);
}

/** What somebody had when the list was written is held: whose it is, `assign` and `adopt` say. */
function importedAs(state: AliasState = 'free', areNew: boolean): ImportedAs {
  if (isRetired({ state })) return 'retired';
  return areNew && isFree({ state }) ? 'free' : 'held';
}

function rowFault(row: CsvRow, columns: number): string | undefined {
  const { cells, width } = row;
  const state = cells['state'] ?? '';
  if (width !== columns)
    return `it has ${width} ${width === 1 ? 'column' : 'columns'}, the first line names ${columns}`;
  if (state !== '' && stateIn(row) === undefined)
    return `${state.slice(0, 40)} is no state of an alias: ${ALIAS_STATES.join(', ')}`;
  return mailbox.safeParse(cells[ROOT_MAILBOX]).success
    ? undefined
    : 'its root mailbox is not a mail address';
}

/** An alias is on one root mailbox: of two lines that say different things, none is believed. */
function contradiction(rows: readonly CsvRow[]): string | undefined {
  const claims = rows.map(({ line, cells }) => {
    const { [ROOT_MAILBOX]: root = '', id = '', state = '' } = cells;
    const said = [foldAddress(root), id.toLowerCase(), state.toLowerCase()].filter((each) => each !== '');
    return { line, said: said.join(', ') || 'nothing' };
  });
  if (new Set(claims.map(({ said }) => said)).size < 2) return undefined;
  return `the lines contradict each other: ${claims.map(({ line, said }) => `line ${line} says ${said}`).join('; ')}`;
}

function notSuchAList(path: string): AdminFault {
  return new AdminFault(
    'not-a-list-of-aliases',
    `${path} is not a list of aliases.`,
    `Use the file that the script of plan writes: CSV with the head ${PLAN_CSV_HEAD} and one line per alias.`,
  );
}

const HELD = [
  '  Of these, nobody is handed one until it is known whose it is: they are held.',
  '  > After a loss of the table, restore a backup, or say whose they are: adopt, then assign.',
  '  > Where nobody was ever given one, say so: import --new, or free for those that are held already.',
];

function words({ dryRun, added, present, refused, held, heldBack }: Report, holdsBack: boolean): string {
  const lines = [
    `${added} ${dryRun ? 'would be added' : 'added'}, ${present} were in the pool, ${refused.length} refused.`,
    ...refused.map(
      ({ line, address, reason }) =>
        `  line ${line}: ${address === '' ? '(no address)' : address}: ${reason}`,
    ),
    ...(holdsBack
      ? [
          '  > Nothing is added while a line is wrong. Correct these lines and run import again.',
          ...(heldBack > 0 ? [`  > Or add the other ${heldBack} without them: import --skip-invalid.`] : []),
        ]
      : []),
    ...(held > 0 && added > 0 ? HELD : []),
    ...(dryRun ? ['Nothing was changed.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

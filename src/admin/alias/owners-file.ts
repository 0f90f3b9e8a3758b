import { parseAccountId } from '../../aliases/aws-limits.ts';
import { foldAddress } from '../../shared/identifiers.ts';
import { AdminFault } from '../command-output.ts';
import { readCsv, type CsvRow } from '../files/read-csv.ts';
import { readText } from '../files/read-text.ts';

/** What a line says: which alias, and whose it shall be. Empty text where it says nothing. */
export interface OwnerLine {
  readonly line: number;
  /** Address of the alias, lower case, or undefined where the line names it by its account. */
  readonly alias: string | undefined;
  readonly accountId: string | undefined;
  /** Mail address, lower case. */
  readonly owner: string;
  /** Id of a channel, its link, or `Team / Channel`. */
  readonly channel: string;
}

export interface WrongLine {
  readonly line: number;
  /** What the line calls the alias. */
  readonly name: string;
  readonly reason: string;
}

export interface OwnersFile {
  readonly lines: readonly OwnerLine[];
  readonly wrong: readonly WrongLine[];
}

const HEADS = 'alias,owner,channel';

/** Reads who owns what. @throws {AdminFault} the file cannot be read, or is no such list */
export async function readOwners(path: string): Promise<OwnersFile> {
  const { columns, rows } = readCsv(path, await readText(path));
  const has = (name: string): boolean => columns.filter((each) => each === name).length === 1;
  const isList = (has('alias') || has('account_id')) && ['owner', 'channel', 'channel_id'].some(has);
  if (!isList || rows.length === 0) {
    throw new AdminFault(
      'not-a-list-of-owners',
      `${path} is not a list of owners.`,
      `Write CSV with a head such as ${HEADS}: alias or account_id, and owner, channel or both.`,
    );
  }
  const lines: OwnerLine[] = [];
  const wrong: WrongLine[] = [];
  for (const row of rows) {
    const { cells, line } = row;
    const read = lineIn(row);
    const reason = faultOf(row, columns.length, read);
    if (reason === undefined) lines.push(read);
    else wrong.push({ line, name: cells['alias'] || cells['account_id'] || '', reason });
  }
  return { lines, wrong };
}

function lineIn({ line, cells }: CsvRow): OwnerLine {
  const alias = foldAddress(cells['alias'] ?? '');
  return {
    line,
    alias: alias === '' ? undefined : alias,
    accountId: parseAccountId(cells['account_id'] ?? ''),
    owner: foldAddress(cells['owner'] ?? ''),
    // A list of export has both: the id is the one that is certain.
    channel: cells['channel_id'] || cells['channel'] || '',
  };
}

function faultOf(
  { cells, width }: CsvRow,
  columns: number,
  { alias, accountId, owner, channel }: OwnerLine,
): string | undefined {
  if (width !== columns)
    return `it has ${width} ${width === 1 ? 'column' : 'columns'}, the first line names ${columns}`;
  if ((cells['account_id'] ?? '') !== '' && accountId === undefined) return 'its account id is not 12 digits';
  if (alias === undefined && accountId === undefined) return 'it names neither an alias nor an account';
  if (owner === '' && channel === '') return 'it names neither an owner nor a channel';
  return undefined;
}

import { z } from 'zod';
import { moment } from '../shared/stored-moment.ts';
import { RootdeskError } from '../shared/rootdesk-error.ts';
import { afterLoss } from '../aliases/after-loss.ts';
import { aliasFromRow, aliasRow, isAliasRow } from './rows/alias-row.ts';
import { key, LAST, prefix, ROOT } from './keys.ts';
import { markRow } from './rows/mark-row.ts';
import type { Row } from './table.ts';
import type { Cell, WholeRow } from './whole-table.ts';

/** How rows come back from a copy. */
export interface RestoreRules {
  /** When the restoring began. */
  readonly at: Date;
  /** Nobody was given an alias after the copy was made, so that what it calls free is free. */
  readonly nothingSince: boolean;
}

const queued = z.object({ attempts: z.number(), due_at: z.string(), may_be_repeat: z.boolean() });

/**
 * A row of a copy as it goes into the table; undefined where it does not. What was free may be somebody's now and is held, what
 * waits to be sent may have been sent since and says so.
 */
export function restoredRow(row: WholeRow, { at, nothingSince }: RestoreRules): WholeRow | undefined {
  const { partition, key: rowKey, columns } = row;
  if (partition === ROOT && rowKey === RESTORED) return undefined;
  if (queued.safeParse(columns).success) return { ...row, columns: { ...columns, may_be_repeat: true } };
  if (partition !== ROOT || nothingSince) return row;
  // Nothing that is held is among the free.
  if (rowKey.startsWith(prefix.free)) return undefined;
  return rowKey < LAST ? restoredAlias(row, at) : row;
}

function restoredAlias(row: WholeRow, at: Date): WholeRow {
  const stored = plainRow(row);
  // What is no alias is handed to nobody.
  if (!isAliasRow(stored)) return row;
  const before = aliasFromRow(stored);
  const after = afterLoss(before, at);
  return after === before ? row : { ...row, columns: { ...row.columns, ...columnsOf(aliasRow(after)) } };
}

/** A row as the modules read it that know its kind. */
export function plainRow({ partition, key: rowKey, columns }: WholeRow): Row {
  const values = Object.entries(columns).map(([name, cell]) => [name, valueOf(cell)] as const);
  return { ...Object.fromEntries(values), partitionKey: partition, rowKey, etag: '' };
}

function valueOf(cell: Cell): unknown {
  return typeof cell === 'object' ? cell.value : cell;
}

/** The columns beside the keys. */
function columnsOf(row: ReturnType<typeof aliasRow>): WholeRow['columns'] {
  const cells: Record<string, Cell> = {};
  for (const [name, value] of Object.entries(row)) {
    if (value === undefined || name === 'partitionKey' || name === 'rowKey') continue;
    cells[name] = value instanceof Date ? value.toISOString() : value;
  }
  return cells;
}

/** What is noted of a restoring, in the table itself. */
const restoringSchema = z.object({
  /** SHA-256 of the copy. */
  sha256: z.string(),
  at: moment,
  nothingSince: z.boolean(),
  /** Whether every row of the copy is there. */
  finished: z.boolean(),
});
export type Restoring = z.infer<typeof restoringSchema>;

const MARK = 'restored';
const RESTORED = key.mark(MARK);

export function restoringRow(restoring: Restoring): ReturnType<typeof markRow> {
  return markRow(MARK, JSON.stringify(restoring));
}

/** The last restoring of the table; undefined where there was none. */
export async function lastRestoring(table: {
  get(partition: string, rowKey: string): Promise<Row | undefined>;
}): Promise<Restoring | undefined> {
  const row = await table.get(ROOT, RESTORED);
  if (row === undefined) return undefined;
  return restoringSchema.parse(JSON.parse(z.string().parse(row['mark_text'])));
}

/** Only a part of the table is there again: whoever worked on it would take the rest for gone. */
export class RestoreUnfinished extends RootdeskError<'restore-unfinished'> {
  constructor() {
    super(
      'restore-unfinished',
      'The table is being restored from a backup, and not all of it is there.',
      'Run `restore` with the same file again; it goes on where it was.',
    );
    this.name = 'RestoreUnfinished';
  }
}

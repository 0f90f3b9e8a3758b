import { key, ROOT } from './keys.ts';
import { markFromRow, markRow } from './rows/mark-row.ts';
import type { Table } from './table.ts';

const MARK = 'purged before';

/** Mail received before is not in the ledger any more, and was dealt with; undefined where nothing was ever purged. One point read. */
export async function purgedBefore(table: Pick<Table, 'get'>): Promise<Date | undefined> {
  const row = await table.get(ROOT, key.mark(MARK));
  return row === undefined ? undefined : new Date(markFromRow(row));
}

/** The later moment stays. */
export async function notePurge(table: Table, before: Date): Promise<void> {
  const noted = await purgedBefore(table);
  if (noted !== undefined && noted >= before) return;
  await table.write({ kind: 'upsert', row: markRow(MARK, before.toISOString()) });
}

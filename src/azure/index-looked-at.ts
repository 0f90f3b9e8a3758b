import type { Clock } from '../shared/clock.ts';
import { chunks } from '../shared/chunks.ts';
import { prefix, ROOT, within } from './keys.ts';
import { rowsIn } from './pages.ts';
import { handlingFromRow, lookedAtRow } from './rows/handling-row.ts';
import { markFromRow, markNamed, markRow } from './rows/mark-row.ts';
import { TRANSACTION_MOST, type Row, type Table } from './table.ts';

const BEGUN = 'looked-at-begun';
const WHOLE = 'looked-at-whole';
/** Copies of the version before, which write no such rows, have ended by then. */
const UPGRADE_MS = 30 * 60_000;

/** Whether the rows of {@link lookedAtRow} are there for all mail that was seen; one point read. */
export async function isLookedAtIndexed(table: Table): Promise<boolean> {
  return (await markNamed(table, WHOLE)) !== undefined;
}

/**
 * Writes the rows of what was seen before there were such rows, once: not at the first call but at one that comes when no copy of the
 * version before runs any more. May be cut short and called again.
 */
export async function indexLookedAt(table: Table, clock: Clock): Promise<void> {
  if (await isLookedAtIndexed(table)) return;
  const now = clock();
  const begun = await markNamed(table, BEGUN);
  if (begun === undefined) {
    await table.write({ kind: 'upsert', row: markRow(BEGUN, now.toISOString()) });
    return;
  }
  if (now.getTime() - Date.parse(markFromRow(begun)) < UPGRADE_MS) return;
  let rows: Row[] = [];
  for await (const row of rowsIn(table, ROOT, within(prefix.handling))) {
    rows.push(row);
    if (rows.length < TRANSACTION_MOST) continue;
    await writeLookedAt(table, rows);
    rows = [];
  }
  await writeLookedAt(table, rows);
  await table.write({ kind: 'upsert', row: markRow(WHOLE, now.toISOString()) });
}

async function writeLookedAt(table: Table, rows: readonly Row[]): Promise<void> {
  const seen = rows.flatMap((row) => lookedAtIn(row) ?? []);
  for (const page of chunks(seen, TRANSACTION_MOST)) {
    await table.transaction(page.map((row) => ({ kind: 'upsert', row })));
  }
}

/** What nobody can read is seen by nobody. */
function lookedAtIn(row: Row): ReturnType<typeof lookedAtRow> {
  try {
    return lookedAtRow(handlingFromRow(row));
  } catch {
    return undefined;
  }
}

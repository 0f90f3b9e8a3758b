import type { ListedRow, WholeRow, WholeTable } from '../../azure/whole-table.ts';
import { restoredRow, type RestoreRules } from '../../azure/restored-row.ts';
import { TRANSACTION_MOST } from '../../azure/table.ts';
import { chunks } from '../../shared/chunks.ts';
import type { Backup } from './backup-file.ts';

/** Where a row is. */
export interface Place {
  readonly partition: string;
  readonly key: string;
}

export interface Restored {
  /** Written by this call. */
  readonly written: number;
  /** There already, and the same. */
  readonly present: number;
  /** There already, and something else: they stay as they are. */
  readonly conflicts: readonly Place[];
}

/** Batches under way at a time; more do not make one partition faster. */
const AT_ONCE = 4;

/**
 * Writes the rows of a backup that are not there. May be cut short anywhere and run again.
 * @throws {RegisterUnavailable} what was written until then stays
 */
export async function writeRows(
  whole: WholeTable,
  backup: Backup,
  rules: RestoreRules,
  onProgress: (rows: number) => void,
): Promise<Restored> {
  let written = 0;
  let present = 0;
  const conflicts: Place[] = [];
  await eachBatch(backup, rules, async (batch) => {
    const { missing, same, different } = await compared(whole, batch);
    present += same;
    conflicts.push(...different);
    const outcome = await create(whole, missing);
    written += outcome.written;
    conflicts.push(...outcome.conflicts);
    onProgress(batch.rows.length);
  });
  return { written, present, conflicts };
}

/** Rows of a backup that are not in the table, or otherwise. @throws {RegisterUnavailable} */
export async function differences(
  whole: WholeTable,
  backup: Backup,
  rules: RestoreRules,
): Promise<readonly Place[]> {
  const found: Place[] = [];
  await eachBatch(backup, rules, async (batch) => {
    const { missing, different } = await compared(whole, batch);
    found.push(...missing.map(placeOf), ...different);
  });
  return found;
}

/** A row as it goes into the table. */
interface Restorable extends WholeRow {
  /** As it is in the backup: a table that has it so has it still, and nothing was lost there. */
  readonly stored: WholeRow;
}

interface Batch {
  readonly partition: string;
  readonly rows: readonly Restorable[];
  /** They are one after the other in the table. */
  readonly isInOrder: boolean;
}

async function eachBatch(
  backup: Backup,
  rules: RestoreRules,
  work: (batch: Batch) => Promise<void>,
): Promise<void> {
  let group: Batch[] = [];
  for await (const batch of batchesOf(backup, rules)) {
    group.push(batch);
    if (group.length < AT_ONCE) continue;
    await Promise.all(group.map(work));
    group = [];
  }
  await Promise.all(group.map(work));
}

async function* batchesOf(backup: Backup, rules: RestoreRules): AsyncGenerator<Batch> {
  let rows: Restorable[] = [];
  for await (const stored of backup.unchanged()) {
    const restored = restoredRow(stored, rules);
    if (restored === undefined) continue;
    const row = { ...restored, stored };
    const [first] = rows;
    if (first !== undefined && (first.partition !== row.partition || rows.length === TRANSACTION_MOST)) {
      yield { partition: first.partition, rows, isInOrder: true };
      rows = [];
    }
    rows.push(row);
  }
  const [first] = rows;
  if (first !== undefined) yield { partition: first.partition, rows, isInOrder: true };
  const changed = backup.changed.flatMap((stored) => {
    const restored = restoredRow(stored, rules);
    return restored === undefined ? [] : [{ ...restored, stored }];
  });
  for (const [partition, its] of Map.groupBy(changed, (row) => row.partition)) {
    for (const some of chunks(its, TRANSACTION_MOST)) yield { partition, rows: some, isInOrder: false };
  }
}

async function compared(whole: WholeTable, batch: Batch) {
  const stored = await storedOf(whole, batch);
  const missing = batch.rows.filter(({ key }) => !stored.has(key));
  const different = batch.rows.filter((row) => {
    const there = stored.get(row.key);
    return there !== undefined && ![row, row.stored].map(contentOf).includes(contentOf(there));
  });
  const same = batch.rows.length - missing.length - different.length;
  return { missing, same, different: different.map(placeOf) };
}

async function storedOf(
  whole: WholeTable,
  { partition, rows, isInOrder }: Batch,
): Promise<ReadonlyMap<string, ListedRow>> {
  const [first, last] = [rows.at(0)?.key ?? '', rows.at(-1)?.key ?? ''];
  const found = isInOrder
    ? await whole.range(partition, first, last)
    : (await Promise.all(rows.map(({ key }) => whole.range(partition, key, key)))).flat();
  return new Map(found.map((row) => [row.key, row]));
}

/** Columns in one order: what reads alike is alike. */
function contentOf({ columns }: WholeRow): string {
  return JSON.stringify(
    Object.keys(columns)
      .toSorted()
      .map((name) => {
        const cell = columns[name];
        return [name, typeof cell === 'object' ? [cell.type, cell.value] : cell];
      }),
  );
}

function placeOf({ partition, key }: WholeRow): Place {
  return { partition, key };
}

/** All of them, or where somebody else was there, one by one: the SDK's hidden repeat meets its own success. */
async function create(
  whole: WholeTable,
  rows: readonly WholeRow[],
): Promise<Pick<Restored, 'written' | 'conflicts'>> {
  if (rows.length === 0 || (await whole.create(rows)) === 'done')
    return { written: rows.length, conflicts: [] };
  let written = 0;
  const conflicts: Place[] = [];
  for (const row of rows) {
    const there =
      (await whole.create([row])) === 'done' ? row : (await whole.range(row.partition, row.key, row.key))[0];
    if (there !== undefined && contentOf(there) === contentOf(row)) written += 1;
    else conflicts.push(placeOf(row));
  }
  return { written, conflicts };
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { pause } from '../shared/pause.ts';
import { isRefused, TRANSACTION_MOST, type RowAction, type Table, type Written } from './table.ts';

/**
 * Writes rows of one partition, all of a call or none, as {@link Table.transaction} does: `conflict` when one of them was there already,
 * gone, or changed.
 */
export type WriteTogether = (rows: readonly RowAction[]) => Promise<Written | 'conflict'>;

type WritesOf = Pick<Table, 'transaction' | 'write'>;

interface Unit {
  readonly rows: readonly RowAction[];
  readonly outcome: PromiseWithResolvers<Written | 'conflict'>;
}

/** Storage answers in some hundredths of a second: one that takes so long holds up nobody else. */
const HANGS_MS = 250;

/**
 * Calls that come while a transaction is under way go together in the next one. Nobody waits for others to come, and each call is
 * answered when its own rows are written: what is true for one that is alone is true for all of them.
 */
export function createWriteTogether(table: WritesOf): WriteTogether {
  const waiting: Unit[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      // What was called for in the same turn comes along.
      await nextTurn();
      const ended = new AbortController();
      void write(table, takeSome(waiting)).finally(() => ended.abort());
      await pause(HANGS_MS, ended.signal);
    }
    isWriting = false;
  }

  return (rows) => {
    const outcome = Promise.withResolvers<Written | 'conflict'>();
    waiting.push({ rows, outcome });
    if (!isWriting) void writeAll();
    return outcome.promise;
  };
}

/** As many of the first ones as a transaction takes, which takes each key once; one at least. */
function takeSome(waiting: Unit[]): readonly Unit[] {
  const keys = new Set<string>();
  const end = waiting.findIndex(({ rows }, index) => {
    const own = rows.map(keyOf);
    const fits = keys.size + own.length <= TRANSACTION_MOST && !own.some((key) => keys.has(key));
    for (const key of own) keys.add(key);
    return !fits && index > 0;
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
}

function keyOf(action: RowAction): string {
  return action.kind === 'delete' ? action.key : action.row.rowKey;
}

/** Answers each unit; never fails itself. */
async function write(table: WritesOf, units: readonly Unit[]): Promise<void> {
  try {
    const written = await inOne(table, units);
    if (written !== 'each alone') {
      let start = 0;
      for (const { rows, outcome } of units) {
        outcome.resolve({ etags: written.etags.slice(start, start + rows.length) });
        start += rows.length;
      }
      return;
    }
  } catch (error) {
    for (const { outcome } of units) outcome.reject(error);
    return;
  }
  const each = units.map(({ rows, outcome }) => {
    const own = alone(table, rows);
    outcome.resolve(own);
    return own;
  });
  await Promise.allSettled(each);
}

/** What is wrong with one of them is not the fault of the others: each is then told of its own rows. */
async function inOne(table: WritesOf, units: readonly Unit[]): Promise<Written | 'each alone'> {
  if (units.length === 1) return 'each alone';
  try {
    const written = await table.transaction(units.flatMap(({ rows }) => rows));
    return written === 'conflict' ? 'each alone' : written;
  } catch (error) {
    if (isRefused(error)) return 'each alone';
    throw error;
  }
}

async function alone(table: WritesOf, rows: readonly RowAction[]): Promise<Written | 'conflict'> {
  const [row] = rows;
  if (row === undefined || rows.length > 1) return table.transaction(rows);
  const written = await table.write(row);
  return written === 'conflict' ? written : { etags: [written.etag] };
}

import { RootdeskError } from '../shared/rootdesk-error.ts';
import type { Log } from '../shared/log.ts';
import { createTroubles } from '../shared/troubles.ts';
import { RowUnreadable } from '../store/unavailable.ts';
import type { Row } from './table.ts';

/** Told of a row that cannot be read and was left out of a list. */
export type LeftOut = (error: RowUnreadable) => void;

/** Tells the log, which administrators read. */
export function leftOutOf(log: Log): LeftOut {
  const troubles = createTroubles(log);
  return (err) =>
    troubles.failed(err.message, {
      level: 'error',
      message: 'a row cannot be read; lists leave it out',
      details: { err },
    });
}

/** What a row holds. @throws {RowUnreadable} and whatever reading further rows for it throws */
export async function readable<T>(row: Row, parse: (row: Row) => T | Promise<T>): Promise<T> {
  try {
    return await parse(row);
  } catch (cause) {
    if (cause instanceof RootdeskError) throw cause;
    throw new RowUnreadable(row.rowKey, { cause });
  }
}

/** The same of one row of a list: a row that nobody can read (a newer version wrote it, or a hand) holds up no others. */
export async function readableOrLeftOut<T>(
  row: Row,
  parse: (row: Row) => T | Promise<T>,
  leftOut: LeftOut,
): Promise<T | undefined> {
  try {
    return await readable(row, parse);
  } catch (error) {
    if (!(error instanceof RowUnreadable)) throw error;
    leftOut(error);
    return undefined;
  }
}

/** What a list holds, without what cannot be read and what leads nowhere. */
export async function allReadable<T>(
  rows: readonly Row[],
  parse: (row: Row) => T | undefined | Promise<T | undefined>,
  leftOut: LeftOut,
): Promise<T[]> {
  const found = await Promise.all(rows.map((row) => readableOrLeftOut(row, parse, leftOut)));
  return found.filter((each) => each !== undefined);
}

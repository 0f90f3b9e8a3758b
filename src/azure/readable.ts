import { RootdeskError } from '../errors.ts';
import { RowUnreadable, type Row } from './table.ts';

/** What a row holds. @throws {RowUnreadable} and whatever reading further rows for it throws */
export async function readable<T>(row: Row, parse: (row: Row) => T | Promise<T>): Promise<T> {
  try {
    return await parse(row);
  } catch (cause) {
    if (cause instanceof RootdeskError) throw cause;
    throw new RowUnreadable(row.rowKey, { cause });
  }
}

import { after, type KeyRange } from './keys.ts';
import { PAGE_MOST, type Row, type Table } from './table.ts';

/** The rows of a range in key order, one page in memory at a time; what is written meanwhile further on comes as well. */
export async function* rowsIn(
  table: Pick<Table, 'range'>,
  partition: string,
  range: KeyRange,
  pageSize = PAGE_MOST,
): AsyncGenerator<Row> {
  for (let { from } = range; ;) {
    const rows = await table.range(partition, from, range.until, pageSize);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    from = after(last.rowKey);
  }
}

import { key, prefix, ROOT, within } from './keys.ts';
import { rowsIn } from './pages.ts';
import { requestFromRow, requestIndexKeys, requestPointer } from './rows/request-row.ts';
import type { Table } from './table.ts';

/**
 * Removes pointers to requests that are settled. A copy of a table that was in use has some: the pointer was read, and then
 * the request, which somebody decided in between.
 * @returns how many
 * @throws {RegisterUnavailable}
 */
export async function removeSettledPointers(table: Table): Promise<number> {
  let removed = 0;
  for (const start of [prefix.pending, prefix.anybodysOpen]) {
    for await (const { rowKey, etag, ...row } of rowsIn(table, ROOT, within(start))) {
      const stored = await table.get(ROOT, key.request(requestPointer.parse(row).request_id));
      if (stored !== undefined && requestIndexKeys(requestFromRow(stored)).includes(rowKey)) continue;
      const outcome = await table.write({ kind: 'delete', partition: ROOT, key: rowKey, etag });
      if (outcome !== 'conflict') removed += 1;
    }
  }
  return removed;
}

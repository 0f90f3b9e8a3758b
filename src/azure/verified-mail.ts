import { after, LEDGER } from './keys.ts';
import { entryFromRow, entryKeyIn, pointersOf } from './rows/ledger-row.ts';
import { readable } from './readable.ts';
import type { Table } from './table.ts';

/** Most mail to an alias is AWS's, so that the first look finds one. */
const LOOKED_AT_ONCE = 20;

/** When a mail of an alias was received that AWS certainly sent, the newest first; undefined when none was. */
export async function verifiedMailOf(table: Table, aliasId: string): Promise<Date | undefined> {
  const { from: start, until } = pointersOf(aliasId);
  for (let from = start; ;) {
    const pointers = await table.range(LEDGER, from, until, LOOKED_AT_ONCE);
    const rows = await Promise.all(
      pointers.map(async (pointer) => table.get(LEDGER, await readable(pointer, entryKeyIn))),
    );
    // An entry that cannot be read may be the evidence: better no answer than a wrong one.
    const entries = await Promise.all(
      rows.filter((row) => row !== undefined).map((row) => readable(row, entryFromRow)),
    );
    const verified = entries.find(({ genuine }) => genuine === 'yes');
    if (verified !== undefined) return verified.receivedAt;
    const last = pointers.at(-1);
    if (last === undefined || pointers.length < LOOKED_AT_ONCE) return undefined;
    from = after(last.rowKey);
  }
}

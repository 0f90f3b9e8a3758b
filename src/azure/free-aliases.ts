import { randomUUID } from 'node:crypto';
import type { Alias } from '../aliases/alias.ts';
import type { Versioned } from '../store/change.ts';
import { isFree } from '../aliases/states.ts';
import { aliasFromRow, aliasPointer, isAliasRow } from './rows/alias-row.ts';
import { prefix, ROOT, within } from './keys.ts';
import type { Row, Table } from './table.ts';

/** Index rows of free aliases that one range read brings; so many allotments need no other. */
const HINTS_MOST = 200;

/**
 * Free aliases by chance, without ever scanning the pool.
 *
 * One range read from a random place brings hints, and an allotment takes one of them: within this process two allotters never
 * take the same, and two processes rarely read the same place. A hint is only that: the alias itself is read each time, and its
 * version decides, so that neither another process nor an old client can be overlooked.
 */
export function createFreeAliases(table: Table): () => Promise<Versioned<Alias> | undefined> {
  let hints: Row[] = [];
  let refilling: Promise<number> | undefined;

  async function refill(): Promise<number> {
    const { from, until } = within(prefix.free, randomUUID());
    const above = await table.range(ROOT, from, until, HINTS_MOST);
    const missing = HINTS_MOST - above.length;
    const below = missing === 0 ? [] : await table.range(ROOT, prefix.free, from, missing);
    hints = shuffled([...above, ...below]);
    return hints.length;
  }

  /** Undefined when the whole range is empty. */
  async function nextHint(): Promise<Row | undefined> {
    for (;;) {
      const hint = hints.pop();
      if (hint !== undefined) return hint;
      // All who wait share one read; of those who find its hints taken by then, one reads again.
      refilling ??= refill().finally(() => {
        refilling = undefined;
      });
      if ((await refilling) === 0) return undefined;
    }
  }

  return async function someFreeAlias() {
    for (;;) {
      const hint = await nextHint();
      if (hint === undefined) return undefined;
      const pointer = aliasPointer.safeParse(hint);
      const row = pointer.success ? await table.get(ROOT, pointer.data.alias_id) : undefined;
      const alias = row !== undefined && isAliasRow(row) ? aliasFromRow(row) : undefined;
      if (row !== undefined && alias !== undefined && isFree(alias))
        return { value: alias, version: row.etag };
      // Taken meanwhile, by an old client that knows no index rows, or no alias that can be read: then ours is removed, unless it
      // is a new one already. The hourly repair writes it again once the alias is free and readable.
      await table.write({ kind: 'delete', partition: ROOT, key: hint.rowKey, etag: hint.etag });
    }
  };
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

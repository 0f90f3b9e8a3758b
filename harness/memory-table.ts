import { randomUUID } from 'node:crypto';
import { TRANSACTION_MOST, type NewRow, type Row, type RowAction, type Table } from '../src/azure/table.ts';

/**
 * A table in memory, for tests and benches that need thousands of steps. It passes the contract that Azurite passes.
 * @param turn is awaited before each operation: others get their turn then, as they do on a network
 */
export function createMemoryTable(turn: () => Promise<unknown> = nextTurn): Table {
  const rows = new Map<string, Row>();
  const place = (partition: string, key: string): string => `${partition}\n${key}`;

  function placeOf(action: RowAction): string {
    return action.kind === 'delete'
      ? place(action.partition, action.key)
      : place(action.row.partitionKey, action.row.rowKey);
  }

  function fits(action: RowAction): boolean {
    const current = rows.get(placeOf(action));
    switch (action.kind) {
      case 'create':
        return current === undefined;
      case 'update':
        return current?.etag === action.etag;
      case 'upsert':
        return true;
      case 'delete':
        return current !== undefined;
    }
  }

  function apply(action: RowAction): string | undefined {
    if (action.kind === 'delete') {
      rows.delete(placeOf(action));
      return undefined;
    }
    const etag = randomUUID();
    rows.set(placeOf(action), merged(rows.get(placeOf(action)), action.row, etag));
    return etag;
  }

  return {
    async get(partition, key) {
      await turn();
      return rows.get(place(partition, key));
    },
    async range(partition, from, until, atMost = Number.POSITIVE_INFINITY) {
      await turn();
      return [...rows.values()]
        .filter((row) => row.partitionKey === partition && row.rowKey >= from && row.rowKey < until)
        .toSorted((one, other) => (one.rowKey < other.rowKey ? -1 : 1))
        .slice(0, atMost);
    },
    async transaction(actions) {
      await turn();
      if (actions.length > TRANSACTION_MOST || new Set(actions.map(placeOf)).size < actions.length) {
        throw new RangeError('the Table service refuses such a transaction');
      }
      if (!actions.every(fits)) return 'conflict';
      return { etags: actions.map(apply) };
    },
    async write(action) {
      await turn();
      const current = rows.get(placeOf(action));
      if (action.kind === 'delete' && action.etag !== undefined && current?.etag !== action.etag)
        return 'conflict';
      return fits(action) ? { etag: apply(action) } : 'conflict';
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function merged(current: Row | undefined, row: NewRow, etag: string): Row {
  return { ...current, ...row, etag, timestamp: new Date().toISOString() };
}

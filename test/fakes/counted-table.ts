import type { Table } from '../../src/azure/table.ts';

/** What was asked of the table, one word an operation: `get`, `range`, `transaction`, `write`. */
export interface CountedTable extends Table {
  /** Operations since the last time, in order. */
  taken(): readonly string[];
}

/** A table that notes every operation; ranges tell how many rows came back. */
export function countTable(table: Table): CountedTable {
  let noted: string[] = [];
  return {
    get(partition, key) {
      noted.push('get');
      return table.get(partition, key);
    },
    async range(partition, from, until, atMost) {
      const rows = await table.range(partition, from, until, atMost);
      noted.push(`range of ${rows.length}`);
      return rows;
    },
    transaction(actions) {
      noted.push('transaction');
      return table.transaction(actions);
    },
    write(action) {
      noted.push('write');
      return table.write(action);
    },
    taken() {
      const taken = noted;
      noted = [];
      return taken;
    },
  };
}

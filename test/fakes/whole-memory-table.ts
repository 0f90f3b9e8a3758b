import { LEDGER, ROOT, SWEEP, TEAMS } from '../../src/azure/keys.ts';
import type { Row, Table } from '../../src/azure/table.ts';
import { wholeRowSchema, type ListedRow, type WholeTable } from '../../src/azure/whole-table.ts';

const PARTITIONS = [LEDGER, ROOT, SWEEP, TEAMS];
/** After every key. */
const END = '\u{10FFFF}';

/** A table in memory as a whole; its rows have no types that JSON does not tell apart. */
export function wholeOf(table: Table): WholeTable {
  return {
    async *rows(since = new Date(0)) {
      for (const partition of PARTITIONS) {
        for (const row of (await table.range(partition, '', END)).map(listed)) {
          if (row.writtenAt >= since) yield row;
        }
      }
    },
    range: async (partition, first, last) => (await table.range(partition, first, `${last}\0`)).map(listed),
    create: (rows) =>
      outcomeOf(
        table.transaction(
          rows.map(({ partition, key, columns }) => {
            const plain = Object.entries(columns).map(([name, cell]) => {
              return [name, typeof cell === 'object' ? cell.value : cell] as const;
            });
            return {
              kind: 'create',
              row: { ...Object.fromEntries(plain), partitionKey: partition, rowKey: key },
            } as const;
          }),
        ),
      ),
    remove: (partition, keys) =>
      outcomeOf(table.transaction(keys.map((key) => ({ kind: 'delete', partition, key }) as const))),
  };
}

async function outcomeOf(written: ReturnType<Table['transaction']>): Promise<'done' | 'conflict'> {
  return (await written) === 'conflict' ? 'conflict' : 'done';
}

function listed({ partitionKey: partition, rowKey: key, etag, timestamp, ...columns }: Row): ListedRow {
  return {
    ...wholeRowSchema.parse({ partition, key, columns }),
    etag,
    writtenAt: new Date(String(timestamp)),
  };
}

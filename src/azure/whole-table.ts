import { odata, type TableClient, type TableEntity, type TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import { conflictAsValue, pagesOf, reachTable, rowSchema, type Reach, type TableLocation } from './table.ts';

/** Types of the Table service that JSON does not tell apart by itself; 64-bit numbers, GUIDs and dates as text. */
const TYPES = ['Double', 'DateTime', 'Int64', 'Guid', 'Binary'] as const;

/**
 * A column's value as it goes into a file and comes back the same. A double that is a whole number comes back as Int32: the service
 * writes both alike, and nothing of ours tells them apart.
 */
export const cellSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ type: z.enum(TYPES), value: z.string() }),
]);
export type Cell = z.infer<typeof cellSchema>;

/** A row with everything that can be written back. */
export const wholeRowSchema = z.strictObject({
  partition: z.string(),
  key: z.string(),
  columns: z.record(z.string(), cellSchema),
});
export type WholeRow = z.infer<typeof wholeRowSchema>;

export interface ListedRow extends WholeRow {
  readonly etag: string;
  /** When the service wrote it last, by the service's clock. */
  readonly writtenAt: Date;
}

/** A whole table, whatever is in it: for copying it away and back, and for counting it. */
export interface WholeTable {
  /** Every row of every partition, or those that were written since; a thousand a request. */
  rows(since?: Date): AsyncIterable<ListedRow>;
  /** Rows of a partition from one key to another, both included, in key order. */
  range(partition: string, first: string, last: string): Promise<readonly ListedRow[]>;
  /** At most 100 rows of one partition, all or none; none where one is there already. */
  create(rows: readonly WholeRow[]): Promise<'done' | 'conflict'>;
  /** At most 100 rows of one partition by their keys, all or none; none where one is gone already. */
  remove(partition: string, keys: readonly string[]): Promise<'done' | 'conflict'>;
}

/** @throws {RegisterUnavailable} */
export async function openWholeTable(
  location: TableLocation,
  name: string,
  patienceMs: number,
): Promise<WholeTable> {
  const { client, reach } = await reachTable(location, name, patienceMs);
  const transact = (actions: TransactionAction[]): Promise<'done' | 'conflict'> =>
    reach('writing a transaction', (abortSignal) =>
      conflictAsValue(async () => {
        await client.submitTransaction(actions, { abortSignal });
        return 'done' as const;
      }),
    );
  return {
    rows: (since) =>
      list(client, reach, since === undefined ? odata`PartitionKey ge ${''}` : odata`Timestamp ge ${since}`),
    async range(partition, first, last) {
      const filter = odata`PartitionKey eq ${partition} and RowKey ge ${first} and RowKey le ${last}`;
      const rows: ListedRow[] = [];
      for await (const row of list(client, reach, filter)) rows.push(row);
      return rows;
    },
    create: (rows) => transact(rows.map((row) => ['create', entityOf(row)])),
    remove: (partitionKey, keys) => transact(keys.map((rowKey) => ['delete', { partitionKey, rowKey }])),
  };
}

async function* list(client: TableClient, reach: Reach, filter: string): AsyncGenerator<ListedRow> {
  const options = { queryOptions: { filter }, disableTypeConversion: true };
  for await (const page of pagesOf(client, reach, options)) for (const entity of page) yield rowOf(entity);
}

/** As the SDK gives them without conversion: what the service does not name, it names itself, with the value as text. */
const typed = z.object({
  type: z.enum([...TYPES, 'String', 'Boolean', 'Int32']),
  value: z.union([z.string(), z.number(), z.boolean()]),
});
const timestamp = z.union([z.string(), typed.transform(({ value }) => String(value))]);

function rowOf(entity: unknown): ListedRow {
  const { partitionKey, rowKey, etag, timestamp: written, ...others } = rowSchema.parse(entity);
  const columns = Object.entries(others).flatMap(([name, value]) =>
    // Beside the columns is what the protocol says of the row.
    name.startsWith('odata.') ? [] : [[name, cellOf(typed.parse(value))] as const],
  );
  return {
    partition: partitionKey,
    key: rowKey,
    columns: Object.fromEntries(columns),
    etag,
    writtenAt: new Date(timestamp.parse(written)),
  };
}

/** Beyond it a whole number is no Int32, whatever the SDK takes it for. */
const INT32_MOST = 2_147_483_647;

function cellOf({ type, value }: z.infer<typeof typed>): Cell {
  switch (type) {
    case 'String':
      return String(value);
    case 'Boolean':
      return String(value) === 'true';
    case 'Int32':
      return Math.abs(Number(value)) > INT32_MOST ? { type: 'Double', value: String(value) } : Number(value);
    case 'Double':
      // A whole one would come back as Int32.
      return Number.isInteger(Number(value)) || !Number.isFinite(Number(value))
        ? { type, value: String(value) }
        : Number(value);
    case 'DateTime':
    case 'Int64':
    case 'Guid':
    case 'Binary':
      return { type, value: String(value) };
  }
}

function entityOf({ partition, key, columns }: WholeRow): TableEntity {
  return { partitionKey: partition, rowKey: key, ...columns };
}

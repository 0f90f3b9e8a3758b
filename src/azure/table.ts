import { odata, RestError, TableClient, type TableEntity, type TransactionAction } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { z } from 'zod';
import { RootdeskError } from '../errors.ts';

/** Where the table is: in Azure by its endpoint and an Entra credential, or an emulator on loopback by connection string. */
export type TableLocation =
  | { readonly kind: 'azure'; readonly endpoint: string; readonly credential: TokenCredential }
  | { readonly kind: 'emulator'; readonly connectionString: string };

/** A row as the SDK gives it: keys, etag and whatever columns stand there; parsed by the module that knows its kind. */
export const rowSchema = z.looseObject({
  partitionKey: z.string(),
  rowKey: z.string(),
  etag: z.string(),
});
export type Row = z.infer<typeof rowSchema>;

/** The storage did not answer, or refused. Nothing was decided; the caller may try again. */
export class RegisterUnavailable extends RootdeskError<'register-unavailable'> {
  constructor(doing: string, options?: ErrorOptions) {
    super(
      'register-unavailable',
      `The table storage did not answer while ${doing}.`,
      'Try again in a minute. If it lasts, an administrator should look at the storage account and its network rules.',
      options,
    );
    this.name = 'RegisterUnavailable';
  }
}

/** Largest transaction that the Table service takes (entity group transactions, Microsoft documentation). */
export const TRANSACTION_MOST = 100;

/** The few table operations that Rootdesk uses, with absence and conflict as values instead of errors. */
export interface Table {
  /** One point read; undefined when there is no such row. */
  get(partition: string, key: string): Promise<Row | undefined>;
  /** Rows with `from` <= key < `until`, in key order; one request per thousand rows, stopping early after `atMost`. */
  range(partition: string, from: string, until: string, atMost?: number): Promise<Row[]>;
  /** All or nothing; `conflict` when a row was there already, gone, or changed. */
  transaction(actions: readonly RowAction[]): Promise<'done' | 'conflict'>;
  /** One row alone; the etag that it has now, undefined where it was deleted. */
  write(action: RowAction): Promise<{ readonly etag: string | undefined } | 'conflict'>;
}

export type RowAction =
  | { readonly kind: 'create'; readonly row: NewRow }
  /** Only when the row still has the etag. */
  | { readonly kind: 'update'; readonly row: NewRow; readonly etag: string }
  | { readonly kind: 'upsert'; readonly row: NewRow }
  /** The row has to be there; its etag is not looked at. */
  | { readonly kind: 'delete'; readonly partition: string; readonly key: string };

export type NewRow = TableEntity<Record<string, string | number | boolean | Date>>;

/** Opens the table and creates it where it is missing. @throws {RegisterUnavailable} */
export async function openTable(location: TableLocation, name: string): Promise<Table> {
  const client = tableClient(location, name);
  await reach('opening the table', () => client.createTable());
  return wrap(client);
}

function tableClient(location: TableLocation, name: string): TableClient {
  if (location.kind === 'azure') return new TableClient(location.endpoint, name, location.credential);
  // The SDK refuses http unless told; the configuration admits an emulator on loopback alone.
  return TableClient.fromConnectionString(location.connectionString, name, { allowInsecureConnection: true });
}

function wrap(client: TableClient): Table {
  return {
    get: (partition, key) =>
      reach('reading a row', async () => {
        try {
          return rowSchema.parse(await client.getEntity(partition, key));
        } catch (error) {
          if (error instanceof RestError && error.statusCode === 404) return undefined;
          throw error;
        }
      }),
    range: (partition, from, until, atMost) =>
      reach('reading a range of rows', () => readRange(client, { partition, from, until, atMost })),
    transaction: (actions) =>
      reach('writing a transaction', () =>
        conflictAsValue(async () => {
          await client.submitTransaction(actions.map(asTransactionAction));
          return 'done' as const;
        }),
      ),
    write: (action) => reach('writing a row', () => conflictAsValue(() => writeOne(client, action))),
  };
}

async function readRange(
  client: TableClient,
  range: { partition: string; from: string; until: string; atMost: number | undefined },
): Promise<Row[]> {
  const rows: Row[] = [];
  const { partition, from, until, atMost = Number.POSITIVE_INFINITY } = range;
  // The tag quotes what it is given: text put into a filter by hand can ask for every row.
  const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${until}`;
  // An empty page may carry a continuation, so pages are followed to the end, never counted.
  const pages = client
    .listEntities({ queryOptions: { filter } })
    .byPage({ maxPageSize: Math.max(1, Math.min(1000, atMost)) });
  for await (const page of pages) {
    for (const entity of page) rows.push(rowSchema.parse(entity));
    if (rows.length >= atMost) return rows.slice(0, atMost);
  }
  return rows;
}

function asTransactionAction(action: RowAction): TransactionAction {
  switch (action.kind) {
    case 'create':
      return ['create', action.row];
    case 'update':
      return ['update', action.row, 'Merge', { etag: action.etag }];
    case 'upsert':
      return ['upsert', action.row, 'Merge'];
    case 'delete':
      return ['delete', { partitionKey: action.partition, rowKey: action.key }];
  }
}

async function writeOne(client: TableClient, action: RowAction): Promise<{ etag: string | undefined }> {
  switch (action.kind) {
    case 'create':
      return { etag: (await client.createEntity(action.row)).etag };
    case 'update':
      return { etag: (await client.updateEntity(action.row, 'Merge', { etag: action.etag })).etag };
    case 'upsert':
      return { etag: (await client.upsertEntity(action.row, 'Merge')).etag };
    case 'delete':
      await client.deleteEntity(action.partition, action.key);
      return { etag: undefined };
  }
}

/** 404 gone, 409 there already, 412 changed: somebody else was there, or the SDK's hidden retry met its own success. */
async function conflictAsValue<T>(write: () => Promise<T>): Promise<T | 'conflict'> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof RestError && [404, 409, 412].includes(error.statusCode ?? 0)) return 'conflict';
    throw error;
  }
}

async function reach<T>(doing: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (cause) {
    throw new RegisterUnavailable(doing, { cause });
  }
}

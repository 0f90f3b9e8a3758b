import { NoToken } from '../shared/no-token.ts';
import {
  odata,
  RestError,
  type ListTableEntitiesOptions,
  TableClient,
  type TableEntity,
  type TableServiceClientOptions,
  type TransactionAction,
} from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import PQueue from 'p-queue';
import { z } from 'zod';
import { RegisterUnavailable } from '../store/unavailable.ts';
import { isWaitedFor } from '../shared/people-first.ts';
import { withinTime } from '../shared/time-limit.ts';
import { createTokenSource } from '../shared/token-source.ts';
import { isRowMissing } from './row-missing.ts';

/** Where the table is: in Azure by its endpoint and an Entra credential, or an emulator on loopback by connection string. */
export type TableLocation =
  | { readonly kind: 'azure'; readonly endpoint: string; readonly credential: TokenCredential }
  | { readonly kind: 'emulator'; readonly connectionString: string };

/** A row as the SDK gives it: keys, etag and whatever columns are there; parsed by the module that knows its kind. */
export const rowSchema = z.looseObject({
  partitionKey: z.string(),
  rowKey: z.string(),
  etag: z.string(),
});
export type Row = z.infer<typeof rowSchema>;

/** Largest transaction that the Table service takes (entity group transactions, Microsoft documentation). */
export const TRANSACTION_MOST = 100;
/** Most rows that the Table service gives in one answer. */
export const PAGE_MOST = 1000;

/** The few table operations that Rootdesk uses, with absence and conflict as values instead of errors. */
export interface Table {
  /** One point read; undefined when there is no such row. */
  get(partition: string, key: string): Promise<Row | undefined>;
  /** Rows with `from` <= key < `until`, in key order; one request per thousand rows, stopping early after `atMost`. */
  range(partition: string, from: string, until: string, atMost?: number): Promise<Row[]>;
  /** All or nothing; `conflict` when a row was there already, gone, or changed. */
  transaction(actions: readonly RowAction[]): Promise<Written | 'conflict'>;
  /** One row alone; the etag that it has now, undefined where it was deleted. */
  write(action: RowAction): Promise<{ readonly etag: string | undefined } | 'conflict'>;
}

/** What a transaction wrote: the etag that each row has now, in the order of its actions; undefined where it was deleted. */
export interface Written {
  readonly etags: readonly (string | undefined)[];
}

export type RowAction =
  | { readonly kind: 'create'; readonly row: NewRow }
  /** Only when the row still has the etag. */
  | { readonly kind: 'update'; readonly row: NewRow; readonly etag: string }
  | { readonly kind: 'upsert'; readonly row: NewRow }
  /** The row has to be there. Its etag is looked at outside transactions alone: the SDK sends `*` within them. */
  | { readonly kind: 'delete'; readonly partition: string; readonly key: string; readonly etag?: string };

export type NewRow = TableEntity<Record<string, string | number | boolean | Date>>;

/**
 * One operation with its repeats, from its turn on. Storage in Azure answers in some hundredths of a second; who waits longer
 * than this waits for an outage. Clicks are answered in time whatever happens here: the bot sees to that.
 */
const PATIENCE_MS = 4_000;
/** Repeats by the SDK after 408, 429 and 5xx; the patience above ends them all. */
const REPEATS: TableServiceClientOptions['retryOptions'] = {
  maxRetries: 3,
  retryDelayInMs: 100,
  maxRetryDelayInMs: 800,
};
/**
 * Operations under way at a time; the others wait in line, so that a burst does not become a burst of time-outs. Those that somebody
 * waits for come first: of a hundred clicks at once the last would else wait for the cards and notes that the first ones brought.
 */
const IN_FLIGHT_MOST = 32;

/**
 * Opens the table and creates it where it is missing. Whoever may not create tables opens one that is there: a role on the
 * table alone refuses to create it, also where it exists.
 *
 * @param patienceMs after this time without an answer an operation ends in {@link RegisterUnavailable}
 * @throws {RegisterUnavailable}
 */
export async function openTable(
  location: TableLocation,
  name: string,
  patienceMs: number = PATIENCE_MS,
): Promise<Table> {
  const { client, reach } = await reachTable(location, name, patienceMs);
  return wrap(client, reach);
}

/** Opens the table as {@link openTable} does, for what its few operations do not serve. @throws {RegisterUnavailable} */
export async function reachTable(
  location: TableLocation,
  name: string,
  patienceMs: number,
): Promise<{ readonly client: TableClient; readonly reach: Reach }> {
  const client = tableClient(location, name);
  const inLine = new PQueue({ concurrency: IN_FLIGHT_MOST });
  const reach: Reach = (doing, operation) =>
    inLine.add(() => orUnavailable(doing, () => withinTime(patienceMs, operation)), {
      priority: isWaitedFor() ? 1 : 0,
    });
  await reach('opening the table', async (abortSignal) => {
    try {
      await client.createTable({ abortSignal });
    } catch (error) {
      if (!(error instanceof RestError) || error.statusCode !== 403) throw error;
      // A range tells a table that is missing from a row that is.
      await client.listEntities({ abortSignal }).byPage({ maxPageSize: 1 }).next();
    }
  });
  return { client, reach };
}

/** One operation within its time, its faults as {@link RegisterUnavailable}. */
export type Reach = <T>(doing: string, operation: (signal: AbortSignal) => Promise<T>) => Promise<T>;

function tableClient(location: TableLocation, name: string): TableClient {
  const retryOptions = { ...REPEATS };
  if (location.kind === 'azure') {
    return new TableClient(location.endpoint, name, inWords(location.credential), { retryOptions });
  }
  // The SDK refuses http unless told; the configuration admits an emulator on loopback alone.
  const options = { retryOptions, allowInsecureConnection: true };
  return TableClient.fromConnectionString(location.connectionString, name, options);
}

/**
 * The credential, with every failure as {@link NoToken}. The SDK takes each token for one at its end and so asks anew: it would renew
 * a token in the background, and a failure there is nobody's and ends the process (core-rest-pipeline 1.x, tokenCycler).
 */
function inWords(credential: TokenCredential): TokenCredential {
  const tokens = createTokenSource(credential);
  return {
    async getToken(scopes, { abortSignal, claims, tenantId } = {}) {
      const token = await tokens([scopes].flat().join(' '), {
        ...(abortSignal instanceof AbortSignal && { abortSignal }),
        ...(claims !== undefined && { claims }),
        ...(tenantId !== undefined && { tenantId }),
      });
      return { token, expiresOnTimestamp: 0 };
    },
  };
}

function wrap(client: TableClient, reach: Reach): Table {
  return {
    get: (partition, key) =>
      reach('reading a row', async (abortSignal) => {
        try {
          return rowSchema.parse(await client.getEntity(partition, key, { abortSignal }));
        } catch (error) {
          if (error instanceof RestError && isRowMissing(error)) return undefined;
          throw error;
        }
      }),
    range: (partition, from, until, atMost) => readRange(client, reach, { partition, from, until, atMost }),
    transaction: (actions) =>
      reach('writing a transaction', (abortSignal) =>
        conflictAsValue(async () => {
          const { subResponses } = await client.submitTransaction(actions.map(asTransactionAction), {
            abortSignal,
          });
          return { etags: subResponses.map(({ etag }) => etag) };
        }),
      ),
    write: (action) =>
      reach('writing a row', (abortSignal) => conflictAsValue(() => writeOne(client, action, abortSignal))),
  };
}

async function readRange(
  client: TableClient,
  reach: Reach,
  range: { partition: string; from: string; until: string; atMost: number | undefined },
): Promise<Row[]> {
  const rows: Row[] = [];
  const { partition, from, until, atMost = Number.POSITIVE_INFINITY } = range;
  // The tag quotes what it is given: text put into a filter by hand can ask for every row.
  const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${until}`;
  const maxPageSize = Math.max(1, Math.min(PAGE_MOST, atMost));
  for await (const page of pagesOf(client, reach, { queryOptions: { filter } }, maxPageSize)) {
    rows.push(...page.map((entity) => rowSchema.parse(entity)));
    if (rows.length >= atMost) break;
  }
  return rows.slice(0, atMost);
}

/** An empty page may carry a continuation, so pages are followed to the end, never counted. Each has its own time. */
export async function* pagesOf(
  client: TableClient,
  reach: Reach,
  options: ListTableEntitiesOptions,
  maxPageSize = PAGE_MOST,
): AsyncGenerator<readonly unknown[]> {
  let continuationToken: string | undefined;
  do {
    const settings = { maxPageSize, ...(continuationToken === undefined ? {} : { continuationToken }) };
    const next = await reach('reading rows', (abortSignal) =>
      client
        .listEntities({ ...options, abortSignal })
        .byPage(settings)
        .next(),
    );
    if (next.done === true) return;
    yield next.value;
    ({ continuationToken } = next.value);
  } while (continuationToken !== undefined);
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

async function writeOne(
  client: TableClient,
  action: RowAction,
  abortSignal: AbortSignal,
): Promise<{ etag: string | undefined }> {
  switch (action.kind) {
    case 'create':
      return { etag: (await client.createEntity(action.row, { abortSignal })).etag };
    case 'update': {
      const options = { etag: action.etag, abortSignal };
      return { etag: (await client.updateEntity(action.row, 'Merge', options)).etag };
    }
    case 'upsert':
      return { etag: (await client.upsertEntity(action.row, 'Merge', { abortSignal })).etag };
    case 'delete': {
      const options = { etag: action.etag ?? '*', abortSignal };
      await client.deleteEntity(action.partition, action.key, options);
      return { etag: undefined };
    }
  }
}

/** 404 gone, 409 there already, 412 changed: somebody else was there, or the SDK's hidden retry met its own success. */
export async function conflictAsValue<T>(write: () => Promise<T>): Promise<T | 'conflict'> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof RestError && (isRowMissing(error) || [409, 412].includes(error.statusCode ?? 0)))
      return 'conflict';
    throw error;
  }
}

/** Whether storage answered that it does not take what was asked (4xx): it is there, and takes other things. */
export function isRefused(error: unknown): boolean {
  if (!(error instanceof RegisterUnavailable) || !(error.cause instanceof RestError)) return false;
  const { statusCode = 0 } = error.cause;
  return statusCode >= 400 && statusCode < 500;
}

/** Faults of the storage and of the way to it, by the names under which the SDK and Node throw them; others are our own. */
async function orUnavailable<T>(doing: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (cause) {
    const ofStorage =
      cause instanceof RestError ||
      cause instanceof NoToken ||
      (cause instanceof Error && ['AbortError', 'TimeoutError'].includes(cause.name));
    throw ofStorage ? new RegisterUnavailable(doing, { cause }) : cause;
  }
}

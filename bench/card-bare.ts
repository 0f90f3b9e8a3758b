import { odata, TableClient, type TableEntity, type TransactionAction } from '@azure/data-tables';
import type { Click } from './card-pass.ts';

/** Rows that the program's transactions write: those that are new, and those that were there. */
const ROWS: Readonly<Record<Click, { readonly created: number; readonly updated: number }>> = {
  submit: { created: 7, updated: 1 },
  approve: { created: 10, updated: 4 },
  acknowledge: { created: 3, updated: 1 },
};
/** What the program's rows weigh. */
const COLUMNS = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`column_${index}`, 'about as long as a value']),
);
const CHANNELS = 21;
const PARTITION = 'bare';
const TRANSACTION_MOST = 100;

/** The storage operations that a click needs, and nothing between them. */
export interface BareClicks {
  /** What is there before the clicks of these names. */
  prepare(click: Click, names: readonly string[]): Promise<void>;
  run(click: Click, name: string): Promise<void>;
}

/**
 * A submitted form needs the request that may have been made of it, the linked channels, the mark of its asker, what they have open and
 * one transaction; a yes the request, a free alias, what AWS wrote to that, and one transaction; an acknowledgment the cards of the
 * mail, its entry, its alias, what was done with it, and one transaction. Plain requests; what does not depend on another goes out
 * with it.
 */
export function createBareClicks(connectionString: string, tableName: string): BareClicks {
  const options = { allowInsecureConnection: true };
  const table = TableClient.fromConnectionString(connectionString, tableName, options);

  async function point(rowKey: string): Promise<void> {
    await table.getEntity(PARTITION, rowKey).catch(() => undefined);
  }

  async function range(start: string): Promise<void> {
    const filter = odata`PartitionKey eq ${PARTITION} and RowKey ge ${start} and RowKey lt ${`${start}~`}`;
    await table.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: 1_000 }).next();
  }

  async function write(click: Click, name: string): Promise<void> {
    const { created, updated } = ROWS[click];
    const actions: TransactionAction[] = [
      ...rows(created, (index) => `~new:${click}:${name}:${index}`).map((row) => create(row)),
      ...rows(updated, (index) => `~old:${click}:${name}:${index}`).map((row) => upsert(row)),
    ];
    await table.submitTransaction(actions);
  }

  const clicks: Readonly<Record<Click, (name: string) => Promise<void>>> = {
    async submit(name) {
      await Promise.all([point(`~request:${name}`), range('~channel:')]);
      await point(`~old:submit:${name}:0`);
      await range(`~open:${name}:`);
      await write('submit', name);
    },
    async approve(name) {
      await point(`~old:approve:${name}:0`);
      await Promise.all([point(`~old:approve:${name}:1`), range(`~of:${name}:`)]);
      await write('approve', name);
    },
    async acknowledge(name) {
      await Promise.all([range(`~copy:${name}:`), point(`~entry:${name}`)]);
      await Promise.all([point(`~old:acknowledge:${name}:0`), point(`~alias:${name}`)]);
      await write('acknowledge', name);
    },
  };

  return {
    async prepare(click, names) {
      const there = [
        ...rows(CHANNELS, (index) => `~channel:${index}`),
        ...names.flatMap((name) => rows(ROWS[click].updated, (index) => `~old:${click}:${name}:${index}`)),
      ];
      for (let start = 0; start < there.length; start += TRANSACTION_MOST) {
        await table.submitTransaction(there.slice(start, start + TRANSACTION_MOST).map((row) => upsert(row)));
      }
    },
    run: (click, name) => clicks[click](name),
  };
}

function rows(count: number, keyOf: (index: number) => string): TableEntity[] {
  return Array.from({ length: count }, (_, index) => ({
    partitionKey: PARTITION,
    rowKey: keyOf(index),
    ...COLUMNS,
  }));
}

const create = (row: TableEntity): TransactionAction => ['create', row];
const upsert = (row: TableEntity): TransactionAction => ['upsert', row];

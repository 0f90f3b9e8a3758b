import { RestError } from '@azure/data-tables';
import { beforeEach, describe, expect, it } from 'vitest';
import { createWriteTogether } from '../../src/azure/write-together.ts';
import { TRANSACTION_MOST, type NewRow, type RowAction, type Table } from '../../src/azure/table.ts';
import { RegisterUnavailable } from '../../src/store/unavailable.ts';
import { countTable, type CountedTable } from '../fakes/counted-table.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';
import { openOwnTable } from './storage.ts';

const P = 'together';
const row = (rowKey: string): NewRow => ({ partitionKey: P, rowKey });
const create = (rowKey: string): RowAction => ({ kind: 'create', row: row(rowKey) });
const remove = (key: string): RowAction => ({ kind: 'delete', partition: P, key });
const drivers: readonly { name: string; open: () => Promise<Table> }[] = [
  { name: 'Azurite', open: openOwnTable },
  { name: 'memory', open: async () => createMemoryTable() },
];

describe.each(drivers)('rows written together on $name', ({ open }) => {
  let table: CountedTable;
  beforeEach(async () => {
    table = countTable(await open());
  });
  const keys = async (): Promise<string[]> => (await table.range(P, '', '~')).map(({ rowKey }) => rowKey);

  it('writes one that comes alone as it is', async () => {
    const writeTogether = createWriteTogether(table);
    await writeTogether([create('a')]);
    await writeTogether([create('b'), remove('a')]);
    expect(table.taken()).toEqual(['write', 'transaction']);
    expect(await keys()).toEqual(['b']);
  });

  it('writes in one transaction what came in the same turn, and gives each its own etags', async () => {
    await table.write(create('old'));
    table.taken();
    const writeTogether = createWriteTogether(table);
    const [one, two] = await Promise.all([
      writeTogether([remove('old'), create('a')]),
      writeTogether([create('b'), create('c')]),
    ]);
    expect(table.taken()).toEqual(['transaction']);
    const etagOf = async (key: string): Promise<string | undefined> => (await table.get(P, key))?.etag;
    expect(one).toEqual({ etags: [undefined, await etagOf('a')] });
    expect(two).toEqual({ etags: [await etagOf('b'), await etagOf('c')] });
  });

  it('keeps a conflict to whose it is: the others are written whole, and it is not at all', async () => {
    await table.write(create('there'));
    const writeTogether = createWriteTogether(table);
    const outcomes = await Promise.all([
      writeTogether([create('a'), create('b')]),
      writeTogether([create('c'), create('there')]),
      writeTogether([create('d')]),
    ]);
    expect(outcomes.map((outcome) => outcome === 'conflict')).toEqual([false, true, false]);
    expect(await keys()).toEqual(['a', 'b', 'd', 'there']);
  });

  it('lets one of many have a row that all of them want', async () => {
    const writeTogether = createWriteTogether(table);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => writeTogether([create('a')])));
    expect(outcomes.filter((outcome) => outcome !== 'conflict')).toHaveLength(1);
  });

  it('takes no more into a transaction than the Table service does', async () => {
    const writeTogether = createWriteTogether(table);
    const units = Array.from({ length: 50 }, (_, unit) => [0, 1, 2].map((each) => create(`${unit}-${each}`)));
    await Promise.all(units.map(writeTogether));
    expect(table.taken()).toEqual(['transaction', 'transaction']);
    expect(await keys()).toHaveLength(150);
    expect(TRANSACTION_MOST).toBeLessThan(150);
  });
});

describe('a storage that does not take everything', () => {
  /** A table in memory that does something else with some transactions. */
  function tableWith(
    transaction: (actions: readonly RowAction[], table: Table) => ReturnType<Table['transaction']>,
  ): Table {
    const table = createMemoryTable();
    return { ...table, transaction: (actions) => transaction(actions, table) };
  }
  const refusal = new RegisterUnavailable('writing', {
    cause: new RestError('too large', { statusCode: 413 }),
  });
  const outage = new RegisterUnavailable('writing', { cause: new RestError('busy', { statusCode: 503 }) });

  it('refuses one for what it is, and takes the others', async () => {
    const table = tableWith((actions, memory) =>
      actions.some((action) => action.kind !== 'delete' && action.row.rowKey === 'huge')
        ? Promise.reject(refusal)
        : memory.transaction(actions),
    );
    const writeTogether = createWriteTogether(table);
    const outcomes = await Promise.allSettled([
      writeTogether([create('a'), create('b')]),
      writeTogether([create('huge'), create('c')]),
      writeTogether([create('d')]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await table.range(P, '', '~')).map(({ rowKey }) => rowKey)).toEqual(['a', 'b', 'd']);
  });

  it('tells each that it did not answer, asks no second time, and writes what comes after', async () => {
    let asked = 0;
    const table = tableWith((actions, memory) => {
      asked += 1;
      return asked === 1 ? Promise.reject(outage) : memory.transaction(actions);
    });
    const writeTogether = createWriteTogether(table);
    const outcomes = await Promise.allSettled([writeTogether([create('a')]), writeTogether([create('b')])]);
    expect(outcomes).toEqual([1, 2].map(() => ({ status: 'rejected', reason: outage })));
    expect(asked).toBe(1);
    await writeTogether([create('a')]);
    expect((await table.range(P, '', '~')).map(({ rowKey }) => rowKey)).toEqual(['a']);
  });

  it('holds up nobody else while it says nothing to one of them', async () => {
    const silent = Promise.withResolvers<'conflict'>();
    const asked = Promise.withResolvers<undefined>();
    const table = tableWith((actions, memory) => {
      if (actions.every(({ kind }) => kind === 'create')) return memory.transaction(actions);
      asked.resolve(undefined);
      return silent.promise;
    });
    const writeTogether = createWriteTogether(table);
    let isAnswered = false;
    const held = writeTogether([remove('a'), remove('b')]).finally(() => {
      isAnswered = true;
    });
    await asked.promise;
    expect(await writeTogether([create('c')])).not.toBe('conflict');
    expect(isAnswered).toBe(false);
    silent.resolve('conflict');
    expect(await held).toBe('conflict');
  });
});

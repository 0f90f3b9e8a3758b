import { TableClient } from '@azure/data-tables';
import { describe, expect, it } from 'vitest';
import { openWholeTable, type WholeRow, type WholeTable } from '../../src/azure/whole-table.ts';
import { azuriteLocation, newTableName } from '../fakes/azurite-table.ts';
import { collect } from '../fakes/collect.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';
import { wholeOf } from '../fakes/whole-memory-table.ts';

const PATIENCE_MS = 20_000;
const openNew = (name = newTableName()): Promise<WholeTable> =>
  openWholeTable(azuriteLocation(), name, PATIENCE_MS);

const row = (key: string, partition = 'root'): WholeRow => {
  return { partition, key, columns: { text: `of ${key}`, many: 7, half: 0.5, yes: true, empty: '' } };
};
const stored = ({ partition, key, columns }: WholeRow): WholeRow => ({ partition, key, columns });

describe.each([
  ['in Azurite', openNew],
  ['in memory', async () => wholeOf(createMemoryTable())],
])('a whole table %s', (_, open) => {
  it('gives every row of every partition as it was written', async () => {
    const table = await open();
    expect(await collect(table.rows())).toEqual([]);
    expect(await table.create([row('a'), row('~b')])).toBe('done');
    expect(await table.create([row('a', 'teams')])).toBe('done');
    const rows = (await collect(table.rows())).map(stored);
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(expect.arrayContaining([row('a'), row('~b'), row('a', 'teams')]));
    expect((await table.range('root', 'a', 'a')).map(stored)).toEqual([row('a')]);
    expect((await table.range('root', 'a', '~b')).map(stored)).toEqual([row('a'), row('~b')]);
  });

  it('creates all rows or none, and removes all or none', async () => {
    const table = await open();
    await table.create([row('a')]);
    expect(await table.create([row('b'), row('a')])).toBe('conflict');
    expect(await collect(table.rows())).toHaveLength(1);
    expect(await table.remove('root', ['a', 'b'])).toBe('conflict');
    expect(await table.remove('root', ['a'])).toBe('done');
    expect(await collect(table.rows())).toEqual([]);
  });

  it('tells what was written since', async () => {
    const table = await open();
    await table.create([row('a')]);
    expect(await collect(table.rows(new Date(Date.now() - 60_000)))).toHaveLength(1);
    expect(await collect(table.rows(new Date(Date.now() + 60_000)))).toEqual([]);
  });
});

it('types that JSON does not tell apart go from one table to another unchanged', async () => {
  const name = newTableName();
  const [from, to] = [await openNew(name), await openNew()];
  const { connectionString } = azuriteLocation();
  const client = TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
  await client.createEntity({
    partitionKey: 'root',
    rowKey: 'typed',
    big: 9_007_199_254_740_993n,
    date: new Date('2026-11-28T12:00:00.123Z'),
    guid: { type: 'Guid', value: '3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c0001' },
    bytes: new Uint8Array([1, 2, 255]),
    half: 2.5,
    large: 1_764_331_567_000,
    text: 'lines\nof all kinds',
  });
  const [typed] = await collect(from.rows());
  expect(typed?.columns).toMatchObject({
    big: { type: 'Int64', value: '9007199254740993' },
    guid: { type: 'Guid' },
    bytes: { type: 'Binary' },
    half: 2.5,
    large: { type: 'Double', value: '1764331567000' },
  });
  if (typed !== undefined) await to.create([typed]);
  expect((await collect(to.rows())).map(stored)).toEqual(
    [typed].flatMap((each) => (each ? [stored(each)] : [])),
  );
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { NewRow, RowAction, Table } from '../../src/azure/table.ts';
import { newTable } from '../fakes/azurite-table.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';

const drivers: readonly { name: string; open: () => Promise<Table> }[] = [
  { name: 'Azurite', open: () => newTable() },
  { name: 'memory', open: async () => createMemoryTable() },
];
const P = 'root';

const row = (rowKey: string, columns: Record<string, string | boolean> = {}): NewRow => ({
  partitionKey: P,
  rowKey,
  ...columns,
});
const create = (rowKey: string): RowAction => ({ kind: 'create', row: row(rowKey) });

describe.each(drivers)('the table on $name', ({ open }) => {
  let table: Table;
  beforeEach(async () => {
    table = await open();
  });
  const keys = async (from = '', until = '~', atMost?: number): Promise<string[]> =>
    (await table.range(P, from, until, atMost)).map(({ rowKey }) => rowKey);

  it('creates, merges and deletes a row', async () => {
    await table.write({ kind: 'create', row: row('a', { one: '1', two: '2' }) });
    await table.write({ kind: 'upsert', row: row('a', { two: '', three: '3' }) });
    expect(await table.get(P, 'a')).toMatchObject({ one: '1', two: '', three: '3' });
    await table.write({ kind: 'delete', partition: P, key: 'a' });
    expect(await table.get(P, 'a')).toBeUndefined();
    expect(await table.get('another', 'a')).toBeUndefined();
  });

  it('gives the etag that a written row has now', async () => {
    const written = await table.write({ kind: 'create', row: row('a') });
    expect(written === 'conflict' ? undefined : written.etag).toBe((await table.get(P, 'a'))?.etag);
  });

  it('calls it a conflict when a row is there, gone or changed', async () => {
    await table.write({ kind: 'create', row: row('a') });
    const etag = (await table.get(P, 'a'))?.etag ?? '';
    await table.write({ kind: 'upsert', row: row('a', { by: 'another' }) });
    const attempts: RowAction[] = [
      create('a'),
      { kind: 'update', row: row('a', { by: 'me' }), etag },
      { kind: 'update', row: row('gone'), etag },
      { kind: 'delete', partition: P, key: 'a', etag },
      { kind: 'delete', partition: P, key: 'gone' },
    ];
    for (const attempt of attempts) expect(await table.write(attempt)).toBe('conflict');
    expect(await table.get(P, 'a')).toMatchObject({ by: 'another' });
    for (const attempt of attempts.filter((each) => !('key' in each && each.key === 'a'))) {
      expect(await table.transaction([create('new'), attempt])).toBe('conflict');
      expect(await table.get(P, 'new')).toBeUndefined();
    }
  });

  it('takes a transaction after many refused writes', async () => {
    await table.write(create('a'));
    for (let count = 0; count < 5; count += 1) {
      await table.write({
        kind: 'update',
        row: row('a'),
        etag: 'W/"datetime\'2000-01-01T00%3A00%3A00.0000000Z\'"',
      });
    }
    expect(await table.transaction([create('b'), create('c')])).not.toBe('conflict');
  });

  it('undoes everything of a refused transaction: new rows, changed rows, deleted rows', async () => {
    await table.transaction([create('kept'), { kind: 'create', row: row('changed', { by: 'first' }) }]);
    const before = await table.range(P, '', '~');
    const outcome = await table.transaction([
      create('new'),
      { kind: 'upsert', row: row('changed', { by: 'second' }) },
      { kind: 'delete', partition: P, key: 'kept' },
      { kind: 'delete', partition: P, key: 'never-was' },
    ]);
    expect(outcome).toBe('conflict');
    expect(await table.range(P, '', '~')).toEqual(before);
  });

  it('tells the etags of a transaction in the order of its rows', async () => {
    await table.write(create('gone'));
    const written = await table.transaction([
      create('first'),
      { kind: 'delete', partition: P, key: 'gone' },
      { kind: 'upsert', row: row('second', { by: 'us' }) },
    ]);
    const etags = await Promise.all(['first', 'gone', 'second'].map((key) => table.get(P, key)));
    expect(written).toEqual({ etags: etags.map((found) => found?.etag) });
  });

  it('lets one of many transactions on the same row through', async () => {
    await table.write(create('turn'));
    const etag = (await table.get(P, 'turn'))?.etag ?? '';
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, count) =>
        table.transaction([
          { kind: 'update', row: row('turn', { by: String(count) }), etag },
          create(`mine-${count}`),
        ]),
      ),
    );
    expect(outcomes.filter((outcome) => outcome !== 'conflict')).toHaveLength(1);
    expect(await keys('mine-', 'mine-~')).toHaveLength(1);
  });

  it('gives ranges in key order, from the first key on and without the last, across pages', async () => {
    const all = Array.from({ length: 1_230 }, (_, count) => `k${String(count).padStart(5, '0')}`);
    for (let start = 0; start < all.length; start += 100) {
      await table.transaction(all.slice(start, start + 100).map(create));
    }
    expect(await keys('k', 'k~')).toEqual(all);
    expect(await keys('k00010', 'k00013')).toEqual(['k00010', 'k00011', 'k00012']);
    expect(await keys('k', 'k~', 1)).toEqual(['k00000']);
    expect(await keys('k', 'k~', 1_100)).toEqual(all.slice(0, 1_100));
    expect(await keys('x', 'x~')).toEqual([]);
  });

  it('keeps quotes in keys and asks for nothing else with them', async () => {
    await table.write(create('plain'));
    await table.write(create("o'hara"));
    expect((await table.get(P, "o'hara"))?.rowKey).toBe("o'hara");
    expect(await keys("o'", "o'~")).toEqual(["o'hara"]);
    expect(await table.range("x' or PartitionKey eq 'root", '', '~')).toEqual([]);
  });
});

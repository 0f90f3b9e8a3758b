import { expect, it } from 'vitest';
import { createTableCursors } from '../../src/azure/table-cursors.ts';
import { openOwnTable } from './storage.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const clock = (): Date => NOW;

it('a cursor is found again, each folder’s by itself', async () => {
  const table = await openOwnTable();
  await createTableCursors(table, clock).save('inbox', '/users/x?$deltatoken=1', undefined);
  const again = createTableCursors(table, clock);
  expect(await again.load('inbox')).toMatchObject({ cursor: '/users/x?$deltatoken=1', savedAt: NOW });
  expect(await again.load('junkemail')).toBeUndefined();
});

it('of two sweeps that began at the same place, one moves the cursor', async () => {
  const cursors = createTableCursors(await openOwnTable(), clock);
  const firsts = await Promise.all(['a', 'b'].map((cursor) => cursors.save('inbox', cursor, undefined)));
  expect(firsts.filter((saved) => saved !== undefined)).toHaveLength(1);

  const since = await cursors.load('inbox');
  const seconds = await Promise.all(['c', 'd', 'e'].map((cursor) => cursors.save('inbox', cursor, since)));
  const [winner, ...others] = seconds.filter((saved) => saved !== undefined);
  expect(others).toEqual([]);
  expect((await cursors.load('inbox'))?.cursor).toBe(winner?.cursor);
});

it('whoever moved it can move it on', async () => {
  const cursors = createTableCursors(await openOwnTable(), clock);
  const first = await cursors.save('inbox', 'one', undefined);
  const second = await cursors.save('inbox', 'two', first);
  expect(second?.cursor).toBe('two');
  expect(await cursors.save('inbox', 'behind', first)).toBeUndefined();
  expect((await cursors.load('inbox'))?.cursor).toBe('two');
});

it('a cursor of thousands of characters fits', async () => {
  const cursors = createTableCursors(await openOwnTable(), clock);
  const long = `/users/x?$deltatoken=${'x'.repeat(8_000)}`;
  await cursors.save('inbox', long, undefined);
  expect((await cursors.load('inbox'))?.cursor).toBe(long);
});

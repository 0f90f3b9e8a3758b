import { expect, it } from 'vitest';
import { createRecent } from '../../../src/mail/sweep/recent.ts';

it('gives what was kept, once', () => {
  const recent = createRecent<string>(2);
  recent.keep('a', 'A');
  expect([recent.take('a'), recent.take('a')]).toEqual(['A', undefined]);
});

it('keeps only so many, and the oldest go first', () => {
  const recent = createRecent<string>(2);
  for (const id of ['a', 'b', 'c']) recent.keep(id, id);
  expect(['a', 'b', 'c'].map((id) => recent.take(id))).toEqual([undefined, 'b', 'c']);
});

it('tells how much it keeps, and forgets it when asked to', () => {
  const recent = createRecent<string>(5);
  for (const id of ['a', 'b', 'c']) recent.keep(id, id);
  recent.take('b');
  expect(recent.size).toBe(2);
  recent.clear();
  expect([recent.size, recent.take('a')]).toEqual([0, undefined]);
});

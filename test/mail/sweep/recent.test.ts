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

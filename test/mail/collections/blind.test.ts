import { describe, expect, test } from 'vitest';
import { BLIND_FIRST } from './blind-first.ts';
import { BLIND_SECOND } from './blind-second.ts';
import { BLIND_THIRD } from './blind-third.ts';
import { blindPlan } from './blind.ts';
import { readPlan } from './reading.ts';

/** Mails that nobody had in view when the rules were written; the sets are never adapted to the rules. */
describe.each([
  { name: 'the first', rows: BLIND_FIRST },
  { name: 'the second', rows: BLIND_SECOND },
  { name: 'the third', rows: BLIND_THIRD },
])('$name blind set', async ({ rows }) => {
  const read = await Promise.all(rows.map(async (row) => ({ row, mail: await readPlan(blindPlan(row)) })));
  /** Subjects of the mails that are wrong, beyond the share that may be. */
  const beyond = (share: number, isWrong: (one: (typeof read)[number]) => boolean): readonly string[] =>
    read
      .filter(isWrong)
      .map(({ row }) => row[1])
      .slice(Math.floor(share * read.length));

  test('of at least 95 % the category is right', () => {
    expect(beyond(0.05, ({ row, mail }) => mail.category !== row[3])).toEqual([]);
  });

  test('of at least 95 % the severity is right', () => {
    expect(beyond(0.05, ({ row, mail }) => mail.severity !== row[4])).toEqual([]);
  });

  test('at least 92 % are recognised', () => {
    expect(beyond(0.08, ({ mail }) => !mail.evidence.isRecognised)).toEqual([]);
  });
});

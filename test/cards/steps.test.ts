import { expect, it } from 'vitest';
import { stepsOf } from '../../cards/parts/steps.ts';
import { english, inPlainText } from '../../cards/index.ts';
import type { Handling, Reveal } from '../../src/mail/cases/handling.ts';
import { handled, WANTED } from './mail-samples.ts';
import { ADA, GRACE } from './samples.ts';

const START = Date.parse('2026-11-22T08:00:00Z');
const minute = (number: number): Date => new Date(START + number * 60_000);

/** Each has two steps: it was wanted, and refused. */
const refused = (number: number): Reveal => {
  const at = minute(2 * number);
  return {
    ...WANTED,
    state: 'denied',
    wanted: { by: ADA, at },
    answered: { by: GRACE, at: minute(2 * number + 1) },
  };
};
const withReveals = (count: number): Handling =>
  handled({
    acknowledged: { by: ADA, at: minute(-1) },
    reveals: Array.from({ length: count }, (_, number) => refused(number)),
  });

const linesOf = (...handlings: readonly Handling[]): readonly string[] =>
  stepsOf(english, handlings).map(({ said }) => inPlainText(said));

it('tells all steps of a mail, the first ones first, where a card has room for them', () => {
  const lines = linesOf(withReveals(9));
  expect(lines).toHaveLength(19);
  expect(lines[0]).toContain('acknowledged it');
  expect(lines.join()).not.toContain('not listed here');
});

it('tells the last steps, how many came before, and where these are', () => {
  const lines = linesOf(withReveals(12));
  expect(lines).toHaveLength(21);
  expect(lines[0]).toContain('5 earlier steps are not listed here');
  expect(lines[0]).toContain('`history`');
  expect(lines.at(-1)).toContain('refused');
});

it('tells once what was done for several aliases at once', () => {
  expect(linesOf(withReveals(2), withReveals(2))).toEqual(linesOf(withReveals(2)));
});

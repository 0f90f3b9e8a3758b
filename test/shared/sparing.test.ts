import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sparing } from '../../src/shared/sparing.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A log of lines. */
function open() {
  const lines: unknown[] = [];
  const note =
    (level: string) =>
    (...said: readonly unknown[]): void => {
      lines.push([level, ...said]);
    };
  return { lines, log: sparing({ warn: note('warn'), error: note('error') }) };
}

it('the first of a kind is written in full, and a flood as one number a minute', () => {
  const { lines, log } = open();
  for (let count = 0; count < 10_000; count += 1) log.warn({ reason: `r${count}` }, 'refused');
  expect(lines).toEqual([['warn', { reason: 'r0' }, 'refused']]);
  vi.advanceTimersByTime(60_000);
  expect(lines.slice(1)).toEqual([['warn', { more: 9_999 }, 'refused']]);

  log.warn({ reason: 'again' }, 'refused');
  expect(lines).toHaveLength(2);
  vi.advanceTimersByTime(60_000);
  expect(lines.slice(2)).toEqual([['warn', { more: 1 }, 'refused']]);
});

it('after a minute without any the next one is written in full again', () => {
  const { lines, log } = open();
  log.warn({ reason: 'first' }, 'refused');
  vi.advanceTimersByTime(60_000);
  log.warn({ reason: 'second' }, 'refused');
  expect(lines.slice(1)).toEqual([['warn', { reason: 'second' }, 'refused']]);
});

it('one kind does not hide another', () => {
  const { lines, log } = open();
  log.warn({}, 'refused');
  log.error({}, 'could not be checked');
  expect(lines).toHaveLength(2);
});

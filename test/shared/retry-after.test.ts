import { expect, it } from 'vitest';
import { retryAfterMs } from '../../src/shared/retry-after.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

it.each([
  ['5', 5_000],
  [' 0 ', 0],
  ['1.5', 1_500],
  ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
  ['', undefined],
  ['soon', undefined],
  ['-1', 0],
  [null, undefined],
])('Retry-After %j means %j milliseconds', (header, ms) => {
  expect(retryAfterMs(header, NOW)).toBe(ms);
});

import { expect, it } from 'vitest';
import { backOffMs } from '../../src/messages/back-off.ts';
import { createFairCount } from '../../src/messages/fair-count.ts';

const HOUR = 60 * 60_000;

it('while nothing gets through nothing counts, however long', () => {
  let time = 0;
  const count = createFairCount(() => time);
  for (; time < 24 * HOUR; time += 20_000) expect(count.failed('a', 1).counts).toBe(false);
});

it('what fails while others get through counts as often as it would be tried alone', () => {
  let time = 0;
  const count = createFairCount(() => time);
  let attempts = 1;
  const countedAt: number[] = [];
  for (; time < HOUR; time += 1_000) {
    if (count.failed('a', attempts).counts) {
      countedAt.push(time);
      attempts += 1;
    }
    count.gotThrough();
  }
  const waits = countedAt.slice(1).map((at, index) => at - (countedAt[index] ?? 0));
  expect(waits).toEqual(waits.map((_, index) => backOffMs(index + 2)));
});

it('what got through before the first failure says nothing', () => {
  let time = 0;
  const count = createFairCount(() => time);
  count.gotThrough();
  expect(count.failed('a', 1).counts).toBe(false);
  time = HOUR;
  expect(count.failed('a', 1).counts).toBe(false);
});

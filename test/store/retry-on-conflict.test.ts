import { expect, it } from 'vitest';
import { anew, retryOnConflict } from '../../src/store/retry-on-conflict.ts';

interface Step {
  readonly number: number;
  again(): Promise<Step>;
}

const busy = (): Error => new Error('busy');

it('decides by what is there at each attempt, until nobody was faster', async () => {
  let stored = 0;
  const seen: number[] = [];
  const done = await retryOnConflict(
    busy,
    async () => stored,
    async (found) => {
      seen.push(found);
      stored += 1;
      return found === 2 ? 'committed' : undefined;
    },
  );
  expect([done, seen]).toEqual(['committed', [0, 1, 2]]);
});

it.each([
  [undefined, 20],
  [3, 3],
])('gives up with the caller’s error (attempts: %s)', async (attempts, tried) => {
  let count = 0;
  const lose = async (): Promise<undefined> => {
    count += 1;
  };
  await expect(retryOnConflict(busy, async () => 0, lose, attempts)).rejects.toThrow('busy');
  expect(count).toBe(tried);
});

it('passes on what a decision throws, and does not try again', async () => {
  let count = 0;
  const refuse = async (): Promise<undefined> => {
    count += 1;
    throw new RangeError('refused');
  };
  await expect(retryOnConflict(busy, async () => 0, refuse)).rejects.toThrow('refused');
  expect(count).toBe(1);
});

it('takes what was read before once, and then the one after it each time', async () => {
  const step = (number: number): Step => ({ number, again: async () => step(number + 1) });
  const read = anew(step(1));
  const numbers: number[] = [];
  for (let each = 0; each < 3; each += 1) numbers.push((await read()).number);
  expect(numbers).toEqual([1, 2, 3]);
});

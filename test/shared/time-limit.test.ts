import { getEventListeners, once } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { timeLimit, withinTime } from '../../src/shared/time-limit.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
  signal.throwIfAborted();
}

it('work that takes too long is told so, as by AbortSignal.timeout', async () => {
  const ended = withinTime(1_000, untilAborted).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await ended).toMatchObject({ name: 'TimeoutError' });
});

it('whoever aborts the work from outside is heard, before it begins as well', async () => {
  const outer = new AbortController();
  const ended = withinTime(1_000, untilAborted, outer.signal).catch((error: unknown) => error);
  outer.abort('enough');
  expect(await ended).toBe('enough');
  expect(timeLimit(1_000, outer.signal).signal).toMatchObject({ aborted: true, reason: 'enough' });
});

it('nothing is left of it once the work has ended, well or badly', async () => {
  const outer = new AbortController();
  let left: AbortSignal | undefined;
  const work = async (signal: AbortSignal): Promise<string> => {
    left = signal;
    return 'done';
  };
  await expect(withinTime(30_000, work, outer.signal)).resolves.toBe('done');
  await expect(withinTime(30_000, async () => Promise.reject(new Error('no')), outer.signal)).rejects.toThrow(
    'no',
  );
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(outer.signal, 'abort')).toEqual([]);
  outer.abort();
  expect(left?.aborted).toBe(false);
});

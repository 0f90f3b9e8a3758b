import { afterEach, expect, it, vi } from 'vitest';
import { createCallsASecond } from '../../../bot/teams/calls-a-second.ts';

const HOUR_MS = 60 * 60_000;
const MOST = 3;

afterEach(() => void vi.useRealTimers());

it('so many a second have their turn at once, and the next one a second after the first', async () => {
  const itsTurn = createCallsASecond(MOST);
  const begun = performance.now();
  for (let call = 0; call < MOST; call += 1) await itsTurn();
  await itsTurn();
  expect(performance.now() - begun).toBeGreaterThanOrEqual(999);
});

it('a clock that is set back by an hour holds up no call', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const itsTurn = createCallsASecond(MOST);
  for (let call = 0; call < MOST; call += 1) await itsTurn();
  vi.setSystemTime(Date.now() - HOUR_MS);
  const begun = performance.now();
  for (let call = 0; call < MOST; call += 1) await itsTurn();
  // Not before the hour has come again, where it goes by the time of day.
  expect(performance.now() - begun).toBeLessThan(HOUR_MS);
});

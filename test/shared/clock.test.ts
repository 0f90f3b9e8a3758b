import { expect, it } from 'vitest';
import { neverBack } from '../../src/shared/clock.ts';

const HOUR = 60 * 60_000;

it('follows a clock that is set forwards, and goes on where it was when it is set back', () => {
  let offset = 0;
  const clock = neverBack(() => new Date(Date.now() + offset));
  const before = clock().getTime();
  offset = HOUR;
  const ahead = clock().getTime();
  expect(ahead - before).toBeGreaterThanOrEqual(HOUR);
  offset = -HOUR;
  const back = clock().getTime();
  expect(back).toBeGreaterThanOrEqual(ahead);
  expect(back - ahead).toBeLessThan(HOUR);
});

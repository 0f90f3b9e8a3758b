import type { Clock } from '../shared/clock.ts';
import { retryAfterMs } from '../shared/retry-after.ts';
import { throttled } from './graph-failure.ts';
import type { Wait } from './wait.ts';

/** What Graph asks to repeat: throttling, and a service or gateway that is busy. */
export const BUSY_STATUSES = new Set([429, 503, 504]);
const MOST_ATTEMPTS = 4;
/** A longer wait is not slept through: the caller is told, and no request leaves before it is over. */
const LONGEST_WAIT_MS = 30_000;
const FIRST_BACK_OFF_MS = 1_000;

export interface Throttle {
  /**
   * Sends until the answer is not "busy", at most four times where not told otherwise, and never before the time that Graph named in Retry-After,
   * whichever request was told so.
   * @throws {GraphFailure} at once where the wait would be too long
   */
  send(attempt: () => Promise<Response>, signal: AbortSignal, attemptsMost?: number): Promise<Response>;
}

/**
 * Stands in for the Graph client's own retry, which cannot be aborted while it sleeps, comes back after 180 s even when it
 * was told to wait longer, and does not hold back the requests beside it.
 */
export function createThrottle(clock: Clock, wait: Wait): Throttle {
  let quietUntil = 0;

  async function untilWelcome(signal: AbortSignal): Promise<void> {
    const waitMs = quietUntil - clock().getTime();
    if (waitMs > LONGEST_WAIT_MS) throw throttled(Math.ceil(waitMs / 1_000));
    if (waitMs > 0) await wait(waitMs, signal);
  }

  return {
    async send(attempt, signal, attemptsMost = MOST_ATTEMPTS) {
      for (let sent = 1; ; sent += 1) {
        await untilWelcome(signal);
        const response = await attempt();
        if (!BUSY_STATUSES.has(response.status)) return response;
        const waitMs =
          retryAfterMs(response.headers.get('retry-after'), clock().getTime()) ??
          FIRST_BACK_OFF_MS * 2 ** (sent - 1);
        quietUntil = Math.max(quietUntil, clock().getTime() + waitMs);
        if (sent >= attemptsMost || waitMs > LONGEST_WAIT_MS) return response;
        await response.body?.cancel();
      }
    },
  };
}

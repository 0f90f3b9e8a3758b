import { setTimeout as sleep } from 'node:timers/promises';

/** Time, so that a test need not wait for it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with the signal's reason when it is aborted meanwhile. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  async wait(ms, signal) {
    // ref: false, so that a stop in the middle of a wait is not held up by it.
    await sleep(ms, undefined, { signal, ref: false }).catch((cause: unknown) => {
      signal.throwIfAborted();
      throw cause;
    });
  },
};

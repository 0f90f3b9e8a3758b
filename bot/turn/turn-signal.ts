import type { Incoming } from '../teams/activity.ts';

/** Teams delivers a message again after 15 s, which does not wait for an answer that long. */
const TURN_MS = 14_000;

const signals = new WeakMap<Incoming, AbortSignal>();

/** Ends when Teams no longer waits for what an activity asks for; the same for everything that is done about it. */
export function turnSignal(seen: Incoming): AbortSignal {
  const signal = signals.get(seen) ?? AbortSignal.timeout(TURN_MS);
  signals.set(seen, signal);
  return signal;
}

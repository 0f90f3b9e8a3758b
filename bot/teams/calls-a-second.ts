import { pause } from '../../src/shared/pause.ts';

const SECOND_MS = 1_000;

/**
 * Gives turns to begin a call, so many a second at most, in the order in which they are asked for. It counts by a clock that nobody
 * sets: p-queue's own interval follows the time of day, and stops for as long as that is set back (9.3.5, `#intervalEnd`).
 */
export function createCallsASecond(most: number): () => Promise<void> {
  /** When the last ones began, or will; in milliseconds of `performance.now()`, oldest first. */
  const turns: number[] = [];
  return async () => {
    const now = performance.now();
    const turn = Math.max(now, (turns.at(-most) ?? Number.NEGATIVE_INFINITY) + SECOND_MS);
    turns.push(turn);
    if (turns.length > most) turns.shift();
    await pause(turn - now);
  };
}

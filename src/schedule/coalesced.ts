import { pause } from '../shared/pause.ts';

/** Work that is asked for more often than it is needed. */
export interface Coalesced {
  /** Has the work done soon: at once, or once more after it when it was begun lately, however often it is asked for. */
  ask(): void;
  /** Takes no more, and resolves when nothing is under way. */
  stop(): Promise<void>;
}

/**
 * @param gapMs from one beginning of the work to the next, at least
 * @param onError gets what the work throws; the next call does it again
 */
export function createCoalesced(
  work: () => Promise<void>,
  gapMs: number,
  onError: (error: unknown) => void,
): Coalesced {
  let asked = false;
  const stopping = new AbortController();
  let begunAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (asked) {
      await pause(begunAt + gapMs - performance.now(), stopping.signal);
      if (stopping.signal.aborted) break;
      asked = false;
      begunAt = performance.now();
      try {
        await work();
      } catch (error) {
        onError(error);
      }
    }
    // In the same step as the last look at `asked`: whoever asks from now on starts it again.
    running = undefined;
  }

  return {
    ask() {
      if (stopping.signal.aborted) return;
      asked = true;
      running ??= run();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

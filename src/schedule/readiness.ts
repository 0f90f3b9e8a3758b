import type { Clock } from '../shared/clock.ts';

/** So many sweeps in a row may fail before this copy says that it is not ready. */
const SWEEPS_MISSED = 5;

export interface ReadinessDeps {
  /** Any question to the storage; rejects when it does not answer. */
  readonly askStorage: () => Promise<unknown>;
  /** When any copy last read the mailbox, as the stored cursors tell; undefined when none has. One copy sweeps for all. */
  readonly sweptByAny?: () => Promise<Date | undefined>;
  readonly sweepSeconds: number;
  /** A single sweep may take this long. */
  readonly sweepMs: number;
  readonly clock: Clock;
}

/** Whether this copy can do its work. */
export interface Readiness {
  /** To be called when the mailbox was swept to its end. */
  swept(): void;
  /** What is missing: `table` when it does not answer, `mailbox` when it was not read for long; empty when ready. */
  missing(): Promise<readonly ('table' | 'mailbox')[]>;
}

export function createReadiness(deps: ReadinessDeps): Readiness {
  const now = (): number => deps.clock().getTime();
  const staleMs = deps.sweepMs + SWEEPS_MISSED * deps.sweepSeconds * 1_000;
  // A program that has just started had no time to sweep.
  let sweptAt = now();
  let asking: Promise<boolean> | undefined;

  async function tableAnswers(): Promise<boolean> {
    try {
      await deps.askStorage();
      const sweptByAny = await deps.sweptByAny?.();
      // Another machine's clock may be ahead of ours.
      if (sweptByAny !== undefined) sweptAt = Math.min(now(), Math.max(sweptAt, sweptByAny.getTime()));
      return true;
    } catch {
      // That it does not answer is the answer; whoever needs it for work logs why.
      return false;
    }
  }

  return {
    swept() {
      sweptAt = now();
    },
    async missing() {
      // Everybody may ask, as often as they like: those who ask at once get one answer.
      asking ??= tableAnswers().finally(() => (asking = undefined));
      const answers = await asking;
      const isStale = now() - sweptAt > staleMs;
      return [...(answers ? [] : (['table'] as const)), ...(isStale ? (['mailbox'] as const) : [])];
    },
  };
}

import { once } from 'node:events';
import { Cron } from 'croner';
import PQueue from 'p-queue';
import type { Log } from './log.ts';
import { takeTurns, type Lease } from './mail/sweep/lease.ts';

export interface SweepRoundsParts {
  /** One pass over the mailbox, and whatever belongs to it. */
  readonly sweep: (signal: AbortSignal) => Promise<void>;
  /** Of several copies the one that holds it sweeps by the schedule. */
  readonly lease: Lease;
  readonly everySeconds: number;
  /** A sweep that takes longer is given up; the next one goes on where its cursor stands. */
  readonly mostMs: number;
  readonly log: Log;
}

/** Sweeps by the clock, never two at once, and only while this copy has its turn. */
export interface SweepRounds {
  /** Sweeps now, after one that is under way. */
  now(): Promise<void>;
  start(): void;
  /** Ends the sweep that is under way; resolves when it has ended. */
  stop(): Promise<void>;
}

export function createSweepRounds(parts: SweepRoundsParts): SweepRounds {
  const { log } = parts;
  const stopping = new AbortController();
  const rounds = new PQueue({ concurrency: 1 });
  // The signal of this copy's turn ends a sweep whose lease was lost.
  let turn = stopping.signal;
  let turns: Promise<void> | undefined;

  const now = (): Promise<void> =>
    rounds.add(() => parts.sweep(AbortSignal.any([turn, AbortSignal.timeout(parts.mostMs)])));
  const schedule = new Cron(
    '* * * * * *',
    {
      paused: true,
      // A round that comes while another goes on is left out.
      protect: true,
      interval: parts.everySeconds,
      catch: (error) => log.error({ err: error }, 'a sweep ended early; the next one goes on'),
    },
    now,
  );

  return {
    now,
    start() {
      turns = takeTurns({ lease: parts.lease, log }, stopping.signal, async (held) => {
        turn = held;
        schedule.resume();
        await aborted(held);
        schedule.pause();
        await rounds.onIdle();
        turn = stopping.signal;
      });
    },
    async stop() {
      schedule.stop();
      stopping.abort();
      await Promise.all([rounds.onIdle(), turns]);
    },
  };
}

/** Resolves when the signal is aborted. */
async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

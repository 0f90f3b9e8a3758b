import { Cron } from 'croner';
import PQueue from 'p-queue';
import type { Log } from '../shared/log.ts';

/** Work that comes around by the clock. */
export interface Round {
  /** Does it now; never beside another round of the same work. */
  now(): Promise<void>;
  /** The same, without anybody who waits for it; a failure is logged. */
  soon(): void;
  /** Goes by the clock from now on. */
  start(): void;
  /** Takes no more, and resolves when nothing is under way. */
  stop(): Promise<void>;
}

/** @param pattern when it comes around, with seconds: `0 * * * * *` is every minute */
export function createRound(name: string, pattern: string, work: () => Promise<void>, log: Log): Round {
  const rounds = new PQueue({ concurrency: 1 });
  const now = (): Promise<void> => rounds.add(work);
  const schedule = new Cron(
    pattern,
    {
      paused: true,
      // A round that comes while another goes on is left out.
      protect: true,
      catch: (error) => log.error({ err: error, round: name }, 'a round ended early; the next one goes on'),
    },
    now,
  );
  return {
    now,
    soon: () => void schedule.trigger(),
    start: () => void schedule.resume(),
    async stop() {
      schedule.stop();
      await rounds.onIdle();
    },
  };
}

import { Cron } from 'croner';
import PQueue from 'p-queue';
import type { Log } from '../shared/log.ts';
import { createTroubles } from '../shared/troubles.ts';

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
  const troubles = createTroubles(log);
  const now = (): Promise<void> =>
    rounds.add(async () => {
      await work();
      troubles.over(name);
    });
  const schedule = new Cron(
    pattern,
    {
      paused: true,
      // A round that comes while another goes on is left out.
      protect: true,
      catch: (error) =>
        troubles.failed(name, {
          level: 'error',
          message: 'a round ended early; the next one goes on',
          details: { err: error, round: name },
        }),
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

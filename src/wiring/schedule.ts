import type { Log } from '../log.ts';
import { createRound, type Round } from '../round.ts';

/** Reminders, expiry and quarantines count in hours and days. */
const EVERY_MINUTE = '0 * * * * *';
/** Counting the pool lists it; not at the full hour, when everybody's schedules run. */
const EVERY_HOUR = '0 7 * * * *';
/** What old clients wrote into the table is repaired some time before the pool is counted. */
const EVERY_HOUR_EARLIER = '0 52 * * * *';
/** At night in Europe. */
const EVERY_DAY = '0 23 2 * * *';

/** What comes around by the clock beside the sweep. */
export interface ScheduledWork {
  readonly tend: () => Promise<void>;
  readonly watchPool: () => Promise<void>;
  readonly repair: () => Promise<void>;
  readonly reconcile: () => Promise<void>;
}

/** The rounds of {@link ScheduledWork}; each can be had at once, and none runs beside itself. */
export interface Schedule {
  readonly tending: Round;
  readonly poolWatch: Round;
  readonly reconciling: Round;
  /** All of them go by the clock from now on. */
  start(): void;
  /** Resolves when none is under way. */
  stop(): Promise<void>;
}

export function createSchedule(work: ScheduledWork, log: Log): Schedule {
  const tending = createRound('tending', EVERY_MINUTE, work.tend, log);
  const poolWatch = createRound('pool watch', EVERY_HOUR, work.watchPool, log);
  const repairing = createRound('repair', EVERY_HOUR_EARLIER, work.repair, log);
  const reconciling = createRound('reconciliation', EVERY_DAY, work.reconcile, log);
  const all = [tending, poolWatch, repairing, reconciling];
  return {
    tending,
    poolWatch,
    reconciling,
    start() {
      for (const round of all) round.start();
    },
    async stop() {
      await Promise.all(all.map((round) => round.stop()));
    },
  };
}

import type { Log } from '../shared/log.ts';
import { measuredRound } from '../monitoring/measured.ts';
import { createRound, type Round } from '../schedule/round.ts';
import { unwatched, type Telemetry } from '../shared/telemetry.ts';

/** What nobody is woken for, such as what a process had claimed that is gone. */
const EVERY_TEN_SECONDS = '*/10 * * * * *';
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
  readonly lookAtQueues: () => Promise<void>;
  readonly doHousekeeping: () => Promise<void>;
  readonly watchPool: () => Promise<void>;
  readonly repair: () => Promise<void>;
  readonly reconcile: () => Promise<void>;
  /** Looks at what gauges show. It goes by the clock only where somebody watches. */
  readonly observe: () => Promise<void>;
}

/** The rounds of {@link ScheduledWork}; each can be had at once, and none runs beside itself. */
export interface Schedule {
  readonly housekeeping: Round;
  readonly poolWatch: Round;
  readonly reconciling: Round;
  /** All of them go by the clock from now on; the first look at what gauges show is had at once. */
  start(): void;
  /** Resolves when none is under way. */
  stop(): Promise<void>;
}

export function createSchedule(work: ScheduledWork, log: Log, telemetry: Telemetry): Schedule {
  const roundOf = (name: string, pattern: string, done: () => Promise<void>): Round =>
    createRound(name, pattern, measuredRound(name, done, telemetry), log);
  const queues = roundOf('queues', EVERY_TEN_SECONDS, work.lookAtQueues);
  const housekeeping = roundOf('tending', EVERY_MINUTE, work.doHousekeeping);
  const poolWatch = roundOf('pool watch', EVERY_HOUR, work.watchPool);
  const repairing = roundOf('repair', EVERY_HOUR_EARLIER, work.repair);
  const reconciling = roundOf('reconciliation', EVERY_DAY, work.reconcile);
  const observing = telemetry === unwatched ? undefined : roundOf('observation', EVERY_MINUTE, work.observe);
  const all = [
    queues,
    housekeeping,
    poolWatch,
    repairing,
    reconciling,
    ...(observing === undefined ? [] : [observing]),
  ];
  return {
    housekeeping,
    poolWatch,
    reconciling,
    start() {
      for (const round of all) round.start();
      observing?.soon();
    },
    async stop() {
      await Promise.all(all.map((round) => round.stop()));
    },
  };
}

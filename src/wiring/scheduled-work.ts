import { poolAlert, readPool, watchPool } from '../aliases/pool.ts';
import type { Config } from '../config.ts';
import { NO_PROBES } from '../mail/reach/probes.ts';
import { readReach, watchReach } from '../mail/reach/watch-reach.ts';
import { createObservation } from '../monitoring/observation.ts';
import { doHousekeeping } from '../requests/housekeeping.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import type { Telemetry } from '../shared/telemetry.ts';
import type { ScheduledWork } from './schedule.ts';
import type { Storage } from './storage.ts';
import type { Workers } from './workers.ts';

export interface ScheduledWorkDeps {
  readonly storage: Pick<
    Storage,
    'register' | 'seen' | 'probes' | 'repair' | 'oldestUndelivered' | 'readTimes'
  >;
  readonly workers: Pick<Workers, 'wake' | 'wakeLate' | 'look'>;
  /** Compares the mailboxes with the ledger. */
  readonly reconcile: () => Promise<void>;
  readonly config: Pick<Config, 'schedule' | 'pool' | 'probes'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
}

/** What each round of the schedule does. */
export function createScheduledWork(deps: ScheduledWorkDeps): ScheduledWork {
  const { storage, workers, config, clock, log, telemetry } = deps;
  const { register, seen } = storage;
  const probes = config.probes === undefined ? NO_PROBES : storage.probes;
  const { wake } = workers;
  const observation = createObservation({
    telemetry,
    oldestUndelivered: storage.oldestUndelivered,
    readTimes: storage.readTimes,
    readPool: () => readPool(register, clock()),
    readReach: (report) => readReach({ seen, probes }, report, clock()),
    clock,
  });
  return {
    lookAtQueues: async () => workers.look(),
    async doHousekeeping() {
      // What has a time of its own, such as the end of a reveal.
      wake();
      workers.wakeLate();
      const { remindAfterMs, expireAfterMs } = config.schedule;
      const report = await doHousekeeping({ register, remindAfterMs, expireAfterMs, clock, wake });
      observation.requestsCounted(report.pending);
      if (report.reminded + report.expired + report.freed > 0) log.info(report, 'housekeeping was done');
    },
    async watchPool() {
      const { lowWater } = config.pool;
      const { report, alerted } = await watchPool({ register, clock, lowWater, alert: poolAlert, wake });
      observation.poolCounted(report);
      if (alerted) log.warn({ free: report.states.free, lowWater }, 'few aliases are free');
      const { reach, fell } = await watchReach({ register, seen, probes, clock, wake }, report);
      observation.reachKnown(reach);
      if (fell.length > 0) log.warn({ rootMailboxes: fell }, 'no mail comes through a root mailbox');
    },
    repair: storage.repair,
    reconcile: deps.reconcile,
    observe: observation.observe,
  };
}

import type { Config } from '../config.ts';
import { reconcile } from '../mail/sweep/reconcile.ts';
import type { Sightings } from '../mail/reach/sightings.ts';
import { recordMessages, type RecordedPage } from '../mail/sweep/record-page.ts';
import { createSweep } from '../mail/sweep/sweep.ts';
import { measuredSweep } from '../monitoring/measured.ts';
import { createSweepRounds, type SweepRounds } from '../schedule/sweep-rounds.ts';
import { eachThenFail } from '../shared/each-then-fail.ts';
import type { Telemetry } from '../shared/telemetry.ts';
import { withinTime } from '../shared/time-limit.ts';
import type { CentralMailboxes } from './mailboxes.ts';
import { createNotifications, type Notifications } from './notifications.ts';
import type { Probing } from './probing.ts';
import type { Storage } from './storage.ts';
import type { Workers } from './workers.ts';

export interface SweepingDeps {
  readonly mailboxes: CentralMailboxes['all'];
  readonly storage: Pick<Storage, 'register' | 'ledger' | 'lease' | 'wakeUpSignal'>;
  readonly workers: Workers;
  readonly sightings: Sightings;
  readonly probing: Pick<Probing, 'during'>;
  readonly config: Pick<Config, 'graph' | 'http' | 'schedule'>;
  readonly telemetry: Telemetry;
}

/** How mail comes out of the central mailboxes: by the clock, when Microsoft 365 tells of it, and by a daily comparison. */
export interface Sweeping {
  readonly rounds: SweepRounds;
  readonly notifications: Notifications;
  /** Compares the mailboxes with the ledger, unless that was done today. @throws {MailboxUnavailable} {@link RegisterUnavailable} */
  reconcile(stopping: AbortSignal): Promise<void>;
}

/** A sweep that takes longer is given up; the next one goes on where its cursor is. */
const SWEEP_MS = 10 * 60_000;

export function createSweeping(deps: SweepingDeps): Sweeping {
  const { mailboxes, storage, workers, sightings, probing, config, telemetry } = deps;
  const { recordDeps } = workers;
  const { clock, log } = recordDeps;
  const { sweepSeconds: everySeconds } = config.schedule;

  const rounds = createSweepRounds({
    sweeps: mailboxes.map(({ address, mailbox, cursors }) => {
      const { caughtUp } = workers;
      const sweep = measuredSweep(createSweep({ ...recordDeps, mailbox, cursors, caughtUp }), telemetry);
      return {
        mailbox: address,
        async sweep(signal) {
          // What waits is tried first: after a restart nothing else would wake it.
          workers.wake();
          workers.wakeDeliveries();
          try {
            await sweep(signal);
          } finally {
            await sightings.keep();
          }
        },
      };
    }),
    lease: storage.lease,
    async during(turn) {
      await Promise.all([notifications.during(turn), probing.during(turn)]);
    },
    everySeconds,
    mostMs: SWEEP_MS,
    log,
  });
  const notifications = createNotifications({
    mailboxes: mailboxes.map(({ address, notifying, subscriptions }) => ({
      address,
      subscriptions: notifying,
      store: subscriptions,
    })),
    wakeUpSignal: storage.wakeUpSignal,
    publicUrl: config.http.publicUrl,
    everySeconds,
    wakeSweep: rounds.wake,
    clock,
    log,
  });

  return {
    rounds,
    notifications,
    async reconcile(stopping) {
      const reconcileDeps = {
        ledger: storage.ledger,
        register: storage.register,
        record: (page: RecordedPage, signal: AbortSignal) => recordMessages(recordDeps, page, signal),
        countsSince: config.graph.mailSince,
        clock,
        log,
        wake: workers.wake,
      };
      await eachThenFail(mailboxes, async ({ name, address, mailbox }) => {
        const done = await withinTime(
          SWEEP_MS,
          (signal) => reconcile({ ...reconcileDeps, name, mailbox }, signal),
          stopping,
        );
        if (done !== undefined) log.info({ ...done, mailbox: address }, 'mailbox and ledger were compared');
      });
      await sightings.keep();
    },
  };
}

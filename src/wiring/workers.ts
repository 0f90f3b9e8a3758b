import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { deliverLate } from '../mail/delivery/deliver-late.ts';
import { deliver, type DeliverParts } from '../mail/delivery/deliver.ts';
import { keepForDigest } from '../mail/delivery/digest.ts';
import type { MailErrandParts } from '../mail/delivery/errand-parts.ts';
import { runMailErrand } from '../mail/delivery/run-errand.ts';
import { awaited } from '../mail/handling/acknowledge.ts';
import { changeHandling } from '../mail/handling/change-handling.ts';
import { buried } from '../mail/handling/dead-letter.ts';
import type { ReaderParts } from '../mail/reading/understood.ts';
import { runErrand } from '../outgoing/errands.ts';
import type { Poster } from '../outgoing/poster.ts';
import { createWorker } from '../outgoing/worker.ts';
import type { Storage } from './storage.ts';

export interface WorkersParts {
  readonly storage: Storage;
  readonly reader: ReaderParts;
  readonly poster: Poster;
  readonly config: Pick<Config, 'handling' | 'requests'>;
  /** What the sweep has just read, taken out. */
  readonly take: DeliverParts['take'];
  readonly clock: Clock;
  readonly log: Log;
}

/** Everything that leaves for Teams, in three queues: errands of the register, mail, and mail that had fallen back. */
export interface Workers {
  /** Errands were queued. */
  wake(): void;
  /** Mail was written into the ledger. */
  wakeDeliveries(): void;
  /** Mail that had fallen back may be due. */
  wakeLate(): void;
  /** The same, and it may have a channel now. */
  unparkLate(): void;
  /** A channel was linked: whatever waited for one is tried. */
  unpark(): void;
  /** Works off everything that is due; resolves when nothing due is left. */
  run(): Promise<void>;
  /** Lets what is under way end, and takes no more. */
  stop(): Promise<void>;
}

export function createWorkers(parts: WorkersParts): Workers {
  const { storage, reader, poster, clock, log } = parts;
  const { register, conversations, ledger, outbox } = storage;
  const { acknowledgeMinutes } = parts.config.handling;
  const { approvalsNeeded } = parts.config.requests;

  const mailParts: MailErrandParts = {
    ...reader,
    register,
    ledger,
    conversations,
    poster,
    acknowledgeMinutes,
    clock,
    log,
    wake: () => errands.wake(),
    wakeDeliveries: () => deliveries.wake(),
  };
  const errands = createWorker({
    name: 'errands',
    queue: outbox,
    attempt: (item, signal) =>
      runErrand(
        {
          register,
          conversations,
          poster,
          approvalsNeeded,
          mail: (of, errand, until) => runMailErrand(mailParts, of, errand, until),
          log,
        },
        item,
        signal,
      ),
    clock,
    log,
  });

  const deliverParts: DeliverParts = {
    ...reader,
    register,
    conversations,
    poster,
    log,
    take: parts.take,
    async watch(entry) {
      await changeHandling({ register, clock }, entry, (handling, at) =>
        awaited(handling, acknowledgeMinutes * 60_000, at),
      );
    },
    async bury(entry) {
      log.error({ entry: entry.id }, 'a mail was given up: triage is told');
      await changeHandling({ register, clock }, entry, buried);
      errands.wake();
    },
    keepForDigest: (entry, channelId, way) =>
      keepForDigest({ register, ledger, clock }, entry, channelId, way),
  };
  const deliveries = createWorker({
    name: 'deliveries',
    queue: ledger.waiting,
    attempt: (item, signal) => deliver(deliverParts, item, signal),
    clock,
    log,
  });
  const late = createWorker({
    name: 'late deliveries',
    queue: ledger.late,
    attempt: (item, signal) => deliverLate(mailParts, item, signal),
    clock,
    log,
  });

  const all = [errands, deliveries, late];
  return {
    wake: errands.wake,
    wakeDeliveries: deliveries.wake,
    wakeLate: late.wake,
    unparkLate: late.unpark,
    unpark() {
      for (const worker of all) worker.unpark();
    },
    async run() {
      await Promise.all(all.map((worker) => worker.run()));
    },
    async stop() {
      await Promise.all(all.map((worker) => worker.stop()));
    },
  };
}

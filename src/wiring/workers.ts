import type { Notice } from '../notice.ts';
import { noteAwsMail } from '../aliases/aws-mail.ts';
import type { Clock } from '../shared/clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../shared/log.ts';
import { deliverLate, FIRST_LOOK_MS } from '../mail/delivery/deliver-late.ts';
import { deliver, type DeliverDeps } from '../mail/delivery/deliver.ts';
import { keepForDigest } from '../mail/delivery/digest.ts';
import type { MailJobDeps } from '../mail/delivery/mail-job-deps.ts';
import type { LedgerEntry } from '../mail/ledger.ts';
import type { CardData } from '../mail/delivery/card-data.ts';
import { createFindByMail } from '../people/find-by-mail.ts';
import { createReach } from '../messages/reach.ts';
import { createFindOwner } from '../mail/delivery/find-owner.ts';
import { queueForOwners } from '../mail/delivery/tell-owner.ts';
import { absentAtSecondLook } from '../mail/absence.ts';
import type { Directory } from '../people/directory.ts';
import { createPlaceOfMail } from '../mail/delivery/place-of-mail.ts';
import { mailRuns } from '../mail/delivery/mail-runs.ts';
import { awaited } from '../mail/cases/acknowledge.ts';
import { changeHandling } from '../mail/cases/change-handling.ts';
import { deadLettered } from '../mail/cases/dead-letter.ts';
import type { ReaderDeps } from '../mail/read-message.ts';
import { createDeciders } from '../people/deciders.ts';
import { measuredDelivery } from '../monitoring/measured.ts';
import { recordIfThere, type RecordDeps } from '../mail/sweep/record-page.ts';
import { createRecent } from '../mail/sweep/recent.ts';
import { requestRuns } from '../requests/request-runs.ts';
import { runJob, type JobRuns } from '../messages/job-runs.ts';
import type { Poster } from '../messages/poster.ts';
import { channelLinkRuns } from '../aliases/channel-link-runs.ts';
import { clickRuns } from '../messages/click-runs.ts';
import { createCircuitBreakers } from '../messages/circuit-breakers.ts';
import { placeOfJob } from '../messages/place-of.ts';
import { createWorker } from '../messages/worker.ts';
import { pause } from '../shared/pause.ts';
import { unwatched, type Telemetry } from '../shared/telemetry.ts';
import type { Storage } from './storage.ts';

/** So many mails a sweep may be ahead of the deliveries; what is kept of each is some thousand characters. */
const AHEAD_MOST = 500;
/**
 * A sweep waits for deliveries that take at least so many in this time. Slower ones are those of a channel that is full, or of another copy:
 * what is urgent may be among what is still to be read.
 */
const PROGRESS_MS = 1_000;
const PROGRESS_LEAST = 10;
const LOOK_MS = 50;

export interface WorkersDeps {
  readonly storage: Pick<Storage, 'register' | 'conversations' | 'ledger' | 'outbox'>;
  readonly reader: ReaderDeps;
  readonly poster: Poster<Notice>;
  readonly directory: Pick<Directory, 'person' | 'personByMail'>;
  readonly config: Pick<Config, 'handling' | 'requests' | 'teamsAppId'>;
  /** What recording needs beside what is here. */
  readonly recording: Pick<RecordDeps, 'since' | 'noteSighting' | 'recogniseProbe'>;
  readonly clock: Clock;
  /** The same for whatever waits, where it is another; see `neverBack`. */
  readonly waitClock?: Clock;
  readonly log: Log;
  readonly telemetry?: Telemetry;
}

/** Everything that leaves for Teams, in three queues: jobs of the register, mail, and mail that had fallen back. */
export interface Workers {
  /** Jobs were queued. */
  wake(): void;
  /** Mail was written into the ledger. */
  wakeDeliveries(): void;
  /** For whoever records mail: what was just read is kept for its delivery, which is woken. */
  readonly recordDeps: RecordDeps;
  /** Resolves at once, or, where much more was kept than delivered, when the deliveries have caught up, or no longer get on. */
  caughtUp(): Promise<void>;
  /** Mail that had fallen back may be due. */
  wakeLate(): void;
  /** The same, and it may have a channel now. */
  unblockLate(): void;
  /** A channel was linked: whatever waited for one is tried. */
  unblock(): void;
  /** Takes what is due by now, for whatever reason: what a process had claimed that is gone, what another copy put back. */
  look(): void;
  /** Works off everything that is due; resolves when nothing due is left. */
  run(): Promise<void>;
  /** Lets what is under way end, and takes no more. */
  stop(): Promise<void>;
}

export function createWorkers(deps: WorkersDeps): Workers {
  const { storage, poster, clock, waitClock = clock, log, telemetry = unwatched } = deps;
  const { register, conversations, ledger, outbox } = storage;
  const { acknowledgeMinutes, reveal: revealPolicy } = deps.config.handling;
  const { approvalsNeeded, approvers } = deps.config.requests;
  const findByMail = createFindByMail(deps.directory);
  const reach = createReach(findByMail);
  const deciders = createDeciders(deps.directory, approvers, log);

  const now = (): number => waitClock().getTime();
  const reader = { ...deps.reader, mailbox: absentAtSecondLook(deps.reader.mailbox, now) };
  const breakers = createCircuitBreakers(now);
  const around = { breakers, clock: waitClock, log, telemetry };
  const recent = createRecent<CardData>(2 * AHEAD_MOST);
  const mailDeps: MailJobDeps = {
    ...reader,
    register,
    ledger,
    outbox,
    findOwner: createFindOwner({ register, findByMail }),
    conversations,
    poster,
    deciders,
    acknowledgeMinutes,
    revealPolicy,
    clock,
    log,
    wake: () => jobs.wake(),
    wakeDeliveries: () => deliveries.wake(),
  };
  const runs: JobRuns = {
    ...requestRuns({
      register,
      conversations,
      poster,
      outbox,
      deciders,
      reach,
      appId: deps.config.teamsAppId,
      approvalsNeeded,
      clock,
      log,
      wake: () => jobs.wake(),
    }),
    ...channelLinkRuns({ register, outbox, poster, reach, wake: () => jobs.wake() }),
    ...mailRuns(mailDeps),
    ...clickRuns({ poster, clock }),
  };
  const jobs = createWorker({
    name: 'errands',
    queue: outbox,
    attempt: (item, signal) => runJob(runs, item, signal),
    about: ({ kind }) => ({ job: kind }),
    placeOf: placeOfJob,
    ...around,
  });

  const recordDeps: RecordDeps = {
    ...deps.reader,
    ...deps.recording,
    ledger,
    clock,
    log,
    noteAwsMail: (aliasId, receivedAt) =>
      noteAwsMail({ register, clock, wake: jobs.wake }, aliasId, receivedAt),
    wake: () => deliveries.wake(),
    keep: recent.keep,
  };
  const deliverDeps: DeliverDeps = {
    ...reader,
    register,
    ledger,
    poster,
    clock,
    log,
    take: recent.take,
    recover: (messageId, signal) => recordIfThere(recordDeps, messageId, signal),
    async watch(entry, mayBeRepeat) {
      const afterMs = acknowledgeMinutes * 60_000;
      await changeHandling(
        { register, clock },
        entry,
        (before, at) => awaited(before, afterMs, at),
        mayBeRepeat,
      );
    },
    async bury(entry, mayBeRepeat) {
      log.error({ entry: entry.id }, 'a mail was given up: triage is told');
      await changeHandling({ register, clock }, entry, deadLettered, mayBeRepeat);
      jobs.wake();
    },
    async tellOwners(entry, notice, reason) {
      await queueForOwners({ register, clock }, entry, notice, reason, notice.mayBeRepeat);
      jobs.wake();
    },
    keepForDigest: (entry, ...how) => keepForDigest({ register, ledger, clock }, entry, ...how),
  };
  const aboutEntry = ({ id }: LedgerEntry) => ({ entry: id });
  const placeOf = createPlaceOfMail({ register, peek: recent.peek });
  const deliveries = createWorker({
    name: 'deliveries',
    queue: ledger.waiting,
    attempt: measuredDelivery(
      async (item, signal) => {
        const result = await deliver(deliverDeps, item, signal);
        if (result.kind === 'done' && result.ending === 'fell-back') {
          setTimeout(() => late.wake(), FIRST_LOOK_MS).unref();
        }
        return result;
      },
      telemetry,
      clock,
    ),
    about: aboutEntry,
    placeOf,
    ...around,
  });
  const late = createWorker({
    name: 'late deliveries',
    queue: ledger.late,
    attempt: (item, signal) => deliverLate(mailDeps, item, signal),
    about: aboutEntry,
    placeOf,
    ...around,
  });

  const all = [jobs, deliveries, late];
  return {
    wake: jobs.wake,
    wakeDeliveries: deliveries.wake,
    recordDeps,
    async caughtUp() {
      deliveries.wake();
      let seen = { taken: recent.taken, at: performance.now() };
      while (recent.size > AHEAD_MOST) {
        await pause(LOOK_MS);
        if (performance.now() - seen.at < PROGRESS_MS) continue;
        // What is forgotten is read again when its turn comes.
        if (recent.taken - seen.taken < PROGRESS_LEAST) recent.clear();
        seen = { taken: recent.taken, at: performance.now() };
      }
    },
    wakeLate: late.wake,
    unblockLate() {
      breakers.askAgain();
      late.unblock();
    },
    unblock() {
      breakers.askAgain();
      for (const worker of all) worker.unblock();
    },
    look() {
      for (const worker of all) worker.wake();
    },
    async run() {
      // What one of them does may be work for another.
      do await Promise.all(all.map((worker) => worker.run()));
      while (all.some((worker) => worker.isBusy()));
    },
    async stop() {
      await Promise.all(all.map((worker) => worker.stop()));
    },
  };
}

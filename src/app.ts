import { createAdapter } from '../bot/teams/adapter.ts';
import { createBot } from '../bot/bot.ts';
import { createMessagesRoute } from '../bot/teams/messages-route.ts';
import { createAnswers } from '../bot/teams/answers.ts';
import { createPoster } from '../bot/teams/poster.ts';
import { createRateLimiter } from '../bot/teams/rate-limiter.ts';
import { noteAwsMail } from './aliases/aws-mail.ts';
import { createAliases } from './aliases/create-aliases.ts';
import { readPool, watchPool, poolAlert } from './aliases/pool.ts';
import { neverBack, systemClock, type Clock } from './shared/clock.ts';
import type { Config } from './config.ts';
import { createGraphClient } from './graph/graph-client.ts';
import { createCredential } from './graph/credential.ts';
import { createGraphDirectory } from './graph/graph-directory.ts';
import { createApi } from './http/api/api.ts';
import type { Log } from './shared/log.ts';
import { createMails } from './mail/cases/create-mails.ts';
import { createSightings } from './mail/reach/sightings.ts';
import { readReach, watchReach } from './mail/reach/watch-reach.ts';
import { reconcile } from './mail/sweep/reconcile.ts';
import {
  recordIfThere,
  recordMessages,
  type RecordDeps,
  type RecordedPage,
} from './mail/sweep/record-page.ts';
import { createSweep } from './mail/sweep/sweep.ts';
import type { Destination } from './monitoring/destination.ts';
import { measuredPoster, measuredSweep } from './monitoring/measured.ts';
import { openMonitoring } from './monitoring/monitoring.ts';
import { createObservation } from './monitoring/observation.ts';
import { createReadiness } from './schedule/readiness.ts';
import { createChannels } from './channels/create-channels.ts';
import { createRequests } from './requests/create-requests.ts';
import { rememberDirectory } from './people/remembered-directory.ts';
import { doHousekeeping } from './requests/housekeeping.ts';
import { createRights } from './rights/rights.ts';
import { requireLoopback } from './require-loopback.ts';
import { createSweepRounds } from './schedule/sweep-rounds.ts';
import { unwatched } from './shared/telemetry.ts';
import { createServers } from './wiring/servers.ts';
import { eachThenFail } from './shared/each-then-fail.ts';
import { withinTime } from './shared/time-limit.ts';
import { createMailboxes } from './wiring/mailboxes.ts';
import { createNotifications } from './wiring/notifications.ts';
import { createSchedule } from './wiring/schedule.ts';
import { openStorage } from './wiring/storage.ts';
import { createWorkers } from './wiring/workers.ts';

/** Rootdesk, wired and not yet running. */
export interface App {
  /** Answers Teams from now on; resolves with the port. */
  listen(): Promise<number>;
  /** {@link App.listen}, and starts the schedule. */
  start(): Promise<number>;
  /**
   * One round of the schedule, now: has tried what waits, and sweeps the mailbox. Never beside another round, and never waits for
   * a delivery: see {@link App.workOff}.
   * @throws {MailboxUnavailable}
   */
  sweepNow(): Promise<void>;
  /**
   * What is due by now: reminders, requests that expire, quarantines that end. Never beside another round.
   * @throws {RegisterUnavailable}
   */
  housekeepingNow(): Promise<void>;
  /** Counts the free aliases, now, and alerts triage when they have become few. @throws {RegisterUnavailable} */
  watchPoolNow(): Promise<void>;
  /** Compares mailbox and ledger, now, unless that was done today. @throws {MailboxUnavailable} */
  reconcileNow(): Promise<void>;
  /** Looks at what gauges show, now. @throws {RegisterUnavailable} */
  observeNow(): Promise<void>;
  /** Works off everything that is due; resolves when nothing that was begun is under way any more. */
  workOff(): Promise<void>;
  /** Takes nothing new, lets what is in flight end, and resolves. */
  stop(): Promise<void>;
}

/** A sweep that takes longer is given up; the next one goes on where its cursor is. */
const SWEEP_MS = 10 * 60_000;

/**
 * Wires everything; the one place that knows all deps.
 * @param destinations where metrics and traces go beside what the configuration says
 * @throws {RegisterUnavailable} when the table cannot be opened
 * @throws {ConfigurationFaults} when deps of the local stand are not on loopback
 */
export async function createApp(
  config: Config,
  log: Log,
  clock: Clock = systemClock,
  destinations: readonly Destination[] = [],
): Promise<App> {
  requireLoopback(config);
  const waitClock = neverBack(clock);
  const credential = createCredential(config.credential);
  const monitoring = await openMonitoring({ choice: config.monitoring, credential, log, destinations });
  const { telemetry } = monitoring;
  const storage = await openStorage(config, credential, clock, log, telemetry).catch(
    async (error: unknown) => {
      await monitoring.stop();
      throw error;
    },
  );
  const { register, conversations, ledger } = storage;

  const graph = { baseUrl: config.graph.baseUrl, credential, clock: waitClock, telemetry };
  const directory = rememberDirectory(createGraphDirectory({ client: createGraphClient(graph) }), waitClock);
  const mailboxes = createMailboxes(storage.mailboxes, graph);
  const reader = { mailbox: mailboxes.reading, register, rules: config.mail, telemetry };

  const teams = createAdapter(config.teams, log, { telemetry });
  const limits = config.teams.kind === 'playground' ? config.teams.limits : undefined;
  const limiter = createRateLimiter(waitClock, limits);
  const poster = measuredPoster(createPoster({ teams, conversations, register, limiter }), telemetry);
  const workers = createWorkers({
    storage,
    reader,
    poster,
    directory,
    config,
    recover: (messageId, signal) => recordIfThere(recordDeps, messageId, signal),
    clock,
    waitClock,
    log,
    telemetry,
  });
  const { wake, wakeDeliveries, unblock } = workers;

  const rights = createRights({
    register,
    ledger,
    conversations,
    directory,
    policy: config.requests,
    log,
  });
  const requests = createRequests({ register, rights, policy: config.requests, clock, wake });
  const aliases = createAliases({
    register,
    rights,
    policy: config.aliases,
    clock,
    wake() {
      wake();
      // An alias that went to another channel may have mail that fell back.
      workers.unblockLate();
    },
  });
  const policy = config.handling;
  const mails = createMails({ ...reader, ledger, conversations, policy, clock, log, wake });
  const channels = createChannels({ register, clock, wake: unblock });
  const bot = createBot({
    teams,
    rights,
    requests,
    aliases,
    channels,
    mails,
    conversations,
    directory,
    register,
    policy: { approvalsNeeded: config.requests.approvalsNeeded, ...config.aliases },
    outbox: storage.outbox,
    wake,
    clock,
    answers: createAnswers(limiter),
    log,
    telemetry,
  });
  const workOff = async (): Promise<void> => {
    await bot.settled();
    await workers.run();
  };

  const { sweepSeconds, remindAfterMs, expireAfterMs } = config.schedule;
  const sightings = createSightings({ store: storage.seen, clock, log });
  const recordDeps: RecordDeps = {
    ...reader,
    ledger,
    since: config.graph.mailSince,
    clock,
    log,
    noteAwsMail: (aliasId, receivedAt) => noteAwsMail({ register, clock, wake }, aliasId, receivedAt),
    noteSighting: sightings.note,
    wake: wakeDeliveries,
    keep: workers.keep,
  };
  const sweepRounds = createSweepRounds({
    sweeps: mailboxes.all.map(({ address, mailbox, cursors }) => {
      const { caughtUp } = workers;
      const sweep = measuredSweep(createSweep({ ...recordDeps, mailbox, cursors, caughtUp }), telemetry);
      return {
        mailbox: address,
        async sweep(signal) {
          // What waits is tried first: after a restart nothing else would wake it.
          wake();
          wakeDeliveries();
          try {
            await sweep(signal);
          } finally {
            await sightings.keep();
          }
        },
      };
    }),
    lease: storage.lease,
    during: (turn) => notifications.during(turn),
    everySeconds: sweepSeconds,
    mostMs: SWEEP_MS,
    log,
  });
  const notifications = createNotifications({
    mailboxes: mailboxes.all.map(({ address, notifying, subscriptions }) => ({
      address,
      subscriptions: notifying,
      store: subscriptions,
    })),
    wakeUpSignal: storage.wakeUpSignal,
    publicUrl: config.http.publicUrl,
    everySeconds: sweepSeconds,
    wakeSweep: sweepRounds.wake,
    clock,
    log,
  });

  const observation = createObservation({
    telemetry,
    oldestUndelivered: storage.oldestUndelivered,
    oldestCursor: storage.oldestCursor,
    readPool: () => readPool(register, clock()),
    readReach: (report) => readReach(storage.seen, report, clock()),
    clock,
  });

  const stopping = new AbortController();
  const schedule = createSchedule(
    {
      async doHousekeeping() {
        // What has a time of its own, such as the end of a reveal.
        wake();
        workers.wakeLate();
        const report = await doHousekeeping({ register, remindAfterMs, expireAfterMs, clock, wake });
        observation.requestsCounted(report.pending);
        if (report.reminded + report.expired + report.freed > 0) log.info(report, 'the register was tended');
      },
      async watchPool() {
        const { lowWater } = config.pool;
        const { report, alerted } = await watchPool({ register, clock, lowWater, alert: poolAlert, wake });
        observation.poolCounted(report);
        if (alerted) log.warn({ free: report.states.free, lowWater }, 'few aliases are free');
        const { reach, fell } = await watchReach({ register, seen: storage.seen, clock, wake }, report);
        observation.reachKnown(reach);
        if (fell.length > 0) log.warn({ rootMailboxes: fell }, 'no mail comes through a root mailbox');
      },
      repair: storage.repair,
      async reconcile() {
        const record = (page: RecordedPage, signal: AbortSignal): Promise<void> =>
          recordMessages(recordDeps, page, signal);
        const { mailSince: countsSince } = config.graph;
        const reconcileDeps = { ledger, register, record, countsSince, clock, log, wake };
        await eachThenFail(mailboxes.all, async ({ name, address, mailbox }) => {
          const done = await withinTime(
            SWEEP_MS,
            (signal) => reconcile({ ...reconcileDeps, name, mailbox }, signal),
            stopping.signal,
          );
          if (done !== undefined) log.info({ ...done, mailbox: address }, 'mailbox and ledger were compared');
        });
        await sightings.keep();
      },
      observe: telemetry === unwatched ? undefined : observation.observe,
    },
    log,
    telemetry,
  );

  const servers = createServers(
    config,
    {
      messages: createMessagesRoute(bot),
      missing: createReadiness(storage.answers),
      api: createApi({
        access: config.api,
        services: { aliases, requests, rights, register, directory },
        log,
        telemetry,
      }),
      notifications: notifications.route,
      log,
      telemetry,
    },
    monitoring.scrape,
  );

  return {
    listen: servers.open,
    async start() {
      const port = await servers.open();
      sweepRounds.start();
      schedule.start();
      return port;
    },
    sweepNow: sweepRounds.now,
    housekeepingNow: schedule.housekeeping.now,
    watchPoolNow: schedule.poolWatch.now,
    reconcileNow: schedule.reconciling.now,
    observeNow: observation.observe,
    workOff,
    async stop() {
      stopping.abort();
      const closed = servers.close();
      // What was begun by a click may still queue something.
      const workersStopped = bot.settled().then(workers.stop);
      await Promise.all([sweepRounds.stop(), workersStopped, schedule.stop(), closed]);
      await notifications.stop();
      await monitoring.stop();
    },
  };
}

import { createAdapter } from '../bot/teams/adapter.ts';
import { createBot } from '../bot/bot.ts';
import { createMessagesRoute } from '../bot/teams/messages-route.ts';
import { createAnswers } from '../bot/teams/answers.ts';
import { createPoster } from '../bot/teams/poster.ts';
import { createRateLimiter } from '../bot/teams/rate-limiter.ts';
import { createAliases } from './aliases/create-aliases.ts';
import { neverBack, systemClock, type Clock } from './shared/clock.ts';
import type { Config } from './config.ts';
import { createGraphClient } from './graph/graph-client.ts';
import { createCredential } from './graph/credential.ts';
import { createGraphDirectory } from './graph/graph-directory.ts';
import { createApi } from './http/api/api.ts';
import type { Log } from './shared/log.ts';
import { createMails } from './mail/cases/create-mails.ts';
import { createSightings } from './mail/reach/sightings.ts';
import type { Destination } from './monitoring/destination.ts';
import { measuredPoster } from './monitoring/measured.ts';
import { openMonitoring } from './monitoring/monitoring.ts';
import { createReadiness } from './schedule/readiness.ts';
import { createChannels } from './channels/create-channels.ts';
import { createRequests } from './requests/create-requests.ts';
import { rememberDirectory } from './people/remembered-directory.ts';
import { createRights } from './rights/rights.ts';
import { requireLoopback } from './require-loopback.ts';
import { createServers } from './wiring/servers.ts';
import { createMailboxes } from './wiring/mailboxes.ts';
import { createScheduledWork } from './wiring/scheduled-work.ts';
import { createProbing } from './wiring/probing.ts';
import { createSchedule } from './wiring/schedule.ts';
import { openStorage } from './wiring/storage.ts';
import { createSweeping } from './wiring/sweeping.ts';
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
  /** Looks at the probes, now, and sends what is due. @throws {RegisterUnavailable} */
  probeNow(): Promise<void>;
  /** Looks at what gauges show, now. @throws {RegisterUnavailable} */
  observeNow(): Promise<void>;
  /** Works off everything that is due; resolves when nothing that was begun is under way any more. */
  workOff(): Promise<void>;
  /** Takes nothing new, lets what is in flight end, and resolves. */
  stop(): Promise<void>;
}

/**
 * Wires everything; the one place that knows all parts.
 * @param destinations where metrics and traces go beside what the configuration says
 * @throws {RegisterUnavailable} when the table cannot be opened
 * @throws {ConfigurationFaults} when parts of the local stand are not on loopback
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

  const { limits, clickMs, callsASecond } = config.teams.kind === 'playground' ? config.teams : {};
  const teams = createAdapter(config.teams, log, {
    telemetry,
    ...(callsASecond !== undefined && { callsASecond }),
  });
  const limiter = createRateLimiter(waitClock, limits);
  const poster = measuredPoster(
    createPoster({ teams, conversations, register, directory, log, limiter }),
    telemetry,
  );
  const sightings = createSightings({ store: storage.seen, clock, log });
  const probing = createProbing({
    storage,
    client: createGraphClient(graph),
    config,
    clock,
    waitClock,
    log,
    telemetry,
    wake: () => workers.wake(),
  });
  const workers = createWorkers({
    storage,
    reader,
    poster,
    directory,
    config,
    recording: {
      since: config.graph.mailSince,
      noteSighting: sightings.note,
      recogniseProbe: probing.recognise,
    },
    clock,
    waitClock,
    log,
    telemetry,
  });
  const { wake, unblock } = workers;

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
  const bot = createBot(
    {
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
    },
    clickMs,
  );
  const workOff = async (): Promise<void> => {
    await bot.settled();
    await workers.run();
  };

  const sweeping = createSweeping({
    mailboxes: mailboxes.all,
    storage,
    workers,
    sightings,
    probing,
    config,
    telemetry,
  });
  const stopping = new AbortController();
  const work = createScheduledWork({
    storage,
    workers,
    reconcile: () => sweeping.reconcile(stopping.signal),
    config,
    clock,
    log,
    telemetry,
  });
  const schedule = createSchedule(work, log, telemetry);

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
      notifications: sweeping.notifications.route,
      log,
      telemetry,
    },
    monitoring.scrape,
  );

  return {
    listen: servers.open,
    async start() {
      const port = await servers.open();
      sweeping.rounds.start();
      schedule.start();
      return port;
    },
    sweepNow: sweeping.rounds.now,
    housekeepingNow: schedule.housekeeping.now,
    watchPoolNow: schedule.poolWatch.now,
    reconcileNow: schedule.reconciling.now,
    probeNow: probing.now,
    observeNow: work.observe,
    workOff,
    async stop() {
      stopping.abort();
      const closed = servers.close();
      // What was begun by a click may still queue something.
      const workersStopped = bot.settled().then(workers.stop);
      await Promise.all([sweeping.rounds.stop(), workersStopped, schedule.stop(), closed]);
      await sweeping.notifications.stop();
      await monitoring.stop();
    },
  };
}

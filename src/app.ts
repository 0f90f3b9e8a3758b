import { once } from 'node:events';
import type { Server } from 'restify';
import { createAdapter } from '../bot/adapter.ts';
import { createBot } from '../bot/bot.ts';
import { createMessagesRoute } from '../bot/messages-route.ts';
import { createPoster } from '../bot/poster.ts';
import { createAliases } from './aliases/create-aliases.ts';
import { watchPool } from './aliases/pool.ts';
import { createTableConversations } from './azure/conversations.ts';
import { createTableCursors } from './azure/cursors.ts';
import { createTableLease } from './azure/lease.ts';
import { createTableLedger } from './azure/ledger.ts';
import { createTableOutbox } from './azure/outbox.ts';
import { createTableRegister } from './azure/register.ts';
import { openTable, type Table, type TableLocation } from './azure/table.ts';
import { isTakenOver, takeOver, type TakeOverOptions } from './azure/take-over.ts';
import { systemClock, type Clock } from './clock.ts';
import { requireLoopback, type Config } from './config.ts';
import { createGraphClient } from './graph/client.ts';
import { createCredential } from './graph/credential.ts';
import { createGraphDirectory } from './graph/directory.ts';
import { createGraphMailbox } from './graph/mailbox.ts';
import { createApi } from './http/api/api.ts';
import { createServer } from './http/server.ts';
import type { Log } from './log.ts';
import { awaited } from './mail/handling/acknowledge.ts';
import { changeHandling } from './mail/handling/change-handling.ts';
import { buried } from './mail/handling/dead-letter.ts';
import { createMails } from './mail/handling/create-mails.ts';
import { deliver, type DeliverParts } from './mail/delivery/deliver.ts';
import { deliverLate } from './mail/delivery/deliver-late.ts';
import type { Cursors, LedgerEntry } from './mail/ledger.ts';
import { FOLDERS } from './mail/mailbox.ts';
import { createRecent } from './mail/sweep/recent.ts';
import type { MailErrandParts } from './mail/delivery/errand-parts.ts';
import { keepForDigest } from './mail/delivery/digest.ts';
import { runMailErrand } from './mail/delivery/run-errand.ts';
import { reconcile } from './mail/sweep/reconcile.ts';
import { createSweep, recordMessages, type SweepParts } from './mail/sweep/sweep.ts';
import type { Understood } from './mail/reading/understood.ts';
import { runErrand, type ErrandParts } from './outgoing/errands.ts';
import { createWorker } from './outgoing/worker.ts';
import { poolAlert } from './outgoing/pool-alert.ts';
import { createReadiness } from './readiness.ts';
import { createChannels } from './requests/create-channels.ts';
import { createRequests } from './requests/create-requests.ts';
import { rememberDirectory } from './requests/remembered-directory.ts';
import { tend } from './requests/tend.ts';
import { createRound } from './round.ts';
import { createSweepRounds } from './sweep-rounds.ts';

/** Rootdesk, wired and not yet running. */
export interface App {
  /** Answers Teams from now on; resolves with the port. */
  listen(): Promise<number>;
  /** {@link App.listen}, and starts the schedule. */
  start(): Promise<number>;
  /**
   * One round of the schedule, now: tries what waits, sweeps the mailbox and delivers what it brought. Never beside another
   * round.
   * @throws {MailboxUnavailable}
   */
  sweepNow(): Promise<void>;
  /**
   * What the register owes to time, now: reminders, requests that expire, quarantines that end. Never beside another round.
   * @throws {RegisterUnavailable}
   */
  tendNow(): Promise<void>;
  /** Counts the free aliases, now, and alerts triage when they have become few. @throws {RegisterUnavailable} */
  watchPoolNow(): Promise<void>;
  /** Compares mailbox and ledger, now, unless that was done today. @throws {MailboxUnavailable} */
  reconcileNow(): Promise<void>;
  /** Works off everything that is due; resolves when nothing that was begun is under way any more. */
  workOff(): Promise<void>;
  /** Takes nothing new, lets what is in flight end, and resolves. */
  stop(): Promise<void>;
}

/** Mails that wait between sweep and delivery in memory; the others are read again. */
const RECENT_MAILS = 32;
/** A sweep that takes longer is given up; the next one goes on where its cursor stands. */
const SWEEP_MS = 10 * 60_000;
/** Reminders, expiry and quarantines count in hours and days. */
const EVERY_MINUTE = '0 * * * * *';
/** Counting the pool lists it; not at the full hour, when everybody's schedules run. */
const EVERY_HOUR = '0 7 * * * *';

/** At night in Europe. */
const EVERY_DAY = '0 23 2 * * *';

/** What old clients wrote into the table is repaired some time before the pool is counted. */
const EVERY_HOUR_LATER = '0 52 * * * *';

/**
 * Wires everything; the one place that knows all parts.
 * @throws {RegisterUnavailable} when the table cannot be opened
 * @throws {ConfigurationFaults} when parts of the local stand are not on loopback
 */
export async function createApp(config: Config, log: Log, clock: Clock = systemClock): Promise<App> {
  requireLoopback(config);
  const credential = createCredential(config.credential);
  const table = await openTable(tableLocation(config, credential), config.table.name);
  const repairRegister = (): Promise<void> =>
    repair(table, { quarantineDays: config.aliases.quarantineDays, clock }, log);
  // Before anything is served: a table of the old scheme has no states and no index rows yet.
  if (!(await isTakenOver(table))) await repairRegister();
  const register = createTableRegister(table);
  const conversations = createTableConversations(table);
  const ledger = createTableLedger(table, log);

  const graph = { baseUrl: config.graph.baseUrl, credential, clock };
  const directory = rememberDirectory(createGraphDirectory({ client: createGraphClient(graph) }), clock);
  const mailbox = createGraphMailbox({
    client: createGraphClient(graph),
    mailbox: config.graph.mailbox,
  });

  const teams = createAdapter(config.teams, log);
  const poster = createPoster({ teams, conversations, register, clock });
  const reader = { mailbox, register, rules: config.mail };
  const { acknowledgeMinutes } = config.handling;
  const mailParts: MailErrandParts = {
    ...reader,
    ledger,
    conversations,
    poster,
    acknowledgeMinutes,
    clock,
    log,
    wake: () => errands.wake(),
    wakeDeliveries: () => deliveries.wake(),
  };
  const tellOfMail: ErrandParts['mail'] = (item, errand, signal) =>
    runMailErrand(mailParts, item, errand, signal);
  const { approvalsNeeded } = config.requests;
  const errands = createWorker({
    name: 'errands',
    queue: createTableOutbox(table, log),
    attempt: (item, signal) =>
      runErrand({ register, conversations, poster, approvalsNeeded, mail: tellOfMail, log }, item, signal),
    clock,
    log,
  });

  const watch = async (entry: LedgerEntry): Promise<void> => {
    await changeHandling({ register, clock }, entry, (handling, at) =>
      awaited(handling, acknowledgeMinutes * 60_000, at),
    );
  };
  const bury = async (entry: LedgerEntry): Promise<void> => {
    log.error({ entry: entry.id }, 'a mail was given up: triage is told');
    await changeHandling({ register, clock }, entry, buried);
    errands.wake();
  };
  const keep: DeliverParts['keepForDigest'] = (entry, channelId, way) =>
    keepForDigest({ register, ledger, clock }, entry, channelId, way);
  const recent = createRecent<Understood>(RECENT_MAILS);
  const deliveries = createWorker({
    name: 'deliveries',
    queue: ledger.waiting,
    attempt: (item, signal) =>
      deliver(
        { ...reader, conversations, poster, log, watch, bury, keepForDigest: keep, take: recent.take },
        item,
        signal,
      ),
    clock,
    log,
  });

  const { wake } = errands;
  const late = createWorker({
    name: 'late deliveries',
    queue: ledger.late,
    attempt: (item, signal) => deliverLate(mailParts, item, signal),
    clock,
    log,
  });

  const requests = createRequests({ register, directory, policy: config.requests, clock, wake });
  const unpark = (): void => {
    errands.unpark();
    deliveries.unpark();
    late.unpark();
  };
  const { isApprover } = requests;
  // An alias that went to another channel may have mail that fell back.
  const transferred = (): void => {
    wake();
    late.unpark();
  };
  const aliases = createAliases({ register, isApprover, policy: config.aliases, clock, wake: transferred });
  const mails = createMails({
    ...reader,
    ledger,
    directory,
    isApprover,
    policy: config.handling,
    clock,
    log,
    wake,
  });
  const channels = createChannels({ register, isApprover, clock, wake: unpark });
  const bot = createBot({
    teams,
    requests,
    aliases,
    channels,
    mails,
    conversations,
    directory,
    register,
    poster,
    policy: { approvalsNeeded, ...config.aliases },
    log,
  });
  const stopping = new AbortController();
  const cursors = createTableCursors(table, clock);
  const sweepParts: SweepParts = {
    ...reader,
    ledger,
    cursors,
    clock,
    log,
    wake: deliveries.wake,
    keep: recent.keep,
  };
  const sweep = createSweep(sweepParts);
  const workOff = async (): Promise<void> => {
    await bot.settled();
    await Promise.all([errands.run(), deliveries.run(), late.run()]);
  };
  const { sweepSeconds, remindAfterMs, expireAfterMs } = config.schedule;
  const askStorage = (): Promise<unknown> => table.get('root', 'ready');
  const sweptByAny = (): Promise<Date | undefined> => oldestCursor(cursors);
  const readiness = createReadiness({ askStorage, sweptByAny, sweepSeconds, sweepMs: SWEEP_MS, clock });
  const sweepRounds = createSweepRounds({
    async sweep(signal) {
      // What waits is tried first: after a restart nothing else would wake it.
      wake();
      deliveries.wake();
      await sweep(signal);
      readiness.swept();
      await workOff();
    },
    lease: createTableLease(table, 'sweep'),
    everySeconds: sweepSeconds,
    mostMs: SWEEP_MS,
    log,
  });

  const tending = createRound(
    'tending',
    EVERY_MINUTE,
    async () => {
      // What has a time of its own, such as the end of a reveal.
      wake();
      late.wake();
      const tended = await tend({ register, remindAfterMs, expireAfterMs, clock, wake });
      if (tended.reminded + tended.expired + tended.freed > 0) log.info(tended, 'the register was tended');
    },
    log,
  );
  const poolWatch = createRound(
    'pool watch',
    EVERY_HOUR,
    async () => {
      const { lowWater } = config.pool;
      const { report, alerted } = await watchPool({ register, clock, lowWater, alert: poolAlert, wake });
      if (alerted) log.warn({ free: report.states.free, lowWater }, 'few aliases are free');
    },
    log,
  );

  const reconciling = createRound(
    'reconciliation',
    EVERY_DAY,
    async () => {
      const limit = AbortSignal.any([stopping.signal, AbortSignal.timeout(SWEEP_MS)]);
      const record = (ids: readonly string[], signal: AbortSignal): Promise<void> =>
        recordMessages(sweepParts, ids, signal);
      const done = await reconcile({ mailbox, ledger, register, record, clock, log, wake }, limit);
      if (done !== undefined) log.info(done, 'mailbox and ledger were compared');
    },
    log,
  );
  const repairing = createRound('repair', EVERY_HOUR_LATER, repairRegister, log);

  const server = createServer({
    messages: createMessagesRoute(bot),
    missing: readiness.missing,
    api: createApi({ access: config.api, services: { aliases, requests, register, directory }, log }),
    log,
  });
  const listen = (): Promise<number> => listening(server, config.http);

  return {
    listen,
    async start() {
      const port = await listen();
      sweepRounds.start();
      tending.start();
      poolWatch.start();
      repairing.start();
      reconciling.start();
      return port;
    },
    sweepNow: sweepRounds.now,
    tendNow: tending.now,
    watchPoolNow: poolWatch.now,
    reconcileNow: reconciling.now,
    workOff,
    async stop() {
      stopping.abort();
      const closed = once(server, 'close');
      server.close();
      // What was begun by a click may still queue something.
      const workersStopped = bot
        .settled()
        .then(() => Promise.all([errands.stop(), deliveries.stop(), late.stop()]));
      await Promise.all([
        sweepRounds.stop(),
        workersStopped,
        tending.stop(),
        poolWatch.stop(),
        repairing.stop(),
        reconciling.stop(),
        closed,
      ]);
    },
  };
}

/** Takes the old scheme's table over, or repairs what its clients wrote since; contradictions are left for a person. */
async function repair(table: Table, options: TakeOverOptions, log: Log): Promise<void> {
  const { contradictions, ...counts } = await takeOver(table, options);
  if (counts.repaired + counts.removed > 0) log.info(counts, 'the register was repaired');
  if (contradictions.length > 0) {
    log.warn(
      { contradictions: contradictions.length },
      'rows contradict each other; rootdesk reindex lists them',
    );
  }
}

function tableLocation(config: Config, credential: ReturnType<typeof createCredential>): TableLocation {
  const { place } = config.table;
  return place.kind === 'azure' ? { ...place, credential } : place;
}

/** When the folder that was read longest ago was read; undefined while one never was. */
async function oldestCursor(cursors: Cursors): Promise<Date | undefined> {
  const saved = await Promise.all(FOLDERS.map((folder) => cursors.load(folder)));
  const times = saved.flatMap((cursor) => (cursor === undefined ? [] : [cursor.savedAt.getTime()]));
  return times.length < FOLDERS.length ? undefined : new Date(Math.min(...times));
}

async function listening(server: Server, { host, port }: Config['http']): Promise<number> {
  const bound = once(server, 'listening');
  server.listen(port, host);
  await bound;
  return server.address().port;
}

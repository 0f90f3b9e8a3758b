import { createTableWakeUpSignal } from '../azure/table-wake-up-signal.ts';
import { createTableConversations } from '../azure/table-conversations.ts';
import { createTableLease } from '../azure/table-lease.ts';
import { createTableLedger } from '../azure/table-ledger.ts';
import { createTableOutbox } from '../azure/table-outbox.ts';
import { createTableProbes } from '../azure/table-probes.ts';
import { createTableRegister } from '../azure/table-register.ts';
import { lastRestoring, RestoreUnfinished } from '../azure/restored-row.ts';
import { leftOutOf } from '../azure/readable.ts';
import { createTableSeen } from '../azure/table-seen.ts';
import { openKeptMailboxes, type KeptMailbox } from '../azure/kept-mailboxes.ts';
import { openTable, type Table, type TableLocation } from '../azure/table.ts';
import { indexLookedAt } from '../azure/index-looked-at.ts';
import { isMigrated, migrate, type MigrationOptions } from '../azure/migration.ts';
import type { Register } from '../register.ts';
import { systemClock, type Clock } from '../shared/clock.ts';
import type { Config } from '../config.ts';
import type { createCredential } from '../graph/credential.ts';
import type { Log } from '../shared/log.ts';
import type { Cursors, Ledger } from '../mail/ledger.ts';
import { FOLDERS } from '../mail/mailbox.ts';
import type { ProbeStore } from '../mail/reach/probes.ts';
import type { SeenStore } from '../mail/reach/seen.ts';
import type { WakeUpSignal } from '../mail/subscriptions/wake-up-signal.ts';
import type { Lease } from '../mail/sweep/lease.ts';
import { measuredLedger, measuredTable } from '../monitoring/measured.ts';
import type { Job } from '../messages/job.ts';
import type { Conversations } from '../messages/poster.ts';
import type { Outbox } from '../messages/queue.ts';
import { createTroubles, type Troubles } from '../shared/troubles.ts';
import type { Telemetry } from '../shared/telemetry.ts';

/** Everything that Rootdesk keeps, in the one table that it has. */
export interface Storage {
  readonly register: Register;
  readonly conversations: Conversations;
  readonly ledger: Ledger;
  readonly outbox: Outbox<Job>;
  /** The central mailboxes. */
  readonly mailboxes: readonly KeptMailbox[];
  /** Of several copies the one that holds it sweeps. */
  readonly lease: Lease;
  /** Wakes the copy that sweeps. */
  readonly wakeUpSignal: WakeUpSignal;
  /** What came through which root mailbox. */
  readonly seen: SeenStore;
  /** What became of probe mails. */
  readonly probes: ProbeStore;
  /** Any question to the table; rejects when it does not answer. */
  answers(): Promise<unknown>;
  /** When the folder that was read longest ago was read; undefined while one never was. */
  oldestCursor(): Promise<Date | undefined>;
  /** When the oldest mail that waits for its post was received; undefined when none waits. */
  oldestUndelivered(): Promise<Date | undefined>;
  /** Repairs what clients of the old scheme wrote; contradictions are left for a person. @throws {RegisterUnavailable} */
  repair(): Promise<void>;
}

/**
 * Opens the table, and takes the old scheme's table over before anything is served from it: it has no states and no index rows.
 * @throws {RegisterUnavailable} when the table cannot be opened
 * @throws {RestoreUnfinished} when only a part of it is there
 */
export async function openStorage(
  config: Config,
  credential: ReturnType<typeof createCredential>,
  clock: Clock,
  log: Log,
  telemetry: Telemetry,
): Promise<Storage> {
  const { place, name } = config.table;
  const location: TableLocation = place.kind === 'azure' ? { ...place, credential } : place;
  const table = measuredTable(await openTable(location, name), telemetry);
  const troubles = createTroubles(log);
  const repair = (): Promise<void> =>
    repairTable(table, { quarantineDays: config.aliases.quarantineDays, clock }, log, troubles);
  if ((await lastRestoring(table))?.finished === false) throw new RestoreUnfinished();
  if (!(await isMigrated(table))) await repair();
  const leftOut = leftOutOf(log);
  const mailboxes = await openKeptMailboxes(table, config.graph.mailboxes, clock);
  const ledger = measuredLedger(createTableLedger(table, log), telemetry);
  return {
    register: createTableRegister(table, leftOut),
    conversations: createTableConversations(table, leftOut),
    ledger,
    outbox: createTableOutbox(table, log),
    mailboxes,
    lease: createTableLease(table, 'sweep'),
    wakeUpSignal: createTableWakeUpSignal(table),
    seen: createTableSeen(table, leftOut),
    probes: createTableProbes(table, leftOut),
    answers: () => table.get('root', 'ready'),
    oldestCursor: () => oldestCursor(mailboxes.map(({ cursors }) => cursors)),
    oldestUndelivered: () => ledger.oldestWaiting(),
    repair,
  };
}

async function repairTable(
  table: Table,
  options: MigrationOptions,
  log: Log,
  troubles: Troubles,
): Promise<void> {
  await indexLookedAt(table, options.clock ?? systemClock);
  const { contradictions, ...counts } = await migrate(table, options);
  if (counts.repaired + counts.removed > 0) log.info(counts, 'the register was repaired');
  if (contradictions.length === 0) troubles.over('contradictions');
  else {
    troubles.failed('contradictions', {
      level: 'warn',
      message: 'rows contradict each other; rootdesk reindex lists them',
      details: { contradictions: contradictions.length },
    });
  }
}

async function oldestCursor(mailboxes: readonly Cursors[]): Promise<Date | undefined> {
  const saved = await Promise.all(
    mailboxes.flatMap((cursors) => FOLDERS.map((folder) => cursors.load(folder))),
  );
  const times = saved.flatMap((cursor) => (cursor === undefined ? [] : [cursor.savedAt.getTime()]));
  return times.length < saved.length ? undefined : new Date(Math.min(...times));
}

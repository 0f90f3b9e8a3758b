import { lastRestoring, RestoreUnfinished } from '../azure/restored-row.ts';
import { openKeptMailboxes, type KeptMailbox } from '../azure/kept-mailboxes.ts';
import { createTableStores } from '../azure/table-stores.ts';
import { openTable, type Table } from '../azure/table.ts';
import { indexLookedAt } from '../azure/index-looked-at.ts';
import { isMigrated, migrate, type MigrationOptions } from '../azure/migration.ts';
import { systemClock, type Clock } from '../shared/clock.ts';
import type { Config } from '../config.ts';
import type { createCredential } from '../graph/credential.ts';
import type { Log } from '../shared/log.ts';
import { readTimes, type ReadTime } from '../mail/read-times.ts';
import { tableLocation } from './table-location.ts';
import { measuredLedger, measuredTable } from '../monitoring/measured.ts';
import type { Stores } from '../stores.ts';
import { createTroubles, type Troubles } from '../shared/troubles.ts';
import type { Telemetry } from '../shared/telemetry.ts';

/** Everything that Rootdesk keeps, in the one table that it has. */
export interface Storage extends Stores {
  /** The central mailboxes. */
  readonly mailboxes: readonly KeptMailbox[];
  /** Any question to the table; rejects when it does not answer. */
  answers(): Promise<unknown>;
  /** When each central mailbox was last read. */
  readTimes(): Promise<readonly ReadTime[]>;
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
  const location = tableLocation(config.table.place, credential);
  const table = measuredTable(await openTable(location, config.table.name), telemetry);
  const troubles = createTroubles(log);
  const repair = (): Promise<void> =>
    repairTable(table, { quarantineDays: config.aliases.quarantineDays, clock }, log, troubles);
  if ((await lastRestoring(table))?.finished === false) throw new RestoreUnfinished();
  if (!(await isMigrated(table))) await repair();
  const mailboxes = await openKeptMailboxes(table, config.graph.mailboxes, clock);
  const stores = createTableStores(table, log);
  const ledger = measuredLedger(stores.ledger, telemetry);
  return {
    ...stores,
    ledger,
    mailboxes,
    answers: () => table.get('root', 'ready'),
    readTimes: () => readTimes(mailboxes),
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

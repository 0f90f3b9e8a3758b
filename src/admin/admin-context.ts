import type { Register } from '../register.ts';
import { createTableStores } from '../azure/table-stores.ts';
import { openKeptMailboxes } from '../azure/kept-mailboxes.ts';
import { openTable, type Table } from '../azure/table.ts';
import { openWholeTable, type WholeTable } from '../azure/whole-table.ts';
import type { Config } from '../config.ts';
import { createGraphClient } from '../graph/graph-client.ts';
import { createCredential } from '../graph/credential.ts';
import { createGraphDirectory } from '../graph/graph-directory.ts';
import { createMailboxAddresses, type MailboxAddresses } from '../graph/mailbox-addresses.ts';
import type { Directory } from '../people/directory.ts';
import { systemClock } from '../shared/clock.ts';
import { createLog } from '../shared/log.ts';
import type { Ledger } from '../mail/ledger.ts';
import type { Lease } from '../mail/sweep/lease.ts';
import type { MailboxPlace } from '../mail/mailbox-name.ts';
import { NO_PROBES, type ProbeStore } from '../mail/reach/probes.ts';
import type { SeenStore } from '../mail/reach/seen.ts';
import { tableLocation } from '../wiring/table-location.ts';
import type { MailRules } from '../mail/rules.ts';

/** What commands work on; opened only by those that need it, because it reads the configuration. */
export interface AdminContext {
  readonly table: Table;
  readonly tableName: string;
  /** The same table, whatever is in it. @throws {RegisterUnavailable} */
  readonly whole: () => Promise<WholeTable>;
  readonly register: Register;
  readonly ledger: Pick<Ledger, 'state' | 'latest'>;
  readonly seen: SeenStore;
  readonly probes: Pick<ProbeStore, 'every'>;
  /** Those that are configured, and how rows name them. @throws {RegisterUnavailable} */
  readonly centrals: () => Promise<readonly MailboxPlace[]>;
  /** Under which a running Rootdesk sweeps. */
  readonly lease: Pick<Lease, 'load'>;
  readonly quarantineDays: number;
  readonly mailboxes: MailboxAddresses;
  readonly directory: Pick<Directory, 'personByMail'>;
  readonly rules: MailRules;
}

/** A Rootdesk as its administrators reach it. */
export interface Installation {
  /** @throws {ConfigurationFaults} */
  readonly config: () => Config;
  /** @throws {ConfigurationFaults} @throws {RegisterUnavailable} */
  readonly open: () => Promise<AdminContext>;
}

/** Listings of a large pool may take longer than the answer to a click. */
const PATIENCE_MS = 30_000;

/** The installation of a configuration, which is read when a command needs it. */
export function createInstallation(config: () => Config): Installation {
  return {
    config,
    async open() {
      const settings = config();
      const credential = createCredential(settings.credential);
      const location = tableLocation(settings.table.place, credential);
      const { name: tableName } = settings.table;
      const table = await openTable(location, tableName, PATIENCE_MS);
      const { register, ledger, seen, probes, lease } = createTableStores(table, createLog('silent'));
      const client = createGraphClient({ baseUrl: settings.graph.baseUrl, credential });
      return {
        table,
        tableName,
        whole: () => openWholeTable(location, tableName, PATIENCE_MS),
        register,
        ledger,
        seen,
        probes: settings.probes === undefined ? NO_PROBES : probes,
        centrals: () => openKeptMailboxes(table, settings.graph.mailboxes, systemClock),
        lease,
        quarantineDays: settings.aliases.quarantineDays,
        mailboxes: createMailboxAddresses(client),
        directory: createGraphDirectory({ client }),
        rules: settings.mail,
      };
    },
  };
}

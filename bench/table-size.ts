import { randomUUID } from 'node:crypto';
import { fillPool, openStandTable, PATIENCE_MS, TABLE } from '../harness/register.ts';
import { startAzurite } from '../local/azurite.ts';
import { createAliases } from '../src/aliases/create-aliases.ts';
import { LEDGER } from '../src/azure/keys.ts';
import { createTableStores } from '../src/azure/table-stores.ts';
import { openWholeTable, type WholeRow } from '../src/azure/whole-table.ts';
import { ledgerIdOf, type LedgerEntry } from '../src/mail/ledger.ts';
import { administratorsRights } from '../src/rights/administrator.ts';
import type { TrustedCaller } from '../src/rights/caller.ts';
import { systemClock } from '../src/shared/clock.ts';
import { createLog } from '../src/shared/log.ts';

/** What a generated table holds, and what a company's will hold after some years. */
export interface TableSizeBench {
  readonly rowsAnAlias: number;
  readonly bytesAnAlias: number;
  readonly rowsAMail: number;
  readonly bytesAMail: number;
  /** In the file of a backup. */
  readonly fileBytesAMail: number;
  /** Of 3,000 accounts with 30 mails a month each, after five years. */
  readonly millionsOfRows: number;
  readonly gigabytes: number;
}

const ALIASES = 20;
const MAILS = 600;
const ACCOUNTS = 3_000;
const MAILS_A_MONTH = 30;
const MONTHS = 60;
const BENCH: TrustedCaller = {
  kind: 'trusted',
  actor: { kind: 'client', name: 'bench' },
  roles: new Set(['Aliases.Allot']),
};

/** Generates aliases that are allotted and mails that were posted, by the program itself, and counts rows and bytes. */
export async function benchTableSize(): Promise<TableSizeBench> {
  const azurite = await startAzurite({ port: 0 });
  try {
    const { connectionString } = azurite;
    const table = await openStandTable(connectionString);
    const { register, ledger } = createTableStores(table, createLog('silent'));
    await fillPool(register, ALIASES);
    const rights = administratorsRights(register);
    const aliases = createAliases({ register, rights, policy: { quarantineDays: 90 }, clock: systemClock });
    const owner = { mail: 'ada.lovelace@company.com', id: randomUUID(), name: 'Ada Lovelace' };
    const ids: string[] = [];
    for (let count = 0; count < ALIASES; count += 1) {
      const grant = await rights.grant('newAwsRootAccount', BENCH);
      ids.push((await aliases.allot(grant, { owner, accountId: String(100_000_000_000 + count) })).id);
    }
    const entries = Array.from({ length: MAILS }, (_, number) =>
      entryOf(number, ids[number % ALIASES] ?? ''),
    );
    await ledger.record(entries, new Map(entries.map(({ messageId }) => [messageId, randomUUID()])));
    for await (const item of ledger.waiting.due(new Date())) {
      const conversationId = `19:${randomUUID()}@thread.tacv2;messageid=1764331567000`;
      const copy = {
        conversationId,
        activityId: '1764331567000',
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
      };
      await ledger.waiting.done(item, 'told', [copy]);
    }
    const rows: WholeRow[] = [];
    for await (const row of (
      await openWholeTable({ kind: 'emulator', connectionString }, TABLE, PATIENCE_MS)
    ).rows())
      rows.push(row);
    return figuresOf(rows);
  } finally {
    await azurite.close();
  }
}

function figuresOf(rows: readonly WholeRow[]): TableSizeBench {
  const ofMail = rows.filter(({ partition }) => partition === LEDGER);
  const ofAliases = rows.filter(({ partition }) => partition !== LEDGER);
  const bytes = (some: readonly WholeRow[]): number => some.reduce((sum, row) => sum + bytesOf(row), 0);
  const [rowsAMail, bytesAMail] = [ofMail.length / MAILS, bytes(ofMail) / MAILS];
  const [rowsAnAlias, bytesAnAlias] = [ofAliases.length / ALIASES, bytes(ofAliases) / ALIASES];
  const mails = ACCOUNTS * MAILS_A_MONTH * MONTHS;
  return {
    rowsAnAlias,
    bytesAnAlias,
    rowsAMail,
    bytesAMail,
    fileBytesAMail: ofMail.reduce((sum, row) => sum + lineBytes(row), 0) / MAILS,
    millionsOfRows: (ACCOUNTS * rowsAnAlias + mails * rowsAMail) / 1e6,
    gigabytes: (ACCOUNTS * bytesAnAlias + mails * bytesAMail) / 1e9,
  };
}

function lineBytes({ partition, key, columns }: WholeRow): number {
  return Buffer.byteLength(JSON.stringify({ partition, key, columns })) + 1;
}

/**
 * What the Table service counts for a row, its time stamp included
 * (https://learn.microsoft.com/archive/blogs/windowsazurestorage/understanding-windows-azure-storage-billing-bandwidth-transactions-and-capacity).
 */
function bytesOf({ partition, key, columns }: WholeRow): number {
  const cells = Object.entries(columns).map(([name, value]) => 8 + name.length * 2 + bytesOfValue(value));
  return 4 + (partition.length + key.length) * 2 + 8 + cells.reduce((sum, each) => sum + each, 0);
}

function bytesOfValue(value: WholeRow['columns'][string]): number {
  if (typeof value === 'string') return value.length * 2 + 4;
  if (typeof value === 'boolean') return 1;
  return typeof value === 'number' ? 4 : 8;
}

function entryOf(number: number, aliasId: string): LedgerEntry {
  // As long as Graph's immutable ids.
  const messageId = `AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A${randomUUID().replaceAll('-', '')}${String(number).padStart(44, 'A')}`;
  return {
    id: ledgerIdOf(messageId, aliasId),
    messageId,
    aliasId,
    triageReason: undefined,
    receivedAt: new Date(Date.now() - number * 60_000),
    category: 'billing',
    severity: 'info',
    genuine: 'yes',
    withheld: false,
    announced: false,
    accountId: '111122223333',
    readable: true,
  };
}

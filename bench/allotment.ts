import { randomUUID } from 'node:crypto';
import { odata, TableClient, type TableEntity } from '@azure/data-tables';
import { startAzurite } from '../local/azurite.ts';
import { allotted } from '../src/aliases/allot.ts';
import { administratorsRights } from '../src/rights/administrator.ts';
import type { TrustedCaller } from '../src/rights/caller.ts';
import { createAliases } from '../src/aliases/create-aliases.ts';
import { importAliases } from '../src/aliases/import.ts';
import { aliasFromRow, aliasIndexRow, aliasPointer, aliasRow } from '../src/azure/rows/alias-row.ts';
import { auditRows } from '../src/azure/rows/audit-row.ts';
import { key, ROOT } from '../src/azure/keys.ts';
import { createTableRegister } from '../src/azure/table-register.ts';
import { openTable, TRANSACTION_MOST, type Row, type RowAction, type Table } from '../src/azure/table.ts';
import { systemClock } from '../src/shared/clock.ts';
import { newId } from '../src/shared/identifiers.ts';
import { median } from './figure.ts';

/** Medians in milliseconds of interleaved runs on one Azurite, and what follows from them. */
export interface AllotmentBench {
  /** One allotment as the API does it: an alias by chance, its owner, its history. */
  readonly allotmentMs: number;
  /** The first allotment of a process, which has to read where free aliases are. */
  readonly firstAllotmentMs: number;
  /** The storage operations it needs by themselves, on the same table: one range query, one transaction with the same rows. */
  readonly rawMs: number;
  /** The old algorithm on the old scheme's own table: list what is not in use, take the first, update it without a condition. */
  readonly scanMs: number;
  /** The same, but the list is left after its first page of a thousand. */
  readonly scanFirstPageMs: number;
  readonly ratioToRaw: number;
  readonly firstRatioToRaw: number;
  readonly speedupOverScan: number;
  readonly speedupOverFirstPage: number;
}

const ROUNDS = 21;
const WARM_UP = 3;
/** Tables of this size keep Azurite busy. */
const PATIENCE_MS = 60_000;
const OWNER = { mail: 'bench@company.com', id: undefined, name: undefined };
const NOTHING = { channelId: undefined, accountId: undefined, accountName: undefined, requestId: undefined };
const BENCH: TrustedCaller = {
  kind: 'trusted',
  actor: { kind: 'client', name: 'bench' },
  roles: new Set(['Aliases.Allot']),
};

/** Measures an allotment on a pool of so many aliases, in an Azurite of its own. */
export async function benchAllotment(poolSize: number): Promise<AllotmentBench> {
  const azurite = await startAzurite({ port: 0 });
  try {
    const { connectionString } = azurite;
    const table = await openTable({ kind: 'emulator', connectionString }, 'awsrootaccounts', PATIENCE_MS);
    const addresses = Array.from({ length: poolSize }, () => `aws_${randomUUID()}@company.com`);
    await importAliases(
      createTableRegister(table),
      addresses.map((address) => ({ address, rootMailbox: 'root-01@company.com' })),
    );
    const old = await oldTable(connectionString, addresses);
    return await measure(table, old);
  } finally {
    await azurite.close();
  }
}

async function measure(table: Table, old: TableClient): Promise<AllotmentBench> {
  const usual = allottingOver(table);
  const raw: number[] = [];
  const allotment: number[] = [];
  const first: number[] = [];
  const scan: number[] = [];
  const firstPage: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const note = async (times: number[], work: () => Promise<number>): Promise<void> => {
      const took = await work();
      if (round >= WARM_UP) times.push(took);
    };
    await note(allotment, () => stopwatch(usual));
    await note(raw, () => rawOperations(table));
    await note(first, () => stopwatch(allottingOver(table)));
    await note(scan, () => stopwatch(() => oldAllotment(old, Number.POSITIVE_INFINITY)));
    await note(firstPage, () => stopwatch(() => oldAllotment(old, 1)));
  }
  const allotmentMs = median(allotment);
  const firstAllotmentMs = median(first);
  const rawMs = median(raw);
  const scanMs = median(scan);
  const scanFirstPageMs = median(firstPage);
  return {
    allotmentMs,
    firstAllotmentMs,
    rawMs,
    scanMs,
    scanFirstPageMs,
    ratioToRaw: allotmentMs / rawMs,
    firstRatioToRaw: firstAllotmentMs / rawMs,
    speedupOverScan: scanMs / allotmentMs,
    speedupOverFirstPage: scanFirstPageMs / allotmentMs,
  };
}

/** An allotment, as a process makes it that has just started. */
function allottingOver(table: Table): () => Promise<unknown> {
  const register = createTableRegister(table);
  const rights = administratorsRights(register);
  const aliases = createAliases({ register, rights, policy: { quarantineDays: 90 }, clock: systemClock });
  return async () => aliases.allot(await rights.grant('newAwsRootAccount', BENCH), { owner: OWNER });
}

async function stopwatch(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** One range query for a free alias, and the transaction that an allotment writes. What has to be read between is not counted. */
async function rawOperations(table: Table): Promise<number> {
  let pointer: Row | undefined;
  const rangeMs = await stopwatch(async () => {
    [pointer] = await table.range(ROOT, `~free:${randomUUID()}`, '~free:~', 1);
  });
  const id = pointer === undefined ? '' : aliasPointer.parse(pointer).alias_id;
  const row = await table.get(ROOT, id);
  if (row === undefined) throw new Error('the raw operations found no alias');
  const actions = allotmentRows(id, row);
  return rangeMs + (await stopwatch(() => table.transaction(actions)));
}

function allotmentRows(id: string, row: Row): RowAction[] {
  const at = new Date();
  const after = allotted(aliasFromRow(row), { ...NOTHING, owner: OWNER }, at);
  const entry = { at, actor: BENCH.actor, action: 'allot', aliasId: id, requestId: undefined } as const;
  const audit = [
    { ...entry, before: { code: 'state', state: 'free' }, after: { code: 'allotted-to', to: OWNER.mail } },
  ] as const;
  return [
    { kind: 'update', row: aliasRow(after), etag: row.etag },
    { kind: 'delete', partition: ROOT, key: key.free(id) },
    { kind: 'upsert', row: aliasIndexRow(key.owner(OWNER.mail, id), after) },
    ...auditRows({ id: newId(), audit }).map((line): RowAction => ({ kind: 'create', row: line })),
  ];
}

/** A table as the old scheme's set-up makes it: one row per alias, six columns, nothing else. */
async function oldTable(connectionString: string, addresses: readonly string[]): Promise<TableClient> {
  const client = TableClient.fromConnectionString(connectionString, 'oldscheme', {
    allowInsecureConnection: true,
  });
  await client.createTable();
  for (let start = 0; start < addresses.length; start += TRANSACTION_MOST) {
    await client.submitTransaction(
      addresses.slice(start, start + TRANSACTION_MOST).map((address) => ['create', oldRow(address)]),
    );
  }
  return client;
}

function oldRow(address: string): TableEntity {
  const id = randomUUID();
  const columns = { id, aws_mail: address, in_use: false, user_mail: '', aws_account_id: '' };
  return { partitionKey: ROOT, rowKey: id, root_mailbox: 'root-01@company.com', ...columns };
}

async function oldAllotment(client: TableClient, enough: number): Promise<void> {
  const found: { partitionKey?: string; rowKey?: string }[] = [];
  for await (const row of client.listEntities({ queryOptions: { filter: odata`in_use eq ${false}` } })) {
    found.push(row);
    if (found.length >= enough) break;
  }
  const [first] = found;
  if (first?.partitionKey === undefined || first.rowKey === undefined)
    throw new Error('the old pool is empty');
  const { partitionKey, rowKey } = first;
  await client.updateEntity({ partitionKey, rowKey, in_use: true, user_mail: OWNER.mail }, 'Merge');
}

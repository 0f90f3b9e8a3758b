import { randomUUID } from 'node:crypto';
import { odata, TableClient, type TableEntity } from '@azure/data-tables';
import PQueue from 'p-queue';
import { fillPool, openStandTable } from '../harness/register.ts';
import { startAzurite } from '../local/azurite.ts';
import { allotted } from '../src/aliases/allot.ts';
import { administratorsRights } from '../src/rights/administrator.ts';
import type { TrustedCaller } from '../src/rights/caller.ts';
import { createAliases } from '../src/aliases/create-aliases.ts';
import type { ImportProgress } from '../src/aliases/import.ts';
import { aliasFromRow, aliasIndexRow, aliasPointer, aliasRow } from '../src/azure/rows/alias-row.ts';
import { auditRows } from '../src/azure/rows/audit-row.ts';
import { key, ROOT } from '../src/azure/keys.ts';
import { createTableRegister } from '../src/azure/table-register.ts';
import { TRANSACTION_MOST, type Row, type RowAction, type Table } from '../src/azure/table.ts';
import { systemClock } from '../src/shared/clock.ts';
import { newId } from '../src/shared/identifiers.ts';
import { chunks } from '../src/shared/chunks.ts';
import { figureOf, type Figure } from './figure.ts';

/** Milliseconds of interleaved runs on one Azurite, and what follows from them, round by round. */
export interface AllotmentBench {
  /** One allotment as the API does it: an alias by chance, its owner, its history. */
  readonly allotmentMs: Figure;
  /** The first allotment of a process, which has to read where free aliases are. */
  readonly firstAllotmentMs: Figure;
  /** The storage operations it needs by themselves, on the same table: one range query, one transaction with the same rows. */
  readonly rawMs: Figure;
  /** The old algorithm on the old scheme's own table: list what is not in use, take the first, update it without a condition. */
  readonly scanMs: Figure;
  /** The same, but the list is left after its first page of a thousand. */
  readonly scanFirstPageMs: Figure;
  readonly ratioToRaw: Figure;
  readonly firstRatioToRaw: Figure;
  readonly speedupOverScan: Figure;
  readonly speedupOverFirstPage: Figure;
  readonly rounds: number;
}

const ROUNDS_MOST = 21;
/** So many there are in any case: at 100,000 aliases Azurite takes minutes for one of the old scheme's lists. */
const ROUNDS_LEAST = 3;
const WARM_UP = 1;
const ROUNDS_MS = 90_000;
const INSERTS_AT_ONCE = 4;
const OWNER = { mail: 'bench@company.com', id: undefined, name: undefined };
const NOTHING = { channelId: undefined, accountId: undefined, accountName: undefined, requestId: undefined };
const BENCH: TrustedCaller = {
  kind: 'trusted',
  actor: { kind: 'client', name: 'bench' },
  roles: new Set(['Aliases.Allot']),
};

/**
 * Measures an allotment on a pool of so many aliases, in an Azurite of its own.
 * @param onStep told how far it is: a large pool takes minutes to be written
 */
export async function benchAllotment(
  poolSize: number,
  onStep: (step: string) => void = () => undefined,
): Promise<AllotmentBench> {
  const azurite = await startAzurite({ port: 0 });
  try {
    const { connectionString } = azurite;
    const table = await openStandTable(connectionString);
    const addresses = await fillPool(
      createTableRegister(table),
      poolSize,
      everyTenth(({ done, total }) => onStep(`${done} of ${total} aliases are in the pool`)),
    );
    onStep('The table of the old scheme is written');
    const old = await oldTable(connectionString, addresses);
    return await measure(table, old, onStep);
  } finally {
    await azurite.close();
  }
}

interface Round {
  readonly allotmentMs: number;
  readonly firstAllotmentMs: number;
  readonly rawMs: number;
  readonly scanMs: number;
  readonly scanFirstPageMs: number;
}

async function measure(
  table: Table,
  old: TableClient,
  onStep: (step: string) => void,
): Promise<AllotmentBench> {
  const usual = allottingOver(table);
  const round = async (): Promise<Round> => ({
    allotmentMs: await stopwatch(usual),
    rawMs: await rawOperations(table),
    firstAllotmentMs: await stopwatch(allottingOver(table)),
    scanMs: await stopwatch(() => oldAllotment(old, Number.POSITIVE_INFINITY)),
    scanFirstPageMs: await stopwatch(() => oldAllotment(old, 1)),
  });
  for (let count = 0; count < WARM_UP; count += 1) await round();
  const rounds: Round[] = [];
  const end = performance.now() + ROUNDS_MS;
  while (rounds.length < ROUNDS_LEAST || (rounds.length < ROUNDS_MOST && performance.now() < end)) {
    rounds.push(await round());
    onStep(`${rounds.length} rounds`);
  }
  const over = (figure: (of: Round) => number): Figure => figureOf(rounds.map((each) => figure(each)));
  return {
    allotmentMs: over(({ allotmentMs }) => allotmentMs),
    firstAllotmentMs: over(({ firstAllotmentMs }) => firstAllotmentMs),
    rawMs: over(({ rawMs }) => rawMs),
    scanMs: over(({ scanMs }) => scanMs),
    scanFirstPageMs: over(({ scanFirstPageMs }) => scanFirstPageMs),
    ratioToRaw: over(({ allotmentMs, rawMs }) => allotmentMs / rawMs),
    firstRatioToRaw: over(({ firstAllotmentMs, rawMs }) => firstAllotmentMs / rawMs),
    speedupOverScan: over(({ scanMs, allotmentMs }) => scanMs / allotmentMs),
    speedupOverFirstPage: over(({ scanFirstPageMs, allotmentMs }) => scanFirstPageMs / allotmentMs),
    rounds: rounds.length,
  };
}

function everyTenth(told: (progress: ImportProgress) => void): (progress: ImportProgress) => void {
  let tenth = 0;
  return (progress) => {
    const now = Math.floor((progress.done / progress.total) * 10);
    if (now === tenth) return;
    tenth = now;
    told(progress);
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
    ...auditRows(newId(), audit).map((line): RowAction => ({ kind: 'create', row: line })),
  ];
}

/** A table as the old scheme's set-up makes it: one row per alias, six columns, nothing else. */
async function oldTable(connectionString: string, addresses: readonly string[]): Promise<TableClient> {
  const client = TableClient.fromConnectionString(connectionString, 'oldscheme', {
    allowInsecureConnection: true,
  });
  await client.createTable();
  const queue = new PQueue({ concurrency: INSERTS_AT_ONCE });
  await queue.addAll(
    chunks(addresses, TRANSACTION_MOST).map((some) => () => {
      return client.submitTransaction(some.map((address) => ['create', oldRow(address)]));
    }),
  );
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

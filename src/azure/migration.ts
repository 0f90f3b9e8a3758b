import type { Ownership } from '../aliases/alias.ts';
import { ownerFact } from '../aliases/release.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { AuditFact } from '../store/audit-fact.ts';
import { isFree } from '../aliases/states.ts';
import { systemClock, type Clock } from '../shared/clock.ts';
import { newChangeId } from '../shared/identifiers.ts';
import type { Actor } from '../people/person.ts';
import { aliasFromRow, aliasIndexKeys, aliasPointer, isAliasRow } from './rows/alias-row.ts';
import { auditRows } from './rows/audit-row.ts';
import { ALIASES, key, prefix, ROOT, within } from './keys.ts';
import { markRow } from './rows/mark-row.ts';
import { oldOwnership } from './old-ownership.ts';
import {
  claimsOf,
  planAlias,
  type AliasPlan,
  type ContradictionFound,
  type IndexRow,
} from './migration-plan.ts';
import { TRANSACTION_MOST, type Row, type RowAction, type Table } from './table.ts';

export interface MigrationOptions {
  readonly quarantineDays: number;
  readonly clock?: Clock;
  /** Aliases that are in order so far, out of all. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

export interface MigrationReport {
  readonly aliases: number;
  /** Aliases that were not as the register wants them, and are now. */
  readonly repaired: number;
  /** Changed by somebody else at the same moment; the next run looks at them again. */
  readonly left: number;
  /** Index rows that stood for nothing any more. */
  readonly removed: number;
  readonly contradictions: readonly ContradictionFound[];
}

const TAKEN_OVER = 'taken-over';
const TAKE_OVER: Actor = { kind: 'system', name: 'reindex' };
/** More at once do not make one partition faster. */
const AT_ONCE = 4;

/** Whether a take-over was ever finished; one point read. */
export async function isMigrated(table: Table): Promise<boolean> {
  return (await table.get(ROOT, key.mark(TAKEN_OVER))) !== undefined;
}

/**
 * Takes a table of the old scheme over as it is, and repairs what old clients have written since: states and index rows are
 * added, the old scheme's columns stay what they were wherever they are true.
 *
 * It reads everything once, compares, and writes only what differs, each alias under the condition that it did not change
 * meanwhile. So it can be cut short and run again, by several at once, while people and old clients go on working; run twice in
 * a row, the second time writes nothing.
 * @throws {RegisterUnavailable} what was repaired until then stays
 */
export async function migrate(table: Table, options: MigrationOptions): Promise<MigrationReport> {
  const clock = options.clock ?? systemClock;
  const rows = await table.range(ROOT, ALIASES.from, ALIASES.until);
  const readable = rows.filter(isAliasRow);
  const index = await readIndex(table);
  const claims = claimsOf(readable);
  const ownerships = await oldOwnerships(table, readable);
  const rules = { quarantineDays: options.quarantineDays, now: clock(), ownerships };
  const plans = readable.map((row) => planAlias(row, claims, index, rules));

  const total = readable.length;
  const needy = plans.filter(({ actions }) => actions.length > 0);
  let done = total - needy.length;
  let left = 0;
  options.onProgress?.({ done, total });
  const batches = packed(needy).values();
  const work = async (): Promise<void> => {
    for (const batch of batches) {
      left += await repair(table, batch, clock());
      done += batch.length;
      options.onProgress?.({ done, total });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const wanted = new Set(plans.flatMap(({ wantedKeys }) => wantedKeys));
  const removed = await removeStray(table, index, wanted);
  if (left === 0) await table.write({ kind: 'upsert', row: markRow(TAKEN_OVER, clock().toISOString()) });
  return {
    aliases: total,
    repaired: needy.length - left,
    left,
    removed,
    contradictions: listed(rows, plans),
  };
}

/** What history tells of aliases from before their rows did. */
async function oldOwnerships(table: Table, rows: readonly Row[]): Promise<ReadonlyMap<string, Ownership>> {
  const old = rows.map(aliasFromRow).filter(({ ownership }) => ownership === undefined);
  const found = await Promise.all(
    old.map(async (alias) => [alias.id, await oldOwnership(table, alias)] as const),
  );
  return new Map(found.flatMap(([id, ownership]) => (ownership === undefined ? [] : [[id, ownership]])));
}

/** Every kind of row that stands for an alias. */
const INDEXES = [
  prefix.address,
  prefix.account,
  prefix.formerAccount,
  prefix.accountName,
  prefix.free,
  prefix.owner,
  prefix.ownerId,
  prefix.channelAliases,
  prefix.quarantine,
];

async function readIndex(table: Table): Promise<Map<string, IndexRow>> {
  const index = new Map<string, IndexRow>();
  for (const start of INDEXES) {
    const { from, until } = within(start);
    for (const row of await table.range(ROOT, from, until)) {
      index.set(row.rowKey, { aliasId: aliasPointer.parse(row).alias_id, etag: row.etag });
    }
  }
  return index;
}

/** As many aliases in a transaction as fit, their history included. */
function packed(plans: readonly AliasPlan[]): AliasPlan[][] {
  const batches: AliasPlan[][] = [];
  let room = 0;
  for (const plan of plans) {
    const rows = plan.actions.length + (isPlain(plan) ? 0 : 2);
    if (room < rows) {
      batches.push([]);
      // One row is kept for the line of history that plain free aliases share.
      room = TRANSACTION_MOST - 1;
    }
    batches.at(-1)?.push(plan);
    room -= rows;
  }
  return batches;
}

/** A free alias that nothing is to be told of; index rows alone are no history either. */
function isPlain({ alias, contradictions, rewritten }: AliasPlan): boolean {
  return !rewritten || (isFree(alias) && contradictions.length === 0);
}

/** @returns how many had to be left */
async function repair(table: Table, batch: readonly AliasPlan[], at: Date): Promise<number> {
  if ((await table.transaction(actionsOf(batch, at))) !== 'conflict') return 0;
  if (batch.length === 1) return 1;
  let left = 0;
  for (const plan of batch) left += await repair(table, [plan], at);
  return left;
}

function actionsOf(batch: readonly AliasPlan[], at: Date): RowAction[] {
  return [
    ...batch.flatMap(({ actions }) => actions),
    ...auditRows(newChangeId(), historyOf(batch, at)).map((row): RowAction => ({ kind: 'create', row })),
  ];
}

function historyOf(batch: readonly AliasPlan[], at: Date): AuditEntry[] {
  const line = { at, actor: TAKE_OVER, action: 'adopt', requestId: undefined } as const;
  const plain = batch.filter((plan) => isPlain(plan) && plan.rewritten);
  const entries = batch
    .filter((plan) => !isPlain(plan))
    .map(({ row, alias, contradictions }): AuditEntry => {
      const reason = { code: 'contradictions', kinds: contradictions } as const;
      return { ...line, aliasId: alias.id, before: columnsFact(row), after: ownerFact(alias), reason };
    });
  if (plain.length === 0) return entries;
  const free = plain.map(({ alias }) => alias.address);
  const before = { code: 'state', state: 'free' } as const;
  return [...entries, { ...line, aliasId: undefined, before, after: { code: 'added', byState: { free } } }];
}

/** What the old scheme's columns said, so that nothing is lost when they are set right. */
function columnsFact(row: Row): AuditFact {
  const columns = ['state', 'in_use', 'user_mail', 'aws_account_id'].map(
    (column) => [column, JSON.stringify(row[column] ?? '')] as const,
  );
  return { code: 'columns', columns: Object.fromEntries(columns) };
}

/** Removes index rows that nobody wants, each after a second look at its alias, and only as it was read. */
async function removeStray(
  table: Table,
  index: ReadonlyMap<string, IndexRow>,
  wanted: ReadonlySet<string>,
): Promise<number> {
  let removed = 0;
  for (const [rowKey, { aliasId, etag }] of index) {
    if (wanted.has(rowKey)) continue;
    const row = await table.get(ROOT, aliasId);
    if (row !== undefined && isAliasRow(row) && aliasIndexKeys(aliasFromRow(row)).includes(rowKey)) continue;
    const outcome = await table.write({ kind: 'delete', partition: ROOT, key: rowKey, etag });
    if (outcome !== 'conflict') removed += 1;
  }
  return removed;
}

function listed(rows: readonly Row[], plans: readonly AliasPlan[]): ContradictionFound[] {
  const unreadable = rows
    .filter((row) => !isAliasRow(row))
    .map(({ rowKey: id }): ContradictionFound => ({ id, address: '', kind: 'unreadable' }));
  const found = plans.flatMap(({ alias: { id, address }, contradictions }) =>
    contradictions.map((kind): ContradictionFound => ({ id, address, kind })),
  );
  return [...unreadable, ...found];
}

import type { CaseChange } from '../mail/cases/case-register.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { CommitOutcome, Replacement } from '../store/change.ts';
import type { Alias } from '../aliases/alias.ts';
import type { Job } from '../messages/job.ts';
import { AT_ONCE, whenAfter, type When } from '../messages/queue.ts';
import {
  accountKey,
  aliasFromRow,
  aliasIndexKeys,
  aliasIndexRow,
  aliasPointer,
  aliasRow,
} from './rows/alias-row.ts';
import { auditRows } from './rows/audit-row.ts';
import { channelRow } from './rows/channel-row.ts';
import { jobRow } from './rows/job-row.ts';
import type { Handling } from '../mail/cases/handling.ts';
import { handlingRow, lookedAtRow } from './rows/handling-row.ts';
import { newChangeId } from '../shared/identifiers.ts';
import { key, ROOT } from './keys.ts';
import { markReplacement } from './rows/mark-row.ts';
import { requestIndexKeys, requestIndexRow, requestRow } from './rows/request-row.ts';
import { RegisterUnavailable } from '../store/unavailable.ts';
import { TRANSACTION_MOST, type NewRow, type RowAction, type Table } from './table.ts';

type Identified = CaseChange & {
  readonly id: string;
  readonly audit: readonly [AuditEntry, ...AuditEntry[]];
};

/**
 * Commits a change in one entity-group transaction.
 *
 * The SDK repeats requests by itself, and an answer may be lost: a conflict or a time-out may be our own success. The audit row,
 * whose key holds the change's id, tells.
 */
export async function commit(table: Table, given: CaseChange): Promise<CommitOutcome> {
  const change = {
    ...given,
    id: given.id ?? newChangeId(),
    audit: 'action' in given.audit ? ([given.audit] as const) : given.audit,
  };
  const account = await accountActions(table, change);
  if (!Array.isArray(account)) return (await isCommitted(table, change)) ? { kind: 'committed' } : account;
  const actions = [...actionsOf(change), ...account, ...markActions(change)];
  if (actions.length > TRANSACTION_MOST) {
    throw new RangeError(`a change of ${actions.length} rows does not fit into one transaction`);
  }
  if ((await attempt(table, change, actions)) === 'done') return { kind: 'committed' };
  if (await isCommitted(table, change)) return { kind: 'committed' };
  await repairIndex(table, change);
  return { kind: 'stale' };
}

async function attempt(
  table: Table,
  change: Identified,
  actions: readonly RowAction[],
): Promise<'done' | 'conflict'> {
  try {
    return (await table.transaction(actions)) === 'conflict' ? 'conflict' : 'done';
  } catch (error) {
    if (error instanceof RegisterUnavailable && (await isCommitted(table, change))) return 'done';
    throw error;
  }
}

async function isCommitted(table: Table, change: Identified): Promise<boolean> {
  return (await table.get(ROOT, key.audit(change.audit[0].at, change.id, 0))) !== undefined;
}

function actionsOf(change: Identified): RowAction[] {
  const { at } = change.audit[0];
  return [
    ...(change.aliases ?? []).flatMap((each) => [
      replacement(each.before?.version, aliasRow(each.after)),
      ...indexActions(each, looseIndexKeys, aliasIndexRow),
    ]),
    ...(change.requests ?? []).flatMap((each) => [
      replacement(each.before?.version, requestRow(each.after)),
      ...indexActions(each, requestIndexKeys, requestIndexRow),
    ]),
    ...(change.channels ?? []).map((each) => replacement(each.before?.version, channelRow(each.after))),
    ...(change.handlings ?? []).flatMap(({ before, after }) => [
      replacement(before?.version, handlingRow(after)),
      ...lookedAtActions(before?.value, after),
    ]),
    ...auditRows(change.id, change.audit).map((row): RowAction => ({ kind: 'create', row })),
    ...(change.jobs ?? []).map((job, position): RowAction => {
      return {
        kind: 'create',
        row: jobRow(key.job(at, change.id, position), job, whenOf(job, at), change.mayBeRepeat),
      };
    }),
  ];
}

/** What was seen once stays so, also when the reveal by which it was is no longer kept. */
function lookedAtActions(before: Handling | undefined, after: Handling): RowAction[] {
  const row = lookedAtRow(before) === undefined ? lookedAtRow(after) : undefined;
  return row === undefined ? [] : [{ kind: 'upsert', row }];
}

/** A mark is replaced where it is, which may be the key of an earlier version. */
function markActions({ marks = [] }: CaseChange): RowAction[] {
  return marks.map(({ name, version, text }) => {
    const { row, etag } = markReplacement(name, text, version);
    return replacement(etag, row);
  });
}

/** Jobs that have their time wait for it; the others are due at once. */
function whenOf(job: Job, at: Date): When {
  return 'dueAt' in job ? whenAfter(at, Math.max(0, job.dueAt.getTime() - at.getTime())) : AT_ONCE;
}

function replacement(version: string | undefined, row: NewRow): RowAction {
  return version === undefined ? { kind: 'create', row } : { kind: 'update', row, etag: version };
}

/** Index rows that the new state asks for and the old one did not have, and the other way round. */
function indexActions<T>(
  { before, after }: Replacement<T>,
  keysOf: (thing: T) => readonly string[],
  rowOf: (rowKey: string, thing: T) => NewRow,
): RowAction[] {
  const old = before === undefined ? [] : keysOf(before.value);
  const wanted = keysOf(after);
  return [
    ...old
      .filter((rowKey) => !wanted.includes(rowKey))
      .map((rowKey): RowAction => ({ kind: 'delete', partition: ROOT, key: rowKey })),
    ...wanted
      .filter((rowKey) => !old.includes(rowKey))
      .map((rowKey): RowAction => ({
        // An address belongs to one alias: a new one's row must not be there yet. Others may be left from before.
        kind: before === undefined ? 'create' : 'upsert',
        row: rowOf(rowKey, after),
      })),
  ];
}

/** All index rows but the one of the account id, which is not rewritten without a look. */
function looseIndexKeys(alias: Alias): readonly string[] {
  const account = accountKey(alias);
  return aliasIndexKeys(alias).filter((rowKey) => rowKey !== account);
}

/**
 * What happens to the rows that make account ids unique, for aliases whose account id changes.
 *
 * A row may point to an alias that an old client has changed meanwhile: it is taken over, under the condition that it was not
 * touched since. Our own row can be removed without one: nobody takes it over while the alias, whose version the transaction
 * demands, holds the id.
 */
async function accountActions(table: Table, change: Identified): Promise<RowAction[] | CommitOutcome> {
  const actions: RowAction[] = [];
  for (const { before, after } of change.aliases ?? []) {
    const old = before === undefined ? undefined : accountKey(before.value);
    const wanted = accountKey(after);
    if (old === wanted) continue;
    if (old !== undefined && (await pointsTo(table, old)) === after.id) {
      actions.push({ kind: 'delete', partition: ROOT, key: old });
    }
    if (wanted === undefined) continue;
    const taking = await takeAccount(table, wanted, after);
    if (taking === 'taken') return { kind: 'account-taken', accountId: after.accountId ?? '' };
    actions.push(taking);
  }
  return actions;
}

async function pointsTo(table: Table, rowKey: string): Promise<string | undefined> {
  const row = await table.get(ROOT, rowKey);
  return row === undefined ? undefined : aliasPointer.parse(row).alias_id;
}

async function takeAccount(table: Table, rowKey: string, alias: Alias): Promise<RowAction | 'taken'> {
  const row = aliasIndexRow(rowKey, alias);
  const current = await table.get(ROOT, rowKey);
  if (current === undefined) return { kind: 'create', row };
  const holderId = aliasPointer.parse(current).alias_id;
  const holder = holderId === alias.id ? undefined : await table.get(ROOT, holderId);
  if (holder !== undefined && accountKey(aliasFromRow(holder)) === rowKey) return 'taken';
  return { kind: 'update', row, etag: current.etag };
}

/**
 * Where a row is as the change expects it and only its index rows are not (an old client wrote the alias, or a take-over was
 * cut short), the missing ones are written, so that the next try gets through.
 */
async function repairIndex(table: Table, change: Identified): Promise<void> {
  for (const { before } of change.aliases ?? []) {
    if (before === undefined) continue;
    const { value: alias, version } = before;
    await repair(table, { rowKey: alias.id, version }, looseIndexKeys(alias), (rowKey) =>
      aliasIndexRow(rowKey, alias),
    );
  }
  for (const { before } of change.requests ?? []) {
    if (before === undefined) continue;
    const { value: request, version } = before;
    await repair(table, { rowKey: key.request(request.id), version }, requestIndexKeys(request), (rowKey) =>
      requestIndexRow(rowKey, request),
    );
  }
}

async function repair(
  table: Table,
  expected: { readonly rowKey: string; readonly version: string },
  indexKeys: readonly string[],
  rowOf: (rowKey: string) => NewRow,
): Promise<void> {
  const row = await table.get(ROOT, expected.rowKey);
  if (row?.etag !== expected.version) return;
  for (const rowKey of indexKeys) {
    if ((await table.get(ROOT, rowKey)) !== undefined) continue;
    await table.write({ kind: 'create', row: rowOf(rowKey) });
  }
}

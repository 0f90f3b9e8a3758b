import type { Change, CommitOutcome, Replacement } from '../aliases/register.ts';
import type { Alias } from '../aliases/alias.ts';
import type { Request } from '../requests/request.ts';
import { accountKey, aliasIndexKeys, aliasIndexRow, aliasPointer, aliasRow } from './alias-row.ts';
import { auditRows } from './audit-row.ts';
import { channelRow } from './channel-row.ts';
import { errandRow } from './errand-row.ts';
import { key, prefix, ROOT } from './keys.ts';
import { requestIndexKeys, requestIndexRow, requestRow } from './request-row.ts';
import { TRANSACTION_MOST, type NewRow, type RowAction, type Table } from './table.ts';

/**
 * Commits a change in one entity-group transaction.
 *
 * The SDK repeats requests by itself, so that a conflict may be our own success: the audit row, whose key holds the change's
 * id, tells. A conflict over an account id's row is told apart from one over a changed row by looking at who holds it.
 */
export async function commit(table: Table, change: Change): Promise<CommitOutcome> {
  const actions = actionsOf(change);
  if (actions.length > TRANSACTION_MOST) {
    throw new RangeError(`a change of ${actions.length} rows does not fit into one transaction`);
  }
  if ((await table.transaction(actions)) === 'done') return { kind: 'committed' };
  const marker = key.audit(change.audit[0].at, change.id, 0);
  if ((await table.get(ROOT, marker)) !== undefined) return { kind: 'committed' };
  return (await accountConflict(table, change)) ?? (await mendIndex(table, change));
}

function actionsOf(change: Change): RowAction[] {
  return [
    ...(change.aliases ?? []).flatMap((each) => [
      replacement(each, aliasRow(each.after)),
      ...indexActions(each, aliasIndexKeys, aliasIndexRow),
    ]),
    ...(change.requests ?? []).flatMap((each) => [
      replacement(each, requestRow(each.after)),
      ...indexActions(each, requestIndexKeys, requestIndexRow),
    ]),
    ...(change.channels ?? []).map((each) => replacement(each, channelRow(each.after))),
    ...auditRows(change).map((row): RowAction => ({ kind: 'create', row })),
    ...errandRows(change).map((row): RowAction => ({ kind: 'create', row })),
  ];
}

function errandRows(change: Change): readonly NewRow[] {
  const { at } = change.audit[0];
  return (change.errands ?? []).map((errand, position) =>
    errandRow(key.errand(at, change.id, position), errand, at),
  );
}

function replacement<T>({ before }: Replacement<T>, row: NewRow): RowAction {
  return before === undefined ? { kind: 'create', row } : { kind: 'update', row, etag: before.version };
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
        kind: unique(rowKey) ? 'create' : 'upsert',
        row: rowOf(rowKey, after),
      })),
  ];
}

/** An account id and an address belong to one alias: their rows must not be there yet. Others may be left from before. */
function unique(rowKey: string): boolean {
  return rowKey.startsWith(prefix.account) || rowKey.startsWith(prefix.address);
}

async function accountConflict(table: Table, change: Change): Promise<CommitOutcome | undefined> {
  for (const { after } of change.aliases ?? []) {
    const wanted = accountKey(after);
    if (wanted === undefined) continue;
    const holder = await table.get(ROOT, wanted);
    if (holder !== undefined && aliasPointer.parse(holder).alias_id !== after.id) {
      return { kind: 'account-taken', accountId: after.accountId ?? '' };
    }
  }
  return undefined;
}

/**
 * Where a row is as the change expects it and only its index rows are not (an old client wrote the alias, or a take-over was
 * cut short), the index is set right, so that the next try gets through.
 */
async function mendIndex(table: Table, change: Change): Promise<CommitOutcome> {
  for (const { before } of change.aliases ?? []) {
    if (before !== undefined) await mend(table, before.value, before.version);
  }
  for (const { before } of change.requests ?? []) {
    if (before !== undefined) await mendRequest(table, before.value, before.version);
  }
  return { kind: 'stale' };
}

async function mend(table: Table, alias: Alias, version: string): Promise<void> {
  const row = await table.get(ROOT, alias.id);
  if (row?.etag !== version) return;
  for (const rowKey of aliasIndexKeys(alias)) {
    if (rowKey === accountKey(alias)) continue;
    await table.write({ kind: 'upsert', row: aliasIndexRow(rowKey, alias) });
  }
}

async function mendRequest(table: Table, request: Request, version: string): Promise<void> {
  const row = await table.get(ROOT, key.request(request.id));
  if (row?.etag !== version) return;
  for (const rowKey of requestIndexKeys(request)) {
    await table.write({ kind: 'upsert', row: requestIndexRow(rowKey, request) });
  }
}

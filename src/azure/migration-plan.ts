import type { Alias, Ownership } from '../aliases/alias.ts';
import { addressFault } from '../aliases/aws-limits.ts';
import { released } from '../aliases/release.ts';
import { hasOwner, isFree, isResting } from '../aliases/states.ts';
import {
  accountKey,
  aliasIndexKeys,
  aliasIndexRow,
  aliasRow,
  readAlias,
  type Contradiction,
} from './rows/alias-row.ts';
import { key } from './keys.ts';
import type { Row, RowAction } from './table.ts';

/** What a take-over lists and does not decide; `address-…` and `account-twice` are between rows, the others within one. */
export type MigrationContradiction =
  Contradiction | 'unreadable' | 'address-refused-by-aws' | 'address-twice' | 'account-twice';

export interface ContradictionFound {
  readonly id: string;
  readonly address: string;
  readonly kind: MigrationContradiction;
}

/** An index row as it is. */
export interface IndexRow {
  readonly aliasId: string;
  readonly etag: string;
}

/** What has to be written for one alias; nothing when `actions` is empty. */
export interface AliasPlan {
  readonly row: Row;
  readonly alias: Alias;
  readonly wantedKeys: readonly string[];
  readonly actions: readonly RowAction[];
  /** Whether the alias says something new, and not only its index rows or what was known of its ownership. */
  readonly rewritten: boolean;
  readonly contradictions: readonly MigrationContradiction[];
}

/** What rows say together: who of several has an address or an account id. Others with the same are contested. */
export interface Claims {
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  readonly accounts: ReadonlyMap<string, readonly string[]>;
}

export interface PlanRules {
  readonly quarantineDays: number;
  readonly now: Date;
  /** Of aliases whose rows do not tell of it, by id. */
  readonly ownerships: ReadonlyMap<string, Ownership>;
}

/** Collects who claims which address and account id: those in use first, each in key order. */
export function claimsOf(rows: readonly Row[]): Claims {
  const all = rows.map((row) => readAlias(row).alias);
  const aliases = [...all.filter(hasOwner), ...all.filter((alias) => !hasOwner(alias))];
  const idsBy = (keyOf: (alias: Alias) => string | undefined): Map<string, string[]> => {
    const ids = new Map<string, string[]>();
    for (const alias of aliases) {
      const claimed = keyOf(alias);
      if (claimed !== undefined) ids.set(claimed, [...(ids.get(claimed) ?? []), alias.id]);
    }
    return ids;
  };
  return { addresses: idsBy(({ address }) => key.address(address)), accounts: idsBy(accountKey) };
}

/**
 * What a row needs so that it and its index rows are as the register wants them. A row that needs nothing gives no action, so
 * that a take-over can be cut short and run again.
 *
 * Where rows contradict each other, nothing is decided about the ones that people use; but a free one among them is retired, so
 * that nobody is handed an address that is another's or that AWS refuses.
 */
export function planAlias(
  row: Row,
  claims: Claims,
  index: ReadonlyMap<string, IndexRow>,
  rules: PlanRules,
): AliasPlan {
  const reading = readAlias(row);
  const contradictions: MigrationContradiction[] = [...reading.contradictions];
  const addressKey = key.address(reading.alias.address);
  const account = accountKey(reading.alias);
  if (addressFault(reading.alias.address) !== undefined) contradictions.push('address-refused-by-aws');
  if (isContested(claims.addresses, addressKey)) contradictions.push('address-twice');
  if (isContested(claims.accounts, account)) contradictions.push('account-twice');

  const ownership = reading.alias.ownership ?? rules.ownerships.get(row.rowKey);
  const alias = settle({ ...reading.alias, ownership }, contradictions, rules);
  const holds = (rowKey: string): boolean => {
    if (rowKey === addressKey) return holderOf(rowKey, claims.addresses, index) === alias.id;
    if (rowKey === account) return holderOf(rowKey, claims.accounts, index) === alias.id;
    return true;
  };
  const wantedKeys = aliasIndexKeys(alias).filter(holds);
  const missing = wantedKeys.filter((rowKey) => index.get(rowKey)?.aliasId !== alias.id);
  const columns = changedColumns(alias, row, contradictions);
  const changed = Object.keys(columns);
  const rewritten = changed.some((column) => !OWNERSHIP_COLUMNS.has(column));
  const actions: RowAction[] = missing.map((rowKey) => indexAction(rowKey, alias, index.get(rowKey)));
  if (changed.length > 0 || missing.length > 0) {
    // Also when only index rows are missing: they are right for this version of the alias and no other.
    const merged = { partitionKey: row.partitionKey, rowKey: row.rowKey, ...columns };
    actions.unshift({ kind: 'update', row: merged, etag: row.etag });
  }
  return { row, alias, wantedKeys, actions, rewritten, contradictions };
}

/** Written down once for rows from before they were kept; nothing happened to the alias by that. */
const OWNERSHIP_COLUMNS: ReadonlySet<string> = new Set(['owned_since', 'owned_how', 'channel_since']);

function isContested(claims: ReadonlyMap<string, readonly string[]>, claimed: string | undefined): boolean {
  return claimed !== undefined && (claims.get(claimed)?.length ?? 0) > 1;
}

/** Who has it already keeps it; else the first, as the old scheme's clients would have found it. */
function holderOf(
  rowKey: string,
  claims: ReadonlyMap<string, readonly string[]>,
  index: ReadonlyMap<string, IndexRow>,
): string | undefined {
  const claimants = claims.get(rowKey) ?? [];
  const holder = index.get(rowKey)?.aliasId;
  return holder !== undefined && claimants.includes(holder) ? holder : claimants[0];
}

function settle(
  alias: Alias,
  contradictions: readonly MigrationContradiction[],
  { quarantineDays, now }: PlanRules,
): Alias {
  const unusable =
    contradictions.includes('address-refused-by-aws') || contradictions.includes('address-twice');
  if (isFree(alias) && unusable) return { ...alias, state: 'retired' };
  if (!isResting(alias) || alias.quarantinedUntil !== undefined) return alias;
  return released(alias, alias.releasedAt ?? now, quarantineDays);
}

function changedColumns(
  alias: Alias,
  row: Row,
  contradictions: readonly MigrationContradiction[],
): Record<string, string | number | boolean | Date> {
  const { partitionKey: _, rowKey: __, ...wanted } = aliasRow(alias);
  const changed: Record<string, string | number | boolean | Date> = {};
  for (const [column, value] of Object.entries(wanted)) {
    // What cannot be read as an account id stays for the eyes of whoever clears it up.
    if (column === 'aws_account_id' && contradictions.includes('account-id-malformed')) continue;
    // A column that is not there says nothing, and neither does one that is empty.
    if (value !== undefined && (row[column] ?? '') !== value) changed[column] = value;
  }
  return changed;
}

function indexAction(rowKey: string, alias: Alias, current: IndexRow | undefined): RowAction {
  const row = aliasIndexRow(rowKey, alias);
  return current === undefined ? { kind: 'create', row } : { kind: 'update', row, etag: current.etag };
}

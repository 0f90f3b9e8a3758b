import type { Alias, Ownership, OwnershipWay } from '../aliases/alias.ts';
import { ownershipFrom } from '../aliases/ownership.ts';
import type { AuditAction, AuditEntry } from '../store/audit.ts';
import type { AuditFact } from '../store/audit-fact.ts';
import { hasOwner } from '../aliases/states.ts';
import { aliasFromRow } from './rows/alias-row.ts';
import { auditFromRow, auditPointer } from './rows/audit-row.ts';
import { prefix, ROOT, within } from './keys.ts';
import { allReadable, readable, type LeftOut } from './readable.ts';
import type { Row, Table } from './table.ts';

/**
 * The alias of a row, of one from before ownership was kept with what its history says of it. Asked once: whoever writes the row
 * next, the hourly repair at the latest, writes that down.
 */
export async function aliasWithOwnership(table: Table, row: Row): Promise<Alias> {
  const alias = aliasFromRow(row);
  return { ...alias, ownership: alias.ownership ?? (await oldOwnership(table, alias)) };
}

/** The ownership of an alias whose row does not tell; undefined of one that is nobody's. */
export async function oldOwnership(table: Table, alias: Alias): Promise<Ownership | undefined> {
  if (alias.owner === undefined && !hasOwner(alias)) return undefined;
  return ownershipInHistory(alias, await historyOf(table, alias.id));
}

/**
 * What happened to an alias, oldest first.
 * @param leftOut told of what cannot be read; where it is not given, that is an error
 * @throws {RowUnreadable}
 */
export async function historyOf(
  table: Table,
  aliasId: string,
  leftOut: LeftOut = rethrow,
): Promise<readonly AuditEntry[]> {
  const { from, until } = within(prefix.history(aliasId));
  const entry = async (pointer: Row): Promise<AuditEntry | undefined> => {
    const row = await table.get(ROOT, auditPointer.parse(pointer).audit_key);
    return row === undefined ? undefined : readable(row, auditFromRow);
  };
  return allReadable(await table.range(ROOT, from, until), entry, leftOut);
}

function rethrow(error: Error): never {
  throw error;
}

/** What gave an alias to its owner, until that was kept on the alias itself. */
const GIVEN: Readonly<Partial<Record<AuditAction, OwnershipWay>>> = {
  allot: 'allotted',
  approve: 'allotted',
  transfer: 'given',
  take: 'taken',
};

/** The ownership of an alias from before it was kept (pure). Of several possible moments the latest, so that nobody sees too much. */
export function ownershipInHistory(
  { owner, allottedAt }: Pick<Alias, 'owner' | 'allottedAt'>,
  history: readonly AuditEntry[],
): Ownership {
  const given = history.findLast(
    ({ action, after }) => GIVEN[action] !== undefined && ownerIn(after) === owner?.mail,
  );
  if (given === undefined) {
    const adopted = history.findLast(({ action }) => action === 'adopt');
    return ownershipFrom(
      allottedAt ?? adopted?.at ?? new Date(0),
      allottedAt === undefined ? 'adopted' : 'allotted',
    );
  }
  const moved = history.findLast(({ action, at }) => action === 'move' && at >= given.at);
  const isOwnHand = given.actor.kind === 'person' && given.actor.id === owner?.id;
  const how = given.action === 'transfer' && isOwnHand ? 'taken' : (GIVEN[given.action] ?? 'given');
  return { since: given.at, how, channelSince: moved?.at ?? given.at };
}

/**
 * The owner whom a line of history names. Most lines of such an alias are from before there were codes: `allotted to
 * ada@company.com`, `owned by ada@company.com, mail to Payments / aws`.
 */
function ownerIn(after: AuditFact | undefined): string | undefined {
  if (after?.code === 'allotted-to') return after.to;
  if (after?.code === 'owned') return after.by;
  if (after?.code !== 'as-stored') return undefined;
  return /^(?:allotted to|owned by) ([^,\s]+)/.exec(after.text)?.[1];
}

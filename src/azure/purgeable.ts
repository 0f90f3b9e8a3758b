import { z } from 'zod';
import { isUsedAtAws } from '../aliases/ownership.ts';
import { hasOwner } from '../aliases/states.ts';
import { cardOf } from '../mail/ledger.ts';
import { ALIASES, keyOf, LEDGER, prefix, ROOT, within } from './keys.ts';
import { aliasFromRow, isAliasRow } from './rows/alias-row.ts';
import { entryFromRow, entryKey, LATE, receivedIn, WAITING } from './rows/ledger-row.ts';
import { requestFromRow } from './rows/request-row.ts';
import type { Row, Table } from './table.ts';
import type { ListedRow } from './whole-table.ts';
import { plainRow } from './restored-row.ts';

/** What may go: what was received, settled or happened before these moments. */
export interface PurgeLimits {
  readonly before: Date;
  /** Undefined: all of the history stays. */
  readonly historyBefore: Date | undefined;
}

/** What rows are about that may go. */
export const PURGED_KINDS = ['mail', 'requests', 'history'] as const;
export type PurgedKind = (typeof PURGED_KINDS)[number];

export interface Purgeable {
  readonly partition: string;
  readonly key: string;
  readonly kind: PurgedKind;
  /** AWS certainly wrote to an alias that does not remember it: it has to, before the mail is forgotten. */
  readonly awsMail?: { readonly aliasId: string; readonly receivedAt: Date } | undefined;
}

/** What is still needed, however old it is. */
export interface Needed {
  /** Entries that wait for their delivery, or for a channel. */
  readonly entries: ReadonlySet<string>;
  /** Requests by which somebody has an alias. */
  readonly requests: ReadonlySet<string>;
  /** Parts of keys of aliases whose rows do not tell since when their owner has them: their history does. */
  readonly histories: ReadonlySet<string>;
  /** Aliases that remember by themselves that an account uses them. */
  readonly used: ReadonlySet<string>;
}

/** @throws {RegisterUnavailable} */
export async function neededStill(table: Table): Promise<Needed> {
  const entries = new Set<string>();
  for (const start of [WAITING, LATE]) {
    const { from, until } = within(start);
    for (const row of await table.range(LEDGER, from, until)) {
      for (const entry of cardOf(entryFromRow(row))) entries.add(entryKey(entry));
    }
  }
  const [requests, histories, used] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const rows = await table.range(ROOT, ALIASES.from, ALIASES.until);
  // As the rows tell of themselves: what history adds to them is what has to stay.
  for (const alias of rows.filter(isAliasRow).map(aliasFromRow)) {
    if (hasOwner(alias) && alias.requestId !== undefined) requests.add(alias.requestId);
    if (alias.owner !== undefined && alias.ownership === undefined) histories.add(keyOf(alias.id));
    if (isUsedAtAws(alias)) used.add(alias.id);
  }
  return { entries, requests, histories, used };
}

/** Whether a row may go; undefined where it stays. What nobody can read stays. */
export function purgeable(row: ListedRow, limits: PurgeLimits, needed: Needed): Purgeable | undefined {
  if (row.partition === LEDGER) return mailRow(row, limits, needed);
  if (row.partition !== ROOT) return undefined;
  const { partition, key, writtenAt } = row;
  if (key.startsWith(prefix.handling) || key.startsWith(prefix.anyLookedAt)) {
    return writtenAt < limits.before ? { partition, key, kind: 'mail' } : undefined;
  }
  if (key.startsWith('~request:')) return requestRowOf(row, limits, needed);
  return historyRow(row, limits, needed);
}

const ended = z.object({ ended: z.string().min(1) });
const pointer = z.object({ entry_id: z.string() });

function mailRow(row: ListedRow, { before }: PurgeLimits, needed: Needed): Purgeable | undefined {
  const { partition, key, columns, writtenAt } = row;
  const gone: Purgeable = { partition, key, kind: 'mail' };
  if (key.startsWith('e-')) return entryOf(row, before, needed);
  if (key.startsWith('~of:')) {
    const found = pointer.safeParse(columns);
    const isNeeded = !found.success || needed.entries.has(entryKey({ id: found.data.entry_id }));
    return !isNeeded && receivedIn(key) < before ? gone : undefined;
  }
  if (key.startsWith('~received:')) return key < `~received:${before.toISOString()}` ? gone : undefined;
  // Seen messages, contents and cards: as old as the mail, or as what was done with it last.
  return /^(?:m-|c-|~copy:)/.test(key) && writtenAt < before ? gone : undefined;
}

function entryOf(row: ListedRow, before: Date, needed: Needed): Purgeable | undefined {
  const { partition, key, columns } = row;
  const entry = readable(row, entryFromRow);
  if (entry === undefined || entry.receivedAt >= before) return undefined;
  if (needed.entries.has(key) || !ended.safeParse(columns).success) return undefined;
  const { aliasId, receivedAt, genuine } = entry;
  const isNews = genuine === 'yes' && aliasId !== undefined && !needed.used.has(aliasId);
  return { partition, key, kind: 'mail', awsMail: isNews ? { aliasId, receivedAt } : undefined };
}

function requestRowOf(row: ListedRow, { before }: PurgeLimits, needed: Needed): Purgeable | undefined {
  const request = readable(row, requestFromRow);
  if (request === undefined || request.state === 'pending' || needed.requests.has(request.id))
    return undefined;
  const settledAt = request.settled?.at ?? request.createdAt;
  return settledAt < before ? { partition: row.partition, key: row.key, kind: 'requests' } : undefined;
}

const aboutAlias = z.object({ alias_id: z.string() });

function historyRow(row: ListedRow, { historyBefore }: PurgeLimits, needed: Needed): Purgeable | undefined {
  if (historyBefore === undefined) return undefined;
  const { partition, key, columns } = row;
  const gone: Purgeable = { partition, key, kind: 'history' };
  if (key.startsWith(prefix.audit)) {
    const about = aboutAlias.safeParse(columns);
    const isNeeded = about.success && needed.histories.has(keyOf(about.data.alias_id));
    return !isNeeded && key < `${prefix.audit}${historyBefore.toISOString()}` ? gone : undefined;
  }
  const [, aliasId = '', at = ''] = HISTORY.exec(key) ?? [];
  if (at === '' || needed.histories.has(aliasId)) return undefined;
  return at < historyBefore.toISOString() ? gone : undefined;
}

const HISTORY = /^~history:([^:]+):(\d{4}-\d{2}-\d{2}T[\d:.]+Z):/;

function readable<T>(row: ListedRow, parse: (row: Row) => T): T | undefined {
  try {
    return parse(plainRow(row));
  } catch (error) {
    if (error instanceof z.ZodError) return undefined;
    throw error;
  }
}

import { hash } from 'node:crypto';
import { z } from 'zod';
import { cardOf, type LedgerEntry, type LedgerState, type ListedEntry } from '../../mail/ledger.ts';
import { CATEGORIES, SEVERITIES, type Severity } from '../../channels/mail-topics.ts';
import { AT_ONCE, ENDINGS, type Ending, type When } from '../../messages/queue.ts';
import { TRIAGE_REASON, type TriageReason } from '../../messages/triage-reason.ts';
import { date, dateColumn, flag, json, optionalText } from '../columns.ts';
import { keyOf, LEDGER, within, type KeyRange } from '../keys.ts';
import { storedForm } from '../stored-form.ts';
import { queuedColumns } from '../table-queue.ts';
import type { NewRow, Row, RowAction } from '../table.ts';

export const WAITING = '~waiting:';
export const LATE = '~late:';
/** Entries of an alias, newest first. */
const OF_ALIAS = '~of:';
/** Messages in the order in which they were received. */
const RECEIVED = '~received:';

/** A code is JSON; the sentence of a row from before is none. */
const triageReason = z.codec(z.string().optional(), z.custom<TriageReason | undefined>(), {
  decode(column = '') {
    if (column === '') return undefined;
    const stored = json(TRIAGE_REASON).safeParse(column);
    return stored.success ? stored.data : TRIAGE_REASON.parse(column);
  },
  encode: (reason) => (reason === undefined ? '' : JSON.stringify(reason)),
});
const others = z.codec(json(z.array(z.string())).optional(), z.array(z.string()).optional(), {
  decode: (stored = []) => (stored.length === 0 ? undefined : stored),
  encode: (ids = []) => ids,
});

const form = storedForm<LedgerEntry>({
  id: ['entry_id', z.string()],
  messageId: ['message_id', z.string()],
  aliasId: ['alias_id', optionalText],
  triageReason: ['triage_reason', triageReason],
  receivedAt: ['received_at', date],
  category: ['category', z.enum(CATEGORIES)],
  severity: ['severity', z.enum(SEVERITIES)],
  genuine: ['genuine', z.enum(['yes', 'suspicious', 'no'])],
  withheld: ['withheld', z.boolean()],
  announced: ['announced', z.boolean().optional()],
  accountId: ['account_id', optionalText],
  readable: ['readable', z.boolean().optional().default(true)],
  sharesCardWith: ['shares_card_with', others],
  foundLate: ['found_late', flag],
  vanished: ['vanished', flag],
});

const endedSchema = z.object({
  ended: z
    .enum([...ENDINGS, ''])
    .optional()
    .default(''),
});

export const entryFromRow = (row: Row): LedgerEntry => form.read(row);

export function stateFromRow(row: Row): LedgerState {
  const { ended } = endedSchema.parse(row);
  return { entry: entryFromRow(row), ended: ended === '' ? undefined : ended };
}

export const columnsOf = (entry: LedgerEntry): ReturnType<typeof form.write> => form.write(entry);

export function entryRow(entry: LedgerEntry, ended: Ending | '' = ''): NewRow {
  return { partitionKey: LEDGER, rowKey: entryKey(entry), ...columnsOf(entry), ended };
}

/** How the delivery ended of an entry and of those that are on its card. */
export function endedRows(entry: LedgerEntry, ended: Ending): RowAction[] {
  return cardOf(entry).flatMap((each) => {
    const shares_card_with = JSON.stringify(each.sharesCardWith ?? []);
    const own: NewRow = { partitionKey: LEDGER, rowKey: entryKey(each), ended, shares_card_with };
    return [own, ...pointerRows(each, ended)].map((row) => ({ kind: 'upsert', row }) as const);
  });
}

/**
 * What the keys of queued mail go on with: the most urgent come first. Notices go on with their year, which sorts between the others,
 * and so does all mail that was queued before there were ranks.
 */
const RANKS: Readonly<Record<Severity, string>> = { urgent: '0:', action: '1:', notice: '', info: '3:' };
const YEAR = '2';

/** Where the keys of queued mail of this severity begin. */
export function startOfRank(prefix: string, severity: Severity): string {
  return `${prefix}${RANKS[severity] || YEAR}`;
}

interface QueuedAs {
  /** At once where left out. */
  readonly when?: When;
  readonly parked?: boolean;
  readonly mayBeRepeat?: boolean;
}

export function queueRow(
  prefix: string,
  entry: LedgerEntry,
  { when = AT_ONCE, parked = false, mayBeRepeat = false }: QueuedAs = {},
): NewRow {
  return {
    partitionKey: LEDGER,
    rowKey: `${prefix}${RANKS[entry.severity]}${dateColumn(entry.receivedAt)}:${entryKey(entry)}`,
    ...columnsOf(entry),
    ...queuedColumns(when),
    parked,
    may_be_repeat: mayBeRepeat,
  };
}

/** Below it, times count backwards, so that the newest come first (13 digits last until the year 2286). */
const LAST_MS = 9_999_999_999_999;

/** With what tells whether the entry waits for somebody, so that a list need not read each of them. */
export function pointerRows(entry: LedgerEntry, ended: Ending | '' = ''): NewRow[] {
  if (entry.aliasId === undefined) return [];
  const { id: entry_id, severity } = entry;
  const backwards = String(LAST_MS - entry.receivedAt.getTime()).padStart(13, '0');
  const rowKey = `${OF_ALIAS}${keyOf(entry.aliasId)}:${backwards}:${entryKey(entry)}`;
  const received_at = dateColumn(entry.receivedAt);
  return [{ partitionKey: LEDGER, rowKey, entry_id, received_at, severity, ended }];
}

/** When the mail of such a row was received. */
export function receivedIn(rowKey: string): Date {
  const [, , backwards = ''] = rowKey.split(':');
  return new Date(LAST_MS - Number(backwards));
}

/** Rows that point to the entries of an alias, newest first. */
export function pointersOf(aliasId: string): KeyRange {
  return within(`${OF_ALIAS}${keyOf(aliasId)}:`);
}

/** The key of the entry that such a row points to. */
export function entryKeyIn(pointer: Row): string {
  return entryKey({ id: pointerSchema.parse(pointer).entry_id });
}

const pointerSchema = z.object({ entry_id: z.string() });
const listedSchema = endedSchema.extend({
  entry_id: z.string(),
  received_at: date,
  severity: z.enum(SEVERITIES),
});

/** What such a row tells of the entry by itself; undefined for those of earlier versions, which only point. */
export function listedFromRow(pointer: Row): ListedEntry | undefined {
  if (!('severity' in pointer)) return undefined;
  const { entry_id: id, received_at: receivedAt, severity, ended } = listedSchema.parse(pointer);
  return { id, receivedAt, severity, ended: ended === '' ? undefined : ended };
}

/** That a message was seen: by its id, which decides, and by the time at which it was received, to be found with others. */
export function seenRows(
  { messageId, receivedAt }: Pick<LedgerEntry, 'messageId' | 'receivedAt'>,
  entries: number,
): NewRow[] {
  const seen = messageKey(messageId);
  return [
    { partitionKey: LEDGER, rowKey: seen, entries },
    { partitionKey: LEDGER, rowKey: `${RECEIVED}${dateColumn(receivedAt)}:${seen}` },
  ];
}

/** Keys of the messages that were received from one moment to another. */
export function receivedWithin(from: Date, until: Date): KeyRange {
  return {
    from: `${RECEIVED}${dateColumn(from)}`,
    until: within(`${RECEIVED}${dateColumn(until)}:`).until,
  };
}

/** The {@link messageKey} in the key of such a row. */
export function seenIn({ rowKey }: Row): string {
  return rowKey.slice(rowKey.lastIndexOf(':') + 1);
}

/** Graph ids know upper and lower case and hold characters that keys forbid. */
export function messageKey(messageId: string): string {
  return `m-${hashOf(messageId)}`;
}

export function entryKey(entry: Pick<LedgerEntry, 'id'>): string {
  return `e-${hashOf(entry.id)}`;
}

/** Of the first message with this content for this alias, or for triage. */
export function contentKey(digest: string, aliasId: string | undefined): string {
  return `c-${hashOf(`${digest} ${aliasId ?? 'triage'}`)}`;
}

function hashOf(text: string): string {
  return hash('sha256', text);
}

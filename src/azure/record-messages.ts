import { z } from 'zod';
import { whenAfter } from '../messages/queue.ts';
import type { LedgerEntry } from '../mail/ledger.ts';
import { chunks } from '../shared/chunks.ts';
import { retryOnConflict } from '../store/retry-on-conflict.ts';
import { LEDGER } from './keys.ts';
import {
  contentKey,
  entryKey,
  entryRow,
  messageKey,
  pointerRows,
  queueRow,
  seenRows,
  WAITING,
} from './rows/ledger-row.ts';
import { RegisterUnavailable } from '../store/unavailable.ts';
import { TRANSACTION_MOST, type NewRow, type Row, type RowAction, type Table } from './table.ts';

/** A message that is to be written down: its entries, and what tells its content from others'. */
interface Recorded {
  readonly messageId: string;
  readonly entries: readonly LedgerEntry[];
  readonly digest: string | undefined;
  readonly restoredAt: Date | undefined;
}

/**
 * Writes down messages with all their rows: as many in one transaction as fit, each whole. Where one of them is there already, or
 * is a copy of another, each is looked at alone.
 * @param restoredAt since when the table is there again, after it was lost: what was received before may have been posted
 * @returns the entries that are to be delivered
 */
export async function recordMessages(
  table: Table,
  entries: readonly LedgerEntry[],
  digests: ReadonlyMap<string, string>,
  restoredAt?: Date,
): Promise<readonly LedgerEntry[]> {
  const recorded: LedgerEntry[] = [];
  const gone = entries.filter(({ vanished = false }) => vanished);
  for (const entry of gone) recorded.push(...(await recordGone(table, entry)));
  const present = entries.filter(({ vanished = false }) => !vanished);
  const messages = [...Map.groupBy(present, ({ messageId }) => messageId)].map(([messageId, ofMessage]) => {
    return { messageId, entries: ofMessage, digest: digests.get(messageId), restoredAt };
  });
  const { pages, alone } = packed(messages);
  for (const page of pages) {
    const isWhole = (await table.transaction(page.rows.map(created))) !== 'conflict';
    for (const message of page.messages)
      recorded.push(...(isWhole ? message.entries : await recordOne(table, message)));
  }
  for (const message of alone) recorded.push(...(await recordOne(table, message)));
  return recorded;
}

/** Absence is believed after some looks (see `lookAgain`): Graph answers 404 for messages that are there (msgraph-sdk-dotnet 259). */
const LOOK_MS = 20_000;

/** Once, and the message is not seen by that: it may be found yet. */
async function recordGone(table: Table, entry: LedgerEntry): Promise<readonly LedgerEntry[]> {
  const rows = [entryRow(entry), queueRow(WAITING, entry, { when: whenAfter(new Date(), LOOK_MS) })];
  return (await table.transaction(rows.map(created))) === 'conflict' ? [] : [entry];
}

/** Remembers messages that are left where they are; those that are known already stay as they are. */
export async function skipMessages(
  table: Table,
  messages: readonly Pick<LedgerEntry, 'messageId' | 'receivedAt'>[],
): Promise<void> {
  const units = messages.map((message) => seenRows(message, 0).map(created));
  for (const page of chunks(units, TRANSACTION_MOST / 2)) {
    if ((await table.transaction(page.flat())) !== 'conflict') continue;
    for (const unit of page) await table.transaction(unit);
  }
}

/**
 * Messages packed into as few transactions as they fit; alone those that have more rows than a transaction takes, and copies of
 * one on the same page: a transaction takes each key once.
 */
function packed(messages: readonly Recorded[]): {
  readonly pages: readonly Page[];
  readonly alone: readonly Recorded[];
} {
  const pages: Page[] = [];
  const alone: Recorded[] = [];
  const contents = new Set<string>();
  for (const message of messages) {
    const rows = rowsOf(message);
    const keys = contentKeys(message);
    if (rows.length > TRANSACTION_MOST || keys.some((key) => contents.has(key))) {
      alone.push(message);
      continue;
    }
    for (const key of keys) contents.add(key);
    const last = pages.at(-1);
    if (last !== undefined && last.rows.length + rows.length <= TRANSACTION_MOST) {
      last.messages.push(message);
      last.rows.push(...rows);
    } else pages.push({ messages: [message], rows: [...rows] });
  }
  return { pages, alone };
}

/** What is written in one transaction. */
interface Page {
  readonly messages: Recorded[];
  readonly rows: NewRow[];
}

/** While others write down the same message. */
const ATTEMPTS = 10;

/**
 * Writes down one message, whatever of it is there already: nothing, all of it, or (a mail to very many aliases needs several
 * transactions) a part. The mark that it was seen comes last.
 */
async function recordOne(table: Table, message: Recorded): Promise<readonly LedgerEntry[]> {
  const { messageId, entries, digest, restoredAt } = message;
  const busy = (): Error => new RegisterUnavailable('recording a message that others record as well');
  const seenRow = (): Promise<Row | undefined> => table.get(LEDGER, messageKey(messageId));
  const decide = async (seen: Row | undefined): Promise<readonly LedgerEntry[] | undefined> => {
    const isSeen = seen !== undefined;
    // What fits into one transaction is written whole.
    if (isSeen && rowsOf(message).length <= TRANSACTION_MOST) return [];
    const found = await Promise.all(entries.map((entry) => whatIsThere(table, entry, digest)));
    const left = entries.filter((_, index) => found[index] === 'nothing');
    const copies = entries.filter((_, index) => found[index] === 'another');
    const units = [
      ...unitsOf(left, digest, restoredAt),
      ...copies.map((entry) => [entryRow({ ...entry, sharesCardWith: [] }, 'copy')]),
      isSeen ? [] : seenRows(first(entries), entries.length),
    ];
    return (await writeInTurn(table, units)) ? left : undefined;
  };
  return retryOnConflict(busy, seenRow, decide, ATTEMPTS);
}

/** Whether the entry was recorded, or another message with the same content for the same alias, or neither. */
async function whatIsThere(
  table: Table,
  entry: LedgerEntry,
  digest: string | undefined,
): Promise<'entry' | 'another' | 'nothing'> {
  const [own, same] = await Promise.all([
    table.get(LEDGER, entryKey(entry)),
    digest === undefined ? undefined : table.get(LEDGER, contentKey(digest, entry.aliasId)),
  ]);
  if (own !== undefined) return 'entry';
  return same === undefined || contentSchema.parse(same).message_id === entry.messageId
    ? 'nothing'
    : 'another';
}

const contentSchema = z.object({ message_id: z.string() });

/** Each unit is written whole or not at all; one after the other in as few transactions as they fit. False when others were there. */
async function writeInTurn(table: Table, units: readonly (readonly NewRow[])[]): Promise<boolean> {
  let batch: NewRow[] = [];
  for (const unit of units) {
    if (batch.length + unit.length > TRANSACTION_MOST) {
      if ((await table.transaction(batch.map(created))) === 'conflict') return false;
      batch = [];
    }
    batch.push(...unit);
  }
  return batch.length === 0 || (await table.transaction(batch.map(created))) !== 'conflict';
}

function rowsOf({ entries, digest, restoredAt }: Recorded): readonly NewRow[] {
  return [...unitsOf(entries, digest, restoredAt).flat(), ...seenRows(first(entries), entries.length)];
}

/** The rows of each card: its entries, of which the first one waits for the delivery. */
function unitsOf(
  entries: readonly LedgerEntry[],
  digest: string | undefined,
  restoredAt: Date | undefined,
): readonly NewRow[][] {
  const present = new Set(entries.map(({ aliasId }) => aliasId));
  const cards = Map.groupBy(
    entries.map((entry) => {
      const { sharesCardWith = [] } = entry;
      return { ...entry, sharesCardWith: sharesCardWith.filter((aliasId) => present.has(aliasId)) };
    }),
    ({ aliasId, sharesCardWith }) => [aliasId ?? '', ...sharesCardWith].toSorted().join(' '),
  );
  const mayBeRepeat = ({ receivedAt }: LedgerEntry): boolean =>
    restoredAt !== undefined && receivedAt < restoredAt;
  return Array.from(cards.values(), (card) => [
    queueRow(WAITING, first(card), { mayBeRepeat: mayBeRepeat(first(card)) }),
    ...card.flatMap((entry) => [entryRow(entry), ...pointerRows(entry), ...contentRows(entry, digest)]),
  ]);
}

function contentRows(entry: LedgerEntry, digest: string | undefined): NewRow[] {
  if (digest === undefined) return [];
  const rowKey = contentKey(digest, entry.aliasId);
  return [{ partitionKey: LEDGER, rowKey, message_id: entry.messageId }];
}

function contentKeys({ entries, digest }: Recorded): readonly string[] {
  return digest === undefined ? [] : entries.map(({ aliasId }) => contentKey(digest, aliasId));
}

function created(row: NewRow): RowAction {
  return { kind: 'create', row };
}

function first(entries: readonly LedgerEntry[]): LedgerEntry {
  const [entry] = entries;
  if (entry === undefined) throw new RangeError('a message without entries');
  return entry;
}

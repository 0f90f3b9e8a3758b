import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { Ledger, LedgerEntry, LedgerState } from '../mail/ledger.ts';
import { CATEGORIES, SEVERITIES } from '../mail/understanding.ts';
import type { PostedCopy } from '../outgoing/poster.ts';
import { ENDINGS, type Ending } from '../outgoing/queue.ts';
import { chunks } from '../shared/chunks.ts';
import { date, dateColumn, optionalText, textColumn } from './columns.ts';
import { copyRow } from './copy-row.ts';
import { keyOf, LEDGER, within, type KeyRange } from './keys.ts';
import { createTableQueue, queuedColumns } from './queue.ts';
import { TRANSACTION_MOST, type NewRow, type Row, type RowAction, type Table } from './table.ts';

const WAITING = '~waiting:';
const LATE = '~late:';
/** Entries of an alias, newest first. */
const OF_ALIAS = '~of:';

const schema = z.object({
  entry_id: z.string(),
  message_id: z.string(),
  alias_id: optionalText,
  triage_reason: optionalText,
  received_at: date,
  category: z.enum(CATEGORIES),
  severity: z.enum(SEVERITIES),
  genuine: z.enum(['yes', 'suspicious', 'no']),
  withheld: z.boolean(),
  announced: z.boolean().optional(),
  account_id: optionalText,
  readable: z.boolean().optional().default(true),
});

/**
 * The ledger in a partition of its own: a row a message (its presence means: seen), a row a message and alias, and while it
 * waits for delivery a row in the queue. All rows of a message are written in one transaction.
 */
export function createTableLedger(table: Table, log: Log): Ledger {
  return {
    async known(messageIds) {
      const rows = await Promise.all(messageIds.map((id) => table.get(LEDGER, messageKey(id))));
      return new Set(messageIds.filter((_, index) => rows[index] !== undefined));
    },
    async record(entries) {
      const messages = [...Map.groupBy(entries, ({ messageId }) => messageId).values()];
      for (const page of pagesOf(messages.flatMap(groupsOfMessage))) {
        if ((await table.transaction(page.flat(2))) !== 'conflict') continue;
        // Somebody has recorded some of it meanwhile, or an earlier attempt was cut short: what stands there stays as it is.
        for (const group of page) {
          if ((await table.transaction(group.flat())) !== 'conflict') continue;
          for (const unit of group) await table.transaction(unit);
        }
      }
    },
    async keepForDigest(entry, channelId, dueAt) {
      const rowKey = `${digestPrefix(channelId, dueAt)}${dateColumn(entry.receivedAt)}:${entryKey(entry)}`;
      await table.write({ kind: 'upsert', row: { partitionKey: LEDGER, rowKey, ...columnsOf(entry) } });
    },
    async digest(channelId, dueAt) {
      const { from, until } = within(digestPrefix(channelId, dueAt));
      return (await table.range(LEDGER, from, until)).map(entryFromRow);
    },
    async forgetDigest(channelId, dueAt) {
      const { from, until } = within(digestPrefix(channelId, dueAt));
      const rows = await table.range(LEDGER, from, until);
      for (let start = 0; start < rows.length; start += TRANSACTION_MOST) {
        const page = rows.slice(start, start + TRANSACTION_MOST);
        await table.transaction(
          page.map(({ rowKey }) => ({ kind: 'delete', partition: LEDGER, key: rowKey })),
        );
      }
    },
    async latest(aliasId, atMost) {
      const { from, until } = pointersOf(aliasId);
      const pointers = await table.range(LEDGER, from, until, atMost);
      const rows = await Promise.all(pointers.map((pointer) => table.get(LEDGER, entryKeyIn(pointer))));
      return rows.flatMap((row) => (row === undefined ? [] : [stateFromRow(row)]));
    },
    async requeue(entry, mayBeRepeat) {
      // A conflict means that it waits already.
      await table.transaction([
        ...[entryRow(entry), ...pointerRows(entry)].map((row) => ({ kind: 'upsert', row }) as const),
        { kind: 'create', row: queueRow(WAITING, entry, { dueAt: new Date(0), mayBeRepeat }) },
      ]);
    },
    async entry(id) {
      const row = await table.get(LEDGER, entryKey({ id }));
      return row === undefined ? undefined : entryFromRow(row);
    },
    async state(id) {
      const row = await table.get(LEDGER, entryKey({ id }));
      return row === undefined ? undefined : stateFromRow(row);
    },
    waiting: createTableQueue(table, {
      partition: LEDGER,
      prefix: WAITING,
      taskFromRow: entryFromRow,
      log,
      keepCopy,
      whenDone: (entry, ending) => [
        endedRow(entry, ending),
        ...(ending === 'fell-back' && entry.aliasId !== undefined
          ? [{ kind: 'upsert', row: queueRow(LATE, entry, { dueAt: soon(), parked: true }) } as const]
          : []),
      ],
    }),
    late: createTableQueue(table, {
      partition: LEDGER,
      prefix: LATE,
      taskFromRow: entryFromRow,
      log,
      keepCopy,
      whenDone: (entry, ending) => [endedRow(entry, ending)],
    }),
  };
}

function keepCopy(entry: LedgerEntry, copy: PostedCopy): RowAction {
  return { kind: 'upsert', row: copyRow(entry.id, copy) };
}

function digestPrefix(channelId: string, dueAt: Date): string {
  return `~digest:${keyOf(channelId)}:${dateColumn(dueAt)}:`;
}

/** Rows that stand together or not at all: those of an entry, or the mark that a message was seen. */
type Unit = readonly RowAction[];
/** What goes into one transaction, whole messages where they fit. */
type Group = readonly Unit[];

/** Groups packed into as few transactions as they fit. */
function pagesOf(groups: readonly Group[]): Group[][] {
  const pages: Group[][] = [];
  let room = 0;
  for (const group of groups) {
    const rows = group.flat().length;
    if (room < rows) {
      pages.push([]);
      room = TRANSACTION_MOST;
    }
    pages.at(-1)?.push(group);
    room -= rows;
  }
  return pages;
}

/** The entries of one message in one group; a mail to very many aliases has several, the seen mark in the last. */
function groupsOfMessage(entries: readonly LedgerEntry[]): Group[] {
  const [first] = entries;
  if (first === undefined) return [];
  const seen: NewRow = { partitionKey: LEDGER, rowKey: messageKey(first.messageId), entries: entries.length };
  const units = [...entries.map(rowsOfEntry), [seen]].map((rows) =>
    rows.map((row) => ({ kind: 'create', row }) as const),
  );
  const most = Math.max(...units.map(({ length }) => length));
  const atOnce = Math.floor(TRANSACTION_MOST / most);
  return chunks(units, atOnce);
}

function rowsOfEntry(entry: LedgerEntry): NewRow[] {
  return [entryRow(entry), queueRow(WAITING, entry, { dueAt: new Date(0) }), ...pointerRows(entry)];
}

/** Rows that point to the entries of an alias, newest first. */
export function pointersOf(aliasId: string): KeyRange {
  return within(`${OF_ALIAS}${keyOf(aliasId)}:`);
}

/** The key of the entry that such a row points to. */
export function entryKeyIn(pointer: Row): string {
  return entryKey({ id: pointerSchema.parse(pointer).entry_id });
}

/** Below it, times count backwards, so that the newest come first (13 digits last until the year 2286). */
const LAST_MS = 9_999_999_999_999;

function pointerRows(entry: LedgerEntry): NewRow[] {
  if (entry.aliasId === undefined) return [];
  const backwards = String(LAST_MS - entry.receivedAt.getTime()).padStart(13, '0');
  const rowKey = `${OF_ALIAS}${keyOf(entry.aliasId)}:${backwards}:${entryKey(entry)}`;
  return [{ partitionKey: LEDGER, rowKey, entry_id: entry.id }];
}

/** Looked at once more: the channel may have been linked while the mail fell back. After that it waits for a link. */
const soon = (): Date => new Date(Date.now() + LOOK_MS);
const LOOK_MS = 5 * 60_000;

function entryRow(entry: LedgerEntry): NewRow {
  return { partitionKey: LEDGER, rowKey: entryKey(entry), ...columnsOf(entry), ended: '' };
}

function endedRow(entry: LedgerEntry, ending: Ending): RowAction {
  return { kind: 'upsert', row: { partitionKey: LEDGER, rowKey: entryKey(entry), ended: ending } };
}

function queueRow(
  prefix: string,
  entry: LedgerEntry,
  { dueAt, parked = false, mayBeRepeat = false }: { dueAt: Date; parked?: boolean; mayBeRepeat?: boolean },
): NewRow {
  return {
    partitionKey: LEDGER,
    rowKey: `${prefix}${dateColumn(entry.receivedAt)}:${entryKey(entry)}`,
    ...columnsOf(entry),
    ...queuedColumns(dueAt),
    parked,
    may_be_repeat: mayBeRepeat,
  };
}

function columnsOf(entry: LedgerEntry): Record<string, string | boolean> {
  return {
    entry_id: entry.id,
    message_id: entry.messageId,
    alias_id: textColumn(entry.aliasId),
    triage_reason: textColumn(entry.triageReason),
    received_at: dateColumn(entry.receivedAt),
    category: entry.category,
    severity: entry.severity,
    genuine: entry.genuine,
    withheld: entry.withheld,
    ...(entry.announced === undefined ? {} : { announced: entry.announced }),
    account_id: textColumn(entry.accountId),
    readable: entry.readable,
  };
}

const pointerSchema = z.object({ entry_id: z.string() });
const endedSchema = z.object({
  ended: z
    .enum([...ENDINGS, ''])
    .optional()
    .default(''),
});

function stateFromRow(row: Row): LedgerState {
  const { ended } = endedSchema.parse(row);
  return { entry: entryFromRow(row), ended: ended === '' ? undefined : ended };
}

export function entryFromRow(row: Row): LedgerEntry {
  const columns = schema.parse(row);
  return {
    id: columns.entry_id,
    messageId: columns.message_id,
    aliasId: columns.alias_id,
    triageReason: columns.triage_reason,
    receivedAt: columns.received_at,
    category: columns.category,
    severity: columns.severity,
    genuine: columns.genuine,
    withheld: columns.withheld,
    announced: columns.announced,
    accountId: columns.account_id,
    readable: columns.readable,
  };
}

/** Graph ids know upper and lower case and hold characters that keys forbid. */
function messageKey(messageId: string): string {
  return `m-${createHash('sha256').update(messageId).digest('hex')}`;
}

function entryKey(entry: Pick<LedgerEntry, 'id'>): string {
  return `e-${createHash('sha256').update(entry.id).digest('hex')}`;
}

import type { Log } from '../shared/log.ts';
import { FIRST_LOOK_MS } from '../mail/delivery/deliver-late.ts';
import { cardOf, type Ledger, type LedgerEntry, type LedgerState, type ListedEntry } from '../mail/ledger.ts';
import { SEVERITIES } from '../channels/mail-topics.ts';
import type { PostedCopy } from '../messages/poster.ts';
import { whenAfter, type When } from '../messages/queue.ts';
import { chunks } from '../shared/chunks.ts';
import { lately } from '../shared/lately.ts';
import { dateColumn } from './columns.ts';
import { copyRow } from './rows/copy-row.ts';
import { keyOf, LEDGER, within } from './keys.ts';
import {
  columnsOf,
  endedRows,
  entryFromRow,
  entryKey,
  entryKeyIn,
  entryRow,
  LATE,
  listedFromRow,
  messageKey,
  pointerRows,
  pointersOf,
  queueRow,
  receivedWithin,
  seenIn,
  startOfRank,
  stateFromRow,
  WAITING,
} from './rows/ledger-row.ts';
import { createTableQueue } from './table-queue.ts';
import { allReadable, leftOutOf, readable } from './readable.ts';
import { recordMessages, skipMessages } from './record-messages.ts';
import { purgedBefore } from './purged-mark.ts';
import { lastRestoring } from './restored-row.ts';
import { PAGE_MOST, TRANSACTION_MOST, type Row, type RowAction, type Table } from './table.ts';

/**
 * The ledger in a partition of its own: two rows for each message (their presence means: seen), a row for each message and alias with one that
 * tells of its content, and while it waits for delivery a row in the queue. All rows of a message are written in one transaction.
 */
export function createTableLedger(table: Table, log: Log): Ledger {
  const leftOut = leftOutOf(log);
  const restored = lately(LATELY_MS, async () => (await lastRestoring(table))?.at);
  const purged = lately(LATELY_MS, () => purgedBefore(table));
  return {
    async known(messageIds, received = NOT_TOLD) {
      const floor = await purged();
      const isForgotten = (id: string): boolean => isBefore(received.get(id), floor);
      const { found, isWhole } = await foundByTime(table, messageIds, received);
      const isSettled = (id: string): boolean =>
        isForgotten(id) || found.has(messageKey(id)) || (isWhole && isFresh(received.get(id)));
      const asked = messageIds.filter((id) => !isSettled(id));
      const rows = await Promise.all(asked.map((id) => table.get(LEDGER, messageKey(id))));
      const old = new Set(asked.filter((_, index) => rows[index] !== undefined));
      return new Set(messageIds.filter((id) => isForgotten(id) || found.has(messageKey(id)) || old.has(id)));
    },
    async record(entries, digests = NO_DIGESTS) {
      const floor = await purged();
      const remembered = entries.filter(({ receivedAt }) => !isBefore(receivedAt, floor));
      return recordMessages(table, remembered, digests, await restored());
    },
    skip: (messages) => skipMessages(table, messages),
    async keepForDigest(entry, channelId, dueAt) {
      const rowKey = `${digestPrefix(channelId, dueAt)}${dateColumn(entry.receivedAt)}:${entryKey(entry)}`;
      await table.write({ kind: 'upsert', row: { partitionKey: LEDGER, rowKey, ...columnsOf(entry) } });
    },
    async digest(channelId, dueAt) {
      const { from, until } = within(digestPrefix(channelId, dueAt));
      return allReadable(await table.range(LEDGER, from, until), entryFromRow, leftOut);
    },
    async forgetDigest(channelId, dueAt) {
      const { from, until } = within(digestPrefix(channelId, dueAt));
      const rows = await table.range(LEDGER, from, until);
      for (const page of chunks(rows, TRANSACTION_MOST)) {
        await table.transaction(
          page.map(({ rowKey }) => ({ kind: 'delete', partition: LEDGER, key: rowKey })),
        );
      }
    },
    async latest(aliasId, atMost) {
      const { from, until } = pointersOf(aliasId);
      const pointers = await table.range(LEDGER, from, until, atMost);
      const behind = async (pointer: Row): Promise<LedgerState | undefined> => {
        const row = await table.get(LEDGER, entryKeyIn(pointer));
        return row === undefined ? undefined : readable(row, stateFromRow);
      };
      return allReadable(pointers, behind, leftOut);
    },
    async listed(aliasId) {
      const { from, until } = pointersOf(aliasId);
      const listed = async (pointer: Row): Promise<ListedEntry | undefined> => {
        const known = await readable(pointer, listedFromRow);
        if (known !== undefined) return known;
        const row = await table.get(LEDGER, entryKeyIn(pointer));
        const state = row === undefined ? undefined : await readable(row, stateFromRow);
        if (state === undefined) return undefined;
        const { id, receivedAt, severity } = state.entry;
        return { id, receivedAt, severity, ended: state.ended };
      };
      return allReadable(await table.range(LEDGER, from, until), listed, leftOut);
    },
    async requeue(entry, mayBeRepeat) {
      // A conflict means that it waits already.
      await table.transaction([
        ...[entryRow(entry), ...pointerRows(entry)].map((row) => ({ kind: 'upsert', row }) as const),
        { kind: 'create', row: queueRow(WAITING, entry, { mayBeRepeat }) },
      ]);
    },
    async apart(entry, queue) {
      const alone: LedgerEntry = { ...entry, sharesCardWith: [] };
      const [prefix, ended, when] =
        queue === 'late'
          ? ([LATE, 'fell-back', { when: soon(), parked: true }] as const)
          : ([WAITING, '', {}] as const);
      await table.transaction([
        ...[entryRow(alone, ended), ...pointerRows(alone, ended)].map(
          (row) => ({ kind: 'upsert', row }) as const,
        ),
        { kind: 'create', row: queueRow(prefix, alone, when) },
      ]);
    },
    async entry(id) {
      const row = await table.get(LEDGER, entryKey({ id }));
      return row === undefined ? undefined : readable(row, entryFromRow);
    },
    async state(id) {
      const row = await table.get(LEDGER, entryKey({ id }));
      return row === undefined ? undefined : readable(row, stateFromRow);
    },
    async oldestWaiting() {
      const firsts = SEVERITIES.map(async (severity) => {
        const { from, until } = within(startOfRank(WAITING, severity));
        return allReadable(await table.range(LEDGER, from, until, FIRSTS), entryFromRow, leftOut);
      });
      const times = (await Promise.all(firsts)).flat().map(({ receivedAt }) => receivedAt.getTime());
      return times.length === 0 ? undefined : new Date(Math.min(...times));
    },
    waiting: createTableQueue(table, {
      partition: LEDGER,
      prefix: WAITING,
      startOfRank: ({ severity }) => startOfRank(WAITING, severity),
      jobFromRow: entryFromRow,
      log,
      keepCopy,
      whenDone: (entry, ending, mayBeRepeat) => [
        ...endedRows(entry, ending),
        ...(ending === 'fell-back' && entry.aliasId !== undefined
          ? [
              {
                kind: 'upsert',
                row: queueRow(LATE, entry, { when: soon(), parked: true, mayBeRepeat }),
              } as const,
            ]
          : []),
      ],
    }),
    late: createTableQueue(table, {
      partition: LEDGER,
      prefix: LATE,
      startOfRank: ({ severity }) => startOfRank(LATE, severity),
      jobFromRow: entryFromRow,
      log,
      keepCopy,
      whenDone: endedRows,
    }),
  };
}

/** A table is restored while nothing runs on it; after a purge it matters only if Graph loses our place in this time. */
const LATELY_MS = 60_000;

/** What was purged was dealt with: Graph may tell of it once more, when it has lost our place. */
function isBefore(receivedAt: Date | undefined, floor: Date | undefined): boolean {
  return receivedAt !== undefined && floor !== undefined && receivedAt < floor;
}

/** Rows of which one can be read. */
const FIRSTS = 10;

const NOT_TOLD: ReadonlyMap<string, Date> = new Map();
const NO_DIGESTS: ReadonlyMap<string, string> = new Map();

/** The card is for all who share it; each remembers who they are. */
function keepCopy(entry: LedgerEntry, copy: PostedCopy): readonly RowAction[] {
  return cardOf(entry).map(({ id, sharesCardWith = [] }) => {
    const look = sharesCardWith.length === 0 ? copy.look : { ...copy.look, sharesCardWith };
    return { kind: 'upsert', row: copyRow(id, { ...copy, look }) };
  });
}

function digestPrefix(channelId: string, dueAt: Date): string {
  return `~digest:${keyOf(channelId)}:${dateColumn(dueAt)}:`;
}

/** Looked at soon: the channel may have been linked while the mail fell back, or Teams denied a channel that is there. */
const soon = (): When => whenAfter(new Date(), FIRST_LOOK_MS);

/** What was received less long ago and is in no range was not recorded by this version, and hardly by an older one. */
const FRESH_MS = 60 * 60_000;

function isFresh(receivedAt: Date | undefined): boolean {
  return receivedAt !== undefined && Date.now() - receivedAt.getTime() < FRESH_MS;
}

/** Keys of the messages that were received when these were; whether these are all that were recorded by this version. */
async function foundByTime(
  table: Table,
  messageIds: readonly string[],
  received: ReadonlyMap<string, Date>,
): Promise<{ readonly found: ReadonlySet<string>; readonly isWhole: boolean }> {
  const times = messageIds.flatMap((id) => received.get(id)?.getTime() ?? []);
  if (times.length === 0) return { found: new Set(), isWhole: false };
  const { from, until } = receivedWithin(new Date(Math.min(...times)), new Date(Math.max(...times)));
  const rows = await table.range(LEDGER, from, until, PAGE_MOST);
  return { found: new Set(rows.map(seenIn)), isWhole: rows.length < PAGE_MOST };
}

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../shared/log.ts';
import { createTroubles } from '../shared/troubles.ts';
import type { PostedCopy } from '../messages/poster.ts';
import type { Ending, Queue, Queued } from '../messages/queue.ts';
import { date } from './columns.ts';
import { within, type KeyRange } from './keys.ts';
import { rowsIn } from './pages.ts';
import type { NewRow, Row, RowAction, Table } from './table.ts';

const columns = z.object({
  attempts: z.number(),
  due_at: date,
  may_be_repeat: z.boolean(),
  parked: z.boolean().optional().default(false),
});

export interface QueuePlace<T> {
  readonly partition: string;
  /** What the keys of the queue's rows begin with; the rest sorts by urgency, where there is one, and by age. */
  readonly prefix: string;
  /** Below it are the keys of what is more urgent; left out: nothing is. */
  readonly startOfRank?: (job: T) => string;
  readonly jobFromRow: (row: Row) => T;
  readonly log: Log;
  /** Written in one transaction with the removal of a finished job. */
  readonly whenDone?: (job: T, ending: Ending) => readonly RowAction[];
  /** Keeps where a card of the job is; rows of the same partition, written in the same transaction. */
  readonly keepCopy?: (job: T, copy: PostedCopy) => RowAction | readonly RowAction[];
}

/** Rows in memory at a time: a queue may be longer than memory, and what was read long ago has been claimed by others. */
const PAGE = 200;

/** The columns that make a row a queued job that is due at once. */
export function queuedColumns(dueAt: Date): Record<string, string | number | boolean> {
  return { attempts: 0, due_at: dueAt.toISOString(), may_be_repeat: false, parked: false };
}

/** A queue in a range of rows; etags decide who gets a job. */
export function createTableQueue<T>(table: Table, place: QueuePlace<T>): Queue<T> {
  const { partition } = place;
  const troubles = createTroubles(place.log);

  function fromRow(row: Row): Queued<T> {
    const { attempts, due_at: dueAt, may_be_repeat: mayBeRepeat, parked: blocked } = columns.parse(row);
    const job = place.jobFromRow(row);
    return { id: row.rowKey, job, attempts, dueAt, mayBeRepeat, blocked, version: row.etag };
  }

  /** One row that nobody can read (a newer version wrote it, or a hand) must not hold up all the others. */
  function readable(row: Row): Queued<T> | undefined {
    try {
      return fromRow(row);
    } catch (error) {
      troubles.failed(row.rowKey, {
        level: 'error',
        message: 'a queued task cannot be read; it is left where it is',
        details: { err: error, task: row.rowKey },
      });
      return undefined;
    }
  }

  function rowOf(item: Queued<T>): NewRow {
    return {
      partitionKey: partition,
      rowKey: item.id,
      attempts: item.attempts,
      due_at: item.dueAt.toISOString(),
      may_be_repeat: item.mayBeRepeat,
      parked: item.blocked,
    };
  }

  async function* dueIn(range: KeyRange, now: Date, unblock = false): AsyncGenerator<Queued<T>> {
    for await (const row of rowsIn(table, partition, range, PAGE)) {
      const item = readable(row);
      if (item !== undefined && (item.dueAt <= now || (unblock && item.blocked))) yield item;
    }
  }

  return {
    due: (now, unblock) => dueIn(within(place.prefix), now, unblock),
    async *moreUrgent({ job }, now) {
      const until = place.startOfRank?.(job);
      if (until !== undefined) yield* dueIn({ from: place.prefix, until }, now);
    },
    async claim(item, until) {
      const token = randomUUID();
      const claimed = {
        ...item,
        attempts: item.attempts + 1,
        dueAt: until,
        mayBeRepeat: true,
        blocked: false,
      };
      const row = { ...rowOf(claimed), claim_token: token };
      const written = await table.write({ kind: 'update', row, etag: item.version });
      if (written !== 'conflict' && written.etag !== undefined) return { ...claimed, version: written.etag };
      // The SDK repeats requests by itself: the conflict may be with our own claim.
      const stored = await table.get(partition, item.id);
      return stored?.['claim_token'] === token ? fromRow(stored) : undefined;
    },
    async putBack(item, again) {
      await table.write({ kind: 'update', row: rowOf({ ...item, ...again }), etag: item.version });
    },
    async done(item, ending, copies = []) {
      const kept = copies.flatMap((copy) => place.keepCopy?.(item.job, copy) ?? []);
      const outcome = await table.transaction([
        { kind: 'delete', partition, key: item.id },
        ...(place.whenDone?.(item.job, ending) ?? []),
        ...kept,
      ]);
      // Another has ended it meanwhile; the card of this attempt is there all the same.
      if (outcome === 'conflict' && kept.length > 0) await table.transaction(kept);
    },
  };
}

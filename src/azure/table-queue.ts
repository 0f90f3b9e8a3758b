import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../shared/log.ts';
import { createTroubles } from '../shared/troubles.ts';
import type { PostedCopy } from '../messages/poster.ts';
import type { Ending, Queue, Queued, When } from '../messages/queue.ts';
import { date } from './columns.ts';
import { within, type KeyRange } from './keys.ts';
import { rowsIn } from './pages.ts';
import type { NewRow, Row, RowAction, Table } from './table.ts';
import { createWriteTogether } from './write-together.ts';

const columns = z.object({
  attempts: z.number(),
  due_at: date,
  may_be_repeat: z.boolean(),
  parked: z.boolean().optional().default(false),
  /** Not there in rows of earlier versions. */
  wait_ms: z.number().optional(),
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
  readonly whenDone?: (job: T, ending: Ending, mayBeRepeat: boolean) => readonly RowAction[];
  /** Keeps where a card of the job is; rows of the same partition, written in the same transaction. */
  readonly keepCopy?: (job: T, copy: PostedCopy) => RowAction | readonly RowAction[];
}

/** Rows in memory at a time: a queue may be longer than memory, and what was read long ago has been claimed by others. */
const PAGE = 200;

/** The columns that make a row a queued job. */
export function queuedColumns(when: When, mayBeRepeat = false): Record<string, string | number | boolean> {
  return { attempts: 0, ...whenColumns(when), may_be_repeat: mayBeRepeat, parked: false };
}

/** The largest number that is stored as the Int32 that the SDK makes of it; some 24 days. */
const WAIT_MOST_MS = 2 ** 31 - 1;

function whenColumns({ dueAt, waitMs }: When): Record<string, string | number> {
  return { due_at: dueAt.toISOString(), wait_ms: Math.min(WAIT_MOST_MS, Math.ceil(waitMs)) };
}

/** A queue in a range of rows; etags decide who gets a job. */
export function createTableQueue<T>(table: Table, place: QueuePlace<T>): Queue<T> {
  const { partition } = place;
  const troubles = createTroubles(place.log);
  const writeTogether = createWriteTogether(table);
  /** What waits, as it was seen first: its etag, and when that was. */
  const watched = new Map<string, { readonly etag: string; readonly since: number }>();

  /** How long it still has to wait, in milliseconds: by the moment that was written, or by how long these eyes have seen it wait. */
  function leftMs(row: Row, { dueAt }: Queued<T>, now: Date): number {
    const byClock = dueAt.getTime() - now.getTime();
    const { wait_ms: waitMs } = columns.parse(row);
    if (byClock <= 0 || waitMs === undefined) return byClock;
    const seen = watched.get(row.rowKey);
    const since = seen?.etag === row.etag ? seen.since : now.getTime();
    watched.set(row.rowKey, { etag: row.etag, since });
    return Math.min(byClock, since + waitMs - now.getTime());
  }

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

  function rowOf(item: Queued<T>, when: When): NewRow {
    return {
      partitionKey: partition,
      rowKey: item.id,
      attempts: item.attempts,
      ...whenColumns(when),
      may_be_repeat: item.mayBeRepeat,
      parked: item.blocked,
    };
  }

  /** @param waits gets the ids of those whose time has not come, and how long that takes */
  async function* dueIn(
    range: KeyRange,
    now: Date,
    waits: (id: string, ms: number) => void,
    unblock = false,
  ): AsyncGenerator<Queued<T>> {
    for await (const row of rowsIn(table, partition, range, PAGE)) {
      const item = readable(row);
      if (item === undefined) continue;
      const ms = unblock && item.blocked ? 0 : leftMs(row, item, now);
      if (ms <= 0) yield item;
      else waits(item.id, ms);
    }
  }

  return {
    async *due(now, unblock, onWait) {
      const waiting = new Set<string>();
      const waits = (id: string, ms: number): void => {
        waiting.add(id);
        onWait?.(ms);
      };
      yield* dueIn(within(place.prefix), now, waits, unblock);
      for (const id of watched.keys()) if (!waiting.has(id)) watched.delete(id);
    },
    async *moreUrgent({ job }, now) {
      const until = place.startOfRank?.(job);
      if (until !== undefined) yield* dueIn({ from: place.prefix, until }, now, () => undefined);
    },
    async claim(item, until) {
      const token = randomUUID();
      const claimed = {
        ...item,
        attempts: item.attempts + 1,
        dueAt: until.dueAt,
        mayBeRepeat: true,
        blocked: false,
      };
      const row = { ...rowOf(claimed, until), claim_token: token };
      const written = await writeTogether([{ kind: 'update', row, etag: item.version }]);
      const [version] = written === 'conflict' ? [] : written.etags;
      if (version !== undefined) return { ...claimed, version };
      // The SDK repeats requests by itself: the conflict may be with our own claim.
      const stored = await table.get(partition, item.id);
      return stored?.['claim_token'] === token ? fromRow(stored) : undefined;
    },
    async putBack(item, again) {
      await table.write({ kind: 'update', row: rowOf({ ...item, ...again }, again), etag: item.version });
    },
    async done(item, ending, copies = []) {
      const kept = copies.flatMap((copy) => place.keepCopy?.(item.job, copy) ?? []);
      const outcome = await writeTogether([
        { kind: 'delete', partition, key: item.id },
        ...(place.whenDone?.(item.job, ending, item.mayBeRepeat) ?? []),
        ...kept,
      ]);
      // Another has ended it meanwhile; the card of this attempt is there all the same.
      if (outcome === 'conflict' && kept.length > 0) await table.transaction(kept);
    },
  };
}

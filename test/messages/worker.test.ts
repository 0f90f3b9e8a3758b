import { describe, expect, it } from 'vitest';
import { ENDINGS, type Queue, type Queued } from '../../src/messages/queue.ts';
import type { AttemptResult } from '../../src/messages/attempt-result.ts';
import { backOffMs, waitMs } from '../../src/messages/back-off.ts';
import { ATTEMPTS_AT_ONCE, createWorker } from '../../src/messages/worker.ts';
import { silentLog } from '../fakes/log.ts';
import { until, untilTrue } from '../until.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const DONE: AttemptResult = { kind: 'done', ending: ENDINGS[0] };

interface FakeQueue extends Queue<string> {
  readonly jobs: Map<string, Queued<string>>;
  readonly ended: string[];
}

/** A queue in memory with the rules of the stored one. */
function queueWith(...words: readonly string[]): FakeQueue {
  const jobs = new Map<string, Queued<string>>();
  const ended: string[] = [];
  let version = 0;
  const store = (item: Queued<string>): Queued<string> => {
    version += 1;
    const stored = { ...item, version: String(version) };
    jobs.set(item.id, stored);
    return stored;
  };
  for (const job of words) {
    store({ id: job, job, attempts: 0, dueAt: NOW, mayBeRepeat: false, blocked: false, version: '' });
  }
  return {
    jobs,
    ended,
    async *due(now, unblock = false) {
      yield* [...jobs.values()].filter(({ dueAt, blocked }) => dueAt <= now || (unblock && blocked));
    },
    // Capital letters are more urgent.
    async *moreUrgent({ id }, now) {
      if (/^[A-Z]/.test(id)) return;
      yield* [...jobs.values()].filter((each) => /^[A-Z]/.test(each.id) && each.dueAt <= now);
    },
    async claim(item, claimedUntil) {
      if (jobs.get(item.id)?.version !== item.version) return undefined;
      return store({
        ...item,
        attempts: item.attempts + 1,
        dueAt: claimedUntil.dueAt,
        mayBeRepeat: true,
        blocked: false,
      });
    },
    async putBack(item, again) {
      if (jobs.get(item.id)?.version === item.version) store({ ...item, ...again });
    },
    async done(item) {
      ended.push(item.job);
      jobs.delete(item.id);
    },
  };
}

function workerOn(
  queue: Queue<string>,
  attempt: (item: Queued<string>, signal: AbortSignal) => Promise<AttemptResult>,
  clock = (): Date => NOW,
) {
  return createWorker({ name: 'test', queue, attempt, clock, log: silentLog() });
}

describe('a worker', () => {
  it('works off what is due, one attempt each', async () => {
    const queue = queueWith('a', 'b', 'c');
    const seen: string[] = [];
    await workerOn(queue, async ({ job }) => {
      seen.push(job);
      return DONE;
    }).run();
    expect(seen.toSorted()).toEqual(['a', 'b', 'c']);
    expect(queue.jobs.size).toBe(0);
  });

  it('tells the first attempt that it is no repeat, although the claim is written as one', async () => {
    const queue = queueWith('a');
    const seen: Queued<string>[] = [];
    await workerOn(queue, async (item) => {
      seen.push(item);
      expect(queue.jobs.get('a')).toMatchObject({ mayBeRepeat: true, attempts: 1 });
      return { kind: 'again', afterMs: 1_000_000, mayBeRepeat: false };
    }).run();
    expect(seen).toMatchObject([{ mayBeRepeat: false, attempts: 1 }]);
    expect(queue.jobs.get('a')).toMatchObject({ mayBeRepeat: false });
  });

  it('takes a failure that nobody foresaw for a doubt, and goes on with the others', async () => {
    const queue = queueWith('a', 'b');
    await workerOn(queue, async ({ job }) => {
      if (job === 'a') throw new Error('nobody knows how far it got');
      return DONE;
    }).run();
    expect(queue.ended).toEqual(['b']);
    expect(queue.jobs.get('a')).toMatchObject({
      mayBeRepeat: true,
      dueAt: new Date(NOW.getTime() + backOffMs(1)),
    });
  });

  it('goes on with the others when the queue does not take the end of one', async () => {
    const queue = queueWith('a', 'b', 'c');
    const done = async (item: Queued<string>): Promise<void> => {
      if (item.job === 'a') throw new Error('the storage is away');
      queue.ended.push(item.job);
    };
    await workerOn({ ...queue, done }, async () => DONE).run();
    expect(queue.ended.toSorted()).toEqual(['b', 'c']);
    expect(queue.jobs.get('a')).toMatchObject({ mayBeRepeat: true });
  });

  it('loses nothing to another worker, and gives nothing twice', async () => {
    const queue = queueWith(...Array.from({ length: 50 }, (_, index) => `task ${index}`));
    const seen: string[] = [];
    const attempt = async ({ job }: Queued<string>): Promise<AttemptResult> => {
      seen.push(job);
      await Promise.resolve();
      return DONE;
    };
    await Promise.all([workerOn(queue, attempt).run(), workerOn(queue, attempt).run()]);
    expect(seen).toHaveLength(50);
    expect(new Set(seen).size).toBe(50);
  });

  it('takes no more tasks out of a long queue than it works on', async () => {
    const queue = queueWith(...Array.from({ length: 100 }, (_, index) => `task ${index}`));
    let taken = 0;
    async function* due(now: Date): AsyncGenerator<Queued<string>> {
      for await (const item of queue.due(now)) {
        taken += 1;
        yield item;
      }
    }
    const ahead: number[] = [];
    await workerOn({ ...queue, due }, async () => {
      ahead.push(taken - queue.ended.length);
      return DONE;
    }).run();
    expect(queue.ended).toHaveLength(100);
    expect(Math.max(...ahead)).toBeLessThanOrEqual(ATTEMPTS_AT_ONCE + 1);
  });

  it('lets what was begun end when the rest of the queue cannot be read', async () => {
    const queue = queueWith('a');
    async function* due(now: Date): AsyncGenerator<Queued<string>> {
      yield* queue.due(now);
      throw new Error('the storage is away');
    }
    await expect(workerOn({ ...queue, due }, async () => DONE).run()).rejects.toThrow('away');
    expect(queue.ended).toEqual(['a']);
  });

  it('takes what is more urgent before what waits, though it came during the round', async () => {
    const queue = queueWith(...Array.from({ length: 30 }, (_, index) => `task ${index}`));
    const gate = Promise.withResolvers<void>();
    const begun: string[] = [];
    const worker = workerOn(queue, async ({ job }) => {
      begun.push(job);
      await gate.promise;
      return DONE;
    });
    const running = worker.run();
    await untilTrue(() => begun.length === ATTEMPTS_AT_ONCE);
    for (const [id, task] of queueWith('URGENT').jobs) queue.jobs.set(id, task);
    worker.wake();
    gate.resolve();
    await running;
    expect(begun).toHaveLength(31);
    // One more was taken out of the queue already.
    expect(begun.indexOf('URGENT')).toBeLessThanOrEqual(ATTEMPTS_AT_ONCE + 1);
  });

  it('leaves nobody behind for what is more urgent, however much of that comes', async () => {
    const queue = queueWith('task', 'last');
    let flood = 0;
    async function* moreUrgent(): AsyncGenerator<Queued<string>> {
      while (!queue.ended.includes('last')) {
        flood += 1;
        const [urgent] = queueWith(`URGENT ${flood}`).jobs.values();
        if (urgent === undefined) return;
        queue.jobs.set(urgent.id, urgent);
        yield urgent;
      }
    }
    await workerOn({ ...queue, moreUrgent }, async () => DONE).run();
    expect(queue.ended).toEqual(expect.arrayContaining(['task', 'last']));
  });

  it('does another round for what came while a round went on', async () => {
    const queue = queueWith('a');
    const worker = workerOn(queue, async ({ job }) => {
      if (job === 'a') {
        const late = queueWith('b').jobs.get('b');
        if (late !== undefined) queue.jobs.set('b', late);
        worker.wake();
      }
      return DONE;
    });
    await worker.run();
    expect(queue.ended).toEqual(['a', 'b']);
  });

  it('wakes by itself when a wait is over', async () => {
    const queue = queueWith('a');
    let time = NOW;
    const results: AttemptResult[] = [{ kind: 'again', afterMs: 20, mayBeRepeat: false }, DONE];
    const worker = workerOn(
      queue,
      async () => results.shift() ?? DONE,
      () => time,
    );
    await worker.run();
    time = new Date(NOW.getTime() + 20);
    await until(() => expect(queue.ended).toEqual(['a']));
    await worker.stop();
  });

  it('wakes by itself when a wait that it found is over, though it began with another', async () => {
    const queue = queueWith('a');
    let rounds = 0;
    const claimedByOther: FakeQueue = {
      ...queue,
      async *due(now, unblock, onWait) {
        rounds += 1;
        if (rounds > 1) yield* queue.due(now, unblock);
        else onWait?.(1);
      },
    };
    await workerOn(claimedByOther, async () => DONE).run();
    expect(queue.ended).toEqual([]);
    await untilTrue(() => queue.ended.length === 1);
  });

  it('leaves parked tasks alone until somebody unparks them', async () => {
    const queue = queueWith('a');
    const results: AttemptResult[] = [
      { kind: 'again', afterMs: 900_000, mayBeRepeat: false, blocked: true },
      DONE,
    ];
    const worker = workerOn(queue, async () => results.shift() ?? DONE);
    await worker.run();
    await worker.run();
    expect(queue.ended).toEqual([]);
    worker.unblock();
    await worker.run();
    expect(queue.ended).toEqual(['a']);
  });

  it('unparks with the next round when the queue could not be read', async () => {
    const queue = queueWith('a');
    const results: AttemptResult[] = [
      { kind: 'again', afterMs: 900_000, mayBeRepeat: false, blocked: true },
      DONE,
    ];
    let away = false;
    const due = async function* (now: Date, unblock?: boolean): AsyncGenerator<Queued<string>> {
      if (away) throw new Error('the storage is away');
      yield* queue.due(now, unblock);
    };
    const worker = workerOn({ ...queue, due }, async () => results.shift() ?? DONE);
    await worker.run();
    away = true;
    worker.unblock();
    await expect(worker.run()).rejects.toThrow('away');
    away = false;
    await worker.run();
    expect(queue.ended).toEqual(['a']);
  });

  it('that is stopped lets its attempt end and begins no other', async () => {
    const queue = queueWith('a', ...Array.from({ length: 20 }, (_, index) => `z${index}`));
    const gate = Promise.withResolvers<void>();
    let begun = 0;
    const worker = workerOn(queue, async () => {
      begun += 1;
      await gate.promise;
      return DONE;
    });
    worker.wake();
    await untilTrue(() => begun === 8);
    const stopped = worker.stop();
    gate.resolve();
    await stopped;
    expect(begun).toBe(8);
    expect(queue.ended).toHaveLength(8);
    worker.wake();
    await worker.run();
    expect(begun).toBe(8);
  });

  it('that finds its queue in trouble says so to whoever asked, and works again later', async () => {
    const queue = queueWith('a');
    let away = true;
    const worker = workerOn(
      {
        ...queue,
        async *due(now) {
          if (away) throw new Error('the storage is away');
          yield* queue.due(now);
        },
      },
      async () => DONE,
    );
    await expect(worker.run()).rejects.toThrow('away');
    away = false;
    await worker.run();
    expect(queue.ended).toEqual(['a']);
    await worker.stop();
  });
});

it.each([
  [1, 2_000],
  [2, 4_000],
  [5, 32_000],
  [9, 512_000],
  [10, 900_000],
  [1_000, 900_000],
])('after %d attempts the next one waits %d ms', (attempts, ms) => {
  expect(backOffMs(attempts)).toBe(ms);
});

it('whatever waits while a service is away is tried every twenty seconds; what failed fifteen times by itself less and less often', () => {
  expect([1, 2, 3, 4, 5, 100].map((tries) => waitMs(0, tries))).toEqual([
    2_000, 4_000, 8_000, 16_000, 20_000, 20_000,
  ]);
  expect([15, 16].map((attempts) => waitMs(attempts, attempts))).toEqual([20_000, 900_000]);
});

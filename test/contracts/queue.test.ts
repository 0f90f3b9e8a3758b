import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTableQueue, queuedColumns } from '../../src/azure/table-queue.ts';
import type { Table } from '../../src/azure/table.ts';
import type { PostedCopy } from '../../src/messages/poster.ts';
import { AT_ONCE, whenAfter, type Queue, type Queued, type When } from '../../src/messages/queue.ts';
import { collect } from '../fakes/collect.ts';
import { countTable } from '../fakes/counted-table.ts';
import { silentLog } from '../fakes/log.ts';
import { openOwnTable } from './storage.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);
/** By a clock that shows NOW. */
const wait = (seconds: number): When => whenAfter(NOW, seconds * 1_000);
const columns = z.object({ words: z.string() });

function queueOn(table: Table): Queue<string> {
  return createTableQueue(table, {
    partition: 'queue',
    prefix: 'task:',
    jobFromRow: (row) => columns.parse(row).words,
    whenDone: (words, ending) => [
      { kind: 'upsert', row: { partitionKey: 'queue', rowKey: `done:${words}`, ending } },
    ],
    keepCopy: (words, { activityId }) => {
      return { kind: 'upsert', row: { partitionKey: 'queue', rowKey: `copy:${words}:${activityId}` } };
    },
    log: silentLog(),
  });
}

async function put(table: Table, words: string, when = wait(0)): Promise<void> {
  const row = { partitionKey: 'queue', rowKey: `task:${words}`, words, ...queuedColumns(when) };
  await table.write({ kind: 'create', row });
}

async function only(queue: Queue<string>, now = NOW): Promise<Queued<string>> {
  const [item, ...others] = await collect(queue.due(now));
  if (item === undefined || others.length > 0) throw new Error(`${others.length + 1} tasks are due, not one`);
  return item;
}

describe('a queue in the table', () => {
  it('gives what is due, oldest first, and nothing that is not', async () => {
    const table = await openOwnTable();
    await put(table, 'b');
    await put(table, 'a');
    await put(table, 'c', wait(1));
    expect((await collect(queueOn(table).due(NOW))).map(({ job }) => job)).toEqual(['a', 'b']);
    expect((await collect(queueOn(table).due(later(1)))).map(({ job }) => job)).toEqual(['a', 'b', 'c']);
  });

  it('reads a long queue page by page, as far as somebody takes from it', async () => {
    const own = await openOwnTable();
    for (let hundred = 0; hundred < 5; hundred += 1) {
      await own.transaction(
        Array.from({ length: 100 }, (_, index) => {
          const words = `${hundred}${String(index).padStart(2, '0')}`;
          const row = { partitionKey: 'queue', rowKey: `task:${words}`, words, ...queuedColumns(wait(0)) };
          return { kind: 'create', row } as const;
        }),
      );
    }
    const table = countTable(own);
    for await (const { job } of queueOn(table).due(NOW)) if (job === '000') break;
    expect(table.taken()).toEqual(['range of 200']);
    expect(await collect(queueOn(table).due(NOW))).toHaveLength(500);
    expect(table.taken()).toEqual(['range of 200', 'range of 200', 'range of 100']);
  });

  it('lets one of many have a task', async () => {
    const table = await openOwnTable();
    await put(table, 'a');
    const queue = queueOn(table);
    const item = await only(queue);
    const claims = await Promise.all(Array.from({ length: 20 }, () => queue.claim(item, wait(60))));
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  it('holds back a claimed task until the claim ends, and then says that it may be a repeat', async () => {
    const table = await openOwnTable();
    await put(table, 'a');
    const queue = queueOn(table);
    const item = await only(queue);
    expect(item).toMatchObject({ attempts: 0, mayBeRepeat: false });
    await queue.claim(item, wait(60));
    expect(await collect(queue.due(later(59)))).toEqual([]);
    expect(await only(queue, later(60))).toMatchObject({ attempts: 1, mayBeRepeat: true });
  });

  it.each([
    ['claimed', (queue: Queue<string>, item: Queued<string>, until: When) => queue.claim(item, until)],
    [
      'put back',
      (queue: Queue<string>, item: Queued<string>, until: When) =>
        queue.putBack(item, { ...until, mayBeRepeat: false, blocked: false }),
    ],
  ])('what a copy %s whose clock is an hour ahead waits no longer than it was to', async (_how, write) => {
    const table = await openOwnTable();
    await put(table, 'a');
    const ahead = whenAfter(later(3_600), 20_000);
    await write(queueOn(table), await only(queueOn(table)), ahead);
    const queue = queueOn(table);
    expect(await collect(queue.due(later(100)))).toEqual([]);
    expect(await collect(queue.due(later(119)))).toEqual([]);
    const item = await only(queue, later(120));
    // Whoever takes it begins the wait anew, for all who look.
    await queue.claim(item, wait(3_600));
    expect(await collect(queue.due(later(121)))).toEqual([]);
  });

  it('tells how long what is not due has to wait, by the clock or by these eyes', async () => {
    const table = await openOwnTable();
    await put(table, 'a', wait(30));
    await put(table, 'b', whenAfter(later(3_600), 20_000));
    await put(table, 'c');
    const queue = queueOn(table);
    const waits = async (now: Date): Promise<readonly number[]> => {
      const told: number[] = [];
      await collect(queue.due(now, false, (ms) => told.push(ms)));
      return told;
    };
    expect(await waits(later(10))).toEqual([20_000, 20_000]);
    expect(await waits(later(25))).toEqual([5_000, 5_000]);
    expect(await waits(later(30))).toEqual([]);
  });

  it('what is due at once is, whatever a clock shows', async () => {
    const table = await openOwnTable();
    await put(table, 'a', AT_ONCE);
    expect(await collect(queueOn(table).due(later(-3_600)))).toHaveLength(1);
  });

  it('takes back a task that certainly did not arrive, without a doubt about it', async () => {
    const table = await openOwnTable();
    await put(table, 'a');
    const queue = queueOn(table);
    const claimed = await queue.claim(await only(queue), wait(60));
    if (claimed === undefined) throw new Error('it was not claimed');
    await queue.putBack(claimed, { ...wait(5), mayBeRepeat: false, blocked: false });
    expect(await collect(queue.due(later(4)))).toEqual([]);
    expect(await only(queue, later(5))).toMatchObject({ attempts: 1, mayBeRepeat: false });
  });

  it('does not let one whose claim is over put back what another has claimed', async () => {
    const table = await openOwnTable();
    await put(table, 'a');
    const queue = queueOn(table);
    const slow = await queue.claim(await only(queue), wait(60));
    const quick = await queue.claim(await only(queue, later(60)), wait(120));
    if (slow === undefined || quick === undefined) throw new Error('it was not claimed');
    await queue.putBack(slow, { ...AT_ONCE, mayBeRepeat: false, blocked: false });
    expect(await collect(queue.due(later(119)))).toEqual([]);
    expect(await only(queue, later(120))).toMatchObject({ attempts: 2, mayBeRepeat: true });
  });

  it('gives parked tasks before their time to whoever asks for them, and others not', async () => {
    const table = await openOwnTable();
    await put(table, 'parked');
    await put(table, 'throttled');
    const queue = queueOn(table);
    for (const item of await collect(queue.due(NOW))) {
      const claimed = await queue.claim(item, wait(60));
      if (claimed === undefined) throw new Error('it was not claimed');
      const blocked = claimed.job === 'parked';
      await queue.putBack(claimed, { ...wait(900), mayBeRepeat: false, blocked });
    }
    expect(await collect(queue.due(later(1)))).toEqual([]);
    const unblocked = await collect(queue.due(later(1), true));
    expect(unblocked.map(({ job }) => job)).toEqual(['parked']);
    // Once claimed it is somebody's, and no longer blocked.
    for (const item of unblocked) await queue.claim(item, wait(60));
    expect(await collect(queue.due(later(1), true))).toEqual([]);
  });

  it('keeps how a task ended, in the same step as it is taken out', async () => {
    const table = await openOwnTable();
    await put(table, 'a');
    const queue = queueOn(table);
    const claimed = await queue.claim(await only(queue), wait(60));
    if (claimed === undefined) throw new Error('it was not claimed');
    await queue.done(claimed, 'fell-back');
    await queue.done(claimed, 'told');
    expect(await collect(queue.due(later(3_600)))).toEqual([]);
    expect(await table.get('queue', 'done:a')).toMatchObject({ ending: 'fell-back' });
  });

  it('keeps where a card of a task is in that step as well, also when another has ended the task', async () => {
    const table = countTable(await openOwnTable());
    const queue = queueOn(table);
    const card = (activityId: string): PostedCopy => {
      return { serviceUrl: 'https://teams', conversationId: 'c', activityId };
    };
    await put(table, 'a');
    const claimed = await queue.claim(await only(queue), wait(60));
    if (claimed === undefined) throw new Error('it was not claimed');
    table.taken();
    await queue.done(claimed, 'told', [card('1')]);
    expect(table.taken()).toEqual(['transaction']);
    await queue.done(claimed, 'told', [card('2')]);
    expect(await table.get('queue', 'copy:a:1')).toBeDefined();
    expect(await table.get('queue', 'copy:a:2')).toBeDefined();
  });

  it('is not held up by a row that nobody can read', async () => {
    const table = await openOwnTable();
    await put(table, 'b');
    await table.write({ kind: 'create', row: { partitionKey: 'queue', rowKey: 'task:a', words: 5 } });
    expect((await collect(queueOn(table).due(NOW))).map(({ job }) => job)).toEqual(['b']);
    expect(await table.get('queue', 'task:a')).toBeDefined();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTableLease } from '../../../src/azure/table-lease.ts';
import type { Table } from '../../../src/azure/table.ts';
import { isHeld, LeaseLost, takeTurns, withLease, type Lease } from '../../../src/mail/sweep/lease.ts';
import { silentLog } from '../../fakes/log.ts';
import { createMemoryTable } from '../../../harness/memory-table.ts';

const log = silentLog();
const MINUTE_MS = 60_000;

/** Lets so much time go by, with turns for what waits for the table. */
async function pass(ms: number): Promise<void> {
  const step = 500;
  for (let passed = 0; passed < ms; passed += step) {
    await vi.advanceTimersByTimeAsync(step);
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }
}

/** Work that goes on until it is told to end. */
function endless(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      const reason: unknown = signal.reason;
      reject(reason instanceof Error ? reason : new Error('aborted'));
    });
  });
}

/** A copy of Rootdesk that wants the lease, and what became of it. */
interface Copy {
  readonly epochs: number[];
  working: AbortSignal | undefined;
  ended: unknown;
  /** Ends it in order. */
  stop(): void;
}

function startCopy(lease: Lease): Copy {
  const stopping = new AbortController();
  const copy: Copy = {
    epochs: [],
    working: undefined,
    ended: undefined,
    stop: () => stopping.abort(new Error('stopped')),
  };
  withLease({ lease, log }, stopping.signal, async (signal, epoch) => {
    copy.epochs.push(epoch);
    copy.working = signal;
    return endless(signal);
  }).catch((error: unknown) => {
    copy.ended = error;
    copy.working = undefined;
  });
  return copy;
}

/** A lease that can be cut off from its table, as by a broken network or the death of the process. */
function cuttable(lease: Lease): Lease & { cut: boolean } {
  const unlessCut = async <T>(ask: () => Promise<T>): Promise<T> => {
    if (line.cut) throw new Error('cut off');
    return ask();
  };
  const line = {
    cut: false,
    load: () => unlessCut(() => lease.load()),
    save: (...args: Parameters<Lease['save']>) => unlessCut(() => lease.save(...args)),
  };
  return line;
}

describe('the lease', () => {
  let table: Table;
  const started: Copy[] = [];
  const lease = (): Lease => createTableLease(table, 'sweep');
  const start = (over: Lease = lease()): Copy => {
    const copy = startCopy(over);
    started.push(copy);
    return copy;
  };
  const atWork = (): Copy[] => started.filter(({ working }) => working !== undefined && !working.aborted);

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
    table = createMemoryTable();
  });
  afterEach(async () => {
    for (const copy of started) copy.stop();
    await pass(1_000);
    started.length = 0;
    vi.useRealTimers();
  });

  it('goes to one of three copies, and stays there while it is renewed', async () => {
    start();
    start();
    start();
    await pass(5 * MINUTE_MS);
    expect(atWork()).toHaveLength(1);
    expect(started.flatMap(({ epochs }) => epochs)).toEqual([1]);
  });

  it('goes on to the next copy soon after the holder ended in order, with a higher epoch', async () => {
    const first = start();
    await pass(1_000);
    const second = start();
    await pass(1_000);
    first.stop();
    await pass(5_000);
    expect(first.working).toBeUndefined();
    expect(second.epochs).toEqual([2]);
  });

  it('is taken over within a minute when the holder died, never before the holder would have stopped', async () => {
    const line = cuttable(lease());
    const first = start(line);
    await pass(12_000);
    const second = start();
    await pass(10_000);
    line.cut = true;
    for (let passed = 0; passed < MINUTE_MS && second.epochs.length === 0; passed += 500) {
      await pass(500);
      expect(atWork().length).toBeLessThan(2);
    }
    expect(second.epochs).toEqual([2]);
    expect(first.ended).toBeInstanceOf(LeaseLost);
  });

  it('survives a table that is away for a few seconds', async () => {
    const line = cuttable(lease());
    const copy = start(line);
    await pass(6_000);
    line.cut = true;
    await pass(8_000);
    line.cut = false;
    await pass(MINUTE_MS);
    expect(copy.epochs).toEqual([1]);
    expect(atWork()).toEqual([copy]);
  });

  it('waits while the table is away from the start, and takes the lease when it is back', async () => {
    const line = cuttable(lease());
    line.cut = true;
    const copy = start(line);
    await pass(MINUTE_MS);
    expect(copy.epochs).toEqual([]);
    line.cut = false;
    await pass(5_000);
    expect(copy.epochs).toEqual([1]);
  });

  it('ends the work of a holder whose lease somebody else has', async () => {
    const copy = start();
    await pass(1_000);
    const stored = await lease().load();
    await lease().save({ owner: 'other', epoch: 7, renewals: 0, expiresAt: new Date() }, stored);
    await pass(5_000);
    expect(copy.ended).toBeInstanceOf(LeaseLost);
    expect((await lease().load())?.owner).toBe('other');
  });

  it.each(['2001-01-01T00:00:00Z', '2099-01-01T00:00:00Z'])(
    'does not believe another machine’s clock that says %s',
    async (expiresAt) => {
      let stored = await lease().save(
        { owner: 'other', epoch: 3, renewals: 0, expiresAt: new Date(expiresAt) },
        undefined,
      );
      const copy = start();
      for (let renewal = 1; renewal < 12; renewal += 1) {
        await pass(5_000);
        const term = { owner: 'other', epoch: 3, renewals: renewal, expiresAt: new Date(expiresAt) };
        stored = await lease().save(term, stored);
        expect(stored).toBeDefined();
      }
      expect(copy.epochs).toEqual([]);
      await pass(30_000);
      expect(copy.epochs).toEqual([4]);
    },
  );

  it('gives up waiting when it is told to', async () => {
    start();
    await pass(1_000);
    const waiting = start();
    await pass(1_000);
    waiting.stop();
    await pass(1_000);
    expect(waiting.ended).toMatchObject({ message: 'stopped' });
    expect(waiting.epochs).toEqual([]);
  });

  it('gives the lease back when the work fails, and hands the failure on', async () => {
    const { signal } = new AbortController();
    const failing = withLease({ lease: lease(), log }, signal, async () => {
      throw new Error('no work today');
    });
    await expect(failing).rejects.toThrow('no work today');
    expect(await lease().load()).toMatchObject({ owner: '', epoch: 1 });
  });

  it('comes back to a copy that lost it, once the other is gone', async () => {
    const stopping = new AbortController();
    const turns: AbortSignal[] = [];
    const ended = takeTurns({ lease: lease(), log }, stopping.signal, async (signal) => {
      turns.push(signal);
      await endless(signal);
    });
    await pass(1_000);
    const stored = await lease().load();
    await lease().save({ owner: 'other', epoch: 7, renewals: 0, expiresAt: new Date() }, stored);
    await pass(5_000);
    expect(turns.map(({ aborted }) => aborted)).toEqual([true]);
    await pass(40_000);
    expect(turns.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(await lease().load()).toMatchObject({ epoch: 8 });
    stopping.abort();
    await pass(1_000);
    await ended;
    expect(await lease().load()).toMatchObject({ owner: '', epoch: 8 });
  });

  it('is known to be held by a copy that renews it, and by no other', async () => {
    const asked = async (): Promise<boolean> => {
      const answer = isHeld(lease());
      await pass(6_000);
      return answer;
    };
    expect(await asked()).toBe(false);
    const copy = startCopy(lease());
    await pass(1_000);
    expect(await asked()).toBe(true);
    copy.stop();
    await pass(1_000);
    expect(await asked()).toBe(false);
    // One that was killed.
    const stored = await lease().load();
    await lease().save({ owner: 'killed', epoch: 9, renewals: 3, expiresAt: new Date() }, stored);
    expect(await asked()).toBe(false);
  });
});

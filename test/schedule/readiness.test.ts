import { describe, expect, it } from 'vitest';
import { createReadiness, type Readiness } from '../../src/schedule/readiness.ts';

const MINUTE = 60_000;

function open(): {
  readiness: Readiness;
  pass: (ms: number) => void;
  storage: { away: boolean; sweptAt?: Date };
} {
  let now = Date.UTC(2026, 10, 22);
  const storage: { away: boolean; sweptAt?: Date } = { away: false };
  const readiness = createReadiness({
    askStorage: async () => {
      if (storage.away) throw new Error('away');
    },
    sweptByAny: async () => storage.sweptAt,
    sweepSeconds: 60,
    sweepMs: 10 * MINUTE,
    clock: () => new Date(now),
  });
  return { readiness, storage, pass: (ms) => (now += ms) };
}

describe('a copy of Rootdesk', () => {
  it('is ready as soon as it has started', async () => {
    expect(await open().readiness.missing()).toEqual([]);
  });

  it('asks its table once for all who ask at the same time', async () => {
    let asked = 0;
    const readiness = createReadiness({
      async askStorage() {
        asked += 1;
      },
      sweepSeconds: 60,
      sweepMs: MINUTE,
      clock: () => new Date(),
    });
    await Promise.all(Array.from({ length: 100 }, () => readiness.missing()));
    expect(asked).toBe(1);
    await readiness.missing();
    expect(asked).toBe(2);
  });

  it('is not ready while its table does not answer', async () => {
    const { readiness, storage } = open();
    storage.away = true;
    expect(await readiness.missing()).toEqual(['table']);
    storage.away = false;
    expect(await readiness.missing()).toEqual([]);
  });

  it('is not ready when sweeps failed for long, until one succeeds', async () => {
    const { readiness, pass } = open();
    pass(15 * MINUTE);
    expect(await readiness.missing()).toEqual([]);
    pass(1);
    expect(await readiness.missing()).toEqual(['mailbox']);
    readiness.swept();
    expect(await readiness.missing()).toEqual([]);
  });

  it('is ready as long as another copy sweeps for it', async () => {
    const { readiness, storage, pass } = open();
    pass(20 * MINUTE);
    expect(await readiness.missing()).toEqual(['mailbox']);
    storage.sweptAt = new Date(Date.UTC(2026, 10, 22) + 19 * MINUTE);
    expect(await readiness.missing()).toEqual([]);
    pass(14 * MINUTE + 1);
    expect(await readiness.missing()).toEqual(['mailbox']);
  });

  it('is not taken in by a copy whose clock is ahead', async () => {
    const { readiness, storage, pass } = open();
    storage.sweptAt = new Date(Date.UTC(2027, 0, 1));
    expect(await readiness.missing()).toEqual([]);
    delete storage.sweptAt;
    pass(15 * MINUTE + 1);
    expect(await readiness.missing()).toEqual(['mailbox']);
  });
});

import { describe, expect, it } from 'vitest';
import { createReadiness, type Readiness } from '../src/readiness.ts';

const MINUTE = 60_000;

function open(): { readiness: Readiness; pass: (ms: number) => void; storage: { away: boolean } } {
  let now = Date.UTC(2026, 10, 22);
  const storage = { away: false };
  const readiness = createReadiness({
    askStorage: async () => {
      if (storage.away) throw new Error('away');
    },
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
});

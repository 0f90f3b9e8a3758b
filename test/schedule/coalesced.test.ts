import { describe, expect, it } from 'vitest';
import { createCoalesced } from '../../src/schedule/coalesced.ts';

/** Work that goes on until it is let go. */
function heldWork() {
  let begun = 0;
  let gate = Promise.withResolvers<undefined>();
  return {
    begun: () => begun,
    async work() {
      begun += 1;
      await gate.promise;
    },
    letGo() {
      gate.resolve(undefined);
      gate = Promise.withResolvers();
    },
  };
}

const unexpected = (error: unknown): never => {
  throw error;
};

/** Everything that is ready to run has run. */
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('work that is asked for again and again', () => {
  it('is done at once, and once more for all who asked meanwhile', async () => {
    const held = heldWork();
    const coalesced = createCoalesced(held.work, 0, unexpected);
    coalesced.ask();
    await turn();
    expect(held.begun()).toBe(1);
    for (let count = 0; count < 100; count += 1) coalesced.ask();
    await turn();
    expect(held.begun()).toBe(1);
    held.letGo();
    await turn();
    expect(held.begun()).toBe(2);
    held.letGo();
    await coalesced.stop();
    expect(held.begun()).toBe(2);
  });

  it('keeps its distance: what is asked for within the gap waits, and a stop does not wait for it', async () => {
    let begun = 0;
    const coalesced = createCoalesced(async () => void (begun += 1), 60 * 60_000, unexpected);
    coalesced.ask();
    await turn();
    for (let count = 0; count < 100; count += 1) coalesced.ask();
    await turn();
    expect(begun).toBe(1);
    await coalesced.stop();
    coalesced.ask();
    await turn();
    expect(begun).toBe(1);
  });

  it('is done again after it failed', async () => {
    const errors: unknown[] = [];
    const failure = new Error('no');
    const coalesced = createCoalesced(
      async () => {
        throw failure;
      },
      0,
      (error) => errors.push(error),
    );
    coalesced.ask();
    await turn();
    coalesced.ask();
    await turn();
    await coalesced.stop();
    expect(errors).toEqual([failure, failure]);
  });

  it('that is under way has ended when the stop has', async () => {
    const held = heldWork();
    let ended = false;
    const coalesced = createCoalesced(
      async () => {
        await held.work();
        ended = true;
      },
      0,
      unexpected,
    );
    coalesced.ask();
    await turn();
    const stopped = coalesced.stop();
    held.letGo();
    await stopped;
    expect(ended).toBe(true);
  });
});

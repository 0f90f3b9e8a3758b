import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createRound } from '../../src/schedule/round.ts';
import { silentLog } from '../fakes/log.ts';

const NEVER_IN_TIME = '0 0 0 1 1 *';

describe('a round', () => {
  it('never goes on beside another, and ends before the stop does', async () => {
    const gates = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const begun: number[] = [];
    const ended: number[] = [];
    const round = createRound(
      'test',
      NEVER_IN_TIME,
      async () => {
        const number = begun.push(begun.length) - 1;
        await gates[number]?.promise;
        ended.push(number);
      },
      silentLog(),
    );
    const both = Promise.all([round.now(), round.now()]);
    await setImmediate();
    expect(begun).toEqual([0]);
    gates[0]?.resolve(undefined);
    const stopped = round.stop();
    gates[1]?.resolve(undefined);
    await Promise.all([both, stopped]);
    expect(ended).toEqual([0, 1]);
  });

  it('that fails is told to whoever asked for it, and the next one goes on', async () => {
    let fails = true;
    const round = createRound(
      'test',
      NEVER_IN_TIME,
      async () => {
        if (fails) throw new Error('the table is away');
      },
      silentLog(),
    );
    await expect(round.now()).rejects.toThrow('the table is away');
    fails = false;
    await round.now();
    await round.stop();
  });
});

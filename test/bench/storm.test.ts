import { expect, it } from 'vitest';
import { figuresOf } from '../../bench/storm/figures.ts';
import { runStorm, type Arrival } from '../../bench/storm/run.ts';
import { createSlidingLimit } from '../../bench/storm/sliding-limit.ts';
import { ATTEMPTS_AT_ONCE } from '../../src/messages/worker.ts';

it('in a storm every mail has one card, and urgent ones theirs before the notices that wait', async () => {
  const storm = await runStorm({
    accounts: 60,
    channels: 6,
    mailboxes: 2,
    urgent: 3,
    graphMs: 5,
    teamsMs: 100,
    onStep: () => undefined,
  });
  const { notices, urgentAmong, urgentMeanwhile, overtaken, repeats } = figuresOf(storm);
  expect([notices.cards, urgentAmong.cards, urgentMeanwhile.cards, repeats]).toEqual([60, 3, 3, 0]);
  // What was on its way when the urgent one was read, in each of two queues of attempts.
  expect(overtaken).toBeLessThanOrEqual(2 * ATTEMPTS_AT_ONCE);
  expect(storm.graph).toEqual({ mostAtOnce: expect.any(Number), refused: 0 });
  expect(storm.graph.mostAtOnce).toBeLessThanOrEqual(4);
  expect(storm.partition.refused).toBe(0);
});

it('notices that were posted before an urgent mail in front of them are seen, and so are repeats', () => {
  const arrival = (name: string, kind: Arrival['kind'], ...postedAt: readonly number[]): Arrival => {
    return { name, kind, arrivedAt: 0, postedAt };
  };
  const arrivals = [
    arrival('first', 'notice', 1_000),
    arrival('urgent', 'among', 4_000),
    arrival('second', 'notice', 2_000, 9_000),
    arrival('third', 'notice', 3_000),
    arrival('fourth', 'notice', 5_000),
  ];
  const { overtaken, repeats, notices } = figuresOf({ arrivals });
  expect({ overtaken, repeats }).toEqual({ overtaken: 2, repeats: 1 });
  expect(notices).toEqual({ cards: 4, firstS: 1, medianS: 2, p95S: 3, lastS: 5 });
});

it('a limit takes what it allows, for each place by itself, and says when there is room again', () => {
  const limit = createSlidingLimit([
    { most: 2, withinMs: 1_000 },
    { most: 3, withinMs: 10_000 },
  ]);
  expect([limit.take('a', 1, 0), limit.take('a', 1, 100), limit.take('a', 1, 200)]).toEqual([
    undefined,
    undefined,
    800,
  ]);
  expect(limit.take('b', 2, 200)).toBeUndefined();
  expect([limit.take('a', 1, 1_100), limit.take('a', 1, 2_500)]).toEqual([undefined, 7_500]);
  expect([limit.refused, limit.most]).toEqual([2, 2]);
});

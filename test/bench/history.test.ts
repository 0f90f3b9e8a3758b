import { expect, it } from 'vitest';
import { benchHistory, type HistoryBench } from '../../bench/history.ts';

/** Rows of history that a list counts come with it, a thousand a request; nothing is asked for each of them. */
it('what the work of every day asks of the table does not grow with its history', async () => {
  const young = await benchHistory(20, 3);
  const old = await benchHistory(20, 60);
  expect(old.rows).toBeGreaterThan(8 * young.rows);
  const requests = ({ allotment, sweep, mail, find, pending }: HistoryBench): readonly number[] =>
    [allotment, sweep, mail, find, pending].map((each) => each.requests);
  expect(requests(old)).toEqual(requests(young));
  // One count of the pool is enough for all cards of half a minute.
  expect(old.pending.rows).toBeLessThan(2 * 50);
});

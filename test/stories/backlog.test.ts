import { expect, it } from 'vitest';
import { ALEX, PAYMENTS, SAM, SEARCH } from './company.ts';
import { openDesk } from './desk.ts';
import { FIND, mail, PAY } from './mail.ts';

const BACKLOG = 40;

it('mails that came while nobody looked are each read once, posted once, and their places are known', async () => {
  await using desk = await openDesk();
  await desk.owns(ALEX, PAYMENTS, PAY);
  await desk.owns(SAM, SEARCH, FIND);
  const subjects = Array.from(
    { length: BACKLOG },
    (_, index) => `Bill no. ${String(index).padStart(2, '0')}.`,
  );
  for (const [index, subject] of subjects.entries()) {
    await desk.mailArrives(mail({ to: index % 2 === 0 ? PAY : FIND, subject }));
  }
  await desk.sweeps();

  const posted = [...desk.channel(PAYMENTS), ...desk.channel(SEARCH)].flatMap(
    ({ text }) => /Bill no\. \d+\./.exec(text) ?? [],
  );
  expect(posted.toSorted()).toEqual(subjects);
  const read = desk.graph.faults.requests.filter(({ target }) => /\/messages\/(?!delta)[^/?]+\?/.test(target));
  expect(read).toHaveLength(BACKLOG);
  const rows = await desk.rows();
  const rowsOf = (prefix: string): number =>
    rows.filter(({ partitionKey, rowKey }) => partitionKey === 'ledger' && String(rowKey).startsWith(prefix))
      .length;
  expect([rowsOf('~waiting:'), rowsOf('e-'), rowsOf('~copy:')]).toEqual([0, BACKLOG, BACKLOG]);
});

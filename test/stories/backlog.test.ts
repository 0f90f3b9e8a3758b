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
  const read = desk.graph.faults.requests.filter(({ target }) =>
    /\/messages\/(?!delta)[^/?]+\?/.test(target),
  );
  expect(read).toHaveLength(BACKLOG);
  const rows = await desk.rows();
  const rowsOf = (prefix: string): number =>
    rows.filter(({ partitionKey, rowKey }) => partitionKey === 'ledger' && String(rowKey).startsWith(prefix))
      .length;
  expect([rowsOf('~waiting:'), rowsOf('e-'), rowsOf('~copy:')]).toEqual([0, BACKLOG, BACKLOG]);
});

it(
  'more mail for one channel than Teams lets through holds up neither another channel’s nor the next sweep',
  { timeout: 60_000 },
  async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.owns(SAM, SEARCH, FIND);
    const halfMinute = 60;
    for (let number = 0; number < halfMinute + 10; number += 1) {
      await desk.mailArrives(mail({ to: PAY, subject: `Bill no. ${number}.` }));
    }
    await desk.mailArrives(mail({ to: FIND, subject: 'The last of all' }));
    await desk.sweeps();

    const posted = desk.channel(PAYMENTS).filter(({ text }) => text.includes('Bill no.')).length;
    expect(desk.channel(SEARCH).filter(({ text }) => text.includes('The last of all'))).toHaveLength(1);
    expect(posted).toBeLessThan(halfMinute + 10);
    const waiting = (await desk.rows()).filter(({ rowKey }) => String(rowKey).startsWith('~waiting:'));
    expect(waiting.map(({ attempts, may_be_repeat }) => [attempts, may_be_repeat])).toEqual(
      Array.from({ length: halfMinute + 10 - posted }, () => [0, false]),
    );
    await desk.mailArrives(mail({ to: FIND, subject: 'One more' }));
    await desk.sweeps();
    expect(desk.channel(SEARCH).filter(({ text }) => text.includes('One more'))).toHaveLength(1);
  },
);

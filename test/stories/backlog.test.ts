import { expect, it } from 'vitest';
import { ALEX, PAYMENTS, SAM, SEARCH } from './company.ts';
import { openWorld } from './world.ts';
import { FIND, mail, PAY } from './mail.ts';

const BACKLOG = 40;

it('mails that came while nobody looked are each read once, posted once, and their places are known', async () => {
  await using world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  await world.owns(SAM, SEARCH, FIND);
  const subjects = Array.from(
    { length: BACKLOG },
    (_, index) => `Bill no. ${String(index).padStart(2, '0')}.`,
  );
  for (const [index, subject] of subjects.entries()) {
    await world.mailArrives(mail({ to: index % 2 === 0 ? PAY : FIND, subject }));
  }
  await world.sweeps();

  const posted = [...world.channel(PAYMENTS), ...world.channel(SEARCH)].flatMap(
    ({ text }) => /Bill no\. \d+\./.exec(text) ?? [],
  );
  expect(posted.toSorted()).toEqual(subjects);
  const read = world.graph.faults.requests.filter(({ target }) =>
    /\/messages\/(?!delta)[^/?]+\?/.test(target),
  );
  expect(read).toHaveLength(BACKLOG);
  const rows = await world.rows();
  const rowsOf = (prefix: string): number =>
    rows.filter(({ partitionKey, rowKey }) => partitionKey === 'ledger' && String(rowKey).startsWith(prefix))
      .length;
  expect([rowsOf('~waiting:'), rowsOf('e-'), rowsOf('~copy:')]).toEqual([0, BACKLOG, BACKLOG]);
});

it('more mail for one channel than Teams lets through holds up neither another channel’s nor the next sweep', async () => {
  await using world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  await world.owns(SAM, SEARCH, FIND);
  const halfMinute = 60;
  for (let number = 0; number < halfMinute + 10; number += 1) {
    await world.mailArrives(mail({ to: PAY, subject: `Bill no. ${number}.` }));
  }
  await world.mailArrives(mail({ to: FIND, subject: 'The last of all' }));
  await world.sweeps();

  const posted = world.channel(PAYMENTS).filter(({ text }) => text.includes('Bill no.')).length;
  expect(world.channel(SEARCH).filter(({ text }) => text.includes('The last of all'))).toHaveLength(1);
  expect(posted).toBeLessThan(halfMinute + 10);
  const waiting = (await world.rows()).filter(({ rowKey }) => String(rowKey).startsWith('~waiting:'));
  expect(waiting.map(({ attempts, may_be_repeat }) => [attempts, may_be_repeat])).toEqual(
    Array.from({ length: halfMinute + 10 - posted }, () => [0, false]),
  );
  await world.mailArrives(mail({ to: FIND, subject: 'One more' }));
  await world.sweeps();
  expect(world.channel(SEARCH).filter(({ text }) => text.includes('One more'))).toHaveLength(1);
});

import { describe, expect, it } from 'vitest';
import { ALEX, PAYMENTS, SAM, SEARCH, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';
import { FIND, mail, PAY, UNKNOWN } from './mail.ts';

const BILL = 'Billing Statement';
const billsIn = (world: World): number =>
  [PAYMENTS, SEARCH, TRIAGE].flatMap(world.channel).filter(({ text }) => text.includes(BILL)).length;

/** A bill that no other message is the same as, unless it has the same number. */
function bill(number: number, to = PAY, text = 'your bill is ready.'): string {
  const headers = {
    'Message-ID': `<0102018f-${number}@eu-west-1.amazonses.com>`,
    Date: 'Sun, 22 Nov 2026 12:00:00 +0000',
  };
  return mail({ to, headers, text: `Greetings from Amazon Web Services,\r\n\r\n${text}` });
}

describe('a message that is stored twice', () => {
  it('is posted once to every owner after a mailbox was restored: in one page or many, in both folders, after a restart', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.owns(SAM, SEARCH, FIND);
    const mails = Array.from({ length: 20 }, (_, number) => bill(number, [PAY, FIND, UNKNOWN][number % 3]));
    for (const each of mails) await world.mailArrives(each);
    await world.sweeps();
    expect(billsIn(world)).toBe(20);

    for (const each of mails) {
      await world.mailArrives(each);
      await world.graph.deliver(Buffer.from(each), [PAY], { folder: 'junkemail' });
    }
    await world.sweeps();
    await world.restarts();
    for (const each of mails) await world.mailArrives(each);
    await world.graph.expireCursors();
    await world.sweeps();
    await world.rests();
    expect(billsIn(world)).toBe(20);
  });

  it('is another where nobody vouches for it: a forgery with the Message-ID of a genuine mail keeps nobody from that', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    const forge = (number: number): Promise<void> =>
      world.graph.deliver(Buffer.from(bill(number)), [PAY], { verdict: 'fail', folder: 'inbox' });
    await forge(1);
    await world.mailArrives(bill(1));
    await world.sweeps();
    await world.mailArrives(bill(2));
    await world.sweeps();
    await forge(2);
    await world.sweeps();
    const posted = (channel: typeof PAYMENTS): number =>
      world.channel(channel).filter(({ text }) => text.includes(BILL)).length;
    expect([posted(PAYMENTS), posted(TRIAGE)]).toEqual([2, 2]);
  });

  it('is another with other words, another subject or another moment, whatever its Message-ID', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    const one = bill(1);
    const others = [
      one.replace('is ready', 'is late'),
      one.replace(BILL, `Another ${BILL}`),
      one.replace('12:00:00 +0000', '12:00:01 +0000'),
      one.replace('no-reply-aws@amazon.com', 'no-reply@amazonaws.com'),
    ];
    for (const each of [one, ...others]) await world.mailArrives(each);
    await world.sweeps();
    await world.sees(PAYMENTS, BILL);
    expect(billsIn(world)).toBe(5);
  });

  it('brings the mail to an alias that its first copy did not name', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(bill(1));
    await world.sweeps();
    await world.owns(SAM, SEARCH, FIND);
    await world.mailArrives(bill(1, `${PAY}, ${FIND}`));
    await world.sweeps();
    expect(world.channel(PAYMENTS).filter(({ text }) => text.includes(BILL))).toHaveLength(1);
    expect(world.channel(SEARCH).filter(({ text }) => text.includes(BILL))).toHaveLength(1);
  });
});

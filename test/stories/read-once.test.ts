import { describe, expect, it } from 'vitest';
import { ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM } from './company.ts';
import { ASKED, ASKS, PAY } from './mail.ts';
import { until } from '../until.ts';
import { openWorld, type World } from './world.ts';

const FORM = {
  accountName: 'payments-prod',
  purpose: 'Card payments in the new region',
  environment: 'production',
  channelId: PAYMENTS.id,
};
/** Where what waits to be told or delivered is looked for. */
const QUEUES = ['~errand:', '~waiting:', '~late:'];

/** What is read twice of the table for a click; the queues are not read, so that nothing is begun that it brings about. */
async function readTwice(world: World, click: () => Promise<unknown>): Promise<readonly string[]> {
  const read: string[] = [];
  await world.rests();
  world.network.meet((_, whole) => {
    if (QUEUES.some((queue) => whole.includes(queue))) return 'refuse-403';
    if (whole.startsWith('GET')) read.push(whole);
    return 'pass';
  });
  await click();
  world.network.meet(() => 'pass');
  // A round that was refused may still end.
  await until(() => world.rests());
  expect(read).not.toEqual([]);
  return read.filter((each, index) => read.indexOf(each) !== index);
}

describe('until it is answered, nothing is read twice by', () => {
  it('a form that is sent, a yes to a request, and an acknowledgment of a mail', async () => {
    await using world = await openWorld();
    const form = await world.says(ALEX, 'request');
    expect(await readTwice(world, () => world.clicks(ALEX, form, 'submit-request', FORM))).toEqual([]);

    const request = await world.sees(PLATFORM, FORM.accountName);
    expect(await readTwice(world, () => world.clicks(MEGAN, request, 'approve', { comment: '' }))).toEqual(
      [],
    );

    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(ASKS);
    await world.sweeps();
    const mail = await world.sees(PAYMENTS, ASKED);
    expect(await readTwice(world, () => world.clicks(ISAIAH, mail, 'acknowledge-mail'))).toEqual([]);
  });
});

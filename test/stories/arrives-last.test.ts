import { expect, it } from 'vitest';
import { ALEX, MEGAN, PAYMENTS, PLATFORM } from './company.ts';
import { PAY } from './mail.ts';
import { CODE } from './secret-mails.ts';
import { buttonsOf } from './shown.ts';
import { openWorld, type World } from './world.ts';

const MINUTE = 60_000;
const FORM = {
  accountName: 'payments-prod',
  purpose: 'Card payments',
  environment: 'production',
  channelId: PAYMENTS.id,
};

/** The first redraw with these words is on its way until it is let through, as that of a copy which was halted. */
function delayed(world: World, words: string): { readonly sent: Promise<unknown>; letThrough(): void } {
  const sent = Promise.withResolvers<undefined>();
  const onItsWay = Promise.withResolvers<undefined>();
  let isSent = false;
  world.teams.delayBy(({ method, body }) => {
    if (isSent || method !== 'PUT' || !JSON.stringify(body).includes(words)) return undefined;
    isSent = true;
    sent.resolve(undefined);
    return onItsWay.promise;
  });
  return { sent: sent.promise, letThrough: () => onItsWay.resolve(undefined) };
}

it('a request does not stay as an older redraw shows it that arrives after a newer one', async () => {
  await using world = await openWorld();
  const form = await world.says(ALEX, 'request');
  const waiting = delayed(world, 'Waiting');
  const submitted = world.clicks(ALEX, form, 'submit-request', FORM);
  await waiting.sent;
  const denied = world.clicks(MEGAN, await world.sees(PLATFORM, FORM.accountName), 'deny', { comment: 'no' });
  await world.sees(ALEX, 'Denied');
  waiting.letThrough();
  await Promise.all([submitted, denied]);
  await world.rests();
  const receipt = world.chatOf(ALEX).find(({ activityId }) => activityId === form.activityId);
  expect(receipt?.text).not.toContain('Waiting');
  expect([...buttonsOf(receipt?.card ?? {}).keys()]).not.toContain('cancel-request');
});

it('the text of a mail that arrives in a chat after its time is taken away again', async () => {
  await using world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  await world.says(ALEX, 'help');
  await world.mailArrives(CODE);
  await world.sweeps();
  const text = delayed(world, '731942');
  const clicked = world.clicks(ALEX, await world.sees(PAYMENTS, 'Text withheld'), 'reveal-mail');
  await text.sent;
  world.later(11 * MINUTE);
  const tended = world.doesHousekeeping();
  // One is left for the end of an hour in which nobody answers.
  await expect
    .poll(async () => (await world.rows()).filter(({ errand }) => String(errand).includes('end-reveal')))
    .toHaveLength(1);
  text.letThrough();
  await Promise.all([clicked, tended]);
  expect(world.chatOf(ALEX).some((card) => card.text.includes('731942'))).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM } from './company.ts';
import { ASKED, ASKS, PAY } from './mail.ts';
import { buttonsOf } from './shown.ts';
import { openWorld } from './world.ts';

const MINUTE = 60_000;
const FORM = {
  accountName: 'payments-prod',
  purpose: 'Card payments',
  environment: 'production',
  channelId: PAYMENTS.id,
};

describe('a card that cannot be redrawn', () => {
  it.each([403, 404])('(%d) of a mail is redrawn as soon as it can be', async (status) => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(ASKS);
    await world.sweeps();
    const card = await world.sees(PAYMENTS, ASKED);
    const heal = world.teams.answerBy(({ method }) => (method === 'PUT' ? { status } : undefined));
    await world.clicks(ISAIAH, card, 'acknowledge-mail');
    await world.rests();
    heal();
    world.later(MINUTE);
    await world.rests();
    const now = await world.sees(PAYMENTS, 'acknowledged it');
    expect([...buttonsOf(now.card).keys()]).not.toContain('acknowledge-mail');
  });

  it.each([403, 404])('(%d) of a request is redrawn as soon as it can be', async (status) => {
    await using world = await openWorld();
    const form = await world.says(ALEX, 'request');
    await world.clicks(ALEX, form, 'submit-request', FORM);
    const card = await world.sees(PLATFORM, FORM.accountName);
    const heal = world.teams.answerBy(({ method }) => (method === 'PUT' ? { status } : undefined));
    await world.clicks(MEGAN, card, 'deny', { comment: 'no' });
    await world.rests();
    expect([...buttonsOf((await world.sees(PLATFORM, FORM.accountName)).card).keys()]).toContain('deny');
    heal();
    world.later(MINUTE);
    await world.rests();
    const now = await world.sees(PLATFORM, FORM.accountName);
    expect([...buttonsOf(now.card).keys()]).toEqual([]);
    expect((await world.sees(ALEX, FORM.accountName)).text).not.toContain('Waiting');
  });
});

it('a mail that is acknowledged while a copy of it is on its way: that copy says so too', async () => {
  await using world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  const posted = Promise.withResolvers<undefined>();
  const answered = Promise.withResolvers<undefined>();
  world.teams.holdBy(({ path, body }) => {
    if (path !== '/v3/conversations' || !JSON.stringify(body).includes(ASKED)) return undefined;
    posted.resolve(undefined);
    return answered.promise;
  });
  await world.mailArrives(ASKS);
  const swept = world.sweeps();
  await posted.promise;
  // Teams shows it, and its answer is still on the way.
  const card = await world.sees(PAYMENTS, ASKED);
  const clicked = world.clicks(ISAIAH, card, 'acknowledge-mail');
  await expect
    .poll(async () => (await world.rows()).filter(({ action }) => action === 'acknowledge').length)
    .toBe(1);
  answered.resolve(undefined);
  await Promise.all([swept, clicked]);
  world.later(MINUTE);
  await world.rests();
  const now = await world.sees(PAYMENTS, 'acknowledged it');
  expect(now.activityId).toBe(card.activityId);
});

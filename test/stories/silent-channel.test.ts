import { describe, expect, it } from 'vitest';
import { ALEX, PAYMENTS, SAM, SEARCH, TRIAGE } from './company.ts';
import { FIND, mail, PAY, UNKNOWN } from './mail.ts';
import { BILL } from './given-up.ts';
import { openWorld, type World } from './world.ts';
import type { Channel } from './company.ts';

const MINUTE = 60_000;

const bills = (world: World, channel: Channel): readonly string[] =>
  world.channel(channel).flatMap(({ text }) => (text.includes(BILL) ? [text] : []));

const posts = (world: World, channel: Channel): number =>
  world.teams.calls.filter(
    ({ path, body }) => path === '/v3/conversations' && JSON.stringify(body).includes(channel.id),
  ).length;

describe('a channel that never answers', () => {
  it('holds up neither the sweep nor the mail of another, however much waits for it', async () => {
    await using world = await openWorld({ sweepSeconds: 1 });
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.owns(SAM, SEARCH, FIND);
    world.teams.answerBy(({ path, body }) =>
      path === '/v3/conversations' && JSON.stringify(body).includes(PAYMENTS.id) ? 'silence' : undefined,
    );
    for (let number = 0; number < 20; number += 1) {
      await world.mailArrives(mail({ to: PAY, text: `Your latest billing statement no. ${number}.` }));
    }
    await expect.poll(() => posts(world, PAYMENTS)).toBeGreaterThan(0);
    await world.mailArrives(mail({ to: FIND }));
    await world.sees(SEARCH, BILL);
    await world.mailArrives(mail({ to: UNKNOWN }));
    await world.sees(TRIAGE, BILL);
    expect(world.teams.silentMost()).toBeLessThanOrEqual(8);
  });
});

describe('when Teams is away for hours', () => {
  it.each([
    ['it answers with an error', { status: 503 }],
    ['the bot’s secret ran out', { status: 401 }],
  ])('(%s) nothing is given up, and everything arrives by itself', async (_name, answer) => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.owns(SAM, SEARCH, FIND);
    const heal = world.teams.answerBy(() => answer);
    for (const to of [PAY, FIND, UNKNOWN]) await world.mailArrives(mail({ to }));
    await world.sweeps();
    for (let passed = 0; passed < 6 * 60; passed += 15) {
      world.later(15 * MINUTE);
      await world.rests();
    }
    heal();
    world.later(30_000);
    await world.rests();
    expect([PAYMENTS, SEARCH, TRIAGE].map((channel) => bills(world, channel).length)).toEqual([1, 1, 1]);
    expect((await world.rows()).filter(({ action }) => action === 'dead-letter')).toEqual([]);
  });
});

it('a clock that is set back by an hour does not make a wait of a second an hour long', async () => {
  await using world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  world.teams.answerNext({ status: 429, headers: { 'retry-after': '1' } });
  await world.mailArrives(mail({ to: PAY }));
  await world.sweeps();
  world.later(-60 * MINUTE);
  expect((await world.sees(PAYMENTS, BILL)).text).not.toContain('repeat');
});

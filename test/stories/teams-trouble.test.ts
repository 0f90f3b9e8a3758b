import { describe, expect, it } from 'vitest';
import type { Answer, Call } from '../fakes/connector.ts';
import { ALEX, MEGAN, PAYMENTS, PLATFORM, TRIAGE, type Channel } from './company.ts';
import { openWorld, type World } from './world.ts';
import { mail, PAY, UNKNOWN } from './mail.ts';

const BILL = 'your bill is $42.17';
const REPEAT = 'May be a repeat';
const MINUTE = 60_000;

async function openOffice(options?: Parameters<typeof openWorld>[0]): Promise<World> {
  const world = await openWorld(options);
  await world.owns(ALEX, PAYMENTS, PAY);
  return world;
}

/** Posts into the channel that Teams was asked for, whatever it answered. */
function attempts(world: World, channel: Channel): readonly Call[] {
  return world.teams.calls.filter(
    ({ method, path, body }) =>
      method === 'POST' && path === '/v3/conversations' && JSON.stringify(body).includes(channel.id),
  );
}

/** Teams answers so when something is posted into the channel, until the returned function is called. */
function teamsAnswers(world: World, channel: Channel, answer: Answer): () => void {
  return world.teams.answerBy(({ path, body }) =>
    path === '/v3/conversations' && JSON.stringify(body).includes(channel.id) ? answer : undefined,
  );
}

const cards = (world: World, channel: Channel): readonly string[] =>
  world.channel(channel).flatMap(({ text }) => (text.includes(BILL) ? [text] : []));

describe('when Teams asks for patience (429)', () => {
  it('a mail waits as long as it was told, and arrives once, as no repeat', async () => {
    await using world = await openOffice();
    const heal = teamsAnswers(world, PAYMENTS, { status: 429, headers: { 'retry-after': '120' } });
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    heal();
    world.later(119_000);
    await world.sweeps();
    expect(attempts(world, PAYMENTS)).toHaveLength(1);
    world.later(2_000);
    await world.sweeps();
    expect(attempts(world, PAYMENTS)).toHaveLength(2);
    expect(cards(world, PAYMENTS)).toHaveLength(1);
    expect(cards(world, PAYMENTS)[0]).not.toContain(REPEAT);
  });

  it('an answer in a second is used in a second, without waiting for the next sweep', async () => {
    await using world = await openOffice();
    world.teams.answerNext({ status: 429, headers: { 'retry-after': '1' } });
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    expect((await world.sees(PAYMENTS, BILL)).text).not.toContain(REPEAT);
  });
});

describe('when it is not known whether a post arrived', () => {
  it.each<readonly [string, Answer]>([
    ['an error of the server', { status: 500 }],
    ['a gateway that gave up', { status: 504 }],
    ['a cut connection', 'reset'],
  ])('(%s) there is one attempt, and the next one says that it may be a repeat', async (_name, answer) => {
    await using world = await openOffice();
    const heal = teamsAnswers(world, PAYMENTS, answer);
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    await world.sweeps();
    expect(attempts(world, PAYMENTS)).toHaveLength(1);
    heal();
    world.later(MINUTE);
    await world.sweeps();
    expect(attempts(world, PAYMENTS)).toHaveLength(2);
    expect(cards(world, PAYMENTS)[0]).toContain(REPEAT);
  });

  it('(silence) as well', async () => {
    await using world = await openOffice();
    const heal = teamsAnswers(world, PAYMENTS, 'silence');
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    expect(attempts(world, PAYMENTS)).toHaveLength(1);
    heal();
    world.later(MINUTE);
    await world.sweeps();
    expect(cards(world, PAYMENTS)[0]).toContain(REPEAT);
  });

  it('a doubt once had stays, also when the next attempt is throttled', async () => {
    await using world = await openOffice();
    world.teams.answerNext({ status: 500 }, { status: 429, headers: { 'retry-after': '30' } });
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    world.later(MINUTE);
    await world.sweeps();
    world.later(MINUTE);
    await world.sweeps();
    expect(attempts(world, PAYMENTS)).toHaveLength(3);
    expect(cards(world, PAYMENTS)[0]).toContain(REPEAT);
  });

  it('after a refusal there is no doubt: the card was not taken', async () => {
    await using world = await openOffice();
    world.teams.answerNext({ status: 400 });
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    world.later(MINUTE);
    await world.sweeps();
    expect(cards(world, PAYMENTS)[0]).not.toContain(REPEAT);
  });
});

describe('when the owning channel is gone', () => {
  it.each([
    ['deleted', { status: 404, body: { error: { code: 'ConversationNotFound' } } }],
    ['without the bot', { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }],
  ])('(%s) the mail goes to triage, marked, and to the owner', async (_name, answer) => {
    await using world = await openOffice();
    await world.says(ALEX, 'help');
    teamsAnswers(world, PAYMENTS, answer);
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    expect((await world.sees(TRIAGE, BILL)).text).toContain('The owning channel cannot be reached');
    expect((await world.sees(ALEX, BILL)).text).toContain('The owning channel cannot be reached');
    world.later(MINUTE);
    await world.sweeps();
    expect(attempts(world, PAYMENTS)).toHaveLength(2);
    expect(cards(world, TRIAGE)).toHaveLength(1);
  });

  it('and the owner never wrote to the bot: triage has it all the same, and they have it as soon as they write', async () => {
    await using world = await openOffice();
    teamsAnswers(world, PAYMENTS, { status: 403 });
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    await world.sees(TRIAGE, BILL);
    expect(world.chatOf(ALEX)).toEqual([]);
    await world.says(ALEX, 'help');
    world.later(MINUTE);
    await world.rests();
    expect((await world.sees(ALEX, BILL)).text).toContain('The owning channel cannot be reached');
  });
});

describe('when no triage channel is linked', () => {
  it('the approvers’ channel takes its place', async () => {
    await using world = await openOffice({ linked: [PAYMENTS, PLATFORM] });
    await world.mailArrives(mail({ to: UNKNOWN }));
    await world.sweeps();
    expect((await world.sees(PLATFORM, BILL)).text).toContain(`Nobody has ${UNKNOWN}`);
  });

  it('and none for approvals either, mail waits, and arrives when one is linked', async () => {
    await using world = await openOffice({ linked: [PAYMENTS] });
    await world.mailArrives(mail({ to: UNKNOWN }));
    for (let sweep = 0; sweep < 12; sweep += 1) {
      await world.sweeps();
      world.later(15 * MINUTE);
    }
    await world.sweeps();
    await world.says(MEGAN, 'link triage', TRIAGE);
    expect((await world.sees(TRIAGE, BILL)).text).not.toContain(REPEAT);
    expect(cards(world, TRIAGE)).toHaveLength(1);
  });

  it('linking a channel again delivers what waited for it', async () => {
    await using world = await openOffice({ linked: [PAYMENTS, TRIAGE] });
    const heal = [PAYMENTS, TRIAGE].map((channel) => teamsAnswers(world, channel, { status: 403 }));
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    world.later(MINUTE);
    await world.sweeps();
    heal.forEach((again) => again());
    await world.says(ALEX, 'link', PAYMENTS);
    await world.sees(PAYMENTS, BILL);
    expect(cards(world, TRIAGE)).toEqual([]);
  });
});

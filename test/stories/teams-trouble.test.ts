import { describe, expect, it } from 'vitest';
import type { Answer, Call } from '../fakes/connector.ts';
import { ALEX, MEGAN, PAYMENTS, PLATFORM, TRIAGE, type Channel } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { mail, PAY, UNKNOWN } from './mail.ts';

const BILL = 'your bill is $42.17';
const REPEAT = 'May be a repeat';
const MINUTE = 60_000;

async function openOffice(options?: Parameters<typeof openDesk>[0]): Promise<Desk> {
  const desk = await openDesk(options);
  await desk.owns(ALEX, PAYMENTS, PAY);
  return desk;
}

/** Posts into the channel that Teams was asked for, whatever it answered. */
function attempts(desk: Desk, channel: Channel): readonly Call[] {
  return desk.teams.calls.filter(
    ({ method, path, body }) =>
      method === 'POST' && path === '/v3/conversations' && JSON.stringify(body).includes(channel.id),
  );
}

/** Teams answers so when something is posted into the channel, until the returned function is called. */
function teamsAnswers(desk: Desk, channel: Channel, answer: Answer): () => void {
  return desk.teams.answerBy(({ path, body }) =>
    path === '/v3/conversations' && JSON.stringify(body).includes(channel.id) ? answer : undefined,
  );
}

const cards = (desk: Desk, channel: Channel): readonly string[] =>
  desk.channel(channel).flatMap(({ text }) => (text.includes(BILL) ? [text] : []));

describe('when Teams asks for patience (429)', () => {
  it('a mail waits as long as it was told, and arrives once, as no repeat', async () => {
    await using desk = await openOffice();
    const heal = teamsAnswers(desk, PAYMENTS, { status: 429, headers: { 'retry-after': '120' } });
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    heal();
    desk.later(119_000);
    await desk.sweeps();
    expect(attempts(desk, PAYMENTS)).toHaveLength(1);
    desk.later(2_000);
    await desk.sweeps();
    expect(attempts(desk, PAYMENTS)).toHaveLength(2);
    expect(cards(desk, PAYMENTS)).toHaveLength(1);
    expect(cards(desk, PAYMENTS)[0]).not.toContain(REPEAT);
  });

  it('an answer in a second is used in a second, without waiting for the next sweep', async () => {
    await using desk = await openOffice();
    desk.teams.answerNext({ status: 429, headers: { 'retry-after': '1' } });
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    expect((await desk.sees(PAYMENTS, BILL)).text).not.toContain(REPEAT);
  });
});

describe('when it is not known whether a post arrived', () => {
  it.each<readonly [string, Answer]>([
    ['an error of the server', { status: 500 }],
    ['a gateway that gave up', { status: 504 }],
    ['a cut connection', 'reset'],
  ])('(%s) there is one attempt, and the next one says that it may be a repeat', async (_name, answer) => {
    await using desk = await openOffice();
    const heal = teamsAnswers(desk, PAYMENTS, answer);
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    await desk.sweeps();
    expect(attempts(desk, PAYMENTS)).toHaveLength(1);
    heal();
    desk.later(MINUTE);
    await desk.sweeps();
    expect(attempts(desk, PAYMENTS)).toHaveLength(2);
    expect(cards(desk, PAYMENTS)[0]).toContain(REPEAT);
  });

  it('(silence) as well', { timeout: 20_000 }, async () => {
    await using desk = await openOffice();
    const heal = teamsAnswers(desk, PAYMENTS, 'silence');
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    expect(attempts(desk, PAYMENTS)).toHaveLength(1);
    heal();
    desk.later(MINUTE);
    await desk.sweeps();
    expect(cards(desk, PAYMENTS)[0]).toContain(REPEAT);
  });

  it('a doubt once had stays, also when the next attempt is throttled', async () => {
    await using desk = await openOffice();
    desk.teams.answerNext({ status: 500 }, { status: 429, headers: { 'retry-after': '30' } });
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    desk.later(MINUTE);
    await desk.sweeps();
    desk.later(MINUTE);
    await desk.sweeps();
    expect(attempts(desk, PAYMENTS)).toHaveLength(3);
    expect(cards(desk, PAYMENTS)[0]).toContain(REPEAT);
  });

  it('after a refusal there is no doubt: the card was not taken', async () => {
    await using desk = await openOffice();
    desk.teams.answerNext({ status: 400 });
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    desk.later(MINUTE);
    await desk.sweeps();
    expect(cards(desk, PAYMENTS)[0]).not.toContain(REPEAT);
  });
});

describe('when the owning channel is gone', () => {
  it.each([
    ['deleted', { status: 404, body: { error: { code: 'ConversationNotFound' } } }],
    ['without the bot', { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }],
  ])('(%s) the mail goes to triage, marked, and to the owner', async (_name, answer) => {
    await using desk = await openOffice();
    await desk.says(ALEX, 'help');
    teamsAnswers(desk, PAYMENTS, answer);
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    expect((await desk.sees(TRIAGE, BILL)).text).toContain('The owning channel cannot be reached');
    expect((await desk.sees(ALEX, BILL)).text).toContain('The owning channel cannot be reached');
    desk.later(MINUTE);
    await desk.sweeps();
    expect(attempts(desk, PAYMENTS)).toHaveLength(1);
    expect(cards(desk, TRIAGE)).toHaveLength(1);
  });

  it('and the owner never wrote to the bot: triage has it all the same', async () => {
    await using desk = await openOffice();
    teamsAnswers(desk, PAYMENTS, { status: 403 });
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    await desk.sees(TRIAGE, BILL);
    expect(await desk.log()).toContain('the owner was not told');
  });
});

describe('when no triage channel is linked', () => {
  it('the approvers’ channel stands in', async () => {
    await using desk = await openOffice({ linked: [PAYMENTS, PLATFORM] });
    await desk.mailArrives(mail({ to: UNKNOWN }));
    await desk.sweeps();
    expect((await desk.sees(PLATFORM, BILL)).text).toContain(`Nobody has ${UNKNOWN}`);
  });

  it('and none for approvals either, mail waits, and arrives when one is linked', async () => {
    await using desk = await openOffice({ linked: [PAYMENTS] });
    await desk.mailArrives(mail({ to: UNKNOWN }));
    for (let sweep = 0; sweep < 12; sweep += 1) {
      await desk.sweeps();
      desk.later(15 * MINUTE);
    }
    await desk.sweeps();
    await desk.says(MEGAN, 'link triage', TRIAGE);
    expect((await desk.sees(TRIAGE, BILL)).text).not.toContain(REPEAT);
    expect(cards(desk, TRIAGE)).toHaveLength(1);
  });

  it('linking a channel again delivers what waited for it', async () => {
    await using desk = await openOffice({ linked: [PAYMENTS, TRIAGE] });
    const heal = [PAYMENTS, TRIAGE].map((channel) => teamsAnswers(desk, channel, { status: 403 }));
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    desk.later(MINUTE);
    await desk.sweeps();
    heal.forEach((again) => again());
    await desk.says(ALEX, 'link', PAYMENTS);
    await desk.sees(PAYMENTS, BILL);
    expect(cards(desk, TRIAGE)).toEqual([]);
  });
});

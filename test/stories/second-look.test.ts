import { describe, expect, it } from 'vitest';
import { ALEX, ISAIAH, PAYMENTS, PLATFORM, TRIAGE } from './company.ts';
import { BILL } from './given-up.ts';
import { ASKED, ASKS, mail, PAY } from './mail.ts';
import { openWorld, type World } from './world.ts';

const SECONDS = 1_000;
const BILL_TEXT = 'your bill is $42.17';
const lookups = (world: World): number =>
  world.graph.faults.requests.filter(({ target }) => target.includes('/users?')).length;
const billsOf = (world: World): number =>
  world.chatOf(ALEX).filter(({ text }) => text.includes(BILL_TEXT)).length;

describe('a message that Graph does not find once', () => {
  it('when it is to be posted: it waits, and its card is whole', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    world.teams.answerNext({ status: 429, headers: { 'retry-after': '1' } });
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    world.graph.faults.next({ kind: 'error', status: 404, code: 'ErrorItemNotFound' });
    world.later(2 * SECONDS);
    await world.rests();
    expect(world.channel(PAYMENTS).filter(({ text }) => text.includes('central mailbox'))).toEqual([]);
    world.later(10 * SECONDS);
    await world.rests();
    expect((await world.sees(PAYMENTS, BILL_TEXT)).text).not.toContain('repeat');
  });

  it('when its card is redrawn: the card keeps its subject', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(ASKS);
    await world.sweeps();
    const card = await world.sees(PAYMENTS, ASKED);
    world.graph.faults.skip(1);
    world.graph.faults.next({ kind: 'error', status: 404, code: 'ErrorItemNotFound' });
    await world.clicks(ISAIAH, card, 'acknowledge-mail');
    world.later(10 * SECONDS);
    await world.rests();
    expect((await world.sees(PAYMENTS, 'acknowledged it')).text).toContain('Your request');
  });

  it('when it is to be recorded: it comes within a minute, and nobody hears that it was gone', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(mail({ to: PAY }));
    world.graph.faults.skip(1);
    world.graph.faults.next({ kind: 'error', status: 404, code: 'ErrorItemNotFound' });
    await world.sweeps();
    world.later(20 * SECONDS);
    await world.sweeps();
    await world.sees(PAYMENTS, BILL_TEXT);
    expect(world.channel(TRIAGE).filter(({ text }) => text.includes('gone'))).toEqual([]);
  });
});

describe('the owner of a mail that falls back', () => {
  it('is told by a job of its own, which has the patience of any other', async () => {
    await using world = await openWorld({ linked: [PLATFORM, TRIAGE] });
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.says(ALEX, 'help');
    const heal = world.teams.answerBy(({ path, body }) =>
      path.includes(`chat-of-${ALEX.id}`) && JSON.stringify(body).includes(BILL)
        ? { status: 400 }
        : undefined,
    );
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    await world.sees(TRIAGE, BILL_TEXT);
    expect(billsOf(world)).toBe(0);
    heal();
    await world.restarts();
    world.later(30 * SECONDS);
    await world.rests();
    expect(billsOf(world)).toBe(1);
    world.later(60 * SECONDS);
    await world.rests();
    expect(billsOf(world)).toBe(1);
  });

  it('is looked up, once, where the address alone is known', async () => {
    await using world = await openWorld({ linked: [PLATFORM, TRIAGE] });
    await world.owns({ ...ALEX, id: '' }, PAYMENTS, PAY);
    await world.says(ALEX, 'help');
    const asked: number[] = [];
    for (const number of [1, 2]) {
      await world.mailArrives(
        mail({ to: PAY, subject: `Amazon Web Services Billing Statement no. ${number}` }),
      );
      await world.sweeps();
      asked.push(lookups(world));
    }
    const told = world.chatOf(ALEX).flatMap(({ text }) => /Statement no\. \d/.exec(text)?.[0] ?? []);
    expect(told).toEqual(['Statement no. 1', 'Statement no. 2']);
    expect(asked).toEqual([asked[0], asked[0]]);
  });
});

import { describe, expect, it } from 'vitest';
import { ALEX, MEGAN, PAYMENTS, PLATFORM, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';
import { linesOf } from './history-lines.ts';
import { mail, PAY } from './mail.ts';
import { RESET } from './secret-mails.ts';

const DAYS = 24 * 60 * 60_000;
const BILL = 'Billing Statement';
const billsIn = (world: World): number =>
  world.channel(PAYMENTS).filter(({ text }) => text.includes(BILL)).length;
const digestsIn = (world: World): number =>
  world.channel(PAYMENTS).filter(({ text }) => text.includes('Digest of AWS mail')).length;

async function billArrives(world: World): Promise<void> {
  await world.mailArrives(mail({ to: PAY }));
  await world.sweeps();
}

describe('a channel that mutes billing', () => {
  it('gets no bills until it unmutes them; `mail` lists them, and everything is recorded', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    expect((await world.says(ALEX, 'mute billing, marketing', PAYMENTS)).text).toContain(
      'Billing\nNot at all\nMarketing\nNot at all',
    );
    await billArrives(world);
    expect(billsIn(world)).toBe(0);
    expect((await world.says(ALEX, 'mail', PAYMENTS)).text).toContain('muted');
    await world.says(ALEX, 'link', PAYMENTS);
    expect((await world.says(ALEX, 'mute', PAYMENTS)).text).toContain('Billing\nNot at all');

    expect((await world.says(ALEX, 'unmute billing', PAYMENTS)).text).not.toContain('Billing\n');
    await billArrives(world);
    expect(billsIn(world)).toBe(1);
    expect((await linesOf(world, 'quiet')).map(({ after }) => after)).toEqual([
      'billing mute, marketing mute',
      'marketing mute',
    ]);
  });

  it('gets urgent and withheld mail all the same, and cannot mute it', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    expect((await world.says(ALEX, 'mute urgent', PAYMENTS)).text).toContain('Urgent mail is never quiet');
    await world.says(ALEX, 'mute password-reset action notice info', PAYMENTS);
    await world.mailArrives(RESET);
    await world.sweeps();
    expect((await world.sees(PAYMENTS, 'Text withheld')).text).toContain('Root password');
  });

  it('does not mute what goes to triage', async () => {
    await using world = await openWorld();
    await world.says(ALEX, 'mute billing', PAYMENTS);
    await world.mailArrives(mail({ to: 'aws@company.com' }));
    await world.sweeps();
    expect((await world.sees(TRIAGE, BILL)).text).toContain('No alias was found');
  });

  it.each([
    ['a word that is no topic', 'mute parcels', PAYMENTS, 'That is not a topic'],
    ['a digest without its rhythm', 'digest billing', PAYMENTS, 'How often'],
    ['a channel that owns nothing', 'mute billing', PLATFORM, 'not linked to own aliases'],
    ['one’s own chat', 'mute billing', undefined, 'in the channel'],
  ])('reads what to write instead of %s', async (_name, words, place, expected) => {
    await using world = await openWorld();
    expect((await world.says(MEGAN, words, place)).text).toContain(expected);
  });
});

describe('a channel that wants a daily digest', () => {
  it('gets one card a day with what came, and none when nothing came', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.says(ALEX, 'digest daily billing', PAYMENTS);
    await billArrives(world);
    await billArrives(world);
    expect([billsIn(world), digestsIn(world)]).toEqual([0, 0]);
    await world.restarts();
    world.later(DAYS);
    await world.rests();
    const card = await world.sees(PAYMENTS, 'Digest of AWS mail');
    expect(card.text.match(/Billing/g)).toHaveLength(2);
    expect(card.text).not.toContain('$42');
    world.later(3 * DAYS);
    await world.rests();
    expect(digestsIn(world)).toBe(1);
    await billArrives(world);
    world.later(DAYS);
    await world.rests();
    expect(digestsIn(world)).toBe(2);
  });

  it('gets it again, and is told so, when Teams may have lost it', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.says(ALEX, 'digest weekly billing', PAYMENTS);
    await billArrives(world);
    const heal = world.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes('Digest of AWS mail') ? { status: 500 } : undefined,
    );
    world.later(8 * DAYS);
    await world.rests();
    heal();
    world.later(60_000);
    await world.rests();
    expect((await world.sees(PAYMENTS, 'Digest of AWS mail')).text).toContain('May be a repeat');
    expect(digestsIn(world)).toBe(1);
  });
});

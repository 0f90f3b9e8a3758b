import { describe, expect, it } from 'vitest';
import { ALEX, MEGAN, PAYMENTS, PLATFORM, TRIAGE } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { mail, PAY } from './mail.ts';
import { RESET } from './secret-mails.ts';

const DAYS = 24 * 60 * 60_000;
const BILL = 'Billing Statement';
const billsIn = (desk: Desk): number =>
  desk.channel(PAYMENTS).filter(({ text }) => text.includes(BILL)).length;
const digestsIn = (desk: Desk): number =>
  desk.channel(PAYMENTS).filter(({ text }) => text.includes('Digest of AWS mail')).length;

async function billArrives(desk: Desk): Promise<void> {
  await desk.mailArrives(mail({ to: PAY }));
  await desk.sweeps();
}

describe('a channel that mutes billing', () => {
  it('gets no bills until it unmutes them; `mail` lists them, and everything is recorded', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    expect((await desk.says(ALEX, 'mute billing, marketing', PAYMENTS)).text).toContain(
      'billing\n is not posted',
    );
    await billArrives(desk);
    expect(billsIn(desk)).toBe(0);
    expect((await desk.says(ALEX, 'mail', PAYMENTS)).text).toContain('muted');
    await desk.says(ALEX, 'link', PAYMENTS);
    expect((await desk.says(ALEX, 'mute', PAYMENTS)).text).toContain('billing');

    expect((await desk.says(ALEX, 'unmute billing', PAYMENTS)).text).not.toContain('billing\n');
    await billArrives(desk);
    expect(billsIn(desk)).toBe(1);
    const rows = (await desk.rows()).filter(({ action }) => action === 'quiet');
    expect(rows.map(({ after }) => after)).toEqual(['billing mute, marketing mute', 'marketing mute']);
  });

  it('gets urgent and withheld mail all the same, and cannot mute it', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    expect((await desk.says(ALEX, 'mute urgent', PAYMENTS)).text).toContain('Urgent mail is never quiet');
    await desk.says(ALEX, 'mute password-reset action notice info', PAYMENTS);
    await desk.mailArrives(RESET);
    await desk.sweeps();
    expect((await desk.sees(PAYMENTS, 'Text withheld')).text).toContain('Root password');
  });

  it('does not mute what goes to triage', async () => {
    await using desk = await openDesk();
    await desk.says(ALEX, 'mute billing', PAYMENTS);
    await desk.mailArrives(mail({ to: 'aws@company.com' }));
    await desk.sweeps();
    expect((await desk.sees(TRIAGE, BILL)).text).toContain('No alias was found');
  });

  it.each([
    ['a word that is no topic', 'mute bills', PAYMENTS, 'That is not a topic'],
    ['a digest without its rhythm', 'digest billing', PAYMENTS, 'How often'],
    ['a channel that owns nothing', 'mute billing', PLATFORM, 'not linked to own aliases'],
    ['one’s own chat', 'mute billing', undefined, 'in the channel'],
  ])('reads what to write instead of %s', async (_name, words, place, expected) => {
    await using desk = await openDesk();
    expect((await desk.says(MEGAN, words, place)).text).toContain(expected);
  });
});

describe('a channel that wants a daily digest', () => {
  it('gets one card a day with what came, and none when nothing came', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.says(ALEX, 'digest daily billing', PAYMENTS);
    await billArrives(desk);
    await billArrives(desk);
    expect([billsIn(desk), digestsIn(desk)]).toEqual([0, 0]);
    await desk.restarts();
    desk.later(DAYS);
    await desk.rests();
    const card = await desk.sees(PAYMENTS, 'Digest of AWS mail');
    expect(card.text.match(/Billing/g)).toHaveLength(2);
    expect(card.text).not.toContain('$42');
    desk.later(3 * DAYS);
    await desk.rests();
    expect(digestsIn(desk)).toBe(1);
    await billArrives(desk);
    desk.later(DAYS);
    await desk.rests();
    expect(digestsIn(desk)).toBe(2);
  });

  it('gets it again, and is told so, when Teams may have lost it', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.says(ALEX, 'digest weekly billing', PAYMENTS);
    await billArrives(desk);
    const heal = desk.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes('Digest of AWS mail') ? { status: 500 } : undefined,
    );
    desk.later(8 * DAYS);
    await desk.rests();
    heal();
    desk.later(60_000);
    await desk.rests();
    expect((await desk.sees(PAYMENTS, 'Digest of AWS mail')).text).toContain('May be a repeat');
    expect(digestsIn(desk)).toBe(1);
  });
});

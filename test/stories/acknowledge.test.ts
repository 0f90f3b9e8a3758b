import { describe, expect, it } from 'vitest';
import { ALEX, ISAIAH, MEGAN, PAYMENTS, SAM, SEARCH, TRIAGE } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { mail, PAY } from './mail.ts';
import { RESET } from './secret-mails.ts';
import { buttonsOf, type Shown } from './shown.ts';

const MINUTES = 60_000;
const BILL = 'Billing Statement';

async function arrived(desk: Desk, text: string, words: string): Promise<{ card: Shown; ledgerId: unknown }> {
  await desk.owns(ALEX, PAYMENTS, PAY);
  await desk.says(ALEX, 'help');
  await desk.mailArrives(text);
  await desk.sweeps();
  const card = await desk.sees(PAYMENTS, words);
  return { card, ledgerId: buttonsOf(card.card).get('acknowledge-mail')?.['ledgerId'] };
}

const audited = async (desk: Desk, wanted: string): Promise<number> =>
  (await desk.rows()).filter(({ action }) => action === wanted).length;
const MENTION = '<at>Alex Wilber</at>';
const mentionsOf = (desk: Desk): readonly Shown[] =>
  desk.channel(PAYMENTS).filter(({ text }) => text.includes(MENTION));
const remindersIn = (cards: readonly Shown[]): number =>
  cards.filter(({ text }) => text.includes('Nobody acknowledged this urgent mail')).length;

describe('a mail is acknowledged', () => {
  it('by a member of the channel: who and when stands on every copy, and the button is gone', async () => {
    await using desk = await openDesk();
    const { card } = await arrived(desk, mail({ to: PAY }), BILL);
    const answer = await desk.clicks(ISAIAH, card, 'acknowledge-mail');
    expect(answer.text).toMatch(/Isaiah Langer\n acknowledged it\n · \w{3} \d+, \d{4}/);
    const now = await desk.sees(PAYMENTS, 'acknowledged it');
    expect(now.activityId).toBe(card.activityId);
    expect(now.text).toContain(BILL);
    expect([...buttonsOf(now.card).keys()]).toEqual([]);
    expect(await audited(desk, 'acknowledge')).toBe(1);
  });

  it('once: whoever clicks second, or at the same moment, reads who was first', async () => {
    await using desk = await openDesk();
    const { card } = await arrived(desk, mail({ to: PAY }), BILL);
    const answers = await Promise.all(
      [ISAIAH, ALEX].map((person) => desk.clicks(person, card, 'acknowledge-mail')),
    );
    const late = await desk.clicks(ISAIAH, card, 'acknowledge-mail');
    const names = [...answers, late].map(({ text }) => /(.*)\n acknowledged it/.exec(text)?.[1]);
    expect(new Set(names).size).toBe(1);
    expect(await audited(desk, 'acknowledge')).toBe(1);
  });

  it('on the copies in triage and in the owner’s chat too, which keep saying why they stand there', async () => {
    await using desk = await openDesk();
    const heal = desk.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes(PAYMENTS.id) ? { status: 404 } : undefined,
    );
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.says(ALEX, 'help');
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    heal();
    await desk.clicks(MEGAN, await desk.sees(TRIAGE, BILL), 'acknowledge-mail');
    for (const place of [TRIAGE, ALEX]) {
      const copy = await desk.sees(place, 'acknowledged it');
      expect(copy.text).toContain('The owning channel cannot be reached');
      expect(copy.text).toContain(BILL);
    }
  });

  it('by nobody of another team, however the click was made', async () => {
    await using desk = await openDesk();
    const { ledgerId } = await arrived(desk, mail({ to: PAY }), BILL);
    for (const place of [SEARCH, undefined]) {
      const forged = await desk.forges(SAM, 'acknowledge-mail', { ledgerId }, place);
      expect(forged).toContain('There is no such thing, or you may not');
      expect(forged).not.toContain(PAY);
    }
    expect(await desk.forges(ALEX, 'acknowledge-mail', { ledgerId: 'x' })).toContain(
      'There is no such thing, or you may not',
    );
    expect(await audited(desk, 'acknowledge')).toBe(0);
  });
});

describe('an urgent mail that nobody acknowledges', () => {
  it('has its owner mentioned below it after an hour, and is told to triage after another, each once', async () => {
    await using desk = await openDesk();
    const { card } = await arrived(desk, RESET, 'Text withheld');
    desk.later(59 * MINUTES);
    await desk.rests();
    expect(mentionsOf(desk)).toEqual([]);
    desk.later(1 * MINUTES);
    await desk.rests();
    const mention = await desk.sees(PAYMENTS, MENTION);
    expect(mention.text).toContain('nobody acknowledged this urgent mail for 60 minutes');
    expect(mention.card).toMatchObject({
      msteams: {
        entities: [{ type: 'mention', text: MENTION, mentioned: { id: ALEX.id, name: 'Alex Wilber' } }],
      },
    });
    expect(remindersIn(desk.channel(TRIAGE))).toBe(0);
    desk.later(60 * MINUTES);
    await desk.rests();
    await desk.sees(TRIAGE, 'Nobody acknowledged this urgent mail for 120 minutes');
    desk.later(24 * 60 * MINUTES);
    await desk.restarts();
    await desk.rests();
    expect([mentionsOf(desk).length, remindersIn(desk.channel(TRIAGE))]).toEqual([1, 1]);
    expect(await audited(desk, 'raise')).toBe(2);

    await desk.clicks(ALEX, card, 'acknowledge-mail');
    for (const place of [PAYMENTS, TRIAGE]) await desk.sees(place, 'acknowledged it');
  });

  it('is told to nobody when somebody did in time', async () => {
    await using desk = await openDesk();
    const { card } = await arrived(desk, RESET, 'Text withheld');
    await desk.clicks(ISAIAH, card, 'acknowledge-mail');
    desk.later(3 * 60 * MINUTES);
    await desk.rests();
    expect([mentionsOf(desk).length, remindersIn(desk.channel(TRIAGE))]).toEqual([0, 0]);
    expect(await audited(desk, 'raise')).toBe(0);
  });

  it('is told to triage at once after the hour, when no owner can be told', async () => {
    await using desk = await openDesk();
    await desk.owns({ ...ALEX, id: '' }, PAYMENTS, PAY);
    await desk.mailArrives(RESET);
    await desk.sweeps();
    desk.later(60 * MINUTES);
    await desk.rests();
    await desk.sees(TRIAGE, 'Nobody acknowledged this urgent mail for 60 minutes');
    expect(remindersIn(desk.channel(TRIAGE))).toBe(1);
  });

  it('is told to its owner in their own chat when no card of it stands in the owning channel', async () => {
    await using desk = await openDesk();
    desk.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes(PAYMENTS.id) ? { status: 404 } : undefined,
    );
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.says(ALEX, 'help');
    await desk.mailArrives(RESET);
    await desk.sweeps();
    desk.later(60 * MINUTES);
    await desk.rests();
    await desk.sees(ALEX, 'Nobody acknowledged this urgent mail for 60 minutes');
    expect(mentionsOf(desk)).toEqual([]);
  });

  it('survives a crash before its time', async () => {
    await using desk = await openDesk();
    await arrived(desk, RESET, 'Text withheld');
    await desk.crashes();
    desk.later(60 * MINUTES);
    await desk.rests();
    await desk.sees(PAYMENTS, MENTION);
    expect(mentionsOf(desk)).toHaveLength(1);
  });

  it('keeps its time as configured, and a mail that is not urgent has none', async () => {
    await using desk = await openDesk({ handling: { acknowledgeMinutes: 5 } });
    await arrived(desk, mail({ to: PAY }), BILL);
    await desk.mailArrives(RESET);
    await desk.sweeps();
    desk.later(5 * MINUTES);
    await desk.rests();
    expect((await desk.sees(PAYMENTS, MENTION)).text).toContain('for 5 minutes');
    expect(mentionsOf(desk)).toHaveLength(1);
  });
});

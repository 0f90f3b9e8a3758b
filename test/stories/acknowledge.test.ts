import { describe, expect, it } from 'vitest';
import { ALEX, ISAIAH, MEGAN, PAYMENTS, SAM, SEARCH, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';
import { ASKED, ASKS, mail, PAY } from './mail.ts';
import { RESET } from './secret-mails.ts';
import { buttonsOf, type Shown } from './shown.ts';

const MINUTES = 60_000;
async function arrived(
  world: World,
  text: string,
  words: string,
): Promise<{ card: Shown; ledgerId: unknown }> {
  await world.owns(ALEX, PAYMENTS, PAY);
  await world.says(ALEX, 'help');
  await world.mailArrives(text);
  await world.sweeps();
  const card = await world.sees(PAYMENTS, words);
  return { card, ledgerId: buttonsOf(card.card).get('acknowledge-mail')?.['ledgerId'] };
}

const audited = async (world: World, wanted: string): Promise<number> =>
  (await world.rows()).filter(({ action }) => action === wanted).length;
const MENTION = '<at>Alex Wilber</at>';
/** Cards below that of the mail, which mentions the owner as well as long as nobody looks after it. */
const mentionsOf = (world: World): readonly Shown[] =>
  world.channel(PAYMENTS).filter(({ text }) => text.includes(`${MENTION}, nobody acknowledged`));
const remindersIn = (cards: readonly Shown[]): number =>
  cards.filter(({ text }) => text.includes('Nobody acknowledged this urgent mail')).length;

describe('a mail is acknowledged', () => {
  it('by a member of the channel: who and when is on every copy, and the button is gone', async () => {
    await using world = await openWorld();
    const { card } = await arrived(world, ASKS, ASKED);
    const answer = await world.clicks(ISAIAH, card, 'acknowledge-mail');
    expect(answer.text).toMatch(/Isaiah Langer\n acknowledged it\n · \{\{DATE\(/);
    const now = await world.sees(PAYMENTS, 'acknowledged it');
    expect(now.activityId).toBe(card.activityId);
    expect(now.text).toContain(ASKED);
    expect([...buttonsOf(now.card).keys()]).toEqual(['reveal-mail', 'show-alias']);
    expect(await audited(world, 'acknowledge')).toBe(1);
  });

  it('once: whoever clicks second, or at the same moment, reads who was first', async () => {
    await using world = await openWorld();
    const { card } = await arrived(world, ASKS, ASKED);
    const answers = await Promise.all(
      [ISAIAH, ALEX].map((person) => world.clicks(person, card, 'acknowledge-mail')),
    );
    const late = await world.clicks(ISAIAH, card, 'acknowledge-mail');
    const names = [...answers, late].map(({ text }) => /(.*)\n acknowledged it/.exec(text)?.[1]);
    expect(new Set(names).size).toBe(1);
    expect(await audited(world, 'acknowledge')).toBe(1);
  });

  it('on the copies in triage and in the owner’s chat too, which keep saying why they stand there', async () => {
    await using world = await openWorld();
    const heal = world.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes(PAYMENTS.id) ? { status: 404 } : undefined,
    );
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.says(ALEX, 'help');
    await world.mailArrives(ASKS);
    await world.sweeps();
    heal();
    await world.clicks(MEGAN, await world.sees(TRIAGE, ASKED), 'acknowledge-mail');
    for (const place of [TRIAGE, ALEX]) {
      const copy = await world.sees(place, 'acknowledged it');
      expect(copy.text).toContain('The owning channel cannot be reached');
      expect(copy.text).toContain(ASKED);
    }
  });

  it('by nobody of another team, however the click was made', async () => {
    await using world = await openWorld();
    const { ledgerId } = await arrived(world, ASKS, ASKED);
    for (const place of [SEARCH, undefined]) {
      const forged = await world.forges(SAM, 'acknowledge-mail', { ledgerId }, place);
      expect(forged).toContain('There is no such thing, or you may not');
      expect(forged).not.toContain(PAY);
    }
    expect(await world.forges(ALEX, 'acknowledge-mail', { ledgerId: 'x' })).toContain(
      'There is no such thing, or you may not',
    );
    expect(await audited(world, 'acknowledge')).toBe(0);
  });
});

describe('an urgent mail', () => {
  it('rings its owner at once, as long as nobody looks after it, and says on a phone what it is about', async () => {
    await using world = await openWorld();
    const { card } = await arrived(world, RESET, 'Text withheld');
    expect(card.text).toContain(`${MENTION}, please look after this mail`);
    const entity = { type: 'mention', text: MENTION, mentioned: { id: ALEX.id, name: 'Alex Wilber' } };
    expect(card.card).toMatchObject({ msteams: { entities: [entity] } });
    const posted = world.teams.calls.find(
      ({ body }) => body !== undefined && JSON.stringify(body).includes('Text withheld'),
    );
    expect(JSON.stringify(posted?.body)).toContain(
      '"summary":"● Urgent: Root password, account of Alex Wilber."',
    );
    await world.clicks(ISAIAH, card, 'acknowledge-mail');
    const after = await world.sees(PAYMENTS, 'acknowledged it');
    expect(after.card).toMatchObject({ msteams: { entities: [] } });
    expect(after.text).not.toContain(MENTION);
  });

  it('is asked after, and a bill is not: nobody has to do anything about it', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    const { card } = await world.sees(PAYMENTS, 'Billing Statement');
    expect([...buttonsOf(card).keys()]).not.toContain('acknowledge-mail');
    expect(card).toMatchObject({ msteams: { entities: [] } });
  });
});

describe('an urgent mail that nobody acknowledges', () => {
  it('has its owner mentioned below it after an hour, and is told to triage after another, each once', async () => {
    await using world = await openWorld();
    const { card } = await arrived(world, RESET, 'Text withheld');
    world.later(59 * MINUTES);
    await world.rests();
    expect(mentionsOf(world)).toEqual([]);
    world.later(1 * MINUTES);
    await world.rests();
    const mention = await world.sees(PAYMENTS, `${MENTION}, nobody acknowledged`);
    expect(mention.text).toContain('nobody acknowledged this urgent mail for 60 minutes');
    expect(mention.card).toMatchObject({
      msteams: {
        entities: [{ type: 'mention', text: MENTION, mentioned: { id: ALEX.id, name: 'Alex Wilber' } }],
      },
    });
    expect(remindersIn(world.channel(TRIAGE))).toBe(0);
    world.later(60 * MINUTES);
    await world.rests();
    await world.sees(TRIAGE, 'Nobody acknowledged this urgent mail for 120 minutes');
    world.later(24 * 60 * MINUTES);
    await world.restarts();
    await world.rests();
    expect([mentionsOf(world).length, remindersIn(world.channel(TRIAGE))]).toEqual([1, 1]);
    expect(await audited(world, 'raise')).toBe(2);

    await world.clicks(ALEX, card, 'acknowledge-mail');
    for (const place of [PAYMENTS, TRIAGE]) await world.sees(place, 'acknowledged it');
  });

  it('is told to nobody when somebody did in time', async () => {
    await using world = await openWorld();
    const { card } = await arrived(world, RESET, 'Text withheld');
    await world.clicks(ISAIAH, card, 'acknowledge-mail');
    world.later(3 * 60 * MINUTES);
    await world.rests();
    expect([mentionsOf(world).length, remindersIn(world.channel(TRIAGE))]).toEqual([0, 0]);
    expect(await audited(world, 'raise')).toBe(0);
  });

  it('is told to triage at once after the hour, when no owner can be told', async () => {
    await using world = await openWorld();
    await world.owns({ ...ALEX, id: '', mail: 'left@company.com' }, PAYMENTS, PAY);
    await world.mailArrives(RESET);
    await world.sweeps();
    world.later(60 * MINUTES);
    await world.rests();
    await world.sees(TRIAGE, 'Nobody acknowledged this urgent mail for 60 minutes');
    expect(remindersIn(world.channel(TRIAGE))).toBe(1);
  });

  it('is told to an owner who is known by address alone', async () => {
    await using world = await openWorld();
    await world.owns({ ...ALEX, id: '' }, PAYMENTS, PAY);
    await world.mailArrives(RESET);
    await world.sweeps();
    world.later(60 * MINUTES);
    await world.rests();
    await world.sees(PAYMENTS, ALEX.name);
    expect(remindersIn(world.channel(TRIAGE))).toBe(0);
  });

  it('is told to its owner in their own chat when no card of it is in the owning channel', async () => {
    await using world = await openWorld();
    world.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes(PAYMENTS.id) ? { status: 404 } : undefined,
    );
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.says(ALEX, 'help');
    await world.mailArrives(RESET);
    await world.sweeps();
    world.later(60 * MINUTES);
    await world.rests();
    await world.sees(ALEX, 'Nobody acknowledged this urgent mail for 60 minutes');
    expect(mentionsOf(world)).toEqual([]);
  });

  it('survives a crash before its time', async () => {
    await using world = await openWorld();
    await arrived(world, RESET, 'Text withheld');
    await world.crashes();
    world.later(60 * MINUTES);
    await world.rests();
    await world.sees(PAYMENTS, `${MENTION}, nobody acknowledged`);
    expect(mentionsOf(world)).toHaveLength(1);
  });

  it('keeps its time as configured, and a mail that is not urgent has none', async () => {
    await using world = await openWorld({ handling: { acknowledgeMinutes: 5 } });
    await arrived(world, ASKS, ASKED);
    await world.mailArrives(RESET);
    await world.sweeps();
    world.later(5 * MINUTES);
    await world.rests();
    expect((await world.sees(PAYMENTS, `${MENTION}, nobody acknowledged`)).text).toContain('for 5 minutes');
    expect(mentionsOf(world)).toHaveLength(1);
  });
});

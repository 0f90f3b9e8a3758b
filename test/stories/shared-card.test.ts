import { describe, expect, it } from 'vitest';
import { ALEX, ISAIAH, PAYMENTS, SAM, SEARCH, TRIAGE, type Channel } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { FIND, mail, NOBODYS as SHOP, PAY } from './mail.ts';
import { RESET } from './secret-mails.ts';

const MINUTES = 60_000;
const BILL = 'Billing Statement';
const TO_ALL = mail({ to: `${PAY}, ${FIND}`, cc: SHOP });

const bills = (desk: Desk, channel: Channel): readonly string[] =>
  desk
    .channel(channel)
    .map(({ text }) => text)
    .filter((text) => text.includes(BILL));

/** PAY and SHOP belong to Payments, Alex's and Isaiah's; FIND to Search. */
async function openOffice(linked?: readonly Channel[]): Promise<Desk> {
  const desk = await openDesk(linked === undefined ? {} : { linked });
  await desk.owns(ALEX, PAYMENTS, PAY);
  await desk.owns(ISAIAH, PAYMENTS, SHOP);
  await desk.owns(SAM, SEARCH, FIND);
  return desk;
}

describe('one mail to several aliases of a channel', () => {
  it('is one card that names them and their owners, and keeps them when it is redrawn', async () => {
    await using desk = await openOffice();
    await desk.mailArrives(TO_ALL);
    await desk.sweeps();
    const card = await desk.sees(PAYMENTS, BILL);
    for (const words of [PAY, SHOP, ALEX.name, ISAIAH.name]) expect(card.text).toContain(words);
    expect(card.text).not.toContain(FIND);
    expect([bills(desk, PAYMENTS).length, bills(desk, SEARCH).length]).toEqual([1, 1]);
    expect(bills(desk, SEARCH).join('\n')).not.toContain(PAY);

    const answer = await desk.clicks(ISAIAH, card, 'acknowledge-mail');
    await desk.rests();
    const after = await desk.sees(PAYMENTS, 'acknowledged it');
    for (const { text } of [answer, after]) {
      for (const words of [PAY, SHOP, ISAIAH.name, 'acknowledged it']) expect(text).toContain(words);
      expect(text.split('acknowledged it')).toHaveLength(2);
    }
    expect(after.activityId).toBe(card.activityId);
    const handled = (await desk.rows()).filter(({ action }) => action === 'acknowledge');
    expect(handled).toHaveLength(2);
    expect(bills(desk, SEARCH).join('\n')).not.toContain('acknowledged');
  });

  it('is shown to each owner for their own alias', async () => {
    await using desk = await openOffice();
    await desk.says(ALEX, 'help');
    await desk.says(ISAIAH, 'help');
    await desk.mailArrives(RESET.replace(`To: ${PAY}`, `To: ${PAY}, ${SHOP}`));
    await desk.sweeps();
    const card = await desk.sees(PAYMENTS, 'Text withheld');
    expect(card.text).toContain(SHOP);
    expect((await desk.clicks(SAM, card, 'reveal-mail')).text).toContain('you may not do this');
    const suspicions = async (): Promise<number> =>
      (await desk.log()).split('for what is not theirs').length - 1;
    expect(await suspicions()).toBe(1);
    for (const owner of [ALEX, ISAIAH]) {
      const now = desk.channel(PAYMENTS).find(({ activityId }) => activityId === card.activityId);
      await desk.clicks(owner, now ?? card, 'reveal-mail');
    }
    const wanted = (await desk.rows()).filter(({ action }) => action === 'reveal-wanted');
    expect(new Set(wanted.map(({ alias_id: id }) => id)).size).toBe(2);
    // That the other alias on the card is not theirs is nothing to wonder about.
    expect(await suspicions()).toBe(1);
  });

  it('falls back as one and comes late as one, when the channel is linked', async () => {
    await using desk = await openOffice([TRIAGE, SEARCH]);
    await desk.says(ALEX, 'help');
    await desk.says(ISAIAH, 'help');
    await desk.mailArrives(TO_ALL);
    await desk.sweeps();
    const [inTriage = '', ...others] = bills(desk, TRIAGE);
    expect(others).toEqual([]);
    for (const words of [PAY, SHOP]) expect(inTriage).toContain(words);
    for (const owner of [ALEX, ISAIAH]) await desk.sees(owner, BILL);
    await desk.says(ALEX, 'link', PAYMENTS);
    await desk.sweeps();
    const late = await desk.sees(PAYMENTS, 'Delivered late');
    for (const words of [PAY, SHOP]) expect(late.text).toContain(words);
    expect(bills(desk, PAYMENTS)).toHaveLength(1);
  });

  it('is a card each, when one of them goes to another channel before it is posted', async () => {
    await using desk = await openOffice();
    const heal = desk.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes(BILL) ? { status: 429 } : undefined,
    );
    await desk.mailArrives(TO_ALL);
    await desk.sweeps();
    expect(bills(desk, PAYMENTS)).toEqual([]);
    heal();
    await moveTo(desk, SEARCH, SHOP);
    desk.later(10 * MINUTES);
    await desk.sweeps();
    await desk.rests();
    expect(bills(desk, PAYMENTS)).toHaveLength(1);
    expect(bills(desk, PAYMENTS)[0]).not.toContain(SHOP);
    expect(bills(desk, SEARCH).filter((text) => text.includes(SHOP))).toHaveLength(1);
    desk.later(10 * MINUTES);
    await desk.sweeps();
    expect(bills(desk, PAYMENTS).length + bills(desk, SEARCH).length).toBe(3);
  });

  it('is acknowledged where it is still theirs, when one of them went to another team later', async () => {
    await using desk = await openOffice();
    await desk.mailArrives(TO_ALL);
    await desk.sweeps();
    const card = await desk.sees(PAYMENTS, BILL);
    await moveTo(desk, SEARCH, SHOP);
    await desk.clicks(ALEX, card, 'acknowledge-mail');
    const handled = (await desk.rows()).filter(({ action }) => action === 'acknowledge');
    expect(handled).toHaveLength(1);
  });
});

/** The alias belongs to another channel from now on. */
async function moveTo(desk: Desk, channel: Channel, address: string): Promise<void> {
  const before = await desk.register.aliasByAddress(address);
  if (before === undefined) throw new Error('no such alias');
  const outcome = await desk.register.commit({
    id: crypto.randomUUID(),
    aliases: [{ before, after: { ...before.value, channelId: channel.id } }],
    audit: [
      {
        at: new Date(),
        actor: { kind: 'system', name: 'story' },
        action: 'transfer',
        aliasId: before.value.id,
        requestId: undefined,
        before: '',
        after: '',
        reason: '',
      },
    ],
  });
  expect(outcome.kind).toBe('committed');
}

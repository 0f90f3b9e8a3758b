import { describe, expect, it } from 'vitest';
import { ALEX, ISAIAH, PAYMENTS, SAM, SEARCH, TRIAGE, type Channel } from './company.ts';
import { openWorld, type World } from './world.ts';
import { FIND, mail, NOBODYS as SHOP, PAY } from './mail.ts';
import { RESET } from './secret-mails.ts';

const MINUTES = 60_000;
/** Of no kind that the table has, so that somebody has to look. */
const ASKED = 'Text not shown here';
const TO_ALL = mail({
  to: `${PAY}, ${FIND}`,
  cc: SHOP,
  from: 'Amazon Web Services <no-reply@amazonaws.com>',
  subject: 'Your request',
  text: 'Hello,\r\n\r\nplease look at this.',
});

const asks = (world: World, channel: Channel): readonly string[] =>
  world
    .channel(channel)
    .map(({ text }) => text)
    .filter((text) => text.includes(ASKED));

/** PAY and SHOP belong to Payments, Alex's and Isaiah's; FIND to Search. */
async function openOffice(linked?: readonly Channel[]): Promise<World> {
  const world = await openWorld(linked === undefined ? {} : { linked });
  await world.owns(ALEX, PAYMENTS, PAY);
  await world.owns(ISAIAH, PAYMENTS, SHOP);
  await world.owns(SAM, SEARCH, FIND);
  return world;
}

describe('one mail to several aliases of a channel', () => {
  it('is one card that names them and their owners, and keeps them when it is redrawn', async () => {
    await using world = await openOffice();
    await world.mailArrives(TO_ALL);
    await world.sweeps();
    const card = await world.sees(PAYMENTS, ASKED);
    for (const words of [PAY, SHOP, ALEX.name, ISAIAH.name]) expect(card.text).toContain(words);
    expect(card.text).not.toContain(FIND);
    expect([asks(world, PAYMENTS).length, asks(world, SEARCH).length]).toEqual([1, 1]);
    expect(asks(world, SEARCH).join('\n')).not.toContain(PAY);

    const answer = await world.clicks(ISAIAH, card, 'acknowledge-mail');
    await world.rests();
    const after = await world.sees(PAYMENTS, 'acknowledged it');
    for (const { text } of [answer, after]) {
      for (const words of [PAY, SHOP, ISAIAH.name, 'acknowledged it']) expect(text).toContain(words);
      expect(text.split('acknowledged it')).toHaveLength(2);
    }
    expect(after.activityId).toBe(card.activityId);
    const handled = (await world.rows()).filter(({ action }) => action === 'acknowledge');
    expect(handled).toHaveLength(2);
    expect(asks(world, SEARCH).join('\n')).not.toContain('acknowledged');
  });

  it('is shown to each owner for their own alias', async () => {
    await using world = await openOffice();
    await world.says(ALEX, 'help');
    await world.says(ISAIAH, 'help');
    await world.mailArrives(RESET.replace(`To: ${PAY}`, `To: ${PAY}, ${SHOP}`));
    await world.sweeps();
    const card = await world.sees(PAYMENTS, 'Text withheld');
    expect(card.text).toContain(SHOP);
    expect((await world.clicks(SAM, card, 'reveal-mail')).text).toContain('you may not do this');
    const suspicions = async (): Promise<number> =>
      (await world.log()).split('for what is not theirs').length - 1;
    expect(await suspicions()).toBe(1);
    for (const owner of [ALEX, ISAIAH]) {
      const now = world.channel(PAYMENTS).find(({ activityId }) => activityId === card.activityId);
      await world.clicks(owner, now ?? card, 'reveal-mail');
    }
    const wanted = (await world.rows()).filter(({ action }) => action === 'reveal-wanted');
    expect(new Set(wanted.map(({ alias_id: id }) => id)).size).toBe(2);
    // That the other alias on the card is not theirs is nothing to wonder about.
    expect(await suspicions()).toBe(1);
  });

  it('falls back as one and comes late as one, when the channel is linked', async () => {
    await using world = await openOffice([TRIAGE, SEARCH]);
    await world.says(ALEX, 'help');
    await world.says(ISAIAH, 'help');
    await world.mailArrives(TO_ALL);
    await world.sweeps();
    const [inTriage = '', ...others] = asks(world, TRIAGE);
    expect(others).toEqual([]);
    for (const words of [PAY, SHOP]) expect(inTriage).toContain(words);
    for (const owner of [ALEX, ISAIAH]) await world.sees(owner, ASKED);
    await world.says(ALEX, 'link', PAYMENTS);
    await world.sweeps();
    const late = await world.sees(PAYMENTS, 'Delivered late');
    for (const words of [PAY, SHOP]) expect(late.text).toContain(words);
    expect(asks(world, PAYMENTS)).toHaveLength(1);
  });

  it('is a card each, when one of them goes to another channel before it is posted', async () => {
    await using world = await openOffice();
    const heal = world.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes(ASKED) ? { status: 429 } : undefined,
    );
    await world.mailArrives(TO_ALL);
    await world.sweeps();
    expect(asks(world, PAYMENTS)).toEqual([]);
    heal();
    await moveTo(world, SEARCH, SHOP);
    world.later(10 * MINUTES);
    await world.sweeps();
    await world.rests();
    expect(asks(world, PAYMENTS)).toHaveLength(1);
    expect(asks(world, PAYMENTS)[0]).not.toContain(SHOP);
    expect(asks(world, SEARCH).filter((text) => text.includes(SHOP))).toHaveLength(1);
    world.later(10 * MINUTES);
    await world.sweeps();
    expect(asks(world, PAYMENTS).length + asks(world, SEARCH).length).toBe(3);
  });

  it('is acknowledged where it is still theirs, when one of them went to another team later', async () => {
    await using world = await openOffice();
    await world.mailArrives(TO_ALL);
    await world.sweeps();
    const card = await world.sees(PAYMENTS, ASKED);
    await moveTo(world, SEARCH, SHOP);
    await world.clicks(ALEX, card, 'acknowledge-mail');
    const handled = (await world.rows()).filter(({ action }) => action === 'acknowledge');
    expect(handled).toHaveLength(1);
  });
});

/** The alias belongs to another channel from now on. */
async function moveTo(world: World, channel: Channel, address: string): Promise<void> {
  const before = await world.register.aliasByAddress(address);
  if (before === undefined) throw new Error('no such alias');
  const outcome = await world.register.commit({
    id: crypto.randomUUID(),
    aliases: [{ before, after: { ...before.value, channelId: channel.id } }],
    audit: [
      {
        at: new Date(),
        actor: { kind: 'system', name: 'story' },
        action: 'transfer',
        aliasId: before.value.id,
        requestId: undefined,
      },
    ],
  });
  expect(outcome.kind).toBe('committed');
}

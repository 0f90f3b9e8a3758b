import { describe, expect, it } from 'vitest';
import type { Alias } from '../../src/aliases/alias.ts';
import type { Person } from '../../src/people/person.ts';
import { aliasChange } from '../fakes/aliases.ts';
import { ADDRESSES, ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM, SAM, SEARCH, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';
import { buttonsOf, typedIn } from './shown.ts';

const [ONE = ''] = ADDRESSES;

const aliasAt = async (world: World): Promise<Alias | undefined> =>
  (await world.register.aliasByAddress(ONE))?.value;

const mention = (id: string, name: string): Record<string, unknown> => ({
  type: 'mention',
  text: `<at>${name}</at>`,
  mentioned: { id, name },
});
const BOT = mention('28:rootdesk', 'Rootdesk');
const of = ({ id, name }: Person): Record<string, unknown> => mention(`29:${id}`, name);

describe('an alias is given away only after a yes to a card', () => {
  const ways: readonly [string, string][] = [
    ['an address', SAM.mail],
    ['an address in capitals, and a word before it', `to ${SAM.mail.toUpperCase()}`],
    ['a name with an address, as Teams escapes it', `Sam Search &lt;${SAM.mail}&gt;`],
    ['a name with an address, not escaped', `Sam Search <${SAM.mail}>`],
    ['a link', `<a href="mailto:${SAM.mail}">${SAM.mail}</a>`],
    ['a mailto link', `mailto:${SAM.mail}?subject=hello`],
    ['Markdown', `[${SAM.mail}](mailto:${SAM.mail})`],
    ['an address with a comma', `${SAM.mail}, who takes it over`],
  ];
  it.each(ways)('%s', async (_name, typed) => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    const question = await world.says(ALEX, `transfer ${ONE} ${typed}`, PAYMENTS);
    for (const words of [ALEX.mail, SAM.mail, 'Payments › aws-root']) expect(question.text).toContain(words);
    expect(await aliasAt(world)).toMatchObject({ owner: ALEX, channelId: PAYMENTS.id });
    const done = await world.clicks(ALEX, question, 'confirm-transfer');
    expect(done.text).toContain('The alias has a new owner');
    expect(await aliasAt(world)).toMatchObject({ owner: SAM, channelId: PAYMENTS.id });
    const now = await world.sees(PAYMENTS, 'The alias has a new owner');
    expect([...buttonsOf(now.card).keys()]).toEqual(['page-mail']);
  });

  it('somebody who is mentioned is found by the id in the roster, whatever name is shown', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    const typed = `transfer ${ONE} <at>Megan Bowen</at> she asked for it`;
    const entities = [BOT, mention(`29:${SAM.id}`, 'Megan Bowen')];
    const question = await world.says(ALEX, typed, PAYMENTS, entities);
    expect(question.text).toContain(SAM.mail);
    expect(question.text).not.toContain(MEGAN.mail);
    await world.clicks(ALEX, question, 'confirm-transfer', typedIn(question.card));
    expect(await aliasAt(world)).toMatchObject({ owner: SAM, channelId: PAYMENTS.id });
    expect((await world.says(MEGAN, `history ${ONE}`)).text).toContain('she asked for it');
  });

  const unclear: readonly [string, string, readonly Record<string, unknown>[], string][] = [
    ['a name alone', 'Megan Bowen', [BOT], 'Who is that?'],
    ['a mention of which Teams says nothing', '<at>Megan Bowen</at>', [BOT], 'Who is that?'],
    [
      'two people',
      `<at>${SAM.name}</at> <at>${MEGAN.name}</at>`,
      [BOT, of(SAM), of(MEGAN)],
      'To whom of them?',
    ],
    ['two addresses', `${SAM.mail} ${MEGAN.mail}`, [BOT], 'To whom of them?'],
    ['a word', 'tomorrow', [BOT], 'Who is that?'],
    ['courtesy', 'please', [BOT], 'To whom?'],
    ['a word before a mention', `dear <at>${SAM.name}</at>`, [BOT, of(SAM)], 'Who is that?'],
    ['the bot itself', '<at>Rootdesk</at>', [BOT, BOT], 'To whom?'],
    ['here and an address', `here ${SAM.mail}`, [BOT], 'to this channel?'],
    ['here and a mention', `here <at>${SAM.name}</at>`, [BOT, of(SAM)], 'to this channel?'],
    ['an address and here', `to ${SAM.mail} here`, [BOT], 'to this channel?'],
    ['half an address', 'megan@', [BOT], 'Who is that?'],
  ];
  it.each(unclear)('%s is asked about, and nothing moves', async (_name, typed, entities, answer) => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    expect((await world.says(ALEX, `transfer ${ONE} ${typed}`, SEARCH, entities)).text).toContain(answer);
    expect(await aliasAt(world)).toMatchObject({ owner: ALEX, channelId: PAYMENTS.id });
  });

  it('is asked about anew where the alias is another by the time of the yes', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    const question = await world.says(ALEX, `transfer ${ONE} ${SAM.mail}`);
    await world.says(ALEX, `bind ${ONE} 123456789012`);
    const again = await world.clicks(ALEX, question, 'confirm-transfer');
    expect(again.text).toContain('The alias changed since you were asked');
    expect(again.text).toContain('123456789012');
    expect(await aliasAt(world)).toMatchObject({ owner: ALEX });
    await world.clicks(ALEX, again, 'confirm-transfer');
    expect(await aliasAt(world)).toMatchObject({ owner: SAM });
  });

  it('is not believed from anybody who may not, nor to anybody who is not there', async () => {
    await using world = await openWorld();
    const { id: aliasId } = await world.owns(ALEX, PAYMENTS, ONE);
    const version = (await world.register.alias(aliasId))?.version;
    for (const stranger of [SAM, ISAIAH]) {
      const data = { aliasId, to: stranger.id, version };
      expect(await world.forges(stranger, 'confirm-transfer', data)).toContain('you may not do this');
    }
    expect(await world.forges(ALEX, 'confirm-transfer', { aliasId, to: 'nobody', version })).toContain(
      'Nobody',
    );
    expect(await aliasAt(world)).toMatchObject({ owner: ALEX });
  });

  it('can be thought better of', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    const question = await world.says(ALEX, `transfer ${ONE} ${SAM.mail}`);
    expect((await world.clicks(ALEX, question, 'keep-alias')).text).toContain('Nothing was changed');
    expect(await aliasAt(world)).toMatchObject({ owner: ALEX });
  });
});

describe('everybody hears of it', () => {
  it('the new owner, the one before and the channel, when an approver gives an alias away', async () => {
    await using world = await openWorld();
    for (const person of [ALEX, SAM]) await world.says(person, 'help');
    await world.owns(ALEX, PAYMENTS, ONE);
    await world.gives(MEGAN, `transfer ${ONE} ${SAM.mail}`);
    await world.sees(ALEX, 'An AWS root alias is no longer yours');
    await world.sees(SAM, 'An AWS root alias is yours now');
    expect((await world.sees(PAYMENTS, 'has a new owner')).text).toContain('Megan Bowen gave it to them');
  });

  it('both channels and the owner, when its mail goes elsewhere', async () => {
    await using world = await openWorld();
    await world.says(ALEX, 'help');
    await world.owns(ALEX, PAYMENTS, ONE);
    await world.says(MEGAN, `transfer ${ONE} here the team moved`, SEARCH);
    await world.sees(ALEX, 'goes to another channel');
    await world.sees(PAYMENTS, 'no longer belongs to this channel');
    await world.sees(SEARCH, 'This channel owns an AWS root alias now');
    expect(world.channel(TRIAGE).some(({ text }) => text.includes(ONE))).toBe(false);
    expect((await world.says(MEGAN, `history ${ONE}`)).text).toContain('the team moved');
  });

  it('whoever had it, and nothing of what became of it since, however late they hear', async () => {
    await using world = await openWorld({ pool: 1 });
    for (const person of [ALEX, SAM]) await world.says(person, 'help');
    const form = {
      accountName: 'late',
      purpose: 'A story',
      environment: 'production',
      channelId: PAYMENTS.id,
    };
    await world.clicks(ALEX, await world.says(ALEX, 'request'), 'submit-request', form);
    const places = [`chat-of-${ALEX.id}`, PAYMENTS.id];
    const heal = world.teams.answerBy(({ path, body }) =>
      places.some((place) => `${decodeURIComponent(path)} ${JSON.stringify(body)}`.includes(place))
        ? { status: 503 }
        : undefined,
    );
    await world.clicks(MEGAN, await world.sees(PLATFORM, 'A story'), 'approve');
    await world.gives(MEGAN, `transfer ${ONE} ${SAM.mail}`);
    await world.says(SAM, `transfer ${ONE} here`, SEARCH);
    await world.says(SAM, `bind ${ONE} 123456789012 secret-project`);
    heal();
    for (let round = 0; round < 5; round += 1) {
      world.later(60 * 60_000);
      await world.doesHousekeeping();
    }
    await world.sees(ALEX, 'no longer yours');
    await world.sees(PAYMENTS, 'no longer belongs to this channel');
    const heard = [...world.chatOf(ALEX), ...world.channel(PAYMENTS)].map(({ text }) => text).join('\n');
    expect(heard).toContain('Your alias is ready');
    for (const words of ['123456789012', 'secret-project', SEARCH.name]) expect(heard).not.toContain(words);
  });

  it('nobody, where the owner stays and so does the channel', async () => {
    await using world = await openWorld();
    await world.says(ALEX, 'help');
    await world.owns(ALEX, PAYMENTS, ONE);
    const before = await world.register.aliasByAddress(ONE);
    if (before === undefined) throw new Error('there is no alias');
    // As the older scheme and the API write owners down.
    const owner = { mail: ALEX.mail, id: undefined, name: undefined };
    await world.register.commit(aliasChange(before, { ...before.value, owner }));
    const cards = [world.chatOf(ALEX).length, world.channel(PAYMENTS).length];
    await world.gives(MEGAN, `transfer ${ONE} ${ALEX.mail}`);
    expect(await aliasAt(world)).toMatchObject({ owner: ALEX, channelId: PAYMENTS.id });
    expect([world.chatOf(ALEX).length, world.channel(PAYMENTS).length]).toEqual(cards);
  });

  it('the giver and the channel, once, when the new owner cannot be told', async () => {
    await using world = await openWorld();
    await world.says(ALEX, 'help');
    await world.owns(ALEX, PAYMENTS, ONE);
    await world.gives(ALEX, `transfer ${ONE} ${SAM.mail}`);
    expect((await world.sees(ALEX, 'The new owner does not know yet')).text).toContain(ONE);
    world.later(60 * 60_000);
    await world.rests();
    for (const cards of [world.chatOf(ALEX), world.channel(PAYMENTS)]) {
      expect(cards.filter(({ text }) => text.includes('does not know yet'))).toHaveLength(1);
    }
    // As soon as there is a chat with them, they hear of it.
    await world.says(SAM, 'help');
    world.later(60 * 60_000);
    await world.doesHousekeeping();
    await world.sees(SAM, 'An AWS root alias is yours now');
  });
});

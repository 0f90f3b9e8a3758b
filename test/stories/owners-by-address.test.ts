import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/people/person.ts';
import { aliasChange } from '../fakes/aliases.ts';
import { ADDRESSES, ALEX, ISAIAH, MEGAN, PAYMENTS, SAM, TRIAGE, type Channel } from './company.ts';
import { openWorld, type World } from './world.ts';

const [ONE = '', TWO = ''] = ADDRESSES;
const ACCOUNT = '111122223333';
const OTHER = '444455556666';
const NOBODY = 'left.long.ago@company.com';

/** Two aliases of Payments, whose owner the API or the old scheme wrote down by their address alone. */
async function openOwned(mail: string): Promise<World> {
  const world = await openWorld();
  for (const person of [ALEX, SAM]) await world.says(person, 'help');
  for (const address of [ONE, TWO]) {
    await world.owns(ALEX, PAYMENTS, address, address === ONE ? ACCOUNT : undefined);
    const stored = await world.register.aliasByAddress(address);
    if (stored === undefined) throw new Error(`${address} is not there`);
    const owner = { mail, id: undefined, name: undefined };
    await world.register.commit(aliasChange(stored, { ...stored.value, owner }));
  }
  return world;
}

async function rebinds(world: World, accountId: string): Promise<void> {
  const question = await world.says(MEGAN, `bind ${ONE} ${accountId}`);
  await world.clicks(MEGAN, question, 'confirm-bind');
}

async function unlinks(world: World, person: Person): Promise<void> {
  await world.clicks(person, await world.says(person, 'unlink', PAYMENTS), 'unlink-channel');
}

function count(world: World, where: Person | Channel, words: string): number {
  const cards = 'team' in where ? world.channel(where) : world.chatOf(where);
  return cards.filter(({ text }) => text.includes(words)).length;
}

const LOST = 'Mail of your AWS root aliases has no channel';

describe('an owner who is known by their address alone', () => {
  it('is told when the alias goes to somebody else', async () => {
    await using world = await openOwned(ALEX.mail);
    await world.gives(MEGAN, `transfer ${ONE} ${SAM.mail}`);
    expect((await world.sees(ALEX, 'no longer yours')).text).toContain(ONE);
    await world.sees(SAM, 'An AWS root alias is yours now');
  });

  it('is told when another account is bound to it', async () => {
    await using world = await openOwned(ALEX.mail);
    await rebinds(world, OTHER);
    expect((await world.sees(ALEX, 'Another AWS account is bound')).text).toContain(OTHER);
  });

  it('is told when the alias is released, and so is its channel: who did it, when, and which account it was', async () => {
    await using world = await openOwned(ALEX.mail);
    await world.clicks(MEGAN, await world.says(MEGAN, `release ${ONE}`), 'release-alias');
    const titles = ['Your AWS root alias was released', 'An AWS root alias of this channel was released'];
    for (const [place, title = ''] of [
      [ALEX, titles[0]],
      [PAYMENTS, titles[1]],
    ] as const) {
      const told = await world.sees(place, title);
      expect(told.text).toContain('Megan Bowen released it.');
      for (const words of [ONE, ACCOUNT, 'Released', 'nobody ever gets it again'])
        expect(told.text).toContain(words);
    }
  });

  it('has no chat: triage hears once that they could not be told of a lost channel', async () => {
    await using world = await openOwned(ISAIAH.mail);
    await unlinks(world, ALEX);
    const untold = `Rootdesk has no chat with ${ISAIAH.mail}`;
    const card = await world.sees(TRIAGE, untold);
    for (const words of [ONE, TWO, 'Alex Wilber unlinked']) expect(card.text).toContain(words);
    world.later(60 * 60_000);
    await world.doesHousekeeping();
    expect(count(world, TRIAGE, untold)).toBe(1);
    expect(world.chatOf(ISAIAH)).toEqual([]);
  });

  it('is told when its channel is lost, and not of what they did themselves', async () => {
    await using world = await openOwned(ALEX.mail);
    await unlinks(world, ALEX);
    expect(count(world, ALEX, LOST)).toBe(0);
    await world.says(ALEX, 'link', PAYMENTS);
    await world.tells({ type: 'conversationUpdate' }, PAYMENTS, { eventType: 'teamArchived' }, MEGAN);
    const told = await world.sees(ALEX, LOST);
    for (const address of [ONE, TWO]) expect(told.text).toContain(address);
    expect(count(world, ALEX, LOST)).toBe(1);
    expect(count(world, TRIAGE, ONE)).toBe(0);
  });
});

describe('an owner by whose address the directory knows nobody', () => {
  it('is named to the owning channel, once', async () => {
    await using world = await openOwned(NOBODY);
    const words = 'Nobody knows who the owner of an alias is';
    await rebinds(world, OTHER);
    const told = await world.sees(PAYMENTS, words);
    for (const named of [ONE, NOBODY]) expect(told.text).toContain(named);
    await rebinds(world, ACCOUNT);
    expect([count(world, PAYMENTS, words), count(world, TRIAGE, words)]).toEqual([1, 0]);
  });

  it('is named to triage where no channel is linked, with the aliases that lost it', async () => {
    await using world = await openOwned(NOBODY);
    await unlinks(world, ALEX);
    const told = await world.sees(TRIAGE, 'Mail of AWS root aliases has no channel');
    for (const named of [ONE, TWO, NOBODY]) expect(told.text).toContain(named);
    await rebinds(world, OTHER);
    expect((await world.sees(TRIAGE, 'Nobody knows who the owner')).text).toContain(ONE);
  });
});

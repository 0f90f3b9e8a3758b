import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/people/person.ts';
import { ADDRESSES, ALEX, GRETA, GUEST, ISAIAH, MEGAN, PAYMENTS, SAM, SEARCH, VAULT } from './company.ts';
import { COLLEAGUES, composes, searches } from './compose.ts';
import { openWorld, type World } from './world.ts';

const [ONE = '', TWO = '', THREE = ''] = ADDRESSES;
const ACCOUNT = '123456789012';

/** Alex has two, one of which is of a private channel; Sam has one. */
async function openShared(): Promise<World> {
  const world = await openWorld();
  await world.says(ALEX, 'link', VAULT);
  await world.owns(ALEX, PAYMENTS, ONE, ACCOUNT);
  await world.owns(ALEX, VAULT, TWO);
  await world.owns(SAM, SEARCH, THREE);
  return world;
}

describe('a search beside the compose box', () => {
  it('finds what the searcher may see, by address, account and owner; the card for the message holds the address alone', async () => {
    await using world = await openShared();
    for (const text of [
      ONE,
      ONE.slice(0, 10),
      ACCOUNT,
      '1234-5678-9012',
      'account of alex',
      ALEX.mail,
      'payments',
    ]) {
      const { previews, cards } = await searches(world, ALEX, text);
      const place = previews.findIndex((preview) => preview.includes(ONE));
      expect(previews[place]).toContain(`account of ${ALEX.name}`);
      expect(previews[place]).toBe(
        `account of ${ALEX.name}: In use · ${ACCOUNT} · ${ALEX.name} · Payments › aws-root · ${ONE}`,
      );
      const card = cards[place] ?? '';
      expect(card).toContain(ONE);
      for (const secret of [
        ACCOUNT,
        'account of',
        ALEX.name,
        ALEX.mail,
        PAYMENTS.name,
        'Payments',
        'In use',
      ]) {
        expect(card).not.toContain(secret);
      }
    }
  });

  it('finds an address as it was pasted', async () => {
    await using world = await openShared();
    const pasted = [
      `mailto:${ONE}`,
      `<${ONE}>`,
      `[${ONE}](mailto:${ONE})`,
      `${ONE},`,
      `\u200b${ONE.toUpperCase()}`,
    ];
    for (const text of [...pasted, '1234\u20135678\u20139012']) {
      const { previews } = await searches(world, ALEX, text);
      expect([text, previews.length, previews[0]?.includes(ONE)]).toEqual([text, 1, true]);
    }
  });

  it('leads each reader of the message to what they may see', async () => {
    await using world = await openShared();
    const [card = ''] = (await searches(world, ALEX, ONE)).cards;
    const [link = ''] = /https:[^"]+/.exec(card.replace(/"\$schema":"[^"]+"/, '')) ?? [];
    const { origin, pathname, searchParams } = new URL(link);
    expect(`${origin}${pathname}`).toBe('https://teams.microsoft.com/l/chat/0/0');
    expect(searchParams.get('users')).toBe('28:rootdesk');
    const prepared = searchParams.get('message') ?? '';
    expect((await world.says(ISAIAH, prepared)).text).toContain('One alias found');
    expect((await world.says(SAM, prepared)).text).toContain('No alias found');
  });

  it('shows of others’ aliases nothing, in the words of a search that finds nothing', async () => {
    await using world = await openShared();
    const found = async (person: Person): Promise<readonly boolean[]> => {
      const each = [ONE, TWO, THREE].map(
        async (address) => (await searches(world, person, address)).previews.length,
      );
      return (await Promise.all(each)).map((count) => count === 1);
    };
    expect(await found(ALEX)).toEqual([true, true, false]);
    // Of a private channel the team's other members see nothing.
    expect(await found(ISAIAH)).toEqual([true, false, false]);
    expect(await found(MEGAN)).toEqual([true, true, true]);
    const { message } = await searches(world, ALEX, 'nothing is called so');
    expect(message).toContain('No alias found.');
    for (const person of [SAM, GRETA, GUEST]) {
      expect(await searches(world, person, ONE)).toEqual({ status: 200, message, previews: [], cards: [] });
    }
  });

  it('begins with the searcher’s own, and says how to get one to those who have none', async () => {
    await using world = await openShared();
    for (const text of [undefined, '', '  ']) {
      const { previews } = await searches(world, ALEX, text);
      expect(previews.filter((preview) => preview.includes(ONE) || preview.includes(TWO))).toHaveLength(2);
      expect(previews).toHaveLength(2);
    }
    expect((await searches(world, ISAIAH)).message).toContain('You have no alias yet.');
  });

  it('turns pages as Teams asks for them, and ends', async () => {
    await using world = await openShared();
    const pages = [];
    for (const skip of [0, 1, 2, 3]) pages.push((await searches(world, MEGAN, 'aws_', skip, 1)).previews);
    expect(new Set(pages.flat()).size).toBe(4);
    const all = (await searches(world, MEGAN, 'aws_')).previews;
    expect(all).toHaveLength(ADDRESSES.length);
    expect(await searches(world, MEGAN, 'aws_', ADDRESSES.length)).toMatchObject({
      message: '',
      previews: [],
    });
    expect(await searches(world, ALEX, undefined, 2)).toMatchObject({ message: '', previews: [] });
  });

  it('is no place where Rootdesk writes to people', async () => {
    await using world = await openShared();
    await searches(world, ISAIAH);
    await world.rests();
    expect(JSON.stringify(await world.rows())).not.toContain(COLLEAGUES);
  });

  it('says so when storage or directory are away, with what to do', async () => {
    await using world = await openShared();
    world.network.meet(() => 'refuse-503');
    expect((await searches(world, ALEX, ONE)).message).toMatch(
      /^Rootdesk cannot reach its storage at this moment\..*Reference: R-[0-9A-F]{8}$/,
    );
    world.network.meet(() => 'pass');
    world.later(2 * 60_000);
    world.graph.faults.always('/users/', { kind: 'error', status: 500 });
    const silent = await searches(world, ALEX, ONE);
    expect(silent.message).toContain('could not be checked right now');
    expect(await searches(world, SAM, ONE)).toEqual(silent);
    world.graph.faults.clear();
    expect((await searches(world, ALEX, ONE)).previews).toHaveLength(1);
  });
});

describe('what Rootdesk does not serve', () => {
  it.each([
    ['composeExtension/query', { commandId: 'other', parameters: [] }],
    ['composeExtension/query', undefined],
    ['composeExtension/query', { commandId: 'search', parameters: 'aws_' }],
    ['composeExtension/submitAction', {}],
    ['composeExtension/queryLink', { url: 'https://rootdesk.company.com/x' }],
    ['composeExtension/anonymousQueryLink', { url: 'https://x.y' }],
    ['task/fetch', {}],
    ['toString', {}],
  ])('gets 501: %s %j', async (name, value) => {
    await using world = await openWorld();
    expect((await composes(world, ALEX, name, value)).status).toBe(501);
  });
});

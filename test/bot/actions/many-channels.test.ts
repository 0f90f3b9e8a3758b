import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { LinkedChannel } from '../../../src/channels/channel.ts';
import { ADA, openWorld, personal, TEAM, type World } from '../world.ts';

const FORM = { accountName: 'payments-production', purpose: 'Card payments', environment: 'production' };
const REQUEST = '01KB0000000000000000000001';
const COUNT = 55;

const idOf = (number: number): string => `19:team-${number}@thread.tacv2`;
const channel = (number: number): LinkedChannel => ({
  id: idOf(number),
  name: `aws-root-${String(number).padStart(2, '0')}`,
  teamId: TEAM,
  teamName: number < 50 ? 'Payments' : 'Zoo',
  groupId: 'group-payments',
  roles: ['owner'],
  linkedBy: 'Ada Lovelace',
  linkedAt: new Date(0),
});

/** Ada is in all the channels but one. */
async function openOffice(count = COUNT): Promise<World> {
  const world = await openWorld();
  world.requests.linked.push(...Array.from({ length: count }, (_, number) => channel(number)));
  world.requests.linked.push({ ...channel(99), teamName: 'Others', groupId: 'group-approvers' });
  return world;
}

const Found = z.object({
  body: z.object({
    type: z.literal('application/vnd.microsoft.search.searchResponse'),
    value: z.object({ results: z.array(z.object({ title: z.string(), value: z.string() })) }),
  }),
});

/** What the list of the form offers for what is typed into it. */
async function offered(world: World, queryText: string, dataset = 'channels'): Promise<readonly string[]> {
  const answer = await world.send({
    type: 'invoke',
    name: 'application/search',
    value: { queryText, queryOptions: { skip: 0, top: 15 }, dataset },
    ...personal(ADA),
  });
  return Found.parse(answer).body.value.results.map(({ value }) => value);
}

async function sends(world: World, typed: Record<string, string>): Promise<string> {
  const { text } = await world.click(ADA, 'submit-request', { ...FORM, requestId: REQUEST, ...typed });
  return text;
}

const chosen = (world: World): string | undefined => world.requests.stored.get(REQUEST)?.channelId;

describe('somebody with more channels than a list holds', () => {
  it('reads how many there are, and reaches each by typing into the list', async () => {
    await using world = await openOffice();
    await world.write(ADA, 'request');
    expect(world.lastCard()).toContain('40 of your 55 channels are listed.');
    expect(world.lastCard()).toContain('"choices.data":{"type":"Data.Query","dataset":"channels"}');
    for (let number = 0; number < COUNT; number += 1) {
      const { name } = channel(number);
      expect([name, await offered(world, name)]).toEqual([name, [idOf(number)]]);
    }
    expect(await offered(world, '')).toHaveLength(15);
    expect(await offered(world, 'zoo')).toHaveLength(5);
  });

  it('is offered no channel of others, and nothing for another list', async () => {
    await using world = await openOffice();
    expect(await offered(world, 'aws-root-99')).toEqual([]);
    const value = { queryText: 'aws', queryOptions: { skip: 0, top: 15 }, dataset: 'people' };
    const other = { type: 'invoke', name: 'application/search', value, ...personal(ADA) };
    expect((await world.send(other)).status).toBe(501);
  });

  it.each([
    ['aws-root-54', 54],
    ['Zoo › aws-root-54', 54],
    ['zoo / AWS-Root-51', 51],
    ['#aws-root-07', 7],
  ])('reaches one by typing its name: %s', async (channelName, number) => {
    await using world = await openOffice();
    await sends(world, { channelName });
    expect(chosen(world)).toBe(idOf(number));
  });

  it('whose words fit several chooses among these alone', async () => {
    await using world = await openOffice();
    const again = await sends(world, { channelName: 'zoo' });
    expect(again).toContain('5 of your channels fit zoo. Choose one from the list.');
    expect(again).toContain('5 of your 55 channels are listed.');
    expect(again).not.toContain(idOf(7));
    expect(chosen(world)).toBeUndefined();
    await sends(world, { channelName: 'zoo', channelId: idOf(52) });
    expect(chosen(world)).toBe(idOf(52));
  });

  it('who names a channel that is not theirs, or another one than they chose, is asked again', async () => {
    await using world = await openOffice();
    expect(await sends(world, { channelName: 'aws-root-99' })).toContain(
      'None of your linked channels is called aws-root-99.',
    );
    expect(await sends(world, { channelName: 'zoo', channelId: idOf(7) })).toContain(
      'You chose one channel and typed the name of another.',
    );
    expect(chosen(world)).toBeUndefined();
  });
});

it('a list that holds all channels is no search', async () => {
  await using world = await openOffice(40);
  await world.write(ADA, 'request');
  expect(world.lastCard()).not.toContain('Data.Query');
  expect(world.lastCard()).not.toContain('channelName');
});

it('somebody in more channels than a message has buttons reads how many there are', async () => {
  await using world = await openOffice();
  await world.write(ADA, 'settings');
  expect(world.lastCard()).toContain('5 of your 55 linked channels are here as buttons.');
});

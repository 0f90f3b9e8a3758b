import { describe, expect, it } from 'vitest';
import { ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM, SEARCH, TRIAGE } from './company.ts';
import { linesOf } from './history-lines.ts';
import { BILL } from './given-up.ts';
import { FIND, mail, PAY } from './mail.ts';
import { openWorld, type World } from './world.ts';

const rolesOf = async (world: World, { id }: { readonly id: string }): Promise<readonly string[]> =>
  (await world.register.channel(id))?.value.roles ?? [];
const lost = 'Mail of your AWS root aliases has no channel';
const back = 'Mail of your AWS root aliases has its channel again';
const count = (cards: readonly { readonly text: string }[], words: string): number =>
  cards.filter(({ text }) => text.includes(words)).length;

/** Alex and Isaiah own an alias of Payments, and have a chat with Rootdesk. */
async function owned(): Promise<World> {
  const world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  await world.owns(ISAIAH, PAYMENTS, FIND);
  await world.says(ALEX, 'help');
  await world.says(ISAIAH, 'help');
  return world;
}

describe('unlink', () => {
  it('asks first, tells the owners, and a link brings everything back', async () => {
    await using world = await owned();
    const question = await world.says(ALEX, 'unlink', PAYMENTS);
    expect(question.text).toContain('It has 2 aliases');
    expect((await world.clicks(ALEX, question, 'keep-channel')).text).toContain('Nothing was changed');
    expect(await rolesOf(world, PAYMENTS)).toEqual(['owner']);

    const again = await world.says(ALEX, 'Unlink', PAYMENTS);
    const unlinked = await world.clicks(ALEX, again, 'unlink-channel');
    expect(unlinked.text).toContain('This channel is unlinked');
    // A double click says the same and changes nothing.
    expect((await world.clicks(ALEX, again, 'unlink-channel')).text).toContain('This channel is unlinked');
    expect((await world.sees(PAYMENTS, 'This channel is unlinked')).activityId).toBe(again.activityId);
    expect(await rolesOf(world, PAYMENTS)).toEqual([]);
    expect(await linesOf(world, 'unlink')).toHaveLength(1);
    const told = await world.sees(ISAIAH, lost);
    expect(told.text).toContain(`Alex Wilber unlinked Payments › aws-root`);
    expect(told.text).toContain(FIND);
    expect(told.text).not.toContain(PAY);
    // Who did it knows.
    expect(count(world.chatOf(ALEX), lost)).toBe(0);

    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    await world.sees(TRIAGE, BILL);
    await world.clicks(ALEX, unlinked, 'link-channel');
    expect((await world.sees(PAYMENTS, BILL)).text).toContain('Delivered late');
    expect((await world.sees(ISAIAH, back)).text).toContain('Payments › aws-root');
    expect(count(world.chatOf(ISAIAH), lost)).toBe(1);
  });

  it('of what approvers linked a channel for is theirs, and says what comes of it', async () => {
    await using world = await openWorld();
    expect((await world.says(ALEX, 'unlink approvals', PAYMENTS)).text).toContain('There is no such thing');
    const question = await world.says(MEGAN, 'unlink approvals', PLATFORM);
    expect(question.text).toContain('Requests wait until another channel is linked');
    await world.clicks(MEGAN, question, 'unlink-channel');
    expect(await rolesOf(world, PLATFORM)).toEqual([]);
    expect((await world.says(MEGAN, 'unlink', PLATFORM)).text).toContain('nothing to unlink');
  });
});

describe('a channel that Teams takes away and gives back', () => {
  const removed: readonly [string, Record<string, unknown>, Record<string, unknown>][] = [
    ['installationUpdate', { action: 'remove' }, { action: 'add' }],
    ['conversationUpdate', { eventType: 'teamArchived' }, { eventType: 'teamUnarchived' }],
    ['conversationUpdate', { eventType: 'teamDeleted' }, { eventType: 'teamRestored' }],
    ['conversationUpdate', { eventType: 'channelDeleted' }, { eventType: 'channelRestored' }],
  ];
  it.each(removed)(
    'is linked again as it was, and everybody reads of it: %s %o',
    async (type, gone, came) => {
      await using world = await owned();
      await world.says(ALEX, 'mute marketing', PAYMENTS);
      const happens = async (what: Record<string, unknown>): Promise<void> =>
        world.tells({ type, ...what }, PAYMENTS, what, MEGAN);
      await happens(gone);
      expect((await world.sees(ALEX, lost)).text).toContain('Payments › aws-root cannot be reached');
      await world.sees(ISAIAH, lost);
      await happens(came);
      await happens(came);
      expect(await rolesOf(world, PAYMENTS)).toEqual(['owner']);
      await world.sees(ALEX, back);
      await world.sees(PAYMENTS, 'This channel is linked again');
      expect([
        count(world.channel(PAYMENTS), 'This channel is linked again'),
        count(world.chatOf(ISAIAH), back),
      ]).toEqual([1, 1]);
      expect(count(world.channel(PAYMENTS), 'Hello, this is Rootdesk')).toBe(0);
      expect((await world.says(ALEX, 'mute', PAYMENTS)).text).toContain('Marketing\nNot at all');
      expect(await rolesOf(world, SEARCH)).toEqual(['owner']);
    },
  );

  it('stays unlinked where a person unlinked it, and where another event gives it back', async () => {
    await using world = await owned();
    await world.clicks(ALEX, await world.says(ALEX, 'unlink', PAYMENTS), 'unlink-channel');
    await world.tells({ type: 'installationUpdate', action: 'remove' }, PAYMENTS, {}, MEGAN);
    await world.tells({ type: 'installationUpdate', action: 'add' }, PAYMENTS, {}, MEGAN);
    expect(await rolesOf(world, PAYMENTS)).toEqual([]);
    await world.tells({ type: 'conversationUpdate' }, SEARCH, { eventType: 'teamArchived' }, MEGAN);
    await world.tells({ type: 'installationUpdate', action: 'add' }, SEARCH, {}, MEGAN);
    expect(await rolesOf(world, SEARCH)).toEqual([]);
  });

  it('does not take back the decisions on requests that another channel has by then', async () => {
    await using world = await openWorld();
    await world.tells({ type: 'conversationUpdate' }, PLATFORM, { eventType: 'channelDeleted' }, MEGAN);
    await world.says(MEGAN, 'link approvals', SEARCH);
    await world.tells({ type: 'conversationUpdate' }, PLATFORM, { eventType: 'channelRestored' }, MEGAN);
    expect([await rolesOf(world, PLATFORM), await rolesOf(world, SEARCH)]).toEqual([
      [],
      ['approvals', 'owner'],
    ]);
  });
});

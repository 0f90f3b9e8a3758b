import { describe, expect, it } from 'vitest';
import { ADA, inChannel, openWorld, personal, type World } from './world.ts';

/** The message that was written last says something else now. */
async function edit(world: World, text: string, where = personal(ADA)): Promise<void> {
  await world.send({
    type: 'messageUpdate',
    id: 'm1',
    text,
    ...where,
    channelData: { ...Object(where['channelData']), eventType: 'editMessage' },
  });
  await world.bot.settled();
}

/** Method and path of what was sent to Teams. */
function sent({ connector }: World): readonly string[] {
  return connector.calls.map(
    ({ method, path }) => `${method} ${path.replace(/^.*activities/, 'activities')}`,
  );
}

describe('an edited message', () => {
  it('is answered in the place of the earlier answer', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'tomatoes');
    await edit(world, 'aliases');
    expect(sent(world)).toEqual(['POST activities/m1', 'PUT activities/message-1']);
    expect(world.lastCard()).toContain('Your aliases');
  });

  it('is answered anew where the earlier answer is not known', async () => {
    await using world = await openWorld();
    await edit(world, 'aliases');
    expect(sent(world)).toEqual(['POST activities/m1']);
    expect(world.lastCard()).toContain('Your aliases');
  });

  it('is answered anew where the earlier answer cannot be replaced', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'tomatoes');
    world.connector.answerNext({ status: 404 });
    await edit(world, 'aliases');
    expect(sent(world)).toEqual(['POST activities/m1', 'PUT activities/message-1', 'POST activities/m1']);
  });

  it('that says the same is not answered again', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'aliases');
    await edit(world, 'aliases');
    expect(world.connector.cards()).toHaveLength(1);
  });

  it('does what it says now, when it did nothing before', async () => {
    await using world = await openWorld();
    await world.writeInChannel(ADA, '<at>Rootdesk</at> lnk');
    await edit(world, '<at>Rootdesk</at> link', inChannel(ADA));
    expect(world.requests.linked).toMatchObject([{ roles: ['owner'] }]);
  });

  it('changes nothing again when it changed something before, or may have', async () => {
    await using world = await openWorld();
    world.requests.approvers.add(ADA.id);
    await world.writeInChannel(ADA, '<at>Rootdesk</at> link');
    await edit(world, '<at>Rootdesk</at> link triage', inChannel(ADA));
    expect(world.lastCard()).toContain('Nothing was changed again');
    expect(world.requests.linked).toMatchObject([{ roles: ['owner'] }]);
  });

  it('changes nothing when what it did before is not known', async () => {
    await using world = await openWorld();
    await edit(world, '<at>Rootdesk</at> link', inChannel(ADA));
    expect(world.lastCard()).toContain('Nothing was changed again');
    expect(world.requests.linked).toEqual([]);
  });

  it('leaves a form where it is, in which something may have been written', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'request');
    await edit(world, 'aliases');
    expect(sent(world)).toEqual(['POST activities/m1', 'POST activities/m1']);
  });
});

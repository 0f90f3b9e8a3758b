import { describe, expect, it } from 'vitest';
import { ADA, CHANNEL, GRACE, inChannel, openWorld, personal, TEAM } from '../world.ts';

const LINKED = {
  id: CHANNEL,
  name: 'aws-root',
  teamId: TEAM,
  teamName: 'Payments',
  groupId: 'group-payments',
  roles: ['owner'],
  linkedBy: 'Ada Lovelace',
  linkedAt: new Date(0),
} as const;

describe('request', () => {
  it('draws the form with the linked channels of the asker', async () => {
    await using world = await openWorld();
    world.requests.linked.push(LINKED);
    await world.write(ADA, 'request');
    expect(world.lastCard()).toContain('"verb":"submit-request"');
    expect(world.lastCard()).toContain('Payments › aws-root');
  });

  it('says how to link a channel to whoever has none', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'Request');
    expect(world.lastCard()).toContain('Link a channel first');
    expect(world.lastCard()).not.toContain('submit-request');
  });

  it('points to the chat when written in a channel', async () => {
    await using world = await openWorld();
    world.requests.linked.push(LINKED);
    await world.writeInChannel(ADA, '<at>Rootdesk</at> request');
    expect(world.lastCard()).toContain('Write to me in our own chat');
  });
});

describe('help', () => {
  it('lists the commands of the chat', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'help');
    expect(world.lastCard()).toContain('Ask for an email address');
  });

  it('answers a mention in a channel, however the mention is written', async () => {
    await using world = await openWorld();
    await world.writeInChannel(ADA, '<at>Rootdesk</at>&nbsp;<at>Rootdesk</at>  help\u00a0');
    expect(world.lastCard()).toContain('What Rootdesk can do');
    expect(world.lastCard()).not.toContain('That is not a command');
  });

  it('comes for a message without any text', async () => {
    await using world = await openWorld();
    await world.send({ type: 'message', ...personal(ADA) });
    expect(world.lastCard()).toContain('What Rootdesk can do');
  });

  it('names the closest command for a slip of the finger', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'requst');
    expect(world.lastCard()).toContain('Did you mean');
    expect(world.lastCard()).toContain('"text":"request"');
  });

  it('does not guess at words that are near to nothing', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'tomatoes please');
    expect(world.lastCard()).toContain('Here is what you can write.');
  });
});

describe('link', () => {
  it('lets the channel own aliases, with the names that Teams gives it', async () => {
    await using world = await openWorld();
    await world.writeInChannel(ADA, '<at>Rootdesk</at> link');
    expect(world.requests.linked).toMatchObject([
      { id: CHANNEL, name: 'aws-root', teamName: 'Payments', groupId: 'group-payments', roles: ['owner'] },
    ]);
    expect(world.lastCard()).toContain('This channel is linked');
  });

  it('gives approvals and triage on an approver’s word alone', async () => {
    await using world = await openWorld();
    world.requests.approvers.add(GRACE.id);
    await world.writeInChannel(ADA, '<at>Rootdesk</at> link approvals');
    expect(world.lastCard()).toContain('There is no such thing, or you may not');
    await world.writeInChannel(GRACE, '<at>Rootdesk</at> link approvals triage');
    expect(world.requests.linked).toMatchObject([{ roles: ['approvals', 'triage'] }]);
  });

  it('in the chat says where to write it', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'link');
    expect(world.lastCard()).toContain('Write it in the channel');
    expect(world.requests.linked).toEqual([]);
  });
});

describe('whoever writes', () => {
  it('without an identity of the tenant is told so, and nothing is done', async () => {
    await using world = await openWorld();
    await world.send({
      type: 'message',
      text: 'request',
      ...personal(ADA),
      from: { id: '29:x', name: 'Eve' },
    });
    expect(world.lastCard()).toContain('did not say who you are');
  });

  it('in a group chat is sent to the chat with the bot', async () => {
    await using world = await openWorld();
    const conversation = { id: 'group-1', conversationType: 'groupChat', tenantId: 'tenant-1' };
    await world.send({ type: 'message', text: 'request', ...personal(ADA), conversation });
    expect(world.lastCard()).toContain('not in group chats');
  });

  it('is remembered, and so is the team', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'help');
    await world.writeInChannel(ADA, '<at>Rootdesk</at> help');
    const { serviceUrl } = world.connector;
    expect(world.conversations.people.get(ADA.id)).toEqual({
      personId: ADA.id,
      name: ADA.name,
      conversationId: 'chat-of-ada-id',
      serviceUrl,
      tenantId: 'tenant-1',
    });
    expect(world.conversations.teams.get(TEAM)).toEqual({ teamId: TEAM, serviceUrl, tenantId: 'tenant-1' });
  });
});

describe('an installation', () => {
  it('is greeted once, however often Teams tells of it', async () => {
    await using world = await openWorld();
    const install = { type: 'installationUpdate', action: 'add', ...personal(ADA) };
    await world.send(install);
    await world.send({ type: 'conversationUpdate', ...personal(ADA) });
    await world.send(install);
    expect(world.connector.cards()).toHaveLength(1);
    expect(world.lastCard()).toContain('Hello, this is Rootdesk');
  });

  it('in a team is told how to link a channel', async () => {
    await using world = await openWorld();
    await world.send({ type: 'installationUpdate', action: 'add', ...inChannel(ADA) });
    expect(world.lastCard()).toContain('"text":"link"');
  });

  it('in a linked channel needs no greeting', async () => {
    await using world = await openWorld();
    await world.writeInChannel(ADA, '<at>Rootdesk</at> link');
    const before = world.connector.cards().length;
    await world.send({ type: 'installationUpdate', action: 'add', ...inChannel(ADA) });
    expect(world.connector.cards()).toHaveLength(before);
  });
});

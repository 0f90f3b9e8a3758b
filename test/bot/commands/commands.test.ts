import { describe, expect, it } from 'vitest';
import { ADA, CHANNEL, GRACE, inChannel, openDesk, personal, TEAM } from '../desk.ts';

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
    await using desk = await openDesk();
    desk.requests.linked.push(LINKED);
    await desk.write(ADA, 'request');
    expect(desk.lastCard()).toContain('"verb":"submit-request"');
    expect(desk.lastCard()).toContain('Payments › aws-root');
  });

  it('says how to link a channel to whoever has none', async () => {
    await using desk = await openDesk();
    await desk.write(ADA, 'Request');
    expect(desk.lastCard()).toContain('Link a channel first');
    expect(desk.lastCard()).not.toContain('submit-request');
  });

  it('points to the chat when written in a channel', async () => {
    await using desk = await openDesk();
    desk.requests.linked.push(LINKED);
    await desk.writeInChannel(ADA, '<at>Rootdesk</at> request');
    expect(desk.lastCard()).toContain('Write to me in our own chat');
  });
});

describe('help', () => {
  it('lists the commands of the chat', async () => {
    await using desk = await openDesk();
    await desk.write(ADA, 'help');
    expect(desk.lastCard()).toContain('Ask for an email address');
  });

  it('answers a mention in a channel, however the mention is written', async () => {
    await using desk = await openDesk();
    await desk.writeInChannel(ADA, '<at>Rootdesk</at>&nbsp;<at>Rootdesk</at>  help\u00a0');
    expect(desk.lastCard()).toContain('What Rootdesk can do');
    expect(desk.lastCard()).not.toContain('That is not a command');
  });

  it('comes for a message without any text', async () => {
    await using desk = await openDesk();
    await desk.send({ type: 'message', ...personal(ADA) });
    expect(desk.lastCard()).toContain('What Rootdesk can do');
  });

  it('names the closest command for a slip of the finger', async () => {
    await using desk = await openDesk();
    await desk.write(ADA, 'requst');
    expect(desk.lastCard()).toContain('Did you mean');
    expect(desk.lastCard()).toContain('"text":"request"');
  });

  it('does not guess at words that are near to nothing', async () => {
    await using desk = await openDesk();
    await desk.write(ADA, 'tomatoes please');
    expect(desk.lastCard()).toContain('Here is what you can write.');
  });
});

describe('link', () => {
  it('lets the channel own aliases, with the names that Teams gives it', async () => {
    await using desk = await openDesk();
    await desk.writeInChannel(ADA, '<at>Rootdesk</at> link');
    expect(desk.requests.linked).toMatchObject([
      { id: CHANNEL, name: 'aws-root', teamName: 'Payments', groupId: 'group-payments', roles: ['owner'] },
    ]);
    expect(desk.lastCard()).toContain('This channel is linked');
  });

  it('gives approvals and triage on an approver’s word alone', async () => {
    await using desk = await openDesk();
    desk.requests.approvers.add(GRACE.id);
    await desk.writeInChannel(ADA, '<at>Rootdesk</at> link approvals');
    expect(desk.lastCard()).toContain('There is no such thing, or you may not');
    await desk.writeInChannel(GRACE, '<at>Rootdesk</at> link approvals triage');
    expect(desk.requests.linked).toMatchObject([{ roles: ['approvals', 'triage'] }]);
  });

  it('in the chat says where to write it', async () => {
    await using desk = await openDesk();
    await desk.write(ADA, 'link');
    expect(desk.lastCard()).toContain('Write it in the channel');
    expect(desk.requests.linked).toEqual([]);
  });
});

describe('whoever writes', () => {
  it('without an identity of the tenant is told so, and nothing is done', async () => {
    await using desk = await openDesk();
    await desk.send({
      type: 'message',
      text: 'request',
      ...personal(ADA),
      from: { id: '29:x', name: 'Eve' },
    });
    expect(desk.lastCard()).toContain('did not say who you are');
  });

  it('in a group chat is sent to the chat with the bot', async () => {
    await using desk = await openDesk();
    const conversation = { id: 'group-1', conversationType: 'groupChat', tenantId: 'tenant-1' };
    await desk.send({ type: 'message', text: 'request', ...personal(ADA), conversation });
    expect(desk.lastCard()).toContain('not in group chats');
  });

  it('is remembered, and so is the team', async () => {
    await using desk = await openDesk();
    await desk.write(ADA, 'help');
    await desk.writeInChannel(ADA, '<at>Rootdesk</at> help');
    const { serviceUrl } = desk.connector;
    expect(desk.conversations.people.get(ADA.id)).toEqual({
      personId: ADA.id,
      name: ADA.name,
      conversationId: 'chat-of-ada-id',
      serviceUrl,
      tenantId: 'tenant-1',
    });
    expect(desk.conversations.teams.get(TEAM)).toEqual({ teamId: TEAM, serviceUrl, tenantId: 'tenant-1' });
  });
});

describe('an installation', () => {
  it('is greeted once, however often Teams tells of it', async () => {
    await using desk = await openDesk();
    const install = { type: 'installationUpdate', action: 'add', ...personal(ADA) };
    await desk.send(install);
    await desk.send({ type: 'conversationUpdate', ...personal(ADA) });
    await desk.send(install);
    expect(desk.connector.cards()).toHaveLength(1);
    expect(desk.lastCard()).toContain('Hello, this is Rootdesk');
  });

  it('in a team is told how to link a channel', async () => {
    await using desk = await openDesk();
    await desk.send({ type: 'installationUpdate', action: 'add', ...inChannel(ADA) });
    expect(desk.lastCard()).toContain('"text":"link"');
  });

  it('in a linked channel needs no greeting', async () => {
    await using desk = await openDesk();
    await desk.writeInChannel(ADA, '<at>Rootdesk</at> link');
    const before = desk.connector.cards().length;
    await desk.send({ type: 'installationUpdate', action: 'add', ...inChannel(ADA) });
    expect(desk.connector.cards()).toHaveLength(before);
  });
});

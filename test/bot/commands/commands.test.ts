import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { english } from '../../../cards/index.ts';
import { ADA, CHANNEL, GRACE, inChannel, LINKED, openWorld, personal, TEAM } from '../world.ts';

const Pressed = z.object({ actions: z.array(z.object({ title: z.string() })) });

function buttonsOf(card: unknown): readonly string[] {
  return Pressed.parse(card).actions.map(({ title }) => title);
}

/** What is in the inputs of a card. */
function inputsOf(part: unknown): Readonly<Record<string, unknown>> {
  if (typeof part !== 'object' || part === null) return {};
  const inner = Object.values(part).map(inputsOf);
  const own = 'id' in part && 'value' in part ? { [String(part.id)]: part.value } : {};
  return Object.assign({}, own, ...inner);
}

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

  it.each([
    ['request payments-eu for card payments', 'payments-eu', 'card payments'],
    ['Beantrage payments-eu für Kartenzahlungen', 'payments-eu', 'Kartenzahlungen'],
    ['I need an alias for data-lake-prod, it holds the exports', 'data-lake-prod', 'it holds the exports'],
    ['request', '', ''],
    ['I need an email for a new AWS account', '', ''],
  ])('fills in what was said: %s', async (text, accountName, purpose) => {
    await using world = await openWorld();
    world.requests.linked.push(LINKED);
    await world.write(ADA, text);
    expect(inputsOf(world.connector.cards().at(-1))).toMatchObject({ accountName, purpose });
  });

  it('fills in environment and account id', async () => {
    await using world = await openWorld();
    world.requests.linked.push(LINKED);
    await world.write(ADA, 'Request an alias for our prod account 1234-5678-9012, please');
    expect(inputsOf(world.connector.cards().at(-1))).toMatchObject({
      accountName: '',
      purpose: '',
      environment: 'production',
      expectedAccountId: '123456789012',
    });
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
    await world.write(ADA, 'help all');
    expect(world.lastCard()).toContain('Ask for an email address');
  });

  it('answers a mention in a channel, however the mention is written', async () => {
    await using world = await openWorld();
    await world.writeInChannel(ADA, '<at>Rootdesk</at>&nbsp;<at>Rootdesk</at>  help\u00a0');
    expect(world.lastCard()).toContain('What Rootdesk can do');
    expect(world.lastCard()).not.toContain('I did not understand');
  });

  it('comes for a message without any text', async () => {
    await using world = await openWorld();
    await world.send({ type: 'message', ...personal(ADA) });
    expect(world.lastCard()).toContain('What Rootdesk can do');
  });

  it('is short: three buttons and all commands', async () => {
    await using world = await openWorld();
    await world.write(ADA, '/help');
    expect(world.lastCard()).toContain('"id":"commands","isVisible":false');
    expect(buttonsOf(world.connector.cards().at(-1))).toEqual([
      'Request an alias',
      'My aliases',
      'Latest mail',
      'All commands',
    ]);
  });

  it('in a linked channel does not ask to link it', async () => {
    await using world = await openWorld();
    await world.writeInChannel(ADA, '<at>Rootdesk</at> help');
    expect(world.lastCard()).toContain('Next: link the channel');
    world.requests.linked.push(LINKED);
    await world.writeInChannel(ADA, '<at>Rootdesk</at> help');
    expect(world.lastCard()).toContain('This channel is linked.');
    expect(world.lastCard()).not.toContain('Next: link the channel');
  });

  it('explains one command: how it is written, what its parts mean, an example', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'help bind');
    expect(world.lastCard()).toContain('bind <alias> <account id> [account name]');
    expect(world.lastCard()).toContain(english.arguments.accountName.meaning);
    expect(world.lastCard()).toContain('For instance: ');
  });

  it('of a command that changes something comes for a question about it, and nothing is done', async () => {
    await using world = await openWorld();
    for (const text of ['link?', 'should we link this channel', 'the link please', 'what does link do']) {
      await world.writeInChannel(ADA, `<at>Rootdesk</at> ${text}`);
      expect(world.lastCard()).toContain('The command “link”');
    }
    expect(world.requests.linked).toEqual([]);
  });

  it.each(['hello', 'Hallo Rootdesk!'])('greets back: %s', async (text) => {
    await using world = await openWorld();
    await world.write(ADA, text);
    expect(world.lastCard()).toContain('Hello, this is Rootdesk');
  });

  it.each([personal(ADA), inChannel(ADA)])('is greeted again after a removal', async (where) => {
    await using world = await openWorld();
    for (const action of ['add', 'add-upgrade', 'remove', 'add', 'add']) {
      await world.send({ type: 'installationUpdate', action, ...where });
    }
    expect(world.connector.cards()).toHaveLength(2);
  });

  it('takes thanks', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'Vielen Dank!');
    expect(world.lastCard()).toContain('You are welcome');
  });

  it('forgives a slip of the finger where nothing is changed by it', async () => {
    await using world = await openWorld();
    world.requests.linked.push(LINKED);
    await world.write(ADA, 'requst');
    expect(world.lastCard()).toContain('"verb":"submit-request"');
  });

  it.each(['relase', 'tranfer', 'lnik', 'umute billing', 'please lease an alias'])(
    'never suggests what changes something: %s',
    async (text) => {
      await using world = await openWorld();
      await world.write(ADA, text);
      // What a press of “All commands” unfolds is no suggestion.
      expect(world.lastCard().replace(/"id":"commands".*$/, '')).not.toMatch(/release|transfer|unmute/);
    },
  );

  it('does not guess at words that are near to nothing', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'tomatoes please');
    expect(world.lastCard()).toContain('I did not understand that');
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
    expect(world.lastCard()).toContain('In group chats and meetings');
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

  it('in a team names who added it, and leads with the link', async () => {
    await using world = await openWorld();
    await world.send({ type: 'installationUpdate', action: 'add', ...inChannel(ADA) });
    expect(world.lastCard()).toContain('"text":"link"');
    expect(world.lastCard()).toContain('Ada Lovelace added Rootdesk to this team.');
  });

  it('in a team asks the directory who it was, where Teams gives no name', async () => {
    await using world = await openWorld();
    const from = { id: `29:${GRACE.id}`, aadObjectId: GRACE.id };
    await world.send({ type: 'installationUpdate', action: 'add', ...inChannel(GRACE), from });
    expect(world.lastCard()).toContain('Grace Hopper added Rootdesk to this team.');
  });

  it('in a group chat says in a sentence where it is of use', async () => {
    await using world = await openWorld();
    const conversation = { id: 'group-1', conversationType: 'groupChat', tenantId: 'tenant-1' };
    await world.send({ type: 'installationUpdate', action: 'add', ...personal(ADA), conversation });
    expect(world.lastCard()).toContain('In group chats and meetings');
  });

  it('in a linked channel needs no greeting', async () => {
    await using world = await openWorld();
    await world.writeInChannel(ADA, '<at>Rootdesk</at> link');
    const before = world.connector.cards().length;
    await world.send({ type: 'installationUpdate', action: 'add', ...inChannel(ADA) });
    expect(world.connector.cards()).toHaveLength(before);
  });
});

import { english } from '../../../cards/index.ts';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../bot/commands/argument.ts';
import { ACCOUNT } from '../../../bot/commands/bind.ts';
import { COMMANDS } from '../../../bot/commands/commands.ts';
import { added, allottedAlias, freeAlias } from '../../fakes/aliases.ts';
import { ADA, CHANNEL, GRACE, inChannel, LINKED, openWorld, personal, type World } from '../world.ts';

const MINE = '11111111-1111-4111-8111-111111111111';
const THEIRS = '22222222-2222-4222-8222-222222222222';
const addressOf = (id: string): string => `aws_${id}@company.com`;

/** A linked channel, an alias of Ada's in it, and one of somebody else in a channel far away. */
async function openOffice(): Promise<World> {
  const world = await openWorld();
  world.requests.linked.push(LINKED);
  await added(world.register, allottedAlias(freeAlias(MINE), { owner: ADA, channelId: CHANNEL }));
  const stranger = { id: 'carl-id', name: 'Carl Cloud', mail: 'carl@company.com' };
  await added(world.register, allottedAlias(freeAlias(THEIRS), { owner: stranger, channelId: '19:far@x' }));
  return world;
}

describe('what is written in the chat', () => {
  const answers: readonly [string, string][] = [
    ['aliases', addressOf(MINE)],
    ['MINE', addressOf(MINE)],
    [`find ${addressOf(MINE)}`, 'One alias found'],
    [`find ${addressOf(THEIRS)}`, 'No alias found'],
    ['find', 'What are you looking for?'],
    [`history ${addressOf(MINE)}`, 'History of an AWS root alias'],
    [`history ${addressOf(THEIRS)}`, 'There is no such thing, or you may not'],
    ...[
      `&lt;${addressOf(MINE)}&gt;`,
      `mailto:${addressOf(MINE)}`,
      `[${addressOf(MINE)}](mailto:${addressOf(MINE)})`,
      `${addressOf(MINE)}&lt;mailto:${addressOf(MINE)}&gt;`,
      `<a href="mailto:${addressOf(MINE)}">${addressOf(MINE)}</a>`,
      `${addressOf(MINE).toUpperCase()}, please`,
      `"${addressOf(MINE)}".`,
    ].map((written): [string, string] => [`history ${written}`, 'History of an AWS root alias']),
    [`find &lt;${addressOf(MINE)}&gt;`, 'One alias found'],
    [`release ${addressOf(MINE)}.`, 'Release this alias?'],
    ['history', 'Which alias?'],
    [addressOf(MINE), 'One alias found'],
    [`What happened to ${addressOf(MINE)}?`, 'History of an AWS root alias'],
    [`please bind ${addressOf(MINE)} to account 1234–5678–9012`, 'The account id is saved'],
    [`bind 1234‑5678‑9012 to ${addressOf(MINE)}`, 'The account id is saved'],
    [`should I release ${addressOf(MINE)}?`, 'The command “release”'],
    [`bitte ${addressOf(MINE)} an ${GRACE.mail} übertragen`, 'Give this alias to somebody else?'],
    [`Gib ${addressOf(MINE)} zurück`, 'Release this alias?'],
    [`bind ${addressOf(MINE)} 123456789012`, 'The account id is saved'],
    [`bind ${addressOf(THEIRS)} 123456789012`, 'There is no such thing, or you may not'],
    [`transfer ${addressOf(MINE)} ${GRACE.mail}`, 'Give this alias to somebody else?'],
    [`transfer ${addressOf(MINE)}`, 'Mail address of the new owner'],
    [`bind ${addressOf(MINE)}`, 'AWS account id (12 digits)'],
    [`bind ${addressOf(THEIRS)}`, 'There is no such thing, or you may not'],
    [`release ${addressOf(MINE)}`, 'Release this alias?'],
    [`release ${addressOf(THEIRS)}`, 'There is no such thing, or you may not'],
    ['release', 'Which alias?'],
    ['I want to release my alias', addressOf(MINE)],
    ['relese', 'I did not understand that'],
  ];
  it.each(answers)('%s: %s', async (text, answer) => {
    await using world = await openOffice();
    await world.write(ADA, text);
    expect(world.lastCard()).toContain(answer);
  });
});

describe('what is written in a channel', () => {
  const answers: readonly [string, string, string][] = [
    ['aliases', addressOf(MINE), addressOf(THEIRS)],
    [`find ${addressOf(MINE)}`, 'Write to me in our own chat', addressOf(MINE)],
    [`history ${addressOf(MINE)}`, 'Write to me in our own chat', addressOf(MINE)],
    [`bind ${addressOf(MINE)} 123456789012`, 'The account id is saved', addressOf(THEIRS)],
    [`release ${addressOf(MINE)}`, 'Release this alias?', addressOf(THEIRS)],
  ];
  it.each(answers)('%s: %s', async (text, answer, unsaid) => {
    await using world = await openOffice();
    await world.writeInChannel(ADA, `<at>Rootdesk</at> ${text}`);
    expect(world.lastCard()).toContain(answer);
    expect(world.lastCard()).not.toContain(unsaid);
  });
});

describe('a click on a question', () => {
  it('changes the card for everybody, not only in the window of the click', async () => {
    await using world = await openOffice();
    await world.writeInChannel(ADA, `<at>Rootdesk</at> release ${addressOf(MINE)}`);
    const clicked = { ...inChannel(ADA), replyToId: 'message-1' };
    const answer = await world.click(ADA, 'release-alias', { aliasId: MINE, reason: '' }, clicked);
    expect(answer.text).toContain('The alias is released');
    await world.bot.settled();
    expect(world.connector.calls.slice(1)).toMatchObject([
      { method: 'PUT', path: `/v3/conversations/${CHANNEL};messageid=1/activities/message-1` },
    ]);
  });

  it.each(['../message-1', 'message-1/members', '\\message-1', 'message-1?x=y', 'message-1#'])(
    'that names %s, which is no card, changes none',
    async (id) => {
      await using world = await openOffice();
      await world.writeInChannel(ADA, `<at>Rootdesk</at> release ${addressOf(MINE)}`);
      await world.click(ADA, 'release-alias', { aliasId: MINE }, { ...inChannel(ADA), replyToId: id });
      await world.bot.settled();
      expect(world.connector.calls.map(({ method }) => method)).toEqual(['POST']);
    },
  );

  it('that names a card which nobody knows draws that one, and no other (decision 026)', async () => {
    await using world = await openOffice();
    await world.writeInChannel(ADA, `<at>Rootdesk</at> release ${addressOf(MINE)}`);
    await world.writeInChannel(ADA, '<at>Rootdesk</at> help');
    await world.click(ADA, 'release-alias', { aliasId: MINE }, { ...inChannel(ADA), replyToId: 'message-2' });
    await world.bot.settled();
    expect(world.connector.calls.slice(2)).toMatchObject([
      { method: 'PUT', path: `/v3/conversations/${CHANNEL};messageid=1/activities/message-2` },
    ]);
  });

  it('that names a card which nobody knows changes none where whoever clicked may not', async () => {
    await using world = await openOffice();
    await world.writeInChannel(ADA, `<at>Rootdesk</at> release ${addressOf(MINE)}`);
    await world.click(
      ADA,
      'release-alias',
      { aliasId: THEIRS },
      { ...inChannel(ADA), replyToId: 'message-2' },
    );
    await world.bot.settled();
    expect(world.connector.calls.map(({ method }) => method)).toEqual(['POST']);
  });

  it('that is refused leaves the card to the others as it was', async () => {
    await using world = await openOffice();
    const answer = await world.click(GRACE, 'release-alias', { aliasId: MINE }, inChannel(GRACE));
    expect(answer.text).toContain('There is no such thing, or you may not');
    await world.bot.settled();
    expect(world.connector.calls).toEqual([]);
  });

  it.each([
    undefined,
    {},
    { aliasId: 7 },
    { aliasId: '' },
    { aliasId: 'x'.repeat(200) },
    { aliasId: 'no-such' },
  ])('with the data %j does nothing', async (data) => {
    await using world = await openOffice();
    for (const verb of ['release-alias', 'keep-alias', 'bind-account']) {
      const answer = await world.click(ADA, verb, { ...data }, personal(ADA));
      expect(answer.text).toContain('There is no such thing, or you may not');
    }
  });
});

describe('the words after an alias', () => {
  const wordsOf = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');
  const cases: readonly [string, string, string][] = [
    ['123456789012', '123456789012', ''],
    ['1234-5678-9012 Payments', '1234-5678-9012', 'Payments'],
    ['1234 5678 9012 4 teams', '1234 5678 9012', '4 teams'],
    ['123456789012 42', '123456789012', '42'],
    ['1234 payments', '1234', 'payments'],
    ['payments prod', 'payments', 'prod'],
  ];
  it.each(cases)('%j are an account id and a name', (text, accountId, name) => {
    const value = { accountId, accountName: wordsOf(name) };
    expect(readArguments(ACCOUNT, { words: wordsOf(text), mentioned: [], texts: english })).toEqual({
      value,
      rest: [],
    });
  });

  it('are missing where there are none', () => {
    expect(readArguments(ACCOUNT, { words: [], mentioned: [], texts: english })).toBe('absent');
  });
});

describe('the table of commands', () => {
  it('has one command a word', () => {
    const names = COMMANDS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

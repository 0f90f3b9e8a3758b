import { describe, expect, it } from 'vitest';
import {
  ADELE,
  ADDRESSES,
  ALEX,
  GUEST,
  ISAIAH,
  MEGAN,
  PAYMENTS,
  PLATFORM,
  SAM,
  SEARCH,
  type Channel,
} from './company.ts';
import { openWorld, type World } from './world.ts';
import { mail } from './mail.ts';
import { buttonsOf, type Shown } from './shown.ts';

const NOT_YOURS = 'There is no such thing, or you may not';
const [ONE = '', TWO = '', THREE = ''] = ADDRESSES;
const ACCOUNT = '123456789012';
const OTHER_ACCOUNT = '210987654321';
const DAY_MS = 24 * 60 * 60 * 1000;
const FORM = {
  accountName: 'payments-prod',
  purpose: 'Card payments in the new region',
  environment: 'production',
  channelId: PAYMENTS.id,
};

/** Alex asks and Megan says yes; gives the card with the alias, and its address. */
async function aliasReady(world: World, answers = FORM): Promise<{ card: Shown; address: string }> {
  const form = await world.says(ALEX, 'request');
  await world.clicks(ALEX, form, 'submit-request', answers);
  await world.clicks(MEGAN, await world.sees(PLATFORM, answers.accountName), 'approve');
  const card = await world.sees(ALEX, 'Your alias is ready');
  return { card, address: ADDRESSES.find((address) => card.text.includes(address)) ?? 'none' };
}

async function aliasAt(world: World, address: string) {
  return (await world.register.aliasByAddress(address))?.value;
}

function verbsOf({ card }: Shown): readonly string[] {
  return [...buttonsOf(card).keys()];
}

/** A card where it is now, after it may have been redrawn. */
function nowOf(world: World, person: Parameters<World['chatOf']>[0], card: Shown): Shown | undefined {
  return world.chatOf(person).find(({ activityId }) => activityId === card.activityId);
}

describe('the account id of an alias', () => {
  it('is saved by its owner on the card that brought the alias, and the card says so for good', async () => {
    await using world = await openWorld();
    const { card, address } = await aliasReady(world);
    const wrong = await world.clicks(ALEX, card, 'bind-account', { accountId: '1234' });
    expect(wrong.text).toContain('This is not an AWS account id: an id has 12 digits.');
    expect(wrong.text).toContain('1234');
    expect((await aliasAt(world, address))?.accountId).toBeUndefined();

    const saved = await world.clicks(ALEX, wrong, 'bind-account', { accountId: '1234-5678 9012' });
    expect(saved.text).toContain(`AWS account ${ACCOUNT} is bound to this alias.`);
    expect(verbsOf(saved)).not.toContain('bind-account');
    expect(await aliasAt(world, address)).toMatchObject({ accountId: ACCOUNT, state: 'allotted' });
    expect(nowOf(world, ALEX, card)?.text).toContain(`AWS account ${ACCOUNT} is bound to this alias.`);

    const again = await world.clicks(ALEX, card, 'bind-account', { accountId: ACCOUNT });
    expect(again.text).toContain(`AWS account ${ACCOUNT} is bound to this alias.`);
  });

  it('is filled in already when the request named it', async () => {
    await using world = await openWorld();
    const answers = { ...FORM, expectedAccountId: ACCOUNT };
    expect((await aliasReady(world, answers)).card.text).toContain(ACCOUNT);
  });

  it('that is bound elsewhere is refused at the field, and whose that is stays theirs', async () => {
    await using world = await openWorld();
    const { card, address } = await aliasReady(world);
    const taken = ADDRESSES.find((each) => each !== address) ?? '';
    await world.owns(SAM, SEARCH, taken, ACCOUNT);
    const refused = await world.clicks(ALEX, card, 'bind-account', { accountId: ACCOUNT });
    expect(refused.text).toContain('is bound to another alias already');
    expect(refused.text).not.toContain(taken);
    expect(refused.text).not.toContain(SAM.mail);
    expect(verbsOf(refused)).toContain('bind-account');
    expect((await aliasAt(world, address))?.accountId).toBeUndefined();
  });

  it('cannot be saved by anybody else, whatever their card carries', async () => {
    await using world = await openWorld();
    const alias = await world.owns(ALEX, PAYMENTS, ONE);
    for (const stranger of [ISAIAH, SAM, GUEST]) {
      const answer = await world.forges(stranger, 'bind-account', { aliasId: alias.id, accountId: ACCOUNT });
      expect(answer).toContain(NOT_YOURS);
      expect(answer).not.toContain(ONE);
    }
    for (const nonsense of [undefined, {}, { aliasId: 5 }, { aliasId: '~pending:' }, { aliasId: '../x' }]) {
      expect(await world.forges(ALEX, 'bind-account', nonsense)).toContain(NOT_YOURS);
    }
    expect((await aliasAt(world, ONE))?.accountId).toBeUndefined();
  });

  const ways: readonly [string, string, Partial<{ accountId: string; accountName: string }>][] = [
    ['alone', ACCOUNT, { accountId: ACCOUNT, accountName: 'account of Alex Wilber' }],
    ['with dashes', '1234-5678-9012', { accountId: ACCOUNT }],
    [
      'with spaces and a name',
      '1234 5678 9012 Payments Prod 2',
      { accountId: ACCOUNT, accountName: 'Payments Prod 2' },
    ],
    ['with a name of markup', `${ACCOUNT} R&amp;D &quot;b&quot;`, { accountName: 'R&D "b"' }],
  ];
  it.each(ways)('is bound in words: %s', async (_name, typed, expected) => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    const answer = await world.says(ALEX, `Bind ${ONE.toUpperCase()} ${typed}`);
    expect(answer.text).toContain('The account id is saved');
    expect(await aliasAt(world, ONE)).toMatchObject(expected);
  });

  it('can be corrected, by the owner or an approver', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE, ACCOUNT);
    const question = await world.says(MEGAN, `bind ${ONE} ${OTHER_ACCOUNT}`);
    expect(question.text).toContain('Bind another account to this alias?');
    expect(question.text).toContain(ACCOUNT);
    expect(question.text).toContain(OTHER_ACCOUNT);
    expect((await aliasAt(world, ONE))?.accountId).toBe(ACCOUNT);
    const refused = await world.clicks(MEGAN, question, 'confirm-bind', { accountName: 'a<b' });
    expect(refused.text).toContain('printable ASCII');
    const saved = await world.clicks(MEGAN, refused, 'confirm-bind', { accountName: 'payments' });
    expect(saved.text).toContain('The account id is saved');
    expect(saved.text).toContain(`names account ${OTHER_ACCOUNT}, and no longer ${ACCOUNT}`);
    expect(await aliasAt(world, ONE)).toMatchObject({ accountId: OTHER_ACCOUNT, accountName: 'payments' });
  });

  it('that took the place of another is told to the owner and the channel, whoever did it, and not to whoever had the alias before', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE, ACCOUNT);
    await world.says(ALEX, 'help');
    const words = [MEGAN.name, ACCOUNT, OTHER_ACCOUNT, ONE];
    await world.clicks(MEGAN, await world.says(MEGAN, `bind ${ONE} ${OTHER_ACCOUNT}`), 'confirm-bind');
    await world.rests();
    for (const where of [ALEX, PAYMENTS]) {
      const told = await world.sees(where, 'Another AWS account is bound to an alias');
      for (const word of words) expect(told.text).toContain(word);
    }
    await world.gives(ALEX, `transfer ${ONE} ${SAM.mail}`);
    await world.clicks(MEGAN, await world.says(MEGAN, `bind ${ONE} ${ACCOUNT}`), 'confirm-bind');
    await world.rests();
    const titles = world.chatOf(ALEX).filter(({ text }) => text.includes('Another AWS account'));
    expect(titles).toHaveLength(1);
  });

  it('is not replaced by a stale card, nor by a yes to another state', async () => {
    await using world = await openWorld();
    const alias = await world.owns(ALEX, PAYMENTS, ONE, ACCOUNT);
    const data = { aliasId: alias.id, accountId: OTHER_ACCOUNT };
    expect(await world.forges(ALEX, 'bind-account', data)).toContain('Another account is bound');
    const question = await world.says(ALEX, `bind ${ONE} ${OTHER_ACCOUNT}`);
    await world.says(ALEX, `bind ${ONE} ${ACCOUNT} another name`);
    const again = await world.clicks(ALEX, question, 'confirm-bind');
    expect(again.text).toContain('The alias changed since you were asked');
    expect((await aliasAt(world, ONE))?.accountId).toBe(ACCOUNT);
    await world.clicks(ALEX, again, 'confirm-bind');
    expect((await aliasAt(world, ONE))?.accountId).toBe(OTHER_ACCOUNT);
  });

  const faults: readonly [string, string, string][] = [
    ['nothing', 'bind', 'Which alias?'],
    ['no id', `bind ${ONE}`, 'AWS account id (12 digits)'],
    ['an odd id', `bind ${ONE} twelve`, 'This is not an AWS account id'],
    ['too few digits', `bind ${ONE} 1234 567`, 'This is not an AWS account id'],
    ['an address of nowhere', `bind aws_x@company.com ${ACCOUNT}`, NOT_YOURS],
    ['an alias of another', `bind ${TWO} ${ACCOUNT}`, NOT_YOURS],
    ['an alias that is free', `bind ${THREE} ${ACCOUNT}`, NOT_YOURS],
    ['a name beyond measure', `bind ${ONE} ${ACCOUNT} ${'x'.repeat(51)}`, 'AWS does not take that name'],
    ['a name that AWS refuses', `bind ${ONE} ${ACCOUNT} &lt;b&gt;`, 'without < > / % and |'],
  ];
  it.each(faults)('is not bound by %s', async (_name, typed, answer) => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    await world.owns(SAM, SEARCH, TWO);
    expect((await world.says(ALEX, typed)).text).toContain(answer);
    for (const address of [ONE, TWO, THREE]) {
      expect((await aliasAt(world, address))?.accountId).toBeUndefined();
    }
  });

  it('bound elsewhere is told without the owner where a whole channel reads', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    await world.owns(SAM, SEARCH, TWO, ACCOUNT);
    const answer = await world.says(ALEX, `bind ${ONE} ${ACCOUNT}`, PAYMENTS);
    expect(answer.text).toContain('is bound to another alias');
    expect(answer.text).not.toContain(TWO);
    expect(answer.text).not.toContain(SAM.mail);
  });
});

describe('releasing', () => {
  it('an alias without an account asks first, lets it rest, and then it is free', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    const question = await world.says(ALEX, `release ${ONE} not needed after all`);
    expect(question.text).toContain('rests for 90 days and is then free for others');
    expect(question.text).toContain('not needed after all');
    expect((await aliasAt(world, ONE))?.state).toBe('allotted');

    const done = await world.clicks(ALEX, question, 'release-alias', { reason: 'Never **used**' });
    expect(done.text).toContain('The alias is released');
    expect(done.text).toContain('free for others after a rest');
    expect(nowOf(world, ALEX, question)?.text).toContain('The alias is released');
    expect((await aliasAt(world, ONE))?.state).toBe('quarantined');
    expect((await world.says(ALEX, `history ${ONE}`)).text).toContain('“Never **used**”');

    const twice = await world.clicks(ALEX, question, 'release-alias');
    expect(twice.text).toContain('The alias is released');
    expect(await world.register.history((await aliasAt(world, ONE))?.id ?? '')).toHaveLength(2);

    world.later(90 * DAY_MS + 60_000);
    await world.doesHousekeeping();
    expect(await aliasAt(world, ONE)).toMatchObject({
      state: 'free',
      owner: undefined,
      channelId: undefined,
    });
  });

  it('an alias with an account says that it is retired, and retires it', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE, ACCOUNT);
    const question = await world.says(ALEX, `release ${ONE}`);
    expect(question.text).toContain(`AWS account ${ACCOUNT} uses it, or did, so it is retired`);
    const done = await world.clicks(ALEX, question, 'release-alias');
    expect(done.text).toContain('nobody ever gets it again');
    expect((await aliasAt(world, ONE))?.state).toBe('retired');
    expect((await world.says(ALEX, `release ${ONE}`)).text).toContain('it is retired for good');
    expect((await world.says(ALEX, `bind ${ONE} ${ACCOUNT}`)).text).toContain(NOT_YOURS);
  });

  it('can be thought better of', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    const question = await world.says(ALEX, `release ${ONE}`);
    const kept = await world.clicks(ALEX, question, 'keep-alias');
    expect(kept.text).toContain('Nothing was changed');
    expect(verbsOf(nowOf(world, ALEX, question) ?? kept)).toEqual([
      'page-history',
      'page-mail',
      'write-command',
    ]);
    expect((await aliasAt(world, ONE))?.state).toBe('allotted');
  });

  it('looks at the alias again at the click: who gave it away meanwhile cannot release it', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    const question = await world.says(ALEX, `release ${ONE}`);
    await world.gives(ALEX, `transfer ${ONE} ${SAM.mail}`);
    expect((await world.clicks(ALEX, question, 'release-alias')).text).toContain(NOT_YOURS);
    expect(await aliasAt(world, ONE)).toMatchObject({ state: 'allotted', owner: { mail: SAM.mail } });
  });

  it('from a card in the channel is for the owner and approvers, not for everybody who sees the buttons', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    const question = await world.says(ALEX, `release ${ONE}`, PAYMENTS);
    for (const verb of ['release-alias', 'keep-alias']) {
      expect((await world.clicks(ISAIAH, question, verb)).text).toContain(NOT_YOURS);
    }
    expect((await world.sees(PAYMENTS, 'Release this alias?')).activityId).toBe(question.activityId);
    expect((await aliasAt(world, ONE))?.state).toBe('allotted');
    await world.clicks(MEGAN, question, 'release-alias');
    expect((await aliasAt(world, ONE))?.state).toBe('quarantined');
  });

  it('is not asked about in a channel that does not own the alias', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    const answer = await world.says(ALEX, `release ${ONE}`, SEARCH);
    expect(answer.text).toContain('Write to me in our own chat');
    expect(answer.text).not.toContain(ONE);
  });
});

describe('transferring', () => {
  it('gives the alias to a person by their address; they are told, and are its owner', async () => {
    await using world = await openWorld();
    await world.says(SAM, 'help');
    await world.owns(ALEX, PAYMENTS, ONE);
    const answer = await world.gives(
      ALEX,
      `transfer ${ONE} to ${SAM.mail.toUpperCase()} search takes it over`,
    );
    expect(answer.text).toContain('The alias has a new owner');
    expect(await aliasAt(world, ONE)).toMatchObject({ owner: SAM, channelId: PAYMENTS.id });
    const told = await world.sees(SAM, 'An AWS root alias is yours now');
    expect(told.text).toContain('Alex Wilber gave it to you');
    expect(told.text).toContain(ONE);
    expect((await world.says(SAM, `history ${ONE}`)).text).toContain('“search takes it over”');
    expect((await world.says(ALEX, `release ${ONE}`)).text).toContain(NOT_YOURS);
  });

  it('tells the owner from whom an approver takes it, with a way out', async () => {
    await using world = await openWorld();
    await world.says(ALEX, 'help');
    await world.owns(ALEX, PAYMENTS, ONE);
    await world.gives(MEGAN, `transfer ${ONE} ${MEGAN.mail}`);
    const told = await world.sees(ALEX, 'An AWS root alias is no longer yours');
    expect(told.text).toContain('Megan Bowen gave it to another owner');
    expect(told.text).toContain('tell an approver or your security team');
    expect(told.text).toContain(ONE);
    expect(world.chatOf(MEGAN).some(({ text }) => text.includes('is yours now'))).toBe(false);
  });

  it('in a channel moves the mail there', async () => {
    await using world = await openWorld();
    await world.owns(SAM, PAYMENTS, ONE);
    const answer = await world.says(SAM, `transfer ${ONE} here`, SEARCH);
    expect(answer.text).toContain('This channel owns the alias now');
    expect(await aliasAt(world, ONE)).toMatchObject({ owner: { mail: SAM.mail }, channelId: SEARCH.id });
  });

  const refused: readonly [string, string, Channel | undefined, string][] = [
    ['to nobody', `transfer ${ONE}`, undefined, 'To whom?'],
    ['without an alias', 'transfer', undefined, 'Which alias?'],
    [
      'to a stranger to the company',
      `transfer ${ONE} eve@evil.example`,
      undefined,
      'Nobody in your company has',
    ],
    ['to a filter', `transfer ${ONE} x'or'1@y`, undefined, 'Nobody in your company has'],
    ['to a channel without a word for it', `transfer ${ONE}`, SEARCH, 'To whom?'],
    ['here, in a chat', `transfer ${ONE} here`, undefined, 'Not here'],
    ['to a channel that owns no aliases', `transfer ${ONE} here`, PLATFORM, 'it cannot own aliases'],
    ['of an alias of another', `transfer ${TWO} ${ALEX.mail}`, undefined, NOT_YOURS],
    ['of an alias of another, into one’s own channel', `transfer ${TWO} here`, PAYMENTS, NOT_YOURS],
  ];
  it.each(refused)('%s is refused, and nothing changes', async (_name, typed, channel, answer) => {
    await using world = await openWorld({ linked: [PAYMENTS, SEARCH] });
    await world.owns(ALEX, PAYMENTS, ONE);
    await world.owns(SAM, SEARCH, TWO);
    expect((await world.says(ALEX, typed, channel)).text).toContain(answer);
    expect(await aliasAt(world, ONE)).toMatchObject({ owner: { mail: ALEX.mail }, channelId: PAYMENTS.id });
    expect(await aliasAt(world, TWO)).toMatchObject({ owner: { mail: SAM.mail }, channelId: SEARCH.id });
  });
});

describe('finding', () => {
  async function found(person: Parameters<World['says']>[0], text: string): Promise<string> {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE, ACCOUNT);
    await world.owns(SAM, SEARCH, TWO);
    return (await world.says(person, `find ${text}`)).text;
  }

  const searches: readonly [string, string][] = [
    ['address', ONE],
    ['account id with dashes', '1234-5678-9012'],
    ['beginning of the account id', '123456'],
    ['account name in any case', 'Account OF alex'],
    ['owner', ALEX.mail],
    ['team', 'payments'],
    ['channel', 'aws-ro'],
  ];
  it.each(searches)('works by %s', async (_name, text) => {
    const answer = await found(ALEX, text);
    for (const words of [ONE, ACCOUNT, 'In use', 'Alex Wilber', 'Payments › aws-root']) {
      expect(answer).toContain(words);
    }
  });

  it('shows one’s own aliases and those of one’s teams, to approvers all, to strangers nothing', async () => {
    expect(await found(ISAIAH, 'aws_')).toContain(ONE);
    expect(await found(ISAIAH, 'aws_')).not.toContain(TWO);
    const toSam = await found(SAM, 'aws_');
    expect(toSam).toContain(TWO);
    expect(toSam).not.toContain(ONE);
    expect(await found(SAM, ACCOUNT)).toContain('No alias found');
    expect(await found(GUEST, 'aws_')).toContain('No alias found');
    const toMegan = await found(MEGAN, 'aws_');
    for (const address of ADDRESSES) expect(toMegan).toContain(address);
  });

  it('says when nothing is there, or nothing was asked', async () => {
    expect(await found(ALEX, 'nowhere')).toContain('No alias found');
    expect(await found(ALEX, '')).toContain('What are you looking for?');
  });

  it('shows nothing while the directory cannot tell who may see it', async () => {
    await using world = await openWorld();
    await world.owns(SAM, SEARCH, ONE);
    world.graph.faults.next({ kind: 'error', status: 500 }, 50);
    const answer = await world.says(ISAIAH, 'find aws_');
    expect(answer.text).toContain('could not be checked right now');
    expect(answer.text).not.toContain(ONE);
  });

  it.each(['find aws_', `history ${ONE}`])('in a channel points to the chat: %s', async (text) => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    const answer = await world.says(ALEX, text, PAYMENTS);
    expect(answer.text).toContain('Write to me in our own chat');
    expect(answer.text).not.toContain(ONE);
  });
});

describe('aliases', () => {
  it('in the chat are one’s own, in a channel those that it owns', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    await world.owns(ISAIAH, PAYMENTS, TWO);
    await world.owns(SAM, SEARCH, THREE);
    const mine = await world.says(ALEX, 'mine');
    expect(mine.text).toContain(ONE);
    expect(mine.text).not.toContain(TWO);
    const ofChannel = await world.says(SAM, 'aliases', PAYMENTS);
    expect(ofChannel.text).toContain(ONE);
    expect(ofChannel.text).toContain(TWO);
    expect(ofChannel.text).not.toContain(THREE);
    expect((await world.says(MEGAN, 'aliases')).text).toContain('You have none yet');
  });

  it('are found by whoever they belong to when their address changed, and not by whoever has it now', async () => {
    await using world = await openWorld();
    await world.owns({ ...ALEX, mail: SAM.mail }, PAYMENTS, ONE);
    await world.mailArrives(mail({ to: ONE }));
    await world.sweeps();
    expect((await world.says(ALEX, 'aliases')).text).toContain(ONE);
    expect((await world.says(ALEX, 'mail')).text).toContain(ONE);
    expect((await world.says(ALEX, `find ${ONE}`)).text).toContain('One alias found');
    expect((await world.says(SAM, 'aliases')).text).toContain('You have none yet');
    for (const words of ['mail', `find ${ONE}`, `history ${ONE}`]) {
      expect((await world.says(SAM, words)).text).not.toContain(ALEX.name);
    }
  });
});

describe('the history of an alias', () => {
  it('tells who did what and why, newest first', async () => {
    await using world = await openWorld();
    const { address } = await aliasReady(world);
    await world.says(ALEX, `bind ${address} ${ACCOUNT}`);
    await world.gives(ALEX, `transfer ${address} ${ISAIAH.mail} on leave`);
    const { text } = await world.says(MEGAN, `history ${address}`);
    const order = ['Transferred', 'Account bound', 'Request approved'].map((words) => text.indexOf(words));
    expect(order.every((position) => position >= 0)).toBe(true);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(text).toContain('Alex Wilber');
    expect(text).toContain('Megan Bowen');
    expect(text).toContain('“on leave”');
    expect(text).toContain(`owned by ${ALEX.mail} → owned by ${ISAIAH.mail}`);
  });

  it('is not for another team', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, ONE);
    expect((await world.says(SAM, `history ${ONE}`)).text).toContain(NOT_YOURS);
    expect((await world.says(SAM, 'history aws_x@company.com')).text).toContain(NOT_YOURS);
  });
});

describe('a request that waits', () => {
  async function asked(world: World): Promise<Shown> {
    const form = await world.says(ALEX, 'request');
    await world.clicks(ALEX, form, 'submit-request', FORM);
    return world.sees(PLATFORM, FORM.purpose);
  }

  it('reminds the approvers in the thread of its card, and not once it is decided', async () => {
    await using world = await openWorld();
    const card = await asked(world);
    const reminders = (): readonly Shown[] =>
      world.channel(PLATFORM).filter(({ text }) => text.includes('still waits for a decision'));
    await world.doesHousekeeping();
    expect(reminders()).toEqual([]);

    world.later(4 * 60 * 60 * 1000);
    await world.doesHousekeeping();
    await world.doesHousekeeping();
    expect(reminders()).toMatchObject([{ conversationId: card.conversationId }]);
    expect(reminders()[0]?.text).toContain('Alex Wilber');
    expect(reminders()[0]?.text).toContain('Everybody in the approvers’ group can decide this');
    expect(world.channel(PLATFORM).filter(({ text }) => text.includes(FORM.purpose))).toHaveLength(1);

    await world.clicks(MEGAN, card, 'approve');
    world.later(4 * 60 * 60 * 1000);
    await world.doesHousekeeping();
    expect(reminders()).toHaveLength(1);
  });

  it('rings those who are approvers by name and can decide it, and nobody else', async () => {
    const personIds = [MEGAN.id, ADELE.id, ALEX.id];
    await using world = await openWorld({ requests: { approvers: { kind: 'people', personIds } } });
    await asked(world);
    world.later(4 * 60 * 60 * 1000);
    await world.doesHousekeeping();
    const { card, text } = await world.sees(PLATFORM, 'still waits for a decision');
    expect(text).toContain('<at>Megan Bowen</at>, <at>Adele Vance</at>, one of you has to decide.');
    const mentioned = [MEGAN, ADELE].map(({ id, name }) => ({ mentioned: { id, name } }));
    expect(card).toMatchObject({ msteams: { entities: mentioned } });
  });

  it('is posted again where the approvers decide now', async () => {
    await using world = await openWorld();
    await asked(world);
    await world.says(MEGAN, 'link approvals', SEARCH);
    world.later(4 * 60 * 60 * 1000);
    await world.doesHousekeeping();
    await world.clicks(MEGAN, await world.sees(SEARCH, FORM.purpose), 'approve');
    await world.sees(ALEX, 'Your alias is ready');
    expect((await world.sees(PLATFORM, FORM.purpose)).text).toContain('Approved by');
  });

  it('expires: the asker is told, every card says so, and nobody can decide it', async () => {
    await using world = await openWorld();
    const card = await asked(world);
    world.later(14 * DAY_MS);
    await world.doesHousekeeping();
    expect((await world.sees(ALEX, 'Your request expired')).text).toContain('Request again');
    expect((await world.sees(PLATFORM, 'Expired: nobody decided in time')).activityId).toBe(card.activityId);
    const late = await world.clicks(MEGAN, card, 'approve');
    expect(late.text).toContain('settled before your click');
    expect((await aliasAt(world, ONE))?.state).toBe('free');
  });

  it('counts approvals where several are needed', async () => {
    await using world = await openWorld({ requests: { approvalsNeeded: 2 } });
    const card = await asked(world);
    expect(card.text).toContain('0 of 2');
    const counted = await world.clicks(MEGAN, card, 'approve');
    expect(counted.text).toContain('Your yes counts. One more is needed.');
    expect((await world.sees(PLATFORM, '1 of 2: Megan Bowen')).activityId).toBe(card.activityId);
    const again = await world.clicks(MEGAN, card, 'approve');
    expect(again.text).toContain('1 of 2: Megan Bowen');
  });
});

describe('the rule that needs no approver', () => {
  it('is named as the one who said yes', async () => {
    await using world = await openWorld({ requests: { approvedByItself: ['sandbox'] } });
    const form = await world.says(ALEX, 'request');
    const receipt = await world.clicks(ALEX, form, 'submit-request', { ...FORM, environment: 'sandbox' });
    expect(receipt.text).toContain('the rule for sandbox accounts');
    expect((await world.sees(ALEX, 'Your alias is ready')).text).toContain('the rule for sandbox accounts');
    expect(world.channel(PLATFORM).filter(({ text }) => text.includes(FORM.purpose))).toEqual([]);
  });
});

describe('a pool that runs low', () => {
  it('is told to triage once', async () => {
    await using world = await openWorld({ lowWater: 4, pool: 6, linked: [PAYMENTS, PLATFORM] });
    const alerts = (): readonly Shown[] =>
      world.channel(PLATFORM).filter(({ text }) => text.includes('The pool of AWS root aliases runs low'));
    await world.doesHousekeeping();
    expect(alerts()).toEqual([]);
    for (const address of [ONE, TWO, THREE]) await world.owns(ALEX, PAYMENTS, address);
    await world.doesHousekeeping();
    await world.doesHousekeeping();
    expect(alerts()).toHaveLength(1);
    expect(alerts()[0]?.text).toMatch(/Free aliases\n3\n/);
  });
});

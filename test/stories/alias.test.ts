import { describe, expect, it } from 'vitest';
import {
  ADELE,
  ALEX,
  GUEST,
  ISAIAH,
  MEGAN,
  PAYMENTS,
  PLATFORM,
  SAM,
  TRIAGE,
  type Channel,
} from './company.ts';
import { openWorld, type World } from './world.ts';
import { buttonsOf, type Shown } from './shown.ts';

const FORM = {
  accountName: 'payments-prod',
  purpose: 'Card payments in the new region',
  environment: 'production',
  channelId: PAYMENTS.id,
};
const ADDRESS = /aws_[0-9a-f-]{36}@company\.com/;

/** Alex asks; gives Alex's receipt and the card that the approvers see. */
async function asked(world: World, answers = FORM): Promise<{ receipt: Shown; card: Shown }> {
  const form = await world.says(ALEX, 'request');
  const receipt = await world.clicks(ALEX, form, 'submit-request', answers);
  return { receipt, card: await world.sees(PLATFORM, answers.accountName) };
}

describe('an engineer asks for an alias', () => {
  it('and an approver says yes: the alias arrives, every card names who decided, the channel is told', async () => {
    await using world = await openWorld();
    const { card } = await asked(world);
    expect(card.text).toContain(FORM.purpose);
    expect(card.text).toContain('Alex Wilber (alex.wilber@company.com)');

    const answer = await world.clicks(MEGAN, card, 'approve', { comment: 'Have fun' });
    expect(answer.text).toContain('Approved by\n Megan Bowen');

    const told = await world.sees(ALEX, 'Your alias is ready');
    const address = ADDRESS.exec(told.text)?.[0] ?? 'none';
    expect(told.text).toContain('Have fun');
    expect(told.text).toContain('create the account with this address as its root user email');
    expect((await world.sees(PAYMENTS, address)).text).toContain(FORM.accountName);
    expect((await world.sees(PLATFORM, 'Approved by')).activityId).toBe(card.activityId);
    expect((await world.sees(ALEX, 'The next steps are in a separate message')).text).toContain(
      'Megan Bowen',
    );
    for (const each of [...world.channel(PLATFORM), ...world.chatOf(ALEX)]) {
      expect([...buttonsOf(each.card).keys()]).not.toContain('approve');
      expect([...buttonsOf(each.card).keys()]).not.toContain('cancel-request');
    }

    const alias = (await world.register.aliasByAddress(address))?.value;
    expect(alias).toMatchObject({
      state: 'allotted',
      owner: ALEX,
      channelId: PAYMENTS.id,
      accountName: FORM.accountName,
    });
    expect(await inUse(world)).toEqual([address]);
  });

  it('and an approver says no with a comment: the asker reads why, and nothing is allotted', async () => {
    await using world = await openWorld();
    const { card } = await asked(world);
    await world.clicks(MEGAN, card, 'deny', { comment: 'Use the shared account' });
    const told = await world.sees(ALEX, 'Your request was denied');
    expect(told.text).toContain('Use the shared account');
    expect(told.text).toContain('Megan Bowen');
    expect((await world.sees(PLATFORM, 'Denied by')).activityId).toBe(card.activityId);
    expect(await inUse(world)).toEqual([]);
  });

  it('and an approver says no without a word: they are asked for one, and nothing is decided', async () => {
    await using world = await openWorld();
    const { card } = await asked(world);
    const answer = await world.clicks(MEGAN, card, 'deny', { comment: '   ' });
    expect(answer.text).toContain('A denial needs a comment');
    expect([...buttonsOf(answer.card).keys()]).toContain('deny');
    expect(world.chatOf(ALEX).some(({ text }) => text.includes('denied'))).toBe(false);
    expect(await pending(world)).toHaveLength(1);
  });

  it('and takes it back: the approvers see that, and can decide nothing any more', async () => {
    await using world = await openWorld();
    const { receipt, card } = await asked(world);
    const canceled = await world.clicks(ALEX, receipt, 'cancel-request');
    expect(canceled.text).toContain('Canceled by\n Alex Wilber');
    expect((await world.sees(PLATFORM, 'Canceled by')).activityId).toBe(card.activityId);

    const late = await world.clicks(MEGAN, card, 'approve');
    expect(late.text).toContain('settled before your click');
    expect(late.text).toContain('Canceled by');
    expect(await inUse(world)).toEqual([]);
  });

  it('and is an approver: nobody decides their own request, and is told so', async () => {
    await using world = await openWorld();
    await world.says(MEGAN, 'link', PLATFORM);
    const form = await world.says(MEGAN, 'request');
    await world.clicks(MEGAN, form, 'submit-request', { ...FORM, channelId: PLATFORM.id });
    const card = await world.sees(PLATFORM, FORM.accountName);

    const own = await world.clicks(MEGAN, card, 'approve');
    expect(own.text).toContain('This is your own request');
    expect(own.text).toContain('Another approver has to decide it');
    expect(await inUse(world)).toEqual([]);

    await world.clicks(ADELE, card, 'approve');
    expect((await world.sees(MEGAN, 'Your alias is ready')).text).toContain('Adele Vance');
  });

  it('and somebody who is no approver says yes: refused, nothing changed', async () => {
    await using world = await openWorld();
    const { card } = await asked(world);
    for (const stranger of [ISAIAH, GUEST]) {
      const answer = await world.clicks(stranger, card, 'approve', { comment: 'me too' });
      expect(answer.text).toContain('There is no such thing, or you may not');
    }
    expect(await pending(world)).toHaveLength(1);
    expect(world.channel(PLATFORM).at(-1)?.text).not.toContain('Approved by');
  });

  it('and an approver clicks twice: the second click changes nothing and shows the same alias', async () => {
    await using world = await openWorld();
    const { card } = await asked(world);
    const first = await world.clicks(MEGAN, card, 'approve');
    const second = await world.clicks(MEGAN, card, 'approve');
    expect(ADDRESS.exec(second.text)?.[0]).toBe(ADDRESS.exec(first.text)?.[0]);
    expect(second.text).not.toContain('settled before your click');
    expect(await inUse(world)).toHaveLength(1);
    expect(world.chatOf(ALEX).filter(({ text }) => text.includes('Your alias is ready'))).toHaveLength(1);
  });

  it('and another approver clicks after the decision: they read who decided, and when', async () => {
    await using world = await openWorld();
    const { card } = await asked(world);
    await world.clicks(MEGAN, card, 'approve');
    const late = await world.clicks(ADELE, card, 'deny', { comment: 'no!' });
    expect(late.text).toContain('settled before your click');
    expect(late.text).toMatch(
      /Approved by\n Megan Bowen\n · \{\{DATE\([\dT:Z-]+, SHORT\)\}\}, \{\{TIME\([\dT:Z-]+\)\}\}/,
    );
    expect(late.text).not.toContain('no!');
    expect(await inUse(world)).toHaveLength(1);
  });

  it('and two approvers click at the same moment: one decides, the other sees who', async () => {
    await using world = await openWorld();
    const { card } = await asked(world);
    const [yes, no] = await Promise.all([
      world.clicks(MEGAN, card, 'approve'),
      world.clicks(ADELE, card, 'deny', { comment: 'not now' }),
    ]);
    const approved = yes.text.includes('Approved by');
    const winner = approved ? 'Megan Bowen' : 'Adele Vance';
    for (const each of [yes, no]) {
      expect(each.text).toContain(winner);
      expect(each.text).toContain(approved ? 'Approved by' : 'Denied by');
    }
    expect([yes, no].filter(({ text }) => text.includes('settled before your click'))).toHaveLength(1);
    expect(await inUse(world)).toHaveLength(approved ? 1 : 0);
    await world.sees(ALEX, approved ? 'Your alias is ready' : 'Your request was denied');
  });

  it('and the pool is empty: the request waits, approver and triage are told', async () => {
    await using world = await openWorld({ pool: 1 });
    const { card } = await asked(world);
    const other = await asked(world, { ...FORM, accountName: 'payments-test' });
    await world.clicks(MEGAN, card, 'approve');
    const refused = await world.clicks(MEGAN, other.card, 'approve');
    expect(refused.text).toContain('No free alias is left');
    await world.sees(TRIAGE, 'payments-test');
    expect(await pending(world)).toHaveLength(1);
  });

  it('and every copy of the approvers’ card is redrawn, also one that was posted twice', async () => {
    await using world = await openWorld();
    // The first post arrives without an answer, so a second one is made when its time has come.
    let first = true;
    const heal = world.teams.answerBy(({ method, path }) => {
      if (!first || method !== 'POST' || path !== '/v3/conversations') return undefined;
      first = false;
      return { status: 500 };
    });
    const form = await world.says(ALEX, 'request');
    await world.clicks(ALEX, form, 'submit-request', FORM);
    expect(world.channel(PLATFORM).filter(({ text }) => text.includes(FORM.accountName))).toEqual([]);
    heal();
    world.later(60_000);
    await world.rests();
    const card = await world.sees(PLATFORM, FORM.accountName);
    expect(card.text).toContain('May be a repeat');
    await world.clicks(MEGAN, card, 'approve');
    const copies = world.channel(PLATFORM).filter(({ text }) => text.includes(FORM.accountName));
    expect(copies.map(({ text }) => text.includes('Approved by'))).toEqual(copies.map(() => true));
  });
});

describe('the request form', () => {
  it.each([
    ['blank', { accountName: ' ', purpose: '' }, ['Give the AWS account a name', 'Say in a sentence']],
    [
      'over-long',
      { accountName: 'x'.repeat(51), purpose: 'y'.repeat(501) },
      ['at most 50 printable ASCII characters', 'Shorten it to 500'],
    ],
    ['with invisible characters', { accountName: 'pay\u202Ements' }, ['printable ASCII']],
    ['with a name that AWS refuses', { accountName: 'pay|ments' }, ['without < > / % and |']],
    ['with a channel of another team', { channelId: '19:search-aws@thread.tacv2' }, ['in one of your teams']],
    ['with an odd account id', { expectedAccountId: '12345' }, ['has 12 digits']],
    ['with an environment of nowhere', { environment: 'moon' }, ['Choose one of production']],
    [
      'with numbers, lists and nothing for text',
      { accountName: 5, purpose: ['x'] },
      ['Give the AWS account'],
    ],
  ])('%s comes back with a sentence at the field and what was typed', async (_name, fields, sentences) => {
    await using world = await openWorld();
    const form = await world.says(ALEX, 'request');
    const typed = { ...FORM, purpose: 'Typed **before** ${now}', ...fields };
    const again = await world.clicks(ALEX, form, 'submit-request', typed);
    for (const sentence of sentences) expect(again.text).toContain(sentence);
    for (const kept of keptOf(typed)) expect(again.text).toContain(kept);
    expect([...buttonsOf(again.card).keys()]).toContain('submit-request');
    expect(await pending(world)).toEqual([]);

    const receipt = await world.clicks(ALEX, again, 'submit-request', FORM);
    expect(receipt.text).toContain('with the approvers');
    expect(await pending(world)).toHaveLength(1);
  });

  it('sent twice, even at the same moment, is one request', async () => {
    await using world = await openWorld();
    const form = await world.says(ALEX, 'request');
    const answers = await Promise.all([1, 2, 3].map(() => world.clicks(ALEX, form, 'submit-request', FORM)));
    for (const { text } of answers) expect(text).toContain('with the approvers');
    await world.clicks(ALEX, form, 'submit-request', { ...FORM, accountName: 'changed-my-mind' });
    expect(await pending(world)).toHaveLength(1);
    const cards = world.channel(PLATFORM).filter(({ text }) => text.includes('Card payments'));
    expect(cards).toHaveLength(1);
    expect(cards[0]?.text).toContain(FORM.accountName);
  });

  it('sent by somebody whom the directory does not know is not taken', async () => {
    await using world = await openWorld();
    const form = await world.says(ALEX, 'request');
    const forged = await world.forges(GUEST, 'submit-request', {
      ...buttonsOf(form.card).get('submit-request'),
      ...FORM,
    });
    expect(forged).toContain('There is no such thing, or you may not');
    expect(await pending(world)).toEqual([]);
  });

  it('is not given to somebody whose teams have linked no channel; they read how to link one', async () => {
    await using world = await openWorld({ linked: [PLATFORM, TRIAGE] });
    const answer = await world.says(SAM, 'request');
    expect(answer.text).toContain('link');
    expect([...buttonsOf(answer.card).keys()]).not.toContain('submit-request');
  });
});

describe('before the approvers’ channel is linked', () => {
  it('a request waits, and arrives when it is linked', async () => {
    await using world = await openWorld({ linked: [PAYMENTS] });
    const form = await world.says(ALEX, 'request');
    await world.clicks(ALEX, form, 'submit-request', FORM);
    expect(world.channel(PLATFORM)).toEqual([]);
    // Hours later, when attempts have become rare.
    for (let attempt = 0; attempt < 12; attempt += 1) {
      world.later(15 * 60_000);
      await world.rests();
    }
    await world.says(MEGAN, 'link approvals', PLATFORM);
    const card = await world.sees(PLATFORM, FORM.accountName);
    await world.clicks(MEGAN, card, 'approve');
    await world.sees(ALEX, 'Your alias is ready');
  });

  it('nobody but an approver can choose it', async () => {
    await using world = await openWorld({ linked: [PAYMENTS] });
    const answer = await world.says(ALEX, 'link approvals', PAYMENTS);
    expect(answer.text).toContain('There is no such thing, or you may not');
    expect((await world.register.channel(PAYMENTS.id))?.value.roles).toEqual(['owner']);
  });
});

describe('words', () => {
  const places: readonly [string, string, Channel | undefined, string][] = [
    ['a slip of the finger', 'reqest', undefined, 'Link a channel first'],
    ['something else', 'please make me coffee', undefined, 'I did not understand'],
    ['markup', '<b>help</b>', undefined, 'Request an alias'],
    ['help in a channel', 'help', PAYMENTS, 'link'],
    ['a slip in a channel', 'alaises', PAYMENTS, 'Aliases of this channel'],
    ['a slip at what changes something', 'lnik', PAYMENTS, 'I did not understand'],
    ['nothing but the mention', '', PAYMENTS, 'link'],
    ['a request in a channel', 'request', PAYMENTS, 'our own chat'],
  ];
  it.each(places)('%s: what is meant, or help', async (_name, text, channel, expected) => {
    await using world = await openWorld({ linked: [] });
    expect((await world.says(ALEX, text, channel)).text).toContain(expected);
  });
});

/** What was typed as text and is short enough to be shown again. */
function keptOf(typed: Record<string, unknown>): readonly string[] {
  return [typed['accountName'], typed['purpose'], typed['expectedAccountId']]
    .filter((value) => typeof value === 'string')
    .map((value) => value.trim().replaceAll(/\p{Cf}/gu, ''));
}

async function inUse(world: World): Promise<readonly unknown[]> {
  return (await world.rows()).filter(({ in_use: used }) => used === true).map((row) => row['aws_mail']);
}

async function pending(world: World): Promise<readonly unknown[]> {
  return (await world.rows()).filter(({ request_state: state }) => state === 'pending');
}

import { describe, expect, it } from 'vitest';
import { added, freeAlias } from '../../fakes/aliases.ts';
import { newId } from '../../../src/shared/identifiers.ts';
import { receiptSubject } from '../../../src/messages/poster.ts';
import { ADA, CHANNEL, GRACE, inChannel, LINKED, openWorld, personal, type World } from '../world.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const FORM = {
  accountName: 'payments-production',
  purpose: 'Card payments',
  environment: 'production',
  channelId: CHANNEL,
  expectedAccountId: '',
};

/** A world with a linked channel, and Grace as the approver. */
async function openOffice(clickMs?: number): Promise<World> {
  const world = await openWorld(clickMs === undefined ? {} : { clickMs });
  world.requests.approvers.add(GRACE.id);
  for (let count = 0; count < 3; count += 1) await added(world.register, freeAlias());
  world.requests.linked.push(LINKED);
  return world;
}

async function submitted(world: World): Promise<string> {
  const requestId = newId();
  await world.click(ADA, 'submit-request', { ...FORM, requestId });
  await world.bot.settled();
  return requestId;
}

describe('sending the form', () => {
  it('makes the request and turns the form into the receipt', async () => {
    await using world = await openOffice();
    const requestId = newId();
    const answer = await world.click(ADA, 'submit-request', { ...FORM, requestId });
    expect(answer).toMatchObject({ status: 200, type: CARD });
    expect(answer.text).toContain('Your request is with the approvers');
    expect(answer.text).toContain('"verb":"cancel-request"');
    expect(world.requests.stored.get(requestId)).toMatchObject({ asker: ADA, accountName: FORM.accountName });
  });

  it('leaves it to an errand to make the form the receipt for good, whose place was kept when it was drawn', async () => {
    await using world = await openOffice();
    await world.write(ADA, 'request');
    const [[subject, copies] = ['', []]] = world.conversations.posted;
    expect(copies).toMatchObject([{ conversationId: 'chat-of-ada-id', activityId: 'message-1' }]);
    const requestId = subject.replace('.receipt', '');
    expect(subject).toBe(receiptSubject(requestId));
    await world.click(ADA, 'submit-request', { ...FORM, requestId }, personal(ADA));
    await world.bot.settled();
    expect(world.connector.calls).toHaveLength(1);
  });

  it('writes to no card that the click names, whatever it is', async () => {
    await using world = await openOffice();
    await submitted(world);
    expect(world.connector.calls).toEqual([]);
  });

  it('twice is one request and the same receipt', async () => {
    await using world = await openOffice();
    const requestId = newId();
    await world.click(ADA, 'submit-request', { ...FORM, requestId });
    const again = await world.click(ADA, 'submit-request', { ...FORM, requestId });
    expect(again.text).toContain('cancel-request');
    expect(world.requests.stored.size).toBe(1);
  });

  it('with bad fields brings the form back: a sentence at each, and what was typed', async () => {
    await using world = await openOffice();
    const answer = await world.click(ADA, 'submit-request', {
      requestId: newId(),
      accountName: 'x'.repeat(51),
      purpose: 'Typed ${purpose} **here**',
      environment: 'moon',
      channelId: '19:elsewhere@thread.tacv2',
      expectedAccountId: '12',
    });
    expect(answer.type).toBe(CARD);
    expect(answer.text).toContain('at most 50 printable ASCII characters');
    expect(answer.text).toContain('Choose one of production, staging, development, sandbox.');
    expect(answer.text).toContain('It has to be linked');
    expect(answer.text).toContain('An AWS account id has 12 digits.');
    expect(answer.text).toContain('Typed ${purpose} **here**');
    expect(world.requests.stored.size).toBe(0);
  });

  it('keeps what was typed when the service fails, with a reference number', async () => {
    await using world = await openOffice();
    world.requests.failNext = new Error('the secret name of the table');
    const answer = await world.click(ADA, 'submit-request', { ...FORM, requestId: newId() });
    expect(answer).toMatchObject({ status: 200, type: CARD });
    expect(answer.text).toMatch(/Reference: R-[0-9A-F]{8}/);
    expect(answer.text).toContain(FORM.purpose);
    expect(answer.text).not.toContain('secret name');
  });

  it('outside of the chat is refused: the receipt is for the asker alone', async () => {
    await using world = await openOffice();
    const answer = await world.click(ADA, 'submit-request', { ...FORM, requestId: newId() }, inChannel(ADA));
    expect(answer.text).toContain('This was not done');
    expect(world.requests.stored.size).toBe(0);
  });

  it('with the id of somebody else’s request changes nothing and tells nothing', async () => {
    await using world = await openOffice();
    const requestId = await submitted(world);
    const answer = await world.click(GRACE, 'submit-request', { ...FORM, requestId, purpose: 'Mine now' });
    expect(answer.text).toContain('There is no such thing, or you may not');
    expect(answer.text).not.toContain(ADA.name);
    expect(world.requests.stored.get(requestId)).toMatchObject({ asker: ADA, purpose: FORM.purpose });
  });
});

describe('deciding', () => {
  it('approves: the card names outcome, approver and time, and has no buttons', async () => {
    await using world = await openOffice();
    const requestId = await submitted(world);
    const answer = await world.click(GRACE, 'approve', { requestId, comment: ' Fine ' }, inChannel(GRACE));
    expect(answer.text).toContain('Approved by');
    expect(answer.text).toContain('Grace Hopper');
    expect(answer.text).toContain('{{DATE(2026-11-22T19:44:00Z, SHORT)}}, {{TIME(2026-11-22T19:44:00Z)}}');
    expect(answer.text).toContain('"text":"Fine"');
    expect(answer.text).not.toContain('"verb":"approve"');
  });

  it('denies without a comment only after one was written, and keeps the buttons', async () => {
    await using world = await openOffice();
    const requestId = await submitted(world);
    const answer = await world.click(GRACE, 'deny', { requestId, comment: '  ' }, inChannel(GRACE));
    expect(answer.text).toContain('A denial needs a comment');
    expect(answer.text).toContain('"verb":"deny"');
    expect(world.requests.stored.get(requestId)?.state).toBe('pending');
  });

  it('tells whoever clicks second who decided, and when', async () => {
    await using world = await openOffice();
    const requestId = await submitted(world);
    await world.click(GRACE, 'deny', { requestId, comment: 'Use the shared account' }, inChannel(GRACE));
    const second = await world.click(GRACE, 'approve', { requestId }, inChannel(GRACE));
    expect(second.text).toContain('settled before your click');
    expect(second.text).toContain('Denied by');
    expect(second.text).toContain('Grace Hopper');
    expect(second.text).toContain('Use the shared account');
  });

  it('refuses an approver’s own request, with the reason and without buttons', async () => {
    await using world = await openOffice();
    world.requests.approvers.add(ADA.id);
    const requestId = await submitted(world);
    const answer = await world.click(ADA, 'approve', { requestId }, inChannel(ADA));
    expect(answer.text).toContain('This is your own request,');
    expect(answer.text).toContain('Another approver has to decide it.');
    expect(answer.text).not.toContain('"verb":"approve"');
    expect(world.requests.stored.get(requestId)?.state).toBe('pending');
  });

  it('believes the activity about who clicked, never the card', async () => {
    await using world = await openOffice();
    const requestId = await submitted(world);
    const forged = { requestId, personId: GRACE.id, from: { aadObjectId: GRACE.id }, state: 'approved' };
    const answer = await world.click(ADA, 'approve', forged, inChannel(ADA));
    expect(answer.text).toContain('There is no such thing, or you may not');
    expect(world.requests.stored.get(requestId)?.state).toBe('pending');
  });
});

describe('canceling', () => {
  it('is for the asker', async () => {
    await using world = await openOffice();
    const requestId = await submitted(world);
    const answer = await world.click(ADA, 'cancel-request', { requestId });
    expect(answer.text).toContain('Canceled by');
    expect(answer.text).not.toContain('cancel-request');
  });

  it('after the decision shows the decision', async () => {
    await using world = await openOffice();
    const requestId = await submitted(world);
    await world.click(GRACE, 'approve', { requestId }, inChannel(GRACE));
    const answer = await world.click(ADA, 'cancel-request', { requestId });
    expect(answer.text).toContain('This request was already approved');
    expect(answer.text).toContain('Approved by');
  });

  it('by a stranger is refused and tells nothing', async () => {
    await using world = await openOffice();
    const requestId = await submitted(world);
    const answer = await world.click(GRACE, 'cancel-request', { requestId });
    expect(answer.text).toContain('There is no such thing, or you may not');
    expect(answer.text).not.toContain('payments-production');
    expect(world.requests.stored.get(requestId)?.state).toBe('pending');
  });
});

describe('a forged card', () => {
  const forgeries: readonly [string, string, Record<string, unknown>][] = [
    ['an unknown verb', 'drop-table', { requestId: newId() }],
    ['no id', 'approve', {}],
    ['an id of another shape', 'approve', { requestId: '../../root' }],
    ['an id that is no text', 'deny', { requestId: { $ne: '' }, comment: 'x' }],
    ['an id of no request', 'approve', { requestId: newId() }],
    ['an id of no request to cancel', 'cancel-request', { requestId: newId() }],
  ];
  it.each(forgeries)('with %s is refused, and nothing is changed', async (_what, verb, input) => {
    await using world = await openOffice();
    const requestId = await submitted(world);
    const before = structuredClone(world.requests.stored.get(requestId));
    const answer = await world.click(GRACE, verb, input, inChannel(GRACE));
    expect(answer).toMatchObject({ status: 200, type: CARD });
    expect(answer.text).toContain('This was not done');
    expect(world.requests.stored.size).toBe(1);
    expect(world.requests.stored.get(requestId)).toEqual(before);
  });

  it('without a verified person does nothing', async () => {
    await using world = await openOffice();
    const requestId = await submitted(world);
    const nobody = { ...inChannel(GRACE), from: { id: '29:grace-id', name: GRACE.name } };
    const answer = await world.click(GRACE, 'approve', { requestId }, nobody);
    expect(answer.text).toContain('did not say who you are');
    expect(world.requests.stored.get(requestId)?.state).toBe('pending');
  });
});

describe('a service that takes longer than Teams waits', () => {
  it('is answered in time with a sentence, and the form becomes the receipt', async () => {
    await using world = await openOffice(1);
    const gate = Promise.withResolvers<undefined>();
    world.requests.gate = gate.promise.then(() => undefined);
    const requestId = newId();
    const answer = await world.click(ADA, 'submit-request', { ...FORM, requestId });
    expect(answer).toMatchObject({ status: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(answer.text).toContain('Still working on it');
    // What is said is stored before.
    expect([...world.queued.values()]).toMatchObject([{ kind: 'click-promised' }]);
    gate.resolve(undefined);
    await world.bot.settled();
    // Nobody knew the clicked form: its place is kept, and a job makes it the receipt.
    expect(world.connector.calls).toEqual([]);
    expect([...world.conversations.posted.keys()]).toEqual([receiptSubject(requestId)]);
    expect([...world.queued.values()]).toEqual([{ kind: 'redraw-request', requestId }]);
  });

  it('promises nothing that cannot be stored', async () => {
    await using world = await openOffice(1);
    const gate = Promise.withResolvers<undefined>();
    world.requests.gate = gate.promise.then(() => undefined);
    world.refuseToQueue(true);
    const answer = await world.click(ADA, 'submit-request', { ...FORM, requestId: newId() });
    expect(answer.text).toContain('This takes longer than usual');
    expect(answer.text).not.toContain('You hear here');
    world.refuseToQueue(false);
    gate.resolve(undefined);
    await world.bot.settled();
  });

  it('and then refuses tells so in the conversation', async () => {
    await using world = await openOffice(1);
    const requestId = await submitted(world);
    await world.click(GRACE, 'approve', { requestId }, inChannel(GRACE));
    await world.bot.settled();
    const before = world.connector.calls.length;
    const gate = Promise.withResolvers<undefined>();
    world.requests.gate = gate.promise.then(() => undefined);
    await world.click(ADA, 'cancel-request', { requestId });
    gate.resolve(undefined);
    await world.bot.settled();
    expect(world.connector.calls.slice(before)).toMatchObject([
      { method: 'POST', path: '/v3/conversations/chat-of-ada-id/activities' },
    ]);
    expect(world.lastCard()).toContain('This request was already approved');
    // A sentence: a second card of the request would be kept by nobody.
    expect(world.lastCard()).not.toContain('requestId');
    expect([...world.queued.values()].filter(({ kind }) => kind === 'click-promised')).toEqual([]);
  });
});

it('an invoke of another kind is answered as not implemented', async () => {
  await using world = await openOffice();
  const { status } = await world.send({ type: 'invoke', name: 'task/fetch', value: {}, ...personal(ADA) });
  expect(status).toBe(501);
});

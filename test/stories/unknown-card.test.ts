import { describe, expect, it } from 'vitest';
import { whenAfter } from '../../src/messages/queue.ts';
import { createTableOutbox } from '../../src/azure/table-outbox.ts';
import { openTable } from '../../src/azure/table.ts';
import { azuriteLocation } from '../fakes/azurite-table.ts';
import { silentLog } from '../fakes/log.ts';
import type { Answer } from '../fakes/connector.ts';
import { ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM, SEARCH, TRIAGE } from './company.ts';
import { ASKED, ASKS, PAY } from './mail.ts';
import { buttonsOf, type Shown } from './shown.ts';
import { openWorld, type World } from './world.ts';

const PATIENCE_MS = 20_000;

/** The same card in another thread: its post was taken, and the answer lost. */
function lost(card: Shown): Shown {
  return { ...card, conversationId: `${card.place};messageid=77`, activityId: '77' };
}
const redrawn = (world: World, { activityId }: Shown): readonly string[] =>
  world.teams.calls.flatMap(({ method, path, body }) =>
    method === 'PUT' && path.endsWith(`/${activityId}`) ? [JSON.stringify(body)] : [],
  );

/** A request of Alex's: the approvers' card. */
async function asked(world: World): Promise<Shown> {
  const form = await world.says(ALEX, 'request');
  await world.clicks(ALEX, form, 'submit-request', {
    accountName: 'payments-prod',
    purpose: 'x',
    environment: 'production',
    channelId: PAYMENTS.id,
  });
  return world.sees(PLATFORM, 'payments-prod');
}

describe('a card that nobody knows, because the answer to its post was lost', () => {
  it('of a mail is kept and redrawn with the first click on it', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(ASKS);
    await world.sweeps();
    const unknown = lost(await world.sees(PAYMENTS, ASKED));
    await world.clicks(ISAIAH, unknown, 'acknowledge-mail');
    await world.rests();
    expect(redrawn(world, unknown).at(-1)).toContain('acknowledged it');
  });

  it.each(['before', 'after'] as const)(
    'in triage, of a mail that went to its channel after all, is so too: %s it was acknowledged there',
    async (when) => {
      await using world = await openWorld();
      await world.owns(ALEX, PAYMENTS, PAY);
      // The channel is away, triage takes the mail, and the answer is lost; then the channel is there again.
      const answers: Answer[] = [{ status: 403 }, 'reset'];
      const heal = world.teams.answerBy(({ path }) =>
        path === '/v3/conversations' ? answers.shift() : undefined,
      );
      await world.mailArrives(ASKS);
      await world.sweeps();
      heal();
      world.later(5_000);
      await world.rests();
      const card = await world.sees(PAYMENTS, ASKED);
      const unknown = lost({ ...card, place: TRIAGE.id });
      if (when === 'after') await world.clicks(ALEX, card, 'acknowledge-mail');
      await world.clicks(MEGAN, unknown, 'acknowledge-mail');
      await world.rests();
      const [last = ''] = redrawn(world, unknown).slice(-1);
      expect(last).toContain('acknowledged it');
      expect(last).toContain('Why it is here');
      expect(last).not.toContain('acknowledge-mail');
    },
  );

  it('in the chat of the owner, of a mail that went to its channel after all, is so too', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    const { conversationId } = await world.says(ALEX, 'help');
    const heal = world.teams.answerBy(({ path, method }) =>
      method === 'POST' && path.includes(conversationId) ? 'reset' : undefined,
    );
    const answers: Answer[] = [{ status: 403 }, 'reset'];
    const healChannels = world.teams.answerBy(({ path }) =>
      path === '/v3/conversations' ? answers.shift() : undefined,
    );
    await world.mailArrives(ASKS);
    await world.sweeps();
    healChannels();
    world.later(5_000);
    await world.rests();
    await world.sees(PAYMENTS, ASKED);
    heal();
    world.later(60_000);
    await world.rests();
    const card = await world.sees(PAYMENTS, ASKED);
    const unknown = { ...card, place: conversationId, conversationId, activityId: '77' };
    await world.clicks(ALEX, unknown, 'acknowledge-mail');
    await world.rests();
    const [last = ''] = redrawn(world, unknown).slice(-1);
    expect(last).toContain('acknowledged it');
    expect(last).not.toContain('acknowledge-mail');
  });

  it('in triage is not believed of a mail that never was there', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(ASKS);
    await world.sweeps();
    const forged = lost({ ...(await world.sees(PAYMENTS, ASKED)), place: TRIAGE.id });
    expect((await world.clicks(MEGAN, forged, 'acknowledge-mail')).text).toContain('you may not do this');
    await world.rests();
    expect(redrawn(world, forged)).toEqual([]);
    expect((await world.rows()).filter(({ action }) => action === 'acknowledge')).toEqual([]);
  });

  it('of a request as well, also by a click that comes too late', async () => {
    await using world = await openWorld();
    const card = await asked(world);
    await world.clicks(MEGAN, card, 'deny', { comment: 'no' });
    const unknown = lost(card);
    await world.clicks(MEGAN, unknown, 'approve');
    await world.rests();
    const [last = ''] = redrawn(world, unknown).slice(-1);
    expect(last).toContain('payments-prod');
    expect(last).not.toContain('Action.Execute');
  });

  it('is not believed from where the thing may not be shown', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(ASKS);
    await world.sweeps();
    const card = await world.sees(PAYMENTS, ASKED);
    const copies = async (): Promise<number> =>
      (await world.rows()).filter(({ rowKey }) => String(rowKey).startsWith('~copy')).length;
    const before = await copies();
    await world.forges(ALEX, 'acknowledge-mail', buttonsOf(card.card).get('acknowledge-mail'), SEARCH);
    await world.rests();
    expect(await copies()).toBe(before);
    expect(world.teams.calls.filter(({ path }) => path.includes(SEARCH.id) && path.endsWith('/1'))).toEqual(
      [],
    );
  });
});

describe('a card that asked something', () => {
  it('asks no more once it was answered, although Teams took nothing at that moment', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    const question = await world.says(ALEX, `release ${PAY}`);
    const heal = world.teams.answerBy(({ method }) => (method === 'PUT' ? { status: 503 } : undefined));
    await world.clicks(ALEX, question, 'release-alias', { reason: 'over' });
    await world.rests();
    heal();
    world.later(21_000);
    await world.rests();
    const [last = ''] = redrawn(world, question).slice(-1);
    expect(last).toContain('to see how it is now');
    expect(last).not.toContain('release-alias');
  });

  it('and that nobody knows asks no more after the first click on it', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    const question = await world.says(ALEX, `release ${PAY}`);
    await world.clicks(ALEX, question, 'release-alias', { reason: 'over' });
    const unknown = { ...question, activityId: '77' };
    await world.clicks(ALEX, unknown, 'release-alias', { reason: 'over' });
    await world.rests();
    expect(redrawn(world, unknown).at(-1)).toContain(PAY);
    expect(redrawn(world, unknown).at(-1)).not.toContain('release-alias');
  });
});

it('the card that brought the alias shows its account, although Teams took nothing when that was typed', async () => {
  await using world = await openWorld();
  await world.clicks(MEGAN, await asked(world), 'approve');
  const told = world.chatOf(ALEX).find(({ card }) => buttonsOf(card).has('bind-account'));
  if (told === undefined) throw new Error('the asker was not told');
  const heal = world.teams.answerBy(({ method }) => (method === 'PUT' ? { status: 403 } : undefined));
  await world.clicks(ALEX, told, 'bind-account', { accountId: '111122223333' });
  heal();
  world.later(60_000);
  await world.rests();
  const now = world.chatOf(ALEX).find(({ activityId }) => activityId === told.activityId);
  expect([...buttonsOf(now?.card ?? {}).keys()]).not.toContain('bind-account');
});

it('an answer that was promised by a process that is gone is given by another', async () => {
  await using world = await openWorld();
  await world.says(ALEX, 'help');
  const table = await openTable(azuriteLocation(), world.surroundings.tableName, PATIENCE_MS);
  const when = whenAfter(new Date(), 20_000);
  const copy = { serviceUrl: world.teams.serviceUrl, conversationId: `chat-of-${ALEX.id}`, activityId: '1' };
  await createTableOutbox(table, silentLog()).add({ kind: 'click-promised', copy, dueAt: when.dueAt }, when);
  await world.rests();
  expect(world.chatOf(ALEX)).toHaveLength(1);
  world.later(21_000);
  await world.rests();
  expect((await world.sees(ALEX, 'About your last click here')).text).toContain('click again');
  await world.rests();
  expect(world.chatOf(ALEX)).toHaveLength(2);
});

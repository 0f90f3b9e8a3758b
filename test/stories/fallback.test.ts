import { describe, expect, it } from 'vitest';
import { newId } from '../../src/shared/identifiers.ts';
import { ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM, SAM, SEARCH, TRIAGE, type Channel } from './company.ts';
import type { Answer } from '../fakes/connector.ts';
import { openWorld, type World } from './world.ts';
import { BILL, givesUp } from './given-up.ts';
import { FIND, mail, NOBODYS, PAY, UNKNOWN } from './mail.ts';
import { RESET, SECRETS } from './secret-mails.ts';
import { buttonsOf } from './shown.ts';

const MINUTES = 60_000;
const HOURS = 60 * MINUTES;
const billsIn = (world: World, channel: Channel): number =>
  world.channel(channel).filter(({ text }) => text.includes(BILL)).length;
const audited = async (world: World, wanted: string): Promise<number> =>
  (await world.rows()).filter(({ action }) => action === wanted).length;

it('a mail whose post was in doubt before it fell back says so in the channel as well', async () => {
  await using world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  const answers: Answer[] = ['reset', { status: 403 }];
  const heal = world.teams.answerBy(({ path, body }) =>
    path === '/v3/conversations' && JSON.stringify(body).includes(PAYMENTS.id) ? answers.shift() : undefined,
  );
  await world.mailArrives(mail({ to: PAY }));
  await world.sweeps();
  world.later(5_000);
  await world.rests();
  await world.sees(TRIAGE, BILL);
  heal();
  world.later(MINUTES);
  await world.doesHousekeeping();
  expect((await world.sees(PAYMENTS, 'Delivered late')).text).toContain('May be a repeat');
});

describe('a mail for a channel that is not linked', () => {
  it('goes to triage and the owner, and to the channel, marked as late, once it is linked', async () => {
    await using world = await openWorld({ linked: [PLATFORM, TRIAGE] });
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.says(ALEX, 'help');
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    expect((await world.sees(TRIAGE, BILL)).text).toContain('The alias has no linked channel');
    await world.sees(ALEX, BILL);
    expect(billsIn(world, PAYMENTS)).toBe(0);

    await world.says(ALEX, 'link', PAYMENTS);
    const late = await world.sees(PAYMENTS, BILL);
    expect(late.text).toContain('Delivered late');
    await world.says(ALEX, 'link', PAYMENTS);
    await world.restarts();
    world.later(HOURS);
    await world.sweeps();
    await world.rests();
    expect([billsIn(world, PAYMENTS), billsIn(world, TRIAGE)]).toEqual([1, 1]);
  });

  it('goes there also when it is linked at the very moment in which the mail falls back', async () => {
    await using world = await openWorld({ linked: [PLATFORM, TRIAGE] });
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.says(ALEX, 'help');
    const fallsBack = Promise.withResolvers<undefined>();
    const isLinked = Promise.withResolvers<undefined>();
    world.teams.holdBy(({ body }) => {
      if (!JSON.stringify(body ?? '').includes('The alias has no linked channel')) return undefined;
      fallsBack.resolve(undefined);
      return isLinked.promise;
    });
    await world.mailArrives(mail({ to: PAY }));
    const swept = world.sweeps();
    await fallsBack.promise;
    const linked = world.says(ALEX, 'link', PAYMENTS);
    await expect.poll(() => world.channel(PAYMENTS).length).toBe(1);
    isLinked.resolve(undefined);
    await Promise.all([swept, linked]);
    world.later(6 * MINUTES);
    await world.doesHousekeeping();
    expect((await world.sees(PAYMENTS, BILL)).text).toContain('Delivered late');
    expect(billsIn(world, PAYMENTS)).toBe(1);
  });

  it('goes to the channel to which the alias is transferred', async () => {
    await using world = await openWorld({ linked: [PLATFORM, TRIAGE, SEARCH] });
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    await world.sees(TRIAGE, BILL);
    await moved(world, SEARCH);
    await world.says(SAM, 'link', SEARCH);
    expect((await world.sees(SEARCH, BILL)).text).toContain('Delivered late');
    expect(billsIn(world, PAYMENTS)).toBe(0);
  });

  it('names in the chat of whoever had the alias nobody who has it afterwards', async () => {
    await using world = await openWorld({ linked: [PLATFORM, TRIAGE] });
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.says(ALEX, 'help');
    await world.says(SAM, 'help');
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    const inChat = await world.sees(ALEX, BILL);
    await world.gives(ALEX, `transfer ${PAY} ${SAM.mail}`);
    await world.clicks(MEGAN, await world.sees(TRIAGE, BILL), 'acknowledge-mail');
    await world.rests();
    const redrawn = await world.sees(ALEX, MEGAN.name);
    expect(redrawn.activityId).toBe(inChat.activityId);
    expect(redrawn.text).toContain(PAY);
    expect(redrawn.text).not.toContain(SAM.name);
  });

  it('keeps its secret on the way', async () => {
    await using world = await openWorld({ linked: [PLATFORM, TRIAGE] });
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(RESET);
    await world.sweeps();
    await world.says(ALEX, 'link', PAYMENTS);
    expect((await world.sees(PAYMENTS, 'Text withheld')).text).toContain('Delivered late');
    expect(await world.everything()).not.toMatch(SECRETS);
  });

  it('that is linked and still cannot be reached waits for the next link', async () => {
    await using world = await openWorld({ linked: [PLATFORM, TRIAGE] });
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    const heal = world.teams.answerBy(({ method, body }) =>
      method === 'POST' && JSON.stringify(body).includes(BILL) ? { status: 404 } : undefined,
    );
    await world.says(ALEX, 'link', PAYMENTS);
    expect(billsIn(world, PAYMENTS)).toBe(0);
    heal();
    await world.says(ALEX, 'link', PAYMENTS);
    await world.sees(PAYMENTS, 'Delivered late');
  });
});

describe('Teams tells that', () => {
  const gone: readonly [string, Record<string, unknown>, Record<string, unknown>][] = [
    ['bot-removed', { type: 'installationUpdate', action: 'remove' }, {}],
    ['channel-deleted', { type: 'conversationUpdate' }, { eventType: 'channelDeleted' }],
    ['team-archived', { type: 'conversationUpdate' }, { eventType: 'teamArchived' }],
    ['team-deleted', { type: 'conversationUpdate' }, { eventType: 'teamDeleted' }],
  ];
  it.each(gone)(
    '%s: the channel is unlinked, its mail falls back, a link brings it',
    async (why, activity, data) => {
      await using world = await openWorld();
      await world.owns(ALEX, PAYMENTS, PAY);
      await world.tells(activity, PAYMENTS, data, ALEX);
      await world.tells(activity, PAYMENTS, data, ALEX);
      expect((await world.register.channel(PAYMENTS.id))?.value.roles).toEqual([]);
      const unlinked = (await world.rows()).filter(({ action }) => action === 'unlink');
      expect(unlinked.map(({ actor }) => String(actor).includes(ALEX.id))).toEqual([true]);
      expect(String(unlinked[0]?.['facts'])).toContain(`"${why}"`);
      expect((await world.register.channel(SEARCH.id))?.value.roles).toEqual(['owner']);

      await world.mailArrives(mail({ to: PAY }));
      await world.sweeps();
      expect((await world.sees(TRIAGE, BILL)).text).toContain('The alias has no linked channel');
      expect(billsIn(world, PAYMENTS)).toBe(0);
      await world.says(ALEX, 'link', PAYMENTS);
      expect((await world.sees(PAYMENTS, BILL)).text).toContain('Delivered late');
    },
  );

  it.each([
    ['an upgrade', { type: 'installationUpdate', action: 'remove-upgrade' }, {}],
    [
      'an event of another team',
      { type: 'conversationUpdate' },
      { eventType: 'teamArchived', team: { id: 'x' } },
    ],
    ['an event that nobody knows', { type: 'conversationUpdate' }, { eventType: 'channelPainted' }],
    ['a rename without a name', { type: 'conversationUpdate' }, { eventType: 'channelRenamed' }],
  ])('something else (%s): nothing changes', async (_name, activity, data) => {
    await using world = await openWorld();
    const before = await world.register.channel(PAYMENTS.id);
    await world.tells(activity, PAYMENTS, data, ALEX);
    expect(await world.register.channel(PAYMENTS.id)).toEqual(before);
  });

  it('a channel or a team has another name: cards use it from now on', async () => {
    await using world = await openWorld();
    const update = { type: 'conversationUpdate' };
    const channel = { id: PAYMENTS.id, name: 'aws-mail' };
    await world.tells(update, PAYMENTS, { eventType: 'channelRenamed', channel }, ALEX);
    const team = { id: PAYMENTS.team, name: 'Money' };
    await world.tells(update, PAYMENTS, { eventType: 'teamRenamed', team }, undefined);
    expect((await world.register.channel(PAYMENTS.id))?.value).toMatchObject({
      name: 'aws-mail',
      teamName: 'Money',
    });
    expect(await audited(world, 'rename')).toBe(2);
    expect((await world.says(ALEX, 'request')).text).toContain('Money › aws-mail');
  });
});

describe('a mail that cannot be delivered', () => {
  it('is given up after many attempts: triage is told once, and a replay delivers it', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    const heal = await givesUp(world);
    const alert = await world.sees(TRIAGE, 'It could not be delivered after many attempts');
    expect(alert.text).toContain(BILL);
    expect(billsIn(world, TRIAGE)).toBe(1);
    expect((await world.rows()).map(({ ended }) => ended)).toContain('dead');
    expect(await audited(world, 'dead-letter')).toBe(1);

    heal();
    await world.clicks(MEGAN, alert, 'acknowledge-mail');
    const answer = await world.clicks(MEGAN, alert, 'replay-mail');
    expect([...buttonsOf(answer.card).keys()]).not.toContain('replay-mail');
    const card = await world.sees(PAYMENTS, BILL);
    expect(card.text).toContain('May be a repeat');
    expect(card.text).toContain('acknowledged it');
    expect(await audited(world, 'replay')).toBe(1);
    await world.restarts();
    await world.sweeps();
    expect(billsIn(world, PAYMENTS)).toBe(1);
  });

  it('is replayed by nobody outside of triage, and only while it is given up', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    const heal = await givesUp(world);
    const alert = await world.sees(TRIAGE, 'given up');
    const data = buttonsOf(alert.card).get('replay-mail');
    expect(await world.forges(ALEX, 'replay-mail', data, PAYMENTS)).toContain(
      'There is no such thing, or you may not',
    );
    expect(await world.forges(ALEX, 'replay-mail', data)).toContain('not one that Rootdesk can act on');
    heal();
    await Promise.all([world.clicks(MEGAN, alert, 'replay-mail'), world.clicks(MEGAN, alert, 'replay-mail')]);
    await world.sees(PAYMENTS, BILL);
    await world.clicks(MEGAN, alert, 'replay-mail');
    expect(billsIn(world, PAYMENTS)).toBe(1);
  });

  it('is not given up for Teams asking for patience, nor for want of a triage channel', async () => {
    await using world = await openWorld({ linked: [PAYMENTS] });
    await world.owns(ALEX, PAYMENTS, PAY);
    const heal = world.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes(BILL) ? { status: 429, headers: { 'retry-after': '60' } } : undefined,
    );
    await world.mailArrives(mail({ to: PAY }));
    await world.mailArrives(mail({ to: UNKNOWN }));
    await world.sweeps();
    for (let attempt = 0; attempt < 30; attempt += 1) {
      world.later(15 * MINUTES);
      await world.rests();
    }
    heal();
    world.later(15 * MINUTES);
    await world.rests();
    expect((await world.sees(PAYMENTS, BILL)).text).not.toContain('repeat');
    await world.says(MEGAN, 'link triage', TRIAGE);
    await world.sees(TRIAGE, 'Nobody has');
    expect(await audited(world, 'dead-letter')).toBe(0);
  });
});

describe('triage', () => {
  it('assigns a mail to an alias: its owners get it, and the card says who did', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(mail({ to: UNKNOWN }));
    await world.sweeps();
    const card = await world.sees(TRIAGE, BILL);
    const answer = await world.clicks(MEGAN, card, 'assign-mail', { address: ` ${PAY.toUpperCase()} ` });
    expect(answer.text).toContain(`Megan Bowen\n assigned it to ${PAY}`);
    expect((await world.sees(PAYMENTS, BILL)).text).toContain('account of Alex Wilber');
    const now = await world.sees(TRIAGE, 'assigned it');
    expect([...buttonsOf(now.card).keys()]).not.toContain('assign-mail');
    await world.clicks(MEGAN, card, 'assign-mail', { address: PAY });
    await world.clicks(MEGAN, card, 'not-for-us');
    await world.restarts();
    await world.sweeps();
    expect(billsIn(world, PAYMENTS)).toBe(1);
    expect([await audited(world, 'assign'), await audited(world, 'not-for-us')]).toEqual([1, 0]);
  });

  it.each([
    ['an address of no pool', UNKNOWN],
    ['an alias that nobody has', NOBODYS],
    ['nothing', ''],
    ['no address', 'xx'],
  ])('cannot assign to %s', async (_name, address) => {
    await using world = await openWorld();
    await world.mailArrives(mail({ to: 'aws@company.com' }));
    await world.sweeps();
    const card = await world.sees(TRIAGE, BILL);
    const answer = await world.clicks(MEGAN, card, 'assign-mail', { address });
    expect(answer.text).toContain('No alias with this address is allotted to anybody');
    expect([...buttonsOf(answer.card).keys()]).toContain('assign-mail');
    expect(await audited(world, 'assign')).toBe(0);
  });

  it('says that a mail is not for us: who and when is on the card, and nothing else happens', async () => {
    await using world = await openWorld();
    await world.mailArrives(mail({ to: 'aws@company.com' }));
    await world.sweeps();
    await world.clicks(MEGAN, await world.sees(TRIAGE, BILL), 'not-for-us');
    const card = await world.sees(TRIAGE, 'said that it is not for us');
    expect([...buttonsOf(card.card).keys()]).toEqual([]);
  });

  it('is where these are decided: a click from elsewhere does nothing', async () => {
    await using world = await openWorld();
    await world.owns(SAM, SEARCH, FIND);
    await world.mailArrives(mail({ to: UNKNOWN }));
    await world.sweeps();
    const data = buttonsOf((await world.sees(TRIAGE, BILL)).card).get('assign-mail');
    for (const place of [SEARCH, undefined]) {
      for (const verb of ['assign-mail', 'not-for-us']) {
        const forged = await world.forges(SAM, verb, { ...data, address: FIND }, place);
        expect(forged).toContain(
          place === undefined ? 'not one that Rootdesk can act on' : 'There is no such thing, or you may not',
        );
      }
    }
    expect(await world.forges(ISAIAH, 'assign-mail', { ...data, address: { $ne: 1 } }, TRIAGE)).toContain(
      'No alias with this address is allotted',
    );
    expect(billsIn(world, SEARCH)).toBe(0);
  });
});

async function moved(world: World, to: Channel): Promise<void> {
  const before = await world.register.aliasByAddress(PAY);
  if (before === undefined) throw new Error('the alias is gone');
  await world.register.commit({
    id: newId(),
    aliases: [{ before, after: { ...before.value, channelId: to.id } }],
    audit: [
      {
        at: new Date(),
        actor: { kind: 'system', name: 'story' },
        action: 'transfer',
        aliasId: before.value.id,
        requestId: undefined,
      },
    ],
  });
}

import { describe, expect, it } from 'vitest';
import { newId } from '../../src/shared/identifiers.ts';
import { ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM, SAM, SEARCH, TRIAGE, type Channel } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { BILL, givesUp } from './given-up.ts';
import { FIND, mail, NOBODYS, PAY, UNKNOWN } from './mail.ts';
import { RESET, SECRETS } from './secret-mails.ts';
import { buttonsOf } from './shown.ts';

const MINUTES = 60_000;
const HOURS = 60 * MINUTES;
const billsIn = (desk: Desk, channel: Channel): number =>
  desk.channel(channel).filter(({ text }) => text.includes(BILL)).length;
const audited = async (desk: Desk, wanted: string): Promise<number> =>
  (await desk.rows()).filter(({ action }) => action === wanted).length;

describe('a mail for a channel that is not linked', () => {
  it('goes to triage and the owner, and to the channel, marked as late, once it is linked', async () => {
    await using desk = await openDesk({ linked: [PLATFORM, TRIAGE] });
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.says(ALEX, 'help');
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    expect((await desk.sees(TRIAGE, BILL)).text).toContain('The alias has no linked channel');
    await desk.sees(ALEX, BILL);
    expect(billsIn(desk, PAYMENTS)).toBe(0);

    await desk.says(ALEX, 'link', PAYMENTS);
    const late = await desk.sees(PAYMENTS, BILL);
    expect(late.text).toContain('Delivered late');
    await desk.says(ALEX, 'link', PAYMENTS);
    await desk.restarts();
    desk.later(HOURS);
    await desk.sweeps();
    await desk.rests();
    expect([billsIn(desk, PAYMENTS), billsIn(desk, TRIAGE)]).toEqual([1, 1]);
  });

  it('goes there also when it is linked at the very moment in which the mail falls back', async () => {
    await using desk = await openDesk({ linked: [PLATFORM, TRIAGE] });
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.says(ALEX, 'help');
    const fallsBack = Promise.withResolvers<undefined>();
    const isLinked = Promise.withResolvers<undefined>();
    desk.teams.holdBy(({ body }) => {
      if (!JSON.stringify(body ?? '').includes('The alias has no linked channel')) return undefined;
      fallsBack.resolve(undefined);
      return isLinked.promise;
    });
    await desk.mailArrives(mail({ to: PAY }));
    const swept = desk.sweeps();
    await fallsBack.promise;
    const linked = desk.says(ALEX, 'link', PAYMENTS);
    await expect.poll(() => desk.channel(PAYMENTS).length).toBe(1);
    isLinked.resolve(undefined);
    await Promise.all([swept, linked]);
    desk.later(6 * MINUTES);
    await desk.tends();
    expect((await desk.sees(PAYMENTS, BILL)).text).toContain('Delivered late');
    expect(billsIn(desk, PAYMENTS)).toBe(1);
  });

  it('goes to the channel to which the alias is transferred', async () => {
    await using desk = await openDesk({ linked: [PLATFORM, TRIAGE, SEARCH] });
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    await desk.sees(TRIAGE, BILL);
    await moved(desk, SEARCH);
    await desk.says(SAM, 'link', SEARCH);
    expect((await desk.sees(SEARCH, BILL)).text).toContain('Delivered late');
    expect(billsIn(desk, PAYMENTS)).toBe(0);
  });

  it('names in the chat of whoever had the alias nobody who has it afterwards', async () => {
    await using desk = await openDesk({ linked: [PLATFORM, TRIAGE] });
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.says(ALEX, 'help');
    await desk.says(SAM, 'help');
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    const inChat = await desk.sees(ALEX, BILL);
    await desk.gives(ALEX, `transfer ${PAY} ${SAM.mail}`);
    await desk.clicks(MEGAN, await desk.sees(TRIAGE, BILL), 'acknowledge-mail');
    await desk.rests();
    const redrawn = await desk.sees(ALEX, MEGAN.name);
    expect(redrawn.activityId).toBe(inChat.activityId);
    expect(redrawn.text).toContain(PAY);
    expect(redrawn.text).not.toContain(SAM.name);
  });

  it('keeps its secret on the way', async () => {
    await using desk = await openDesk({ linked: [PLATFORM, TRIAGE] });
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.mailArrives(RESET);
    await desk.sweeps();
    await desk.says(ALEX, 'link', PAYMENTS);
    expect((await desk.sees(PAYMENTS, 'Text withheld')).text).toContain('Delivered late');
    expect(await desk.everything()).not.toMatch(SECRETS);
  });

  it('that is linked and still cannot be reached waits for the next link', async () => {
    await using desk = await openDesk({ linked: [PLATFORM, TRIAGE] });
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    const heal = desk.teams.answerBy(({ method, body }) =>
      method === 'POST' && JSON.stringify(body).includes(BILL) ? { status: 404 } : undefined,
    );
    await desk.says(ALEX, 'link', PAYMENTS);
    expect(billsIn(desk, PAYMENTS)).toBe(0);
    heal();
    await desk.says(ALEX, 'link', PAYMENTS);
    await desk.sees(PAYMENTS, 'Delivered late');
  });
});

describe('Teams tells that', () => {
  const gone: readonly [string, Record<string, unknown>, Record<string, unknown>][] = [
    ['Rootdesk was removed from the team', { type: 'installationUpdate', action: 'remove' }, {}],
    ['the channel was deleted', { type: 'conversationUpdate' }, { eventType: 'channelDeleted' }],
    ['the team was archived', { type: 'conversationUpdate' }, { eventType: 'teamArchived' }],
    ['the team was deleted', { type: 'conversationUpdate' }, { eventType: 'teamDeleted' }],
  ];
  it.each(gone)(
    '%s: the channel is unlinked, its mail falls back, a link brings it',
    async (why, activity, data) => {
      await using desk = await openDesk();
      await desk.owns(ALEX, PAYMENTS, PAY);
      await desk.tells(activity, PAYMENTS, data, ALEX);
      await desk.tells(activity, PAYMENTS, data, ALEX);
      expect((await desk.register.channel(PAYMENTS.id))?.value.roles).toEqual([]);
      const unlinked = (await desk.rows()).filter(({ action }) => action === 'unlink');
      expect(unlinked.map(({ reason, actor }) => [reason, String(actor).includes(ALEX.id)])).toEqual([
        [why, true],
      ]);
      expect((await desk.register.channel(SEARCH.id))?.value.roles).toEqual(['owner']);

      await desk.mailArrives(mail({ to: PAY }));
      await desk.sweeps();
      expect((await desk.sees(TRIAGE, BILL)).text).toContain('The alias has no linked channel');
      expect(billsIn(desk, PAYMENTS)).toBe(0);
      await desk.says(ALEX, 'link', PAYMENTS);
      expect((await desk.sees(PAYMENTS, BILL)).text).toContain('Delivered late');
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
    await using desk = await openDesk();
    const before = await desk.register.channel(PAYMENTS.id);
    await desk.tells(activity, PAYMENTS, data, ALEX);
    expect(await desk.register.channel(PAYMENTS.id)).toEqual(before);
  });

  it('a channel or a team has another name: cards use it from now on', async () => {
    await using desk = await openDesk();
    const update = { type: 'conversationUpdate' };
    const channel = { id: PAYMENTS.id, name: 'aws-mail' };
    await desk.tells(update, PAYMENTS, { eventType: 'channelRenamed', channel }, ALEX);
    const team = { id: PAYMENTS.team, name: 'Money' };
    await desk.tells(update, PAYMENTS, { eventType: 'teamRenamed', team }, undefined);
    expect((await desk.register.channel(PAYMENTS.id))?.value).toMatchObject({
      name: 'aws-mail',
      teamName: 'Money',
    });
    expect(await audited(desk, 'rename')).toBe(2);
    expect((await desk.says(ALEX, 'request')).text).toContain('Money › aws-mail');
  });
});

describe('a mail that cannot be delivered', () => {
  it('is given up after many attempts: triage is told once, and a replay delivers it', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    const heal = await givesUp(desk);
    const alert = await desk.sees(TRIAGE, 'It could not be delivered after many attempts');
    expect(alert.text).toContain(BILL);
    expect(billsIn(desk, TRIAGE)).toBe(1);
    expect((await desk.rows()).map(({ ended }) => ended)).toContain('dead');
    expect(await audited(desk, 'dead-letter')).toBe(1);

    heal();
    await desk.clicks(MEGAN, alert, 'acknowledge-mail');
    const answer = await desk.clicks(MEGAN, alert, 'replay-mail');
    expect([...buttonsOf(answer.card).keys()]).not.toContain('replay-mail');
    const card = await desk.sees(PAYMENTS, BILL);
    expect(card.text).toContain('May be a repeat');
    expect(card.text).toContain('acknowledged it');
    expect(await audited(desk, 'replay')).toBe(1);
    await desk.restarts();
    await desk.sweeps();
    expect(billsIn(desk, PAYMENTS)).toBe(1);
  });

  it('is replayed by nobody outside of triage, and only while it is given up', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    const heal = await givesUp(desk);
    const alert = await desk.sees(TRIAGE, 'given up');
    const data = buttonsOf(alert.card).get('replay-mail');
    expect(await desk.forges(ALEX, 'replay-mail', data, PAYMENTS)).toContain(
      'There is no such thing, or you may not',
    );
    expect(await desk.forges(ALEX, 'replay-mail', data)).toContain('not one that Rootdesk can act on');
    heal();
    await Promise.all([desk.clicks(MEGAN, alert, 'replay-mail'), desk.clicks(MEGAN, alert, 'replay-mail')]);
    await desk.sees(PAYMENTS, BILL);
    await desk.clicks(MEGAN, alert, 'replay-mail');
    expect(billsIn(desk, PAYMENTS)).toBe(1);
  });

  it('is not given up for Teams asking for patience, nor for want of a triage channel', async () => {
    await using desk = await openDesk({ linked: [PAYMENTS] });
    await desk.owns(ALEX, PAYMENTS, PAY);
    const heal = desk.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes(BILL) ? { status: 429, headers: { 'retry-after': '60' } } : undefined,
    );
    await desk.mailArrives(mail({ to: PAY }));
    await desk.mailArrives(mail({ to: UNKNOWN }));
    await desk.sweeps();
    for (let attempt = 0; attempt < 30; attempt += 1) {
      desk.later(15 * MINUTES);
      await desk.rests();
    }
    heal();
    desk.later(15 * MINUTES);
    await desk.rests();
    expect((await desk.sees(PAYMENTS, BILL)).text).not.toContain('repeat');
    await desk.says(MEGAN, 'link triage', TRIAGE);
    await desk.sees(TRIAGE, 'Nobody has');
    expect(await audited(desk, 'dead-letter')).toBe(0);
  });
});

describe('triage', () => {
  it('assigns a mail to an alias: its owners get it, and the card says who did', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.mailArrives(mail({ to: UNKNOWN }));
    await desk.sweeps();
    const card = await desk.sees(TRIAGE, BILL);
    const answer = await desk.clicks(MEGAN, card, 'assign-mail', { address: ` ${PAY.toUpperCase()} ` });
    expect(answer.text).toContain(`Megan Bowen\n assigned it to ${PAY}`);
    expect((await desk.sees(PAYMENTS, BILL)).text).toContain('account of Alex Wilber');
    const now = await desk.sees(TRIAGE, 'assigned it');
    expect([...buttonsOf(now.card).keys()]).not.toContain('assign-mail');
    await desk.clicks(MEGAN, card, 'assign-mail', { address: PAY });
    await desk.clicks(MEGAN, card, 'not-for-us');
    await desk.restarts();
    await desk.sweeps();
    expect(billsIn(desk, PAYMENTS)).toBe(1);
    expect([await audited(desk, 'assign'), await audited(desk, 'not-for-us')]).toEqual([1, 0]);
  });

  it.each([
    ['an address of no pool', UNKNOWN],
    ['an alias that nobody has', NOBODYS],
    ['nothing', ''],
    ['no address', 'xx'],
  ])('cannot assign to %s', async (_name, address) => {
    await using desk = await openDesk();
    await desk.mailArrives(mail({ to: 'aws@company.com' }));
    await desk.sweeps();
    const card = await desk.sees(TRIAGE, BILL);
    const answer = await desk.clicks(MEGAN, card, 'assign-mail', { address });
    expect(answer.text).toContain('No alias with this address is allotted to anybody');
    expect([...buttonsOf(answer.card).keys()]).toContain('assign-mail');
    expect(await audited(desk, 'assign')).toBe(0);
  });

  it('says that a mail is not for us: who and when stands on the card, and nothing else happens', async () => {
    await using desk = await openDesk();
    await desk.mailArrives(mail({ to: 'aws@company.com' }));
    await desk.sweeps();
    await desk.clicks(MEGAN, await desk.sees(TRIAGE, BILL), 'not-for-us');
    const card = await desk.sees(TRIAGE, 'said that it is not for us');
    expect([...buttonsOf(card.card).keys()]).toEqual(['acknowledge-mail']);
  });

  it('is where these are decided: a click from elsewhere does nothing', async () => {
    await using desk = await openDesk();
    await desk.owns(SAM, SEARCH, FIND);
    await desk.mailArrives(mail({ to: UNKNOWN }));
    await desk.sweeps();
    const data = buttonsOf((await desk.sees(TRIAGE, BILL)).card).get('assign-mail');
    for (const place of [SEARCH, undefined]) {
      for (const verb of ['assign-mail', 'not-for-us']) {
        const forged = await desk.forges(SAM, verb, { ...data, address: FIND }, place);
        expect(forged).toContain(
          place === undefined ? 'not one that Rootdesk can act on' : 'There is no such thing, or you may not',
        );
      }
    }
    expect(await desk.forges(ISAIAH, 'assign-mail', { ...data, address: { $ne: 1 } }, TRIAGE)).toContain(
      'No alias with this address is allotted',
    );
    expect(billsIn(desk, SEARCH)).toBe(0);
  });
});

async function moved(desk: Desk, to: Channel): Promise<void> {
  const before = await desk.register.aliasByAddress(PAY);
  if (before === undefined) throw new Error('the alias is gone');
  await desk.register.commit({
    id: newId(),
    aliases: [{ before, after: { ...before.value, channelId: to.id } }],
    audit: [
      {
        at: new Date(),
        actor: { kind: 'system', name: 'story' },
        action: 'transfer',
        aliasId: before.value.id,
        requestId: undefined,
        before: '',
        after: '',
        reason: '',
      },
    ],
  });
}

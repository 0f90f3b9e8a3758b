import { describe, expect, it } from 'vitest';
import { ALEX, ISAIAH, MEGAN, PAYMENTS, SAM, SEARCH, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';
import { FIND, mail, PAY } from './mail.ts';
import { RESET, SECRETS } from './secret-mails.ts';
import { buttonsOf, type Shown } from './shown.ts';

const ACCOUNT = '481216253649';

describe('`mail`', () => {
  it('lists what came and what waits for the channel’s aliases, and says who looks after it', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.owns(SAM, SEARCH, FIND);
    await world.mailArrives(mail({ to: PAY }));
    await world.mailArrives(RESET);
    await world.mailArrives(mail({ to: FIND }));
    await world.sweeps();
    const list = await world.says(ISAIAH, 'mail', PAYMENTS);
    const [, waits = '', came = ''] = /Waits for somebody([\s\S]*)Came lately([\s\S]*)/.exec(list.text) ?? [];
    expect(waits).toContain('Root password');
    expect(waits).toContain('text withheld');
    expect(came).toContain('Billing');
    expect(list.text).not.toContain(FIND);

    await world.clicks(ALEX, await world.sees(PAYMENTS, 'Text withheld'), 'acknowledge-mail');
    const after = await world.says(ISAIAH, 'mail', PAYMENTS);
    expect(after.text).not.toContain('Waits for somebody');
    expect(after.text).toContain('acknowledged by Alex Wilber');
    expect(await world.everything()).not.toMatch(SECRETS);
  });

  it('in one’s own chat is about one’s own aliases', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    expect((await world.says(ALEX, 'mail')).text).toContain(PAY);
    for (const other of [ISAIAH, SAM]) {
      const list = await world.says(other, 'mail');
      expect(list.text).toContain('No mail has come yet');
      expect(list.text).not.toContain(PAY);
    }
  });

  it('says how many there are, turns the page, and tells what was posted in triage for want of a channel', async () => {
    await using world = await openWorld({ linked: [TRIAGE] });
    await world.owns(ALEX, PAYMENTS, PAY);
    for (let number = 0; number < 6; number += 1) await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    const list = await world.says(ALEX, 'mail', PAYMENTS);
    expect(list.text).toContain('1 to 4 of 6');
    expect(list.text.match(/posted in triage/g)).toHaveLength(4);
    const next = await world.clicks(ALEX, list, 'page-mail');
    expect(next.text).toContain('5 to 6 of 6');
    expect(next.text.match(/posted in triage/g)).toHaveLength(2);
  });

  it('does not hide what waits behind what came after it; it opens and is acknowledged from the list', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    for (let number = 0; number < 2; number += 1) await world.mailArrives(RESET);
    await world.sweeps();
    for (let number = 0; number < 16; number += 1) await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    const list = await world.says(ALEX, 'mail');
    const [, waits = ''] = /Waits for somebody([\s\S]*)Came lately/.exec(list.text) ?? [];
    expect(list.text).toContain('2 wait for somebody. 1 to 4 of 18.');
    expect(waits.match(/Root password/g)).toHaveLength(2);
    expect(waits).toContain('in Payments › aws-root');
    expect(JSON.stringify(list.card)).toMatch(
      /https:\/\/teams\.microsoft\.com\/l\/message\/19%3Aaws-root%40thread\.tacv2\/\d+\?tenantId=tenant-1&parentMessageId=\d+&groupId=/,
    );
    const after = await world.clicks(ALEX, list, 'acknowledge-listed');
    expect(after.text).toContain('One waits for somebody.');
    await world.sees(PAYMENTS, 'acknowledged it');
    const none = await world.clicks(ALEX, after, 'acknowledge-listed');
    expect(none.text).toContain('Nothing waits for anybody.');
  });
});

describe('an account id that a verified mail names', () => {
  const NAMED = mail({ to: PAY, subject: `Amazon Web Services: your bill [AWS Account: ${ACCOUNT}]` });

  async function offered(world: World): Promise<Shown> {
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(NAMED);
    await world.sweeps();
    return world.sees(PAYMENTS, `Confirm account id ${ACCOUNT}`);
  }

  it('is bound when the owner confirms it, and every card knows', async () => {
    await using world = await openWorld();
    const card = await offered(world);
    const answer = await world.clicks(ALEX, card, 'confirm-account');
    expect(answer.text).toContain('Alex Wilber\n confirmed the account id');
    expect((await world.register.aliasByAccount(ACCOUNT))?.value.address).toBe(PAY);
    const now = await world.sees(PAYMENTS, 'confirmed the account id');
    expect([...buttonsOf(now.card).keys()]).not.toContain('confirm-account');
    await world.clicks(MEGAN, card, 'confirm-account');
    const actions = (await world.rows()).map(({ action }) => action);
    expect(actions.filter((action) => action === 'bind' || action === 'confirm-account').toSorted()).toEqual([
      'bind',
      'confirm-account',
    ]);
  });

  it('is not bound by somebody who is neither owner nor approver, nor where another alias holds it', async () => {
    await using world = await openWorld();
    const card = await offered(world);
    expect((await world.clicks(ISAIAH, card, 'confirm-account')).text).toContain(
      'There is no such thing, or you may not',
    );
    await world.owns(SAM, SEARCH, FIND, ACCOUNT);
    const taken = await world.clicks(ALEX, card, 'confirm-account');
    expect(taken.text).toContain('bound to another alias');
    expect(taken.text).not.toContain(SAM.mail);
    expect((await world.register.aliasByAddress(PAY))?.value.accountId).toBeUndefined();
  });

  it('is not offered for an alias that has one, nor by a mail that nobody verified', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY, '111122223333');
    await world.owns(SAM, SEARCH, FIND);
    await world.mailArrives(NAMED);
    const forged = 'AWS <no-reply@aws-billing.example>';
    await world.mailArrives(mail({ to: FIND, from: forged, subject: `your bill [AWS Account: ${ACCOUNT}]` }));
    await world.sweeps();
    await world.sees(PAYMENTS, 'your bill');
    for (const place of [PAYMENTS, SEARCH, TRIAGE]) {
      for (const { card } of world.channel(place)) {
        expect([...buttonsOf(card).keys()]).not.toContain('confirm-account');
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import { ALEX, ISAIAH, MEGAN, PAYMENTS, SAM, SEARCH, TRIAGE } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { FIND, mail, PAY } from './mail.ts';
import { RESET, SECRETS } from './secret-mails.ts';
import { buttonsOf, type Shown } from './shown.ts';

const ACCOUNT = '481216253649';

describe('`mail`', () => {
  it('lists what came and what waits for the channel’s aliases, and says who looks after it', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.owns(SAM, SEARCH, FIND);
    await desk.mailArrives(mail({ to: PAY }));
    await desk.mailArrives(RESET);
    await desk.mailArrives(mail({ to: FIND }));
    await desk.sweeps();
    const list = await desk.says(ISAIAH, 'mail', PAYMENTS);
    const [, waits = '', came = ''] = /Waits for somebody([\s\S]*)Came lately([\s\S]*)/.exec(list.text) ?? [];
    expect(waits).toContain('Root password');
    expect(waits).toContain('text withheld');
    expect(came).toContain('Billing');
    expect(list.text).not.toContain(FIND);

    await desk.clicks(ALEX, await desk.sees(PAYMENTS, 'Text withheld'), 'acknowledge-mail');
    const after = await desk.says(ISAIAH, 'mail', PAYMENTS);
    expect(after.text).not.toContain('Waits for somebody');
    expect(after.text).toContain('acknowledged by Alex Wilber');
    expect(await desk.everything()).not.toMatch(SECRETS);
  });

  it('in one’s own chat is about one’s own aliases', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    expect((await desk.says(ALEX, 'mail')).text).toContain(PAY);
    for (const other of [ISAIAH, SAM]) {
      const list = await desk.says(other, 'mail');
      expect(list.text).toContain('No mail has come yet');
      expect(list.text).not.toContain(PAY);
    }
  });

  it('shows the newest fifteen, and what was posted in triage for want of a channel', async () => {
    await using desk = await openDesk({ linked: [TRIAGE] });
    await desk.owns(ALEX, PAYMENTS, PAY);
    for (let number = 0; number < 18; number += 1) await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    const list = await desk.says(ALEX, 'mail', PAYMENTS);
    expect(list.text.match(/posted in triage/g)).toHaveLength(15);
  });
});

describe('an account id that a verified mail names', () => {
  const NAMED = mail({ to: PAY, subject: `Amazon Web Services: your bill [AWS Account: ${ACCOUNT}]` });

  async function offered(desk: Desk): Promise<Shown> {
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.mailArrives(NAMED);
    await desk.sweeps();
    return desk.sees(PAYMENTS, `Account ${ACCOUNT} is right`);
  }

  it('is bound when the owner confirms it, and every card knows', async () => {
    await using desk = await openDesk();
    const card = await offered(desk);
    const answer = await desk.clicks(ALEX, card, 'confirm-account');
    expect(answer.text).toContain('Alex Wilber\n confirmed the account id');
    expect((await desk.register.aliasByAccount(ACCOUNT))?.value.address).toBe(PAY);
    const now = await desk.sees(PAYMENTS, 'confirmed the account id');
    expect([...buttonsOf(now.card).keys()]).not.toContain('confirm-account');
    await desk.clicks(MEGAN, card, 'confirm-account');
    const actions = (await desk.rows()).map(({ action }) => action);
    expect(actions.filter((action) => action === 'bind' || action === 'confirm-account').toSorted()).toEqual([
      'bind',
      'confirm-account',
    ]);
  });

  it('is not bound by somebody who is neither owner nor approver, nor where another alias holds it', async () => {
    await using desk = await openDesk();
    const card = await offered(desk);
    expect((await desk.clicks(ISAIAH, card, 'confirm-account')).text).toContain(
      'There is no such thing, or you may not',
    );
    await desk.owns(SAM, SEARCH, FIND, ACCOUNT);
    const taken = await desk.clicks(ALEX, card, 'confirm-account');
    expect(taken.text).toContain('bound to another alias');
    expect(taken.text).not.toContain(SAM.mail);
    expect((await desk.register.aliasByAddress(PAY))?.value.accountId).toBeUndefined();
  });

  it('is not offered for an alias that has one, nor by a mail that nobody verified', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY, '111122223333');
    await desk.owns(SAM, SEARCH, FIND);
    await desk.mailArrives(NAMED);
    const forged = 'AWS <no-reply@aws-billing.example>';
    await desk.mailArrives(mail({ to: FIND, from: forged, subject: `your bill [AWS Account: ${ACCOUNT}]` }));
    await desk.sweeps();
    await desk.sees(PAYMENTS, 'your bill');
    for (const place of [PAYMENTS, SEARCH, TRIAGE]) {
      for (const { card } of desk.channel(place)) {
        expect([...buttonsOf(card).keys()]).not.toContain('confirm-account');
      }
    }
  });
});

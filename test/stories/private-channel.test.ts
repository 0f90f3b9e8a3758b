import { describe, expect, it } from 'vitest';
import { ALEX, GRETA, ISAIAH, LYNNE, MEGAN, PAYMENTS, PLATFORM, SAM, VAULT } from './company.ts';
import { openDesk } from './desk.ts';

const WISH = { accountName: 'few-prod', purpose: 'what few may know', environment: 'production' };

describe('a private channel that is linked', () => {
  it('can be chosen on the request form by its members alone, not by the rest of its team', async () => {
    await using desk = await openDesk();
    await desk.says(ALEX, 'link', VAULT);
    for (const member of [ALEX, LYNNE]) {
      const form = await desk.says(member, 'request');
      for (const { id } of [PAYMENTS, VAULT]) expect(JSON.stringify(form.card)).toContain(id);
    }
    for (const other of [ISAIAH, SAM, MEGAN]) {
      const form = JSON.stringify((await desk.says(other, 'request')).card);
      expect(form).not.toContain(VAULT.id);
      expect(form).not.toContain(VAULT.name);
    }
    expect(JSON.stringify((await desk.says(GRETA, 'request')).card)).not.toContain(VAULT.id);
  });

  it('owns an alias for which one of its members asked', async () => {
    await using desk = await openDesk();
    await desk.says(ALEX, 'link', VAULT);
    const form = await desk.says(LYNNE, 'request');
    await desk.clicks(LYNNE, form, 'submit-request', { ...WISH, channelId: VAULT.id });
    const card = await desk.sees(PLATFORM, WISH.accountName);
    await desk.clicks(MEGAN, card, 'approve');
    const [alias] = await desk.register.aliasesOfOwner(LYNNE.mail);
    expect(alias).toMatchObject({ channelId: VAULT.id, state: 'allotted' });
    expect((await desk.sees(VAULT, 'owns a new AWS root alias')).text).toContain(alias?.address);
  });

  it('is refused to a member of its team who names it all the same', async () => {
    await using desk = await openDesk();
    await desk.says(ALEX, 'link', VAULT);
    const form = await desk.says(ISAIAH, 'request');
    const answer = await desk.clicks(ISAIAH, form, 'submit-request', { ...WISH, channelId: VAULT.id });
    for (const words of [VAULT.id, VAULT.name]) expect(answer.text).not.toContain(words);
    expect(answer.text).toContain('one of your teams');
    expect((await desk.rows()).filter(({ account_name: name }) => name === WISH.accountName)).toEqual([]);
    expect(desk.channel(PLATFORM).filter(({ text }) => text.includes(WISH.accountName))).toEqual([]);
  });
});

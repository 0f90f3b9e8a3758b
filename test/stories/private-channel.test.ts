import { describe, expect, it } from 'vitest';
import { ALEX, GRETA, ISAIAH, LYNNE, MEGAN, PAYMENTS, PLATFORM, SAM, VAULT } from './company.ts';
import { openWorld } from './world.ts';

const FORM = { accountName: 'few-prod', purpose: 'what few may know', environment: 'production' };

describe('a private channel that is linked', () => {
  it('can be chosen on the request form by its members alone, not by the rest of its team', async () => {
    await using world = await openWorld();
    await world.says(ALEX, 'link', VAULT);
    for (const member of [ALEX, LYNNE]) {
      const form = await world.says(member, 'request');
      for (const { id } of [PAYMENTS, VAULT]) expect(JSON.stringify(form.card)).toContain(id);
    }
    for (const other of [ISAIAH, SAM, MEGAN]) {
      const form = JSON.stringify((await world.says(other, 'request')).card);
      expect(form).not.toContain(VAULT.id);
      expect(form).not.toContain(VAULT.name);
    }
    expect(JSON.stringify((await world.says(GRETA, 'request')).card)).not.toContain(VAULT.id);
  });

  it('owns an alias for which one of its members asked', async () => {
    await using world = await openWorld();
    await world.says(ALEX, 'link', VAULT);
    const form = await world.says(LYNNE, 'request');
    await world.clicks(LYNNE, form, 'submit-request', { ...FORM, channelId: VAULT.id });
    const card = await world.sees(PLATFORM, FORM.accountName);
    await world.clicks(MEGAN, card, 'approve');
    const [alias] = await world.register.aliasesOfOwner(LYNNE.mail);
    expect(alias).toMatchObject({ channelId: VAULT.id, state: 'allotted' });
    expect((await world.sees(VAULT, 'owns a new AWS root alias')).text).toContain(alias?.address);
  });

  it('is refused to a member of its team who names it all the same', async () => {
    await using world = await openWorld();
    await world.says(ALEX, 'link', VAULT);
    const form = await world.says(ISAIAH, 'request');
    const answer = await world.clicks(ISAIAH, form, 'submit-request', { ...FORM, channelId: VAULT.id });
    for (const words of [VAULT.id, VAULT.name]) expect(answer.text).not.toContain(words);
    expect(answer.text).toContain('one of your teams');
    expect((await world.rows()).filter(({ account_name: name }) => name === FORM.accountName)).toEqual([]);
    expect(world.channel(PLATFORM).filter(({ text }) => text.includes(FORM.accountName))).toEqual([]);
  });
});

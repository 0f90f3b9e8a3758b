import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/people/person.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { ADELE, ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM, SAM, SEARCH, TRIAGE } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { mail, PAY, UNKNOWN } from './mail.ts';
import { CODE, RESET, SECRET_WORDS, SECRETS } from './secret-mails.ts';
import { buttonsOf, type Shown } from './shown.ts';

const MINUTES = 60_000;
const DAYS = 24 * 60 * MINUTES;

/** Alex owns the alias in Payments and has written to Rootdesk before; a withheld mail has come. */
async function withheld(
  desk: Desk,
  text: string,
  accountId?: string,
): Promise<{ card: Shown; ledgerId: unknown }> {
  await desk.owns(ALEX, PAYMENTS, PAY, accountId);
  await desk.says(ALEX, 'help');
  await desk.mailArrives(text);
  await desk.sweeps();
  const card = await desk.sees(PAYMENTS, 'Text withheld');
  return { card, ledgerId: buttonsOf(card.card).get('reveal-mail')?.['ledgerId'] };
}

/** Everything that was posted anywhere but in the person's own chat, everything stored, and the log. */
async function elsewhere(desk: Desk, person: Person): Promise<string> {
  const calls = desk.teams.calls.filter(({ path }) => !path.includes(`chat-of-${person.id}`));
  return [JSON.stringify(calls), JSON.stringify(await desk.rows()), await desk.log()].join('\n');
}

const actions = async (desk: Desk): Promise<readonly string[]> =>
  (await desk.rows())
    .map(({ action }) => String(action))
    .filter((action) => action.startsWith('reveal'))
    .toSorted((one, other) => one.localeCompare(other));

describe('a withheld sign-in code', () => {
  it('is shown to the owner at once, in their own chat alone, for ten minutes; the channel is told', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE);
    const answer = await desk.clicks(ALEX, card, 'reveal-mail');
    expect(answer.text).toContain('asked to read it');

    const shown = await desk.sees(ALEX, '731942');
    expect(shown.text).toContain(SECRET_WORDS);
    expect(shown.text).toContain('Only you see this');
    expect(await elsewhere(desk, ALEX)).not.toMatch(SECRETS);
    expect((await desk.sees(PAYMENTS, 'was shown it')).activityId).toBe(card.activityId);

    desk.later(10 * MINUTES);
    await desk.rests();
    const after = desk.chatOf(ALEX).find(({ activityId }) => activityId === shown.activityId);
    expect(after?.text).toContain('The mail is no longer shown here');
    expect(desk.chatOf(ALEX).some(({ text }) => SECRETS.test(text))).toBe(false);
    const told = await desk.sees(PAYMENTS, 'No longer shown');
    expect([...buttonsOf(told.card).keys()]).toContain('reveal-mail');
    expect(await actions(desk)).toEqual(['reveal-over', 'reveal-shown', 'reveal-wanted']);
  });

  it('is not taken away a minute before its time', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE);
    await desk.clicks(ALEX, card, 'reveal-mail');
    await desk.sees(ALEX, '731942');
    desk.later(9 * MINUTES);
    await desk.rests();
    expect(desk.chatOf(ALEX).some(({ text }) => text.includes('731942'))).toBe(true);
  });

  it('needs another approver where an approver took the alias, whatever they did with it since', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.gives(MEGAN, `transfer ${PAY} ${MEGAN.mail}`);
    await desk.says(MEGAN, `transfer ${PAY} here`, SEARCH);
    await desk.mailArrives(CODE);
    await desk.sweeps();
    await desk.clicks(MEGAN, await desk.sees(SEARCH, 'Text withheld'), 'reveal-mail');
    const asked = await desk.sees(PLATFORM, 'wants to read a mail');
    expect(await desk.everything()).not.toMatch(SECRETS);
    await desk.clicks(ADELE, asked, 'agree-reveal');
    await desk.sees(MEGAN, '731942');
  });

  it('needs none where the alias was taken, given back, and came to another owner after its rest', async () => {
    await using desk = await openDesk({ pool: 1 });
    desk.later(-100 * DAYS);
    await desk.owns(ISAIAH, PAYMENTS, PAY);
    await desk.gives(MEGAN, `transfer ${PAY} ${MEGAN.mail}`);
    await desk.clicks(MEGAN, await desk.says(MEGAN, `release ${PAY}`), 'release-alias');
    expect((await desk.register.aliasByAddress(PAY))?.value).toMatchObject({
      state: 'quarantined',
      ownership: { how: 'taken' },
    });
    desk.later(100 * DAYS - MINUTES);
    await desk.tends();
    const wish = {
      accountName: 'payments-prod',
      purpose: 'Card payments',
      environment: 'production',
      channelId: PAYMENTS.id,
    };
    await desk.clicks(ALEX, await desk.says(ALEX, 'request'), 'submit-request', wish);
    await desk.clicks(MEGAN, await desk.sees(PLATFORM, 'payments-prod'), 'approve');
    await desk.sees(ALEX, 'Your alias is ready');
    await desk.mailArrives(CODE);
    await desk.sweeps();
    const card = await desk.sees(PAYMENTS, 'Text withheld');
    for (const before of [ISAIAH, MEGAN]) {
      expect((await desk.clicks(before, card, 'reveal-mail')).text).toContain('you may not do this');
    }
    await desk.clicks(ALEX, card, 'reveal-mail');
    await desk.sees(ALEX, '731942');
    expect(desk.channel(PLATFORM).some(({ text }) => text.includes('wants to read'))).toBe(false);
  });

  it('asked for twice is shown once', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE);
    await Promise.all([
      desk.clicks(ALEX, card, 'reveal-mail'),
      desk.clicks(ALEX, card, 'reveal-mail'),
      desk.clicks(ALEX, card, 'reveal-mail'),
    ]);
    await desk.sees(ALEX, '731942');
    expect(desk.chatOf(ALEX).filter(({ text }) => text.includes('731942'))).toHaveLength(1);
    expect((await actions(desk)).filter((action) => action === 'reveal-wanted')).toHaveLength(1);
  });

  it.each([
    ['a colleague', ISAIAH],
    ['an approver', MEGAN],
    ['somebody of another team', SAM],
  ])('is refused to %s with the reason, and their card stays readable', async (_name, stranger) => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE);
    const answer = await desk.clicks(stranger, card, 'reveal-mail');
    expect(answer.text).toContain('There is no such thing, or you may not');
    expect(answer.text).toContain('Text withheld');
    expect(await desk.everything()).not.toMatch(SECRETS);
    expect(await actions(desk)).toEqual([]);
  });

  it('is shown to an owner of whom only the mail address is known, and to nobody else', async () => {
    await using desk = await openDesk();
    await desk.owns({ ...ALEX, id: '' }, PAYMENTS, PAY);
    await desk.says(ALEX, 'help');
    await desk.mailArrives(CODE);
    await desk.sweeps();
    const card = await desk.sees(PAYMENTS, 'Text withheld');
    expect((await desk.clicks(ISAIAH, card, 'reveal-mail')).text).toContain(
      'There is no such thing, or you may not',
    );
    await desk.clicks(ALEX, card, 'reveal-mail');
    await desk.sees(ALEX, '731942');
    expect(await elsewhere(desk, ALEX)).not.toMatch(SECRETS);
  });

  it('that is gone from the mailbox is not shown, and the owner reads why', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE);
    const [id = ''] = desk.graph.hands.list('inbox');
    await desk.graph.hands.remove(id);
    await desk.clicks(ALEX, card, 'reveal-mail');
    expect((await desk.sees(ALEX, 'The mail was not shown')).text).toContain(
      'no longer in the central mailbox',
    );
    await desk.sees(PAYMENTS, 'Not shown: the mail is no longer in the central mailbox');
  });

  it('of an alias that went to another owner since is nobody’s to read any more', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE);
    await transferred(desk, ISAIAH);
    await desk.says(ISAIAH, 'help');
    for (const person of [ALEX, ISAIAH]) {
      expect((await desk.clicks(person, card, 'reveal-mail')).text).toContain(
        'There is no such thing, or you may not',
      );
    }
    await desk.rests();
    expect(await desk.everything()).not.toMatch(SECRETS);
  });

  it('says nothing on its card of who has the alias afterwards, nor of their account', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE);
    await desk.clicks(ALEX, card, 'reveal-mail');
    await desk.sees(ALEX, '731942');
    await desk.gives(ALEX, `transfer ${PAY} ${SAM.mail}`);
    await desk.says(SAM, `transfer ${PAY} here`, SEARCH);
    await desk.says(SAM, `bind ${PAY} 123456789012 secret-project`);
    desk.later(10 * MINUTES);
    await desk.rests();
    const told = await desk.sees(PAYMENTS, 'No longer shown');
    expect(told.activityId).toBe(card.activityId);
    expect(told.text).toContain(PAY);
    const chat = desk.chatOf(ALEX).map(({ text }) => text);
    expect(chat.join()).toContain('The mail is no longer shown here');
    for (const words of [SAM.name, '123456789012', 'secret-project']) {
      for (const text of [told.text, ...chat.filter((each) => !each.includes('The alias has a new owner'))]) {
        expect(text).not.toContain(words);
      }
    }
    expect([...buttonsOf(told.card).keys()]).not.toContain('reveal-mail');
  });

  it('that triage assigned needs an approver, so that nobody assigns it to themselves and reads it', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.says(ALEX, 'help');
    await desk.mailArrives(CODE.replaceAll(PAY, UNKNOWN));
    await desk.sweeps();
    const inTriage = await desk.sees(TRIAGE, 'Text withheld');
    await desk.clicks(ALEX, inTriage, 'assign-mail', { address: PAY });
    const card = await desk.sees(PAYMENTS, 'Text withheld');
    await desk.clicks(ALEX, card, 'reveal-mail');
    await desk.sees(PLATFORM, 'wants to read a mail');
    expect(await desk.everything()).not.toMatch(SECRETS);
  });

  it('of a retired alias needs an approver, whatever its topic', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE, '481216253649');
    await changed(desk, (alias) => ({ ...alias, state: 'retired' }));
    await desk.clicks(ALEX, card, 'reveal-mail');
    await desk.sees(PLATFORM, 'wants to read a mail');
    expect(await desk.everything()).not.toMatch(SECRETS);
  });
});

describe('a withheld reset link', () => {
  it('is shown when an approver agreed, and the channel reads each step', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, RESET);
    const waiting = await desk.clicks(ALEX, card, 'reveal-mail');
    expect(waiting.text).toContain('An approver\n has to agree');
    const asked = await desk.sees(PLATFORM, 'wants to read a mail');
    expect(asked.text).toContain('Root password');
    expect(await desk.everything()).not.toMatch(SECRETS);

    const agreed = await desk.clicks(MEGAN, asked, 'agree-reveal');
    expect(agreed.text).toContain('Megan Bowen\n agreed');
    await desk.sees(ALEX, 'token=TOKENTOKEN42&key=KEYKEYKEY42');
    expect(await elsewhere(desk, ALEX)).not.toMatch(SECRETS);
    const told = await desk.sees(PAYMENTS, 'was shown it');
    expect(told.text).toContain('Megan Bowen\n agreed');
    expect((await desk.sees(PLATFORM, 'Shown')).activityId).toBe(asked.activityId);
    expect(await actions(desk)).toEqual(['reveal-agreed', 'reveal-shown', 'reveal-wanted']);

    desk.later(10 * MINUTES);
    await desk.rests();
    expect(desk.chatOf(ALEX).some(({ text }) => SECRETS.test(text))).toBe(false);
  });

  it('stays withheld when an approver refuses; the owner is told, and may ask again', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, RESET);
    await desk.clicks(ALEX, card, 'reveal-mail');
    const asked = await desk.sees(PLATFORM, 'wants to read a mail');
    await desk.clicks(MEGAN, asked, 'refuse-reveal');
    expect((await desk.sees(ALEX, 'The mail stays withheld')).text).toContain('Megan Bowen refused');
    const late = await desk.clicks(ADELE, asked, 'agree-reveal');
    expect(late.text).toContain('settled before your click');
    expect(await desk.everything()).not.toMatch(SECRETS);

    await desk.clicks(ALEX, await desk.sees(PAYMENTS, 'refused'), 'reveal-mail');
    expect(desk.channel(PLATFORM).filter(({ text }) => text.includes('wants to read a mail'))).toHaveLength(
      2,
    );
  });

  it('needs somebody who is an approver, and not the owner', async () => {
    await using desk = await openDesk({ handling: {} });
    await desk.owns(MEGAN, PAYMENTS, PAY);
    await desk.says(MEGAN, 'help');
    await desk.mailArrives(RESET);
    await desk.sweeps();
    await desk.clicks(MEGAN, await desk.sees(PAYMENTS, 'Text withheld'), 'reveal-mail');
    const asked = await desk.sees(PLATFORM, 'wants to read a mail');
    expect((await desk.clicks(MEGAN, asked, 'agree-reveal')).text).toContain('another has to agree');
    expect((await desk.clicks(ISAIAH, asked, 'agree-reveal')).text).toContain(
      'There is no such thing, or you may not',
    );
    expect(await desk.everything()).not.toMatch(SECRETS);
    await desk.clicks(ADELE, asked, 'agree-reveal');
    await desk.sees(MEGAN, 'TOKENTOKEN42');
  });

  it('agreed to by two at once is agreed once and shown once', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, RESET);
    await desk.clicks(ALEX, card, 'reveal-mail');
    const asked = await desk.sees(PLATFORM, 'wants to read a mail');
    await Promise.all([desk.clicks(MEGAN, asked, 'agree-reveal'), desk.clicks(ADELE, asked, 'agree-reveal')]);
    await desk.sees(ALEX, 'TOKENTOKEN42');
    expect(desk.chatOf(ALEX).filter(({ text }) => text.includes('TOKENTOKEN42'))).toHaveLength(1);
    expect((await actions(desk)).filter((action) => action === 'reveal-agreed')).toHaveLength(1);
  });

  it('is not shown to an owner who lost the alias before an approver agreed', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, RESET);
    await desk.clicks(ALEX, card, 'reveal-mail');
    const asked = await desk.sees(PLATFORM, 'wants to read a mail');
    await transferred(desk, ISAIAH);
    await desk.clicks(MEGAN, asked, 'agree-reveal');
    expect((await desk.sees(ALEX, 'The mail was not shown')).text).toContain('another owner');
    expect(await desk.everything()).not.toMatch(SECRETS);
  });

  it('that nobody agrees to is no longer wanted after an hour', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, RESET);
    await desk.clicks(ALEX, card, 'reveal-mail');
    const asked = await desk.sees(PLATFORM, 'wants to read a mail');
    desk.later(60 * MINUTES);
    await desk.rests();
    expect((await desk.sees(ALEX, 'The mail was not shown')).text).toContain('no approver answered');
    expect((await desk.clicks(MEGAN, asked, 'agree-reveal')).text).toContain('settled before your click');
    expect(await desk.everything()).not.toMatch(SECRETS);
  });
});

describe('when something goes wrong on the way', () => {
  it('nobody is asked about a reveal that ended before an approvers’ channel was linked', async () => {
    await using desk = await openDesk({ linked: [PAYMENTS] });
    const { card } = await withheld(desk, RESET);
    await desk.clicks(ALEX, card, 'reveal-mail');
    desk.later(61 * MINUTES);
    await desk.rests();
    await desk.sees(ALEX, 'no approver answered');
    await desk.says(MEGAN, 'link approvals', PLATFORM);
    await desk.rests();
    expect(desk.channel(PLATFORM).some(({ text }) => text.includes('wants to read a mail'))).toBe(false);
    await desk.clicks(ALEX, await desk.sees(PAYMENTS, 'nobody answered'), 'reveal-mail');
    await desk.clicks(MEGAN, await desk.sees(PLATFORM, 'wants to read a mail'), 'agree-reveal');
    await desk.sees(ALEX, 'TOKENTOKEN42');
  });

  it('a restart between the approver’s yes and the chat loses nothing and shows it once', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, RESET);
    await desk.clicks(ALEX, card, 'reveal-mail');
    const asked = await desk.sees(PLATFORM, 'wants to read a mail');
    const heal = desk.teams.answerBy(({ path }) => (path.includes('chat-of') ? { status: 429 } : undefined));
    await desk.clicks(MEGAN, asked, 'agree-reveal');
    heal();
    await desk.restarts();
    desk.later(MINUTES);
    await desk.rests();
    await desk.sees(ALEX, 'TOKENTOKEN42');
    expect(desk.chatOf(ALEX).filter(({ text }) => text.includes('TOKENTOKEN42'))).toHaveLength(1);
  });

  it('an answer of Teams that was lost leaves one card with the text, and says that another may stand there', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE);
    let lost = 0;
    const heal = desk.teams.answerBy(({ method, path }) =>
      method === 'POST' && path.includes('chat-of') && lost++ === 0 ? { status: 500 } : undefined,
    );
    await desk.clicks(ALEX, card, 'reveal-mail');
    expect(desk.chatOf(ALEX).some(({ text }) => text.includes('731942'))).toBe(false);
    heal();
    desk.later(MINUTES);
    await desk.rests();
    const shown = await desk.sees(ALEX, '731942');
    const posted = desk.teams.calls.filter(
      ({ method, body }) => method === 'POST' && JSON.stringify(body).includes('May be a repeat'),
    );
    expect(posted).toHaveLength(1);
    expect(JSON.stringify(posted)).not.toMatch(SECRETS);
    desk.later(10 * MINUTES);
    await desk.rests();
    expect(desk.chatOf(ALEX).find(({ activityId }) => activityId === shown.activityId)?.text).toContain(
      'no longer shown',
    );
  });

  it('a crash while the text stands in the chat still takes it away in time', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE);
    await desk.clicks(ALEX, card, 'reveal-mail');
    await desk.sees(ALEX, '731942');
    await desk.crashes();
    desk.later(10 * MINUTES);
    await desk.rests();
    expect(desk.chatOf(ALEX).some(({ text }) => SECRETS.test(text))).toBe(false);
  });

  it('text that could not be taken away is taken away when Teams answers again', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE);
    await desk.clicks(ALEX, card, 'reveal-mail');
    await desk.sees(ALEX, '731942');
    const heal = desk.teams.answerBy(({ method, path }) =>
      method === 'PUT' && path.includes('chat-of') ? { status: 503 } : undefined,
    );
    desk.later(10 * MINUTES);
    await desk.rests();
    expect(desk.chatOf(ALEX).some(({ text }) => SECRETS.test(text))).toBe(true);
    heal();
    desk.later(MINUTES);
    await desk.rests();
    expect(desk.chatOf(ALEX).some(({ text }) => SECRETS.test(text))).toBe(false);
  });

  it('a mailbox that does not answer shows nothing, and the mail when it answers again', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE);
    desk.graph.faults.always('/messages/', { kind: 'error', status: 500 });
    await desk.clicks(ALEX, card, 'reveal-mail');
    expect(desk.chatOf(ALEX).some(({ text }) => SECRETS.test(text))).toBe(false);
    desk.graph.faults.clear();
    desk.later(5 * MINUTES);
    await desk.rests();
    await desk.sees(ALEX, '731942');
  });

  it('a chat that cannot be reached for an hour ends it, without the text anywhere', async () => {
    await using desk = await openDesk();
    const { card } = await withheld(desk, CODE);
    desk.teams.answerBy(({ path }) => (path.includes('chat-of') ? { status: 403 } : undefined));
    await desk.clicks(ALEX, card, 'reveal-mail');
    desk.later(61 * MINUTES);
    await desk.rests();
    await desk.sees(PAYMENTS, 'Not shown: the chat with Rootdesk could not be reached');
    expect(await desk.everything()).not.toMatch(SECRETS);
  });
});

describe('a forged click', () => {
  it('on a mail that nobody sent, or of no shape, does nothing', async () => {
    await using desk = await openDesk();
    await withheld(desk, CODE);
    for (const ledgerId of [
      newId(),
      "' or RowKey ge '",
      'x'.repeat(1_900),
      '~handling:',
      `${newId()}:triage`,
    ]) {
      expect(await desk.forges(ALEX, 'reveal-mail', { ledgerId })).toContain(
        'There is no such thing, or you may not',
      );
    }
    for (const ledgerId of [5, null, '', 'x'.repeat(10_000), { $ne: '' }, [newId()]]) {
      expect(await desk.forges(ALEX, 'reveal-mail', { ledgerId })).toContain(
        'There is no such thing, or you may not',
      );
    }
    expect(await actions(desk)).toEqual([]);
  });

  it('with the right mail from another place is the owner’s all the same, and tells a stranger nothing', async () => {
    await using desk = await openDesk();
    const { ledgerId } = await withheld(desk, CODE);
    const forged = await desk.forges(SAM, 'reveal-mail', { ledgerId }, SEARCH);
    expect(forged).toContain('There is no such thing, or you may not');
    expect(forged).not.toContain(PAY);
    expect(await desk.everything()).not.toMatch(SECRETS);
  });

  it('of an approver who agrees to what nobody asked for does nothing', async () => {
    await using desk = await openDesk();
    const { ledgerId } = await withheld(desk, RESET);
    const forged = await desk.forges(MEGAN, 'agree-reveal', { ledgerId, revealId: newId() }, PLATFORM);
    expect(forged).toContain('There is no such mail');
    expect(await actions(desk)).toEqual([]);
  });

  it('on a mail without a secret is refused', async () => {
    await using desk = await openDesk();
    await desk.owns(ALEX, PAYMENTS, PAY);
    await desk.mailArrives(mail({ to: PAY }));
    await desk.sweeps();
    await desk.sees(PAYMENTS, 'Billing Statement');
    const ledgerId = (await desk.rows()).find(({ category }) => category === 'billing')?.['entry_id'];
    expect(await desk.forges(ALEX, 'reveal-mail', { ledgerId })).toContain(
      'Nothing of this mail is withheld',
    );
  });
});

async function changed(
  desk: Desk,
  change: (alias: Awaited<ReturnType<Desk['owns']>>) => Awaited<ReturnType<Desk['owns']>>,
): Promise<void> {
  const before = await desk.register.aliasByAddress(PAY);
  if (before === undefined) throw new Error('the alias is gone');
  await desk.register.commit({
    id: newId(),
    aliases: [{ before, after: change(before.value) }],
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

async function transferred(desk: Desk, to: Person): Promise<void> {
  await desk.gives(ALEX, `transfer ${PAY} ${to.mail}`);
}

import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/people/person.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { ADELE, ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM, SAM, SEARCH, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';
import { mail, PAY, UNKNOWN } from './mail.ts';
import { CODE, RESET, SECRET_WORDS, SECRETS } from './secret-mails.ts';
import { buttonsOf, type Shown } from './shown.ts';

const MINUTES = 60_000;
const DAYS = 24 * 60 * MINUTES;

/** Alex owns the alias in Payments and has written to Rootdesk before; a withheld mail has come. */
async function withheld(
  world: World,
  text: string,
  accountId?: string,
): Promise<{ card: Shown; ledgerId: unknown }> {
  await world.owns(ALEX, PAYMENTS, PAY, accountId);
  await world.says(ALEX, 'help');
  await world.mailArrives(text);
  await world.sweeps();
  const card = await world.sees(PAYMENTS, 'Text withheld');
  return { card, ledgerId: buttonsOf(card.card).get('reveal-mail')?.['ledgerId'] };
}

/** Everything that was posted anywhere but in the person's own chat, everything stored, and the log. */
async function elsewhere(world: World, person: Person): Promise<string> {
  const calls = world.teams.calls.filter(({ path }) => !path.includes(`chat-of-${person.id}`));
  return [JSON.stringify(calls), JSON.stringify(await world.rows()), await world.log()].join('\n');
}

const actions = async (world: World): Promise<readonly string[]> =>
  (await world.rows())
    .map(({ action }) => String(action))
    .filter((action) => action.startsWith('reveal'))
    .toSorted((one, other) => one.localeCompare(other));

describe('a withheld sign-in code', () => {
  it('is shown to the owner at once, in their own chat alone, for ten minutes; the channel is told', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE);
    const answer = await world.clicks(ALEX, card, 'reveal-mail');
    expect(answer.text).toContain('asked to read it');

    const shown = await world.sees(ALEX, '731942');
    expect(shown.text).toContain(SECRET_WORDS);
    expect(shown.text).toContain('For your eyes only');
    expect(await elsewhere(world, ALEX)).not.toMatch(SECRETS);
    expect((await world.sees(PAYMENTS, 'was shown it')).activityId).toBe(card.activityId);

    world.later(10 * MINUTES);
    await world.rests();
    const after = world.chatOf(ALEX).find(({ activityId }) => activityId === shown.activityId);
    expect(after?.text).toContain('To read it once more');
    expect(world.chatOf(ALEX).some(({ text }) => SECRETS.test(text))).toBe(false);
    const told = await world.sees(PAYMENTS, 'No longer shown');
    expect([...buttonsOf(told.card).keys()]).toContain('reveal-mail');
    expect(await actions(world)).toEqual(['reveal-over', 'reveal-shown', 'reveal-wanted']);
  });

  it('is not taken away a minute before its time', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE);
    await world.clicks(ALEX, card, 'reveal-mail');
    await world.sees(ALEX, '731942');
    world.later(9 * MINUTES);
    await world.rests();
    expect(world.chatOf(ALEX).some(({ text }) => text.includes('731942'))).toBe(true);
  });

  it('needs another approver where an approver took the alias, whatever they did with it since', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.gives(MEGAN, `transfer ${PAY} ${MEGAN.mail}`);
    await world.says(MEGAN, `transfer ${PAY} here`, SEARCH);
    await world.mailArrives(CODE);
    await world.sweeps();
    await world.clicks(MEGAN, await world.sees(SEARCH, 'Text withheld'), 'reveal-mail');
    const asked = await world.sees(PLATFORM, 'wants to read a mail');
    expect(await world.everything()).not.toMatch(SECRETS);
    await world.clicks(ADELE, asked, 'agree-reveal');
    await world.sees(MEGAN, '731942');
  });

  it('needs none where the alias was taken, given back, and came to another owner after its rest', async () => {
    await using world = await openWorld({ pool: 1 });
    world.later(-100 * DAYS);
    await world.owns(ISAIAH, PAYMENTS, PAY);
    await world.gives(MEGAN, `transfer ${PAY} ${MEGAN.mail}`);
    await world.clicks(MEGAN, await world.says(MEGAN, `release ${PAY}`), 'release-alias');
    expect((await world.register.aliasByAddress(PAY))?.value).toMatchObject({
      state: 'quarantined',
      ownership: { how: 'taken' },
    });
    world.later(100 * DAYS - MINUTES);
    await world.doesHousekeeping();
    const form = {
      accountName: 'payments-prod',
      purpose: 'Card payments',
      environment: 'production',
      channelId: PAYMENTS.id,
    };
    await world.clicks(ALEX, await world.says(ALEX, 'request'), 'submit-request', form);
    await world.clicks(MEGAN, await world.sees(PLATFORM, 'payments-prod'), 'approve');
    await world.sees(ALEX, 'Your alias is ready');
    await world.mailArrives(CODE);
    await world.sweeps();
    const card = await world.sees(PAYMENTS, 'Text withheld');
    for (const before of [ISAIAH, MEGAN]) {
      expect((await world.clicks(before, card, 'reveal-mail')).text).toContain('you may not do this');
    }
    await world.clicks(ALEX, card, 'reveal-mail');
    await world.sees(ALEX, '731942');
    expect(world.channel(PLATFORM).some(({ text }) => text.includes('wants to read'))).toBe(false);
  });

  it('asked for twice is shown once', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE);
    await Promise.all([
      world.clicks(ALEX, card, 'reveal-mail'),
      world.clicks(ALEX, card, 'reveal-mail'),
      world.clicks(ALEX, card, 'reveal-mail'),
    ]);
    await world.sees(ALEX, '731942');
    expect(world.chatOf(ALEX).filter(({ text }) => text.includes('731942'))).toHaveLength(1);
    expect((await actions(world)).filter((action) => action === 'reveal-wanted')).toHaveLength(1);
  });

  it.each([
    ['a colleague', ISAIAH],
    ['an approver', MEGAN],
    ['somebody of another team', SAM],
  ])('is refused to %s with the reason, and their card stays readable', async (_name, stranger) => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE);
    const answer = await world.clicks(stranger, card, 'reveal-mail');
    expect(answer.text).toContain('There is no such thing, or you may not');
    expect(answer.text).toContain('Text withheld');
    expect(await world.everything()).not.toMatch(SECRETS);
    expect(await actions(world)).toEqual([]);
  });

  it('is shown to an owner of whom only the mail address is known, and to nobody else', async () => {
    await using world = await openWorld();
    await world.owns({ ...ALEX, id: '' }, PAYMENTS, PAY);
    await world.says(ALEX, 'help');
    await world.mailArrives(CODE);
    await world.sweeps();
    const card = await world.sees(PAYMENTS, 'Text withheld');
    expect((await world.clicks(ISAIAH, card, 'reveal-mail')).text).toContain(
      'There is no such thing, or you may not',
    );
    await world.clicks(ALEX, card, 'reveal-mail');
    await world.sees(ALEX, '731942');
    expect(await elsewhere(world, ALEX)).not.toMatch(SECRETS);
  });

  it('that is gone from the mailbox is not shown, and the owner reads why', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE);
    const [id = ''] = world.graph.hands.list('inbox');
    await world.graph.hands.remove(id);
    await world.clicks(ALEX, card, 'reveal-mail');
    world.later(31_000);
    await world.rests();
    expect((await world.sees(ALEX, 'The mail was not shown')).text).toContain(
      'no longer in the central mailbox',
    );
    await world.sees(PAYMENTS, 'Not shown: the mail is no longer in the central mailbox');
  });

  it('of an alias that went to another owner since is nobody’s to read any more', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE);
    await transferred(world, ISAIAH);
    await world.says(ISAIAH, 'help');
    for (const person of [ALEX, ISAIAH]) {
      expect((await world.clicks(person, card, 'reveal-mail')).text).toContain(
        'There is no such thing, or you may not',
      );
    }
    await world.rests();
    expect(await world.everything()).not.toMatch(SECRETS);
  });

  it('says nothing on its card of who has the alias afterwards, nor of their account', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE);
    await world.clicks(ALEX, card, 'reveal-mail');
    await world.sees(ALEX, '731942');
    await world.gives(ALEX, `transfer ${PAY} ${SAM.mail}`);
    await world.says(SAM, `transfer ${PAY} here`, SEARCH);
    await world.says(SAM, `bind ${PAY} 123456789012 secret-project`);
    world.later(10 * MINUTES);
    await world.rests();
    const told = await world.sees(PAYMENTS, 'No longer shown');
    expect(told.activityId).toBe(card.activityId);
    expect(told.text).toContain(PAY);
    const chat = world.chatOf(ALEX).map(({ text }) => text);
    expect(chat.join()).toContain('To read it once more');
    for (const words of [SAM.name, '123456789012', 'secret-project']) {
      for (const text of [told.text, ...chat.filter((each) => !each.includes('The alias has a new owner'))]) {
        expect(text).not.toContain(words);
      }
    }
    expect([...buttonsOf(told.card).keys()]).not.toContain('reveal-mail');
  });

  it('that triage assigned needs an approver, so that nobody assigns it to themselves and reads it', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.says(ALEX, 'help');
    await world.mailArrives(CODE.replaceAll(PAY, UNKNOWN));
    await world.sweeps();
    const inTriage = await world.sees(TRIAGE, 'Text withheld');
    await world.clicks(ALEX, inTriage, 'assign-mail', { address: PAY });
    const card = await world.sees(PAYMENTS, 'Text withheld');
    await world.clicks(ALEX, card, 'reveal-mail');
    await world.sees(PLATFORM, 'wants to read a mail');
    expect(await world.everything()).not.toMatch(SECRETS);
  });

  it('of a retired alias needs an approver, whatever its topic', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE, '481216253649');
    await changed(world, (alias) => ({ ...alias, state: 'retired' }));
    await world.clicks(ALEX, card, 'reveal-mail');
    await world.sees(PLATFORM, 'wants to read a mail');
    expect(await world.everything()).not.toMatch(SECRETS);
  });
});

describe('a withheld reset link', () => {
  it('is shown when an approver agreed, and the channel reads each step', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, RESET);
    const waiting = await world.clicks(ALEX, card, 'reveal-mail');
    expect(waiting.text).toContain('An approver\n has to agree');
    const asked = await world.sees(PLATFORM, 'wants to read a mail');
    expect(asked.text).toContain('Root password');
    expect(await world.everything()).not.toMatch(SECRETS);

    const agreed = await world.clicks(MEGAN, asked, 'agree-reveal');
    expect(agreed.text).toContain('Megan Bowen\n agreed');
    await world.sees(ALEX, 'token=TOKENTOKEN42&key=KEYKEYKEY42');
    expect(await elsewhere(world, ALEX)).not.toMatch(SECRETS);
    const told = await world.sees(PAYMENTS, 'was shown it');
    expect(told.text).toContain('Megan Bowen\n agreed');
    expect((await world.sees(PLATFORM, 'Shown')).activityId).toBe(asked.activityId);
    expect(await actions(world)).toEqual(['reveal-agreed', 'reveal-shown', 'reveal-wanted']);

    world.later(10 * MINUTES);
    await world.rests();
    expect(world.chatOf(ALEX).some(({ text }) => SECRETS.test(text))).toBe(false);
  });

  it('stays withheld when an approver refuses; the owner is told, and may ask again', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, RESET);
    await world.clicks(ALEX, card, 'reveal-mail');
    const asked = await world.sees(PLATFORM, 'wants to read a mail');
    await world.clicks(MEGAN, asked, 'refuse-reveal');
    expect((await world.sees(ALEX, 'The mail stays withheld')).text).toContain('Megan Bowen refused');
    const late = await world.clicks(ADELE, asked, 'agree-reveal');
    expect(late.text).toContain('settled before your click');
    expect(await world.everything()).not.toMatch(SECRETS);

    await world.clicks(ALEX, await world.sees(PAYMENTS, 'refused'), 'reveal-mail');
    expect(world.channel(PLATFORM).filter(({ text }) => text.includes('wants to read a mail'))).toHaveLength(
      2,
    );
  });

  it('needs somebody who is an approver, and not the owner', async () => {
    await using world = await openWorld({ handling: {} });
    await world.owns(MEGAN, PAYMENTS, PAY);
    await world.says(MEGAN, 'help');
    await world.mailArrives(RESET);
    await world.sweeps();
    await world.clicks(MEGAN, await world.sees(PAYMENTS, 'Text withheld'), 'reveal-mail');
    const asked = await world.sees(PLATFORM, 'wants to read a mail');
    expect((await world.clicks(MEGAN, asked, 'agree-reveal')).text).toContain('another has to agree');
    expect((await world.clicks(ISAIAH, asked, 'agree-reveal')).text).toContain(
      'There is no such thing, or you may not',
    );
    expect(await world.everything()).not.toMatch(SECRETS);
    await world.clicks(ADELE, asked, 'agree-reveal');
    await world.sees(MEGAN, 'TOKENTOKEN42');
  });

  it('agreed to by two at once is agreed once and shown once', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, RESET);
    await world.clicks(ALEX, card, 'reveal-mail');
    const asked = await world.sees(PLATFORM, 'wants to read a mail');
    await Promise.all([
      world.clicks(MEGAN, asked, 'agree-reveal'),
      world.clicks(ADELE, asked, 'agree-reveal'),
    ]);
    await world.sees(ALEX, 'TOKENTOKEN42');
    expect(world.chatOf(ALEX).filter(({ text }) => text.includes('TOKENTOKEN42'))).toHaveLength(1);
    expect((await actions(world)).filter((action) => action === 'reveal-agreed')).toHaveLength(1);
  });

  it('is not shown to an owner who lost the alias before an approver agreed', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, RESET);
    await world.clicks(ALEX, card, 'reveal-mail');
    const asked = await world.sees(PLATFORM, 'wants to read a mail');
    await transferred(world, ISAIAH);
    await world.clicks(MEGAN, asked, 'agree-reveal');
    expect((await world.sees(ALEX, 'The mail was not shown')).text).toContain('another owner');
    expect(await world.everything()).not.toMatch(SECRETS);
  });

  it('that nobody agrees to is no longer wanted after an hour', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, RESET);
    await world.clicks(ALEX, card, 'reveal-mail');
    const asked = await world.sees(PLATFORM, 'wants to read a mail');
    world.later(60 * MINUTES);
    await world.rests();
    expect((await world.sees(ALEX, 'The mail was not shown')).text).toContain('no approver answered');
    expect((await world.clicks(MEGAN, asked, 'agree-reveal')).text).toContain('settled before your click');
    expect(await world.everything()).not.toMatch(SECRETS);
  });
});

describe('when something goes wrong on the way', () => {
  it('nobody is asked about a reveal that ended before an approvers’ channel was linked', async () => {
    await using world = await openWorld({ linked: [PAYMENTS] });
    const { card } = await withheld(world, RESET);
    await world.clicks(ALEX, card, 'reveal-mail');
    world.later(61 * MINUTES);
    await world.rests();
    await world.sees(ALEX, 'no approver answered');
    await world.says(MEGAN, 'link approvals', PLATFORM);
    await world.rests();
    expect(world.channel(PLATFORM).some(({ text }) => text.includes('wants to read a mail'))).toBe(false);
    await world.clicks(ALEX, await world.sees(PAYMENTS, 'nobody answered'), 'reveal-mail');
    await world.clicks(MEGAN, await world.sees(PLATFORM, 'wants to read a mail'), 'agree-reveal');
    await world.sees(ALEX, 'TOKENTOKEN42');
  });

  it('a restart between the approver’s yes and the chat loses nothing and shows it once', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, RESET);
    await world.clicks(ALEX, card, 'reveal-mail');
    const asked = await world.sees(PLATFORM, 'wants to read a mail');
    const heal = world.teams.answerBy(({ path }) => (path.includes('chat-of') ? { status: 429 } : undefined));
    await world.clicks(MEGAN, asked, 'agree-reveal');
    heal();
    await world.restarts();
    world.later(MINUTES);
    await world.rests();
    await world.sees(ALEX, 'TOKENTOKEN42');
    expect(world.chatOf(ALEX).filter(({ text }) => text.includes('TOKENTOKEN42'))).toHaveLength(1);
  });

  it('an answer of Teams that was lost leaves one card with the text, and says that another may stand there', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE);
    let lost = 0;
    const heal = world.teams.answerBy(({ method, path }) =>
      method === 'POST' && path.includes('chat-of') && lost++ === 0 ? { status: 500 } : undefined,
    );
    await world.clicks(ALEX, card, 'reveal-mail');
    expect(world.chatOf(ALEX).some(({ text }) => text.includes('731942'))).toBe(false);
    heal();
    world.later(MINUTES);
    await world.rests();
    const shown = await world.sees(ALEX, '731942');
    const posted = world.teams.calls.filter(
      ({ method, body }) => method === 'POST' && JSON.stringify(body).includes('May be a repeat'),
    );
    expect(posted).toHaveLength(1);
    expect(JSON.stringify(posted)).not.toMatch(SECRETS);
    world.later(10 * MINUTES);
    await world.rests();
    expect(world.chatOf(ALEX).find(({ activityId }) => activityId === shown.activityId)?.text).toContain(
      'No longer shown',
    );
  });

  it('a crash while the text is in the chat still takes it away in time', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE);
    await world.clicks(ALEX, card, 'reveal-mail');
    await world.sees(ALEX, '731942');
    await world.crashes();
    world.later(10 * MINUTES);
    await world.rests();
    expect(world.chatOf(ALEX).some(({ text }) => SECRETS.test(text))).toBe(false);
  });

  it('text that could not be taken away is taken away when Teams answers again', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE);
    await world.clicks(ALEX, card, 'reveal-mail');
    await world.sees(ALEX, '731942');
    const heal = world.teams.answerBy(({ method, path }) =>
      method === 'PUT' && path.includes('chat-of') ? { status: 503 } : undefined,
    );
    world.later(10 * MINUTES);
    await world.rests();
    expect(world.chatOf(ALEX).some(({ text }) => SECRETS.test(text))).toBe(true);
    heal();
    world.later(MINUTES);
    await world.rests();
    expect(world.chatOf(ALEX).some(({ text }) => SECRETS.test(text))).toBe(false);
  });

  it('a mailbox that does not answer shows nothing, and the mail when it answers again', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE);
    world.graph.faults.always('/messages/', { kind: 'error', status: 500 });
    await world.clicks(ALEX, card, 'reveal-mail');
    expect(world.chatOf(ALEX).some(({ text }) => SECRETS.test(text))).toBe(false);
    world.graph.faults.clear();
    world.later(5 * MINUTES);
    await world.rests();
    await world.sees(ALEX, '731942');
  });

  it('a chat that cannot be reached for an hour ends it, without the text anywhere', async () => {
    await using world = await openWorld();
    const { card } = await withheld(world, CODE);
    world.teams.answerBy(({ path }) => (path.includes('chat-of') ? { status: 403 } : undefined));
    await world.clicks(ALEX, card, 'reveal-mail');
    world.later(61 * MINUTES);
    await world.rests();
    await world.sees(PAYMENTS, 'Not shown: the chat with Rootdesk could not be reached');
    expect(await world.everything()).not.toMatch(SECRETS);
  });
});

describe('a forged click', () => {
  it('on a mail that nobody sent, or of no shape, does nothing', async () => {
    await using world = await openWorld();
    await withheld(world, CODE);
    for (const ledgerId of [
      newId(),
      "' or RowKey ge '",
      'x'.repeat(1_900),
      '~handling:',
      `${newId()}:triage`,
    ]) {
      expect(await world.forges(ALEX, 'reveal-mail', { ledgerId })).toContain(
        'There is no such thing, or you may not',
      );
    }
    for (const ledgerId of [5, null, '', 'x'.repeat(10_000), { $ne: '' }, [newId()]]) {
      expect(await world.forges(ALEX, 'reveal-mail', { ledgerId })).toContain(
        'There is no such thing, or you may not',
      );
    }
    expect(await actions(world)).toEqual([]);
  });

  it('with the right mail from another place is the owner’s all the same, and tells a stranger nothing', async () => {
    await using world = await openWorld();
    const { ledgerId } = await withheld(world, CODE);
    const forged = await world.forges(SAM, 'reveal-mail', { ledgerId }, SEARCH);
    expect(forged).toContain('There is no such thing, or you may not');
    expect(forged).not.toContain(PAY);
    expect(await world.everything()).not.toMatch(SECRETS);
  });

  it('of an approver who agrees to what nobody asked for does nothing', async () => {
    await using world = await openWorld();
    const { ledgerId } = await withheld(world, RESET);
    const forged = await world.forges(MEGAN, 'agree-reveal', { ledgerId, revealId: newId() }, PLATFORM);
    expect(forged).toContain('There is no such mail');
    expect(await actions(world)).toEqual([]);
  });

  it('on a mail without a secret is refused', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    await world.sees(PAYMENTS, 'Billing Statement');
    const ledgerId = (await world.rows()).find(({ category }) => category === 'billing')?.['entry_id'];
    expect(await world.forges(ALEX, 'reveal-mail', { ledgerId })).toContain(
      'Nothing of this mail is withheld',
    );
  });
});

async function changed(
  world: World,
  change: (alias: Awaited<ReturnType<World['owns']>>) => Awaited<ReturnType<World['owns']>>,
): Promise<void> {
  const before = await world.register.aliasByAddress(PAY);
  if (before === undefined) throw new Error('the alias is gone');
  await world.register.commit({
    id: newId(),
    aliases: [{ before, after: change(before.value) }],
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

async function transferred(world: World, to: Person): Promise<void> {
  await world.gives(ALEX, `transfer ${PAY} ${to.mail}`);
}

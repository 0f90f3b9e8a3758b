import { auditWords } from '../../cards/audit-words.ts';
import { english } from '../../cards/texts/languages.ts';
import { collect } from '../fakes/collect.ts';
import { odata, TableClient } from '@azure/data-tables';
import { describe, expect, it } from 'vitest';
import { LEDGER } from '../../src/azure/keys.ts';
import { REVEAL_POLICY } from '../../src/mail/cases/reveal-policy.ts';
import { ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM, SAM } from './company.ts';
import { openWorld, type World } from './world.ts';
import { mail, PAY } from './mail.ts';
import { RESET, SECRETS } from './secret-mails.ts';
import { buttonsOf, type Shown } from './shown.ts';

const MINUTES = 60_000;
const WORDS = 'the green room beside the lifts';

/** Genuine, and of no kind that the table has. */
const UNCLEAR = mail({
  to: PAY,
  from: 'Amazon Web Services <no-reply@amazonaws.com>',
  subject: 'Your request zanzibar for account 123456789012',
  text: `Hello,\r\n\r\nwe meet in ${WORDS}.`,
});

async function announced(world: World): Promise<Shown> {
  await world.owns(ALEX, PAYMENTS, PAY);
  await world.says(ALEX, 'help');
  await world.mailArrives(UNCLEAR);
  await world.sweeps();
  return world.sees(PAYMENTS, 'Text not shown here');
}

const actions = async (world: World): Promise<readonly string[]> => {
  const all = await collect(world.register.audit(new Date(0), new Date('2100-01-01')));
  return all
    .filter(({ action }) => action.startsWith('reveal'))
    .map(({ action, after }) => `${action}: ${auditWords(english, after)}`);
};

describe('a mail of AWS that nobody recognises', () => {
  it('is announced: sender, account and time, no word of its text and no unknown word of its subject', async () => {
    await using world = await openWorld();
    const card = await announced(world);
    // The nearest guess is not stated as a fact.
    expect(card.text).toContain('Message from AWS');
    expect(card.text).not.toContain('Account notice');
    expect(card.text).toContain('amazonaws.com');
    expect(card.text).toContain('123456789012');
    expect(await world.everything()).not.toMatch(new RegExp(`${WORDS}|zanzibar`));
  });

  it('is shown to its owner by one click, in their own chat, for ten minutes; all of it is on record', async () => {
    await using world = await openWorld();
    const card = await announced(world);
    const answer = await world.clicks(ALEX, card, 'reveal-mail');
    expect(answer.text).toContain('asked to read it');
    expect((await world.sees(ALEX, WORDS)).text).toContain('zanzibar');
    expect((await world.sees(PAYMENTS, 'was shown it')).activityId).toBe(card.activityId);
    expect(world.channel(PLATFORM).some(({ text }) => text.includes('wants to read'))).toBe(false);
    world.later(10 * MINUTES);
    await world.rests();
    expect(world.chatOf(ALEX).some(({ text }) => text.includes(WORDS))).toBe(false);
    expect(await actions(world)).toEqual([
      'reveal-wanted: to be shown',
      `reveal-shown: shown to ${ALEX.name} (${ALEX.id})`,
      'reveal-over: over: time',
    ]);
  });

  it.each([ISAIAH, MEGAN, SAM])('is refused to $name, who does not own the alias', async (stranger) => {
    await using world = await openWorld();
    const answer = await world.clicks(stranger, await announced(world), 'reveal-mail');
    expect(answer.text).toContain('There is no such thing, or you may not');
    expect(await world.everything()).not.toContain(WORDS);
  });

  it('is not muted, for nobody knows what the channel would miss', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    for (const topic of ['account-admin', 'service-health', 'action', 'notice'])
      await world.says(ALEX, `mute ${topic}`, PAYMENTS);
    await world.mailArrives(UNCLEAR);
    await world.sweeps();
    expect((await world.sees(PAYMENTS, 'Text not shown here')).text).toContain('Message from AWS');
  });
});

describe('an announced mail that turns out to hold a secret', () => {
  it('waits for an approver, as mail of its category does', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.says(ALEX, 'help');
    await world.mailArrives(RESET);
    await world.sweeps();
    const card = await world.sees(PAYMENTS, 'Text withheld');
    await recordedAsAnnounced(world);

    await world.clicks(ALEX, card, 'reveal-mail');
    await world.rests();
    const asked = await world.sees(PLATFORM, 'wants to read a mail');
    expect(await world.everything()).not.toMatch(SECRETS);
    expect([...buttonsOf((await world.sees(PAYMENTS, 'has to agree')).card).keys()]).not.toContain(
      'reveal-mail',
    );
    await world.clicks(MEGAN, asked, 'agree-reveal');
    await world.sees(ALEX, 'TOKENTOKEN42');
    expect(await actions(world)).toEqual([
      'reveal-wanted: to be shown',
      'reveal-wanted: waits for an approver: it holds a code or link',
      'reveal-agreed: to be shown',
      `reveal-shown: shown to ${ALEX.name} (${ALEX.id})`,
    ]);
  });

  it('is not shown at all where the policy says never; the owner is told', async () => {
    await using world = await openWorld({
      handling: { reveal: { ...REVEAL_POLICY, 'password-reset': 'never' } },
    });
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.says(ALEX, 'help');
    await world.mailArrives(RESET);
    await world.sweeps();
    const card = await world.sees(PAYMENTS, 'Text withheld');
    await recordedAsAnnounced(world);
    await world.clicks(ALEX, card, 'reveal-mail');
    await world.rests();
    expect((await world.sees(ALEX, 'The mail was not shown')).text).toContain('never shown in Teams');
    expect(await world.everything()).not.toMatch(SECRETS);
  });
});

/** As if it had come while the rules did not know its secret yet. */
async function recordedAsAnnounced({ surroundings: { storage, tableName } }: World): Promise<void> {
  const rows = TableClient.fromConnectionString(storage, tableName, { allowInsecureConnection: true });
  const filter = odata`PartitionKey eq ${LEDGER} and withheld eq true`;
  for await (const { partitionKey = '', rowKey = '' } of rows.listEntities({ queryOptions: { filter } })) {
    await rows.updateEntity({ partitionKey, rowKey, withheld: false, announced: true }, 'Merge');
  }
}

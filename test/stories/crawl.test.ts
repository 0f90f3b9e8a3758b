import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../bot/commands/commands.ts';
import { ENTRIES_A_PAGE, REQUESTS_A_PAGE, textsIn } from '../../cards/index.ts';
import { de } from '../../cards/texts/de.ts';
import { en } from '../../cards/texts/en.ts';
import type { Person } from '../../src/people/person.ts';
import { COMMAND_RIGHTS, VERB_RIGHTS } from '../../src/rights/operations.ts';
import { ALIASES_A_PAGE } from '../../src/aliases/aliases.ts';
import { importAliases } from '../../src/aliases/import.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { auditOf } from '../fakes/aliases.ts';
import { leavesOf } from '../cards/leaves.ts';
import { stringsOf } from '../cards/soundness.ts';
import {
  ADDRESSES,
  ALEX,
  MEGAN,
  PAYMENTS,
  PLATFORM,
  ROOT_MAILBOX,
  SAM,
  TRIAGE,
  type Channel,
} from './company.ts';
import { pressEverything, titleOf, type Crawler, type Press } from './crawler.ts';
import { ASKS, FIND, mail, NOBODYS, PAY, UNKNOWN } from './mail.ts';
import { RESET } from './secret-mails.ts';
import { buttonsOf, type Shown } from './shown.ts';
import { openWorld, type World } from './world.ts';

const german = textsIn('de');
const ACCOUNT = '123456789012';
const CRAWLERS: readonly Crawler[] = [
  { person: ALEX, channels: [PAYMENTS] },
  { person: MEGAN, channels: [PLATFORM, TRIAGE] },
];
const TYPED = {
  accountName: 'kasse-neu',
  purpose: 'Kartenzahlung',
  expectedAccountId: '',
  comment: 'Bitte anders',
  accountId: ACCOUNT,
  address: PAY,
  reason: 'Umzug',
};
const MAILS = [
  mail({ to: PAY }),
  RESET,
  ASKS,
  mail({ to: UNKNOWN }),
  mail({ to: NOBODYS }),
  mail({ to: PAY, from: 'AWS <x@evil.example>' }),
  // More than a page of the list has.
  ...['March', 'April'].map((month) => mail({ to: PAY, subject: `AWS bill of ${month}` })),
];
/** More than a page of the list has, with those of the pool. */
const FURTHER = Array.from(
  { length: ALIASES_A_PAGE },
  (_, number) => `aws_00000000-0000-4000-8000-0000000000${number + 10}@company.com`,
);
/** Wanted once an approver has agreed to the first one. */
const RESET_AGAIN = RESET.replace('Password Assistance', 'password assistance again');

/** What somebody writes to try a command: alone, and with what it asks for. */
function sentencesFor(name: string): readonly string[] {
  const more: Readonly<Record<string, readonly string[]>> = {
    find: [`find ${PAY}`, 'find aws_', 'find nirgends'],
    history: [`history ${PAY}`],
    bind: [`bind ${PAY} ${ACCOUNT}`, `bind ${PAY} 12`],
    transfer: [`transfer ${PAY} ${SAM.mail}`],
    release: [`release ${PAY}`],
    mute: ['mute billing'],
    digest: ['digest daily billing'],
    help: ['help bind', 'Hallo', 'Danke', 'wie ist das Wetter'],
  };
  return [name, ...(more[name] ?? [])];
}

/** These end what other buttons are about. */
const CHANGES = /^(?:approve|deny|cancel-|release-|confirm-|agree-|refuse-|not-for-us|assign-|unlink)/;
/**
 * For these a pool has to be nearly empty, AWS has to name the account of an alias before anybody else does, and a mail has to be given
 * up: stories of their own press them.
 */
const NOT_THERE: readonly string[] = ['show-pool', 'confirm-account', 'replay-mail'];
const [GIVEN = ''] = ADDRESSES.slice(-1);
/** Asked again once all of them were answered with no. */
const QUESTIONS = [`bind ${PAY} 999999999999`, `release ${FIND}`, `transfer ${GIVEN} ${SAM.mail}`];

/** Everything of which there is a list, longer than a page. */
async function hasMuch(world: World): Promise<void> {
  await importAliases(
    world.register,
    FURTHER.map((address) => ({ address, rootMailbox: ROOT_MAILBOX })),
  );
  for (const address of FURTHER) await world.owns(ALEX, PAYMENTS, address);
  const { id } = await world.owns(ALEX, PAYMENTS, PAY, '111122223333');
  const [first, ...others] = Array.from({ length: ENTRIES_A_PAGE }, () => auditOf(id));
  if (first === undefined) throw new Error('a page has entries');
  await world.register.commit({ id: newId(), audit: [first, ...others] });
}

/** A second reveal, for what was not answered to the first one. */
async function revealsAgain(world: World): Promise<void> {
  await world.mailArrives(RESET_AGAIN);
  await world.sweeps();
  const card = world.channel(PAYMENTS).findLast(({ card: each }) => buttonsOf(each).has('reveal-mail'));
  if (card === undefined) throw new Error('there is nothing to be shown');
  await world.clicks(ALEX, card, 'reveal-mail');
}

/** Requests of Alex, for approvers to decide. */
async function asks(world: World, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const form = await world.says(ALEX, 'request');
    const typed = { ...TYPED, environment: 'production', channelId: PAYMENTS.id };
    await world.clicks(ALEX, form, 'submit-request', typed);
  }
}

async function writesEverything(world: World, person: Person, channel?: Channel): Promise<void> {
  const place = channel === undefined ? 'personal' : 'channel';
  for (const { name } of COMMANDS) {
    const isHere = COMMAND_RIGHTS[name].where.some((where) => where === place);
    for (const words of isHere ? sentencesFor(name) : [name]) await world.says(person, words, channel);
  }
}

/** Where nothing is left to do, or the one thing to do is done elsewhere and is said. */
const ENDS: readonly string[] = [
  // Decided; who asked is told in a message of its own.
  german.request.title,
  german.receipt.title,
  german.reveal.title,
  // Gone in ten minutes.
  german.topics['password-reset'],
  german.topics.unrecognised,
  // Says what to correct.
  german.problem.refused,
];

/** Says what can be done next: by a button, in a field, or by words to write. */
function hasNextStep(shown: Shown): boolean {
  const parts = JSON.stringify(shown.card);
  return (
    /"type":"(?:Action|Input)\./.test(parts) || namesCommand(shown.card) || ENDS.includes(titleOf(shown))
  );
}

function namesCommand(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const isCode = 'fontType' in part && part.fontType === 'Monospace' && 'text' in part;
  if (isCode && COMMANDS.some(({ name }) => String(part.text).split(' ')[0] === name)) return true;
  return Object.values(part).some(namesCommand);
}

describe('whoever presses everything, in German', () => {
  let world: World;
  let presses: readonly Press[];
  let seen: readonly Shown[];
  beforeAll(async () => {
    world = await openWorld({
      locale: 'de-DE',
      limits: { perSecond: 100_000, perHalfMinute: 100_000 },
      requests: { openRequestsMost: 100 },
    });
    for (const { person } of CRAWLERS) await world.says(person, 'help');
    await hasMuch(world);
    for (const address of [FIND, GIVEN]) await world.owns(ALEX, PAYMENTS, address);
    for (const text of MAILS) await world.mailArrives(text);
    await world.sweeps();
    await writesEverything(world, ALEX);
    await writesEverything(world, ALEX, PAYMENTS);
    await writesEverything(world, MEGAN);
    await writesEverything(world, MEGAN, PLATFORM);
    presses = await pressEverything(world, CRAWLERS, TYPED, [
      {
        before: async () => {
          await asks(world, REQUESTS_A_PAGE + 1);
          for (const person of [ALEX, MEGAN]) await world.says(person, 'requests');
        },
        isPressed: (verb) => !CHANGES.test(verb),
      },
      {
        before: async () => {
          for (const words of QUESTIONS) await world.says(ALEX, words);
        },
        // Whoever has released an alias may not answer another question about it.
        isPressed: (verb) => verb !== 'cancel-request' && verb !== 'release-alias',
      },
      {
        before: async () => {
          await asks(world, 1);
          await revealsAgain(world);
        },
        isPressed: () => true,
      },
    ]);
    const places = CRAWLERS.flatMap(({ person, channels }) => [
      world.chatOf(person),
      ...channels.map((channel) => world.channel(channel)),
    ]);
    seen = [...places.flat(), ...presses.map(({ answer }) => answer)];
  });
  afterAll(async () => world?.[Symbol.asyncDispose]());

  it('meets no error', () => {
    const { problem, refusals } = german;
    const wrong = [problem.failed, refusals['no-right'].message, refusals['card-unknown'].message];
    const bad = presses.filter(({ answer, sentence }) =>
      wrong.some((words) => `${sentence}\n${answer.text}`.includes(String(words))),
    );
    expect(
      bad.map(({ by, on, verb, answer, sentence }) => [by.name, on, verb, sentence || answer.text]),
    ).toEqual([]);
  });

  it('has pressed each kind of button there is, and turned the page of each list', () => {
    const verbs = new Set(presses.map(({ verb }) => verb));
    expect(Object.keys(VERB_RIGHTS).filter((verb) => !verbs.has(verb))).toEqual(NOT_THERE);
    const turned = new Set(presses.filter(({ data }) => Number(data['from']) > 0).map(({ verb }) => verb));
    expect([...turned].toSorted()).toEqual([
      'page-aliases',
      'page-find',
      'page-history',
      'page-mail',
      'page-requests',
    ]);
  });

  it('meets no dead end', () => {
    expect(seen.filter((card) => !hasNextStep(card)).map(({ text }) => text)).toEqual([]);
  });

  it('reads no word of English', () => {
    const wordsOf = (text: string): readonly string[] =>
      text
        .toLowerCase()
        .replaceAll(/\S+@\S+|\{\{.*?\}\}/g, '')
        .match(/\p{L}{3,}/gu) ?? [];
    const names = new Set(COMMANDS.flatMap(({ name }) => wordsOf(name)));
    const inGerman = new Set(leavesOf(de).flatMap(({ message }) => wordsOf(message)));
    const english = new Set(
      leavesOf(en)
        .flatMap(({ message }) => wordsOf(message))
        .filter((word) => !inGerman.has(word) && !names.has(word)),
    );
    const written = [...MAILS, RESET_AGAIN].join('\n').replaceAll('\r', '');
    const found = new Set<string>();
    for (const { card } of seen) {
      for (const { at, text } of stringsOf(card)) {
        if (
          !/\.(?:text|title|label|placeholder|errorMessage|fallbackText)$/.test(at) ||
          written.includes(text)
        )
          continue;
        const words = wordsOf(text).filter((word) => english.has(word));
        if (words.length > 0) found.add(`${words.join(', ')} in ${at}: ${text}`);
      }
    }
    expect([...found]).toEqual([]);
  });
});

import { compare, RULES, type Figure } from './compare.ts';
import { chatOf, isRoot } from '../harness/recorder.ts';
import type { Message, World } from './world.ts';

/** One thing that is made wrong in a world, and the figure that has to see it. */
export interface Spoiling {
  readonly what: string;
  readonly figure: Figure;
  /** The spoilt world; undefined where it has nothing of the kind. */
  spoil(world: World): World | undefined;
}

export const SPOILINGS: readonly Spoiling[] = [
  {
    what: 'a mail of which every post is taken out',
    figure: 'lost',
    spoil: (world) => withMail(world, ({ name }) => without(world, ({ mail }) => mail === name)),
  },
  {
    what: 'a post taken out of its channel',
    figure: 'notInChannel',
    spoil: (world) =>
      withMail(world, ({ name, places: [place] }) =>
        without(world, (post) => post.place === place && post.mail === name),
      ),
  },
  {
    what: 'a post that stands twice and says so',
    figure: 'duplicates',
    spoil: (world) => doubled(world, ' May be a repeat'),
  },
  {
    what: 'a post that stands twice and does not say so',
    figure: 'unmarkedDuplicates',
    spoil: (world) => doubled(world, ''),
  },
  {
    what: 'an alias that is given to two requests',
    figure: 'doubleAllotments',
    spoil(world) {
      const given = world.requests.find(({ aliasAddress }) => aliasAddress !== undefined);
      return (
        given && {
          ...world,
          requests: [...world.requests, { ...given, id: `${given.id}-again-${world.requests.length}` }],
        }
      );
    },
  },
  {
    what: 'an alias that is given to a request and to a call',
    figure: 'doubleAllotments',
    spoil(world) {
      const address = world.requests.find(({ aliasAddress }) => aliasAddress !== undefined)?.aliasAddress;
      const told = world.told.find((each) => each.kind === 'allotted');
      if (address === undefined || told === undefined) return undefined;
      return { ...world, told: [...world.told, { ...told, address, call: `another ${world.told.length}` }] };
    },
  },
  {
    what: 'an account id at two aliases',
    figure: 'doubleAllotments',
    spoil(world) {
      const bound = world.aliases.find(
        ({ accountId, state }) => accountId !== undefined && state === 'allotted',
      );
      return bound && { ...world, aliases: [...world.aliases, { ...bound, id: `${bound.id}-again` }] };
    },
  },
  {
    what: 'a line of the audit deleted that tells of a decision',
    figure: 'decisionsWithoutAudit',
    spoil(world) {
      const decided = world.requests.find(
        ({ id, state }) => state !== 'pending' && world.audit.some(({ requestId }) => requestId === id),
      );
      return decided && { ...world, audit: world.audit.filter(({ requestId }) => requestId !== decided.id) };
    },
  },
  {
    what: 'a line of the audit deleted that tells of an allotment',
    figure: 'decisionsWithoutAudit',
    spoil(world) {
      const allotted = world.aliases.find(
        ({ id, state }) => state === 'allotted' && world.audit.some(({ aliasId }) => aliasId === id),
      );
      return allotted && { ...world, audit: world.audit.filter(({ aliasId }) => aliasId !== allotted.id) };
    },
  },
  {
    what: 'a line of the audit deleted that tells of an acknowledgment',
    figure: 'decisionsWithoutAudit',
    spoil: (world) =>
      world.acknowledged.length === 0 || !world.audit.some(({ action }) => action === 'acknowledge')
        ? undefined
        : { ...world, audit: world.audit.filter(({ action }) => action !== 'acknowledge') },
  },
  {
    what: 'a message left in the outbox',
    figure: 'stuck',
    spoil: (world) => ({ ...world, waiting: [...world.waiting, 'root ~errand:1 was due long ago'] }),
  },
  {
    what: 'a mail that waits for its delivery for hours',
    figure: 'stuck',
    spoil: (world) => ({
      ...world,
      waitingMails: new Set([...world.waitingMails, `Vessel-hours-${world.waitingMails.size}`]),
    }),
  },
  {
    what: 'the answer to an approved request taken out of the chat',
    figure: 'askersNotTold',
    spoil: (world) => untold(world, 'approved'),
  },
  {
    what: 'the answer to a denied request taken out of the chat',
    figure: 'askersNotTold',
    spoil: (world) => untold(world, 'denied'),
  },
  {
    what: 'a "still working" after which nothing comes',
    figure: 'brokenPromises',
    spoil: (world) => ({
      ...world,
      told: [...world.told, { kind: 'still-working', conversationId: 'nowhere', about: 'approve', at: 0 }],
    }),
  },
  {
    what: 'an answer of the API that the table knows nothing of',
    figure: 'brokenPromises',
    spoil(world) {
      const broken = RULES.brokenPromises(world);
      const told = world.told.find(
        (each) => each.kind === 'allotted' && !broken.some((words) => words.includes(each.address)),
      );
      if (told?.kind !== 'allotted') return undefined;
      return { ...world, aliases: world.aliases.filter(({ address }) => address !== told.address) };
    },
  },
  {
    what: 'a decision that was confirmed and is not there',
    figure: 'brokenPromises',
    spoil(world) {
      const broken = RULES.brokenPromises(world);
      const told = world.told.find(
        (each) => each.kind === 'settled' && !broken.some((words) => words.includes(each.requestId)),
      );
      if (told?.kind !== 'settled') return undefined;
      const pending = { state: 'pending' } as const;
      return (
        told && {
          ...world,
          requests: world.requests.map((each) =>
            each.id === told.requestId ? { ...each, ...pending } : each,
          ),
        }
      );
    },
  },
  {
    what: 'an acknowledgment that was confirmed and is not there',
    figure: 'brokenPromises',
    spoil: (world) =>
      world.acknowledged.length > 0 && world.told.some(({ kind }) => kind === 'acknowledged')
        ? { ...world, acknowledged: [] }
        : undefined,
  },
  {
    what: 'a card of a settled request that still has its buttons',
    figure: 'staleCards',
    spoil(world) {
      const decided = new Set(world.requests.filter(({ state }) => state !== 'pending').map(({ id }) => id));
      return withButtonsBack(world, ({ everButtons }) =>
        decided.has(String(everButtons.get('approve')?.['requestId'])),
      );
    },
  },
  {
    what: 'a card of an acknowledged mail that still has its button',
    figure: 'staleCards',
    spoil(world) {
      const done = new Set(world.acknowledged.map(({ ledgerId }) => ledgerId));
      return withButtonsBack(world, ({ everButtons }) =>
        done.has(String(everButtons.get('acknowledge-mail')?.['ledgerId'])),
      );
    },
  },
  {
    what: 'a question about an alias that was released',
    figure: 'staleCards',
    spoil(world) {
      const released = world.aliases.find(({ state }) => state === 'quarantined' || state === 'retired');
      const [card] = world.messages;
      if (released === undefined || card === undefined) return undefined;
      const buttons = new Map([['release-alias', { aliasId: released.id }]]);
      return { ...world, messages: [...world.messages, { ...card, activityId: 'question', buttons }] };
    },
  },
  {
    what: 'an alias that was given to somebody and is not theirs',
    figure: 'brokenPromises',
    spoil(world) {
      const given = world.told.find((each) => each.kind === 'transferred');
      return given && { ...world, told: [...world.told, { ...given, ownerMail: 'nobody@company.com' }] };
    },
  },
  {
    what: 'a secret in a channel',
    figure: 'leaks',
    spoil: (world) => shown(world, ({ place }) => place.startsWith('19:')),
  },
  {
    what: 'a command that nobody answers',
    figure: 'unansweredCommands',
    spoil: (world) => ({ ...world, unanswered: [...world.unanswered, 'help'] }),
  },
];

/**
 * Makes everything wrong, one thing at a time, and says what of it nobody saw: an empty list proves that the comparison sees.
 * What a world has nothing of is left out.
 */
export function unseenIn(world: World): readonly string[] {
  const before = compare(world);
  return SPOILINGS.flatMap(({ what, figure, spoil }) => {
    const spoilt = spoil(world);
    if (spoilt === undefined) return [];
    const found = RULES[figure](spoilt);
    const isSeen =
      found.length > before[figure].length || found.some((words) => !before[figure].includes(words));
    return isSeen ? [] : [what];
  });
}

function withMail(world: World, spoil: (mail: World['mails'][number]) => World): World | undefined {
  const mail = world.mails.find(
    ({ name, places: [place] }) =>
      !world.waitingMails.has(name) &&
      world.messages.some((post) => isRoot(post) && post.place === place && post.mail === name),
  );
  return mail && spoil(mail);
}

function without(world: World, is: (message: Message) => boolean): World {
  return { ...world, messages: world.messages.filter((message) => !is(message)) };
}

function doubled(world: World, mark: string): World | undefined {
  const unmarked = world.messages.find(
    (post) => isRoot(post) && !post.firstText.includes('May be a repeat') && post.mail !== undefined,
  );
  if (unmarked === undefined) return undefined;
  const activityId = `${unmarked.activityId}0000`;
  const again = {
    ...unmarked,
    activityId,
    conversationId: `${unmarked.place};messageid=${activityId}`,
    firstText: `${unmarked.firstText}${mark}`,
  };
  return { ...world, messages: [...world.messages, again] };
}

/** Of somebody who was told, whatever was posted about their request is taken out. */
function untold(world: World, state: 'approved' | 'denied'): World | undefined {
  const missing = RULES.askersNotTold(world);
  const request = world.requests.find(
    (each) => each.state === state && !missing.some((words) => words.includes(each.id)),
  );
  return (
    request &&
    without(
      world,
      ({ place, text }) => place === chatOf(request.askerId) && text.includes(request.accountName),
    )
  );
}

function withButtonsBack(world: World, is: (message: Message) => boolean): World | undefined {
  const card = world.messages.find((message) => message.buttons.size === 0 && is(message));
  if (card === undefined) return undefined;
  const stale = { ...card, buttons: card.everButtons };
  return { ...world, messages: world.messages.map((message) => (message === card ? stale : message)) };
}

function shown(world: World, where: (message: Message) => boolean): World | undefined {
  const leaked = RULES.leaks(world);
  const secret = world.mails.find(
    (mail) => mail.secret !== undefined && !leaked.some((words) => words.includes(mail.name)),
  )?.secret;
  const card = world.messages.find(where);
  if (secret === undefined || card === undefined) return undefined;
  const leaking = { ...card, text: `${card.text} ${secret}` };
  return { ...world, messages: world.messages.map((message) => (message === card ? leaking : message)) };
}

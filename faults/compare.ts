import { z } from 'zod';
import { isStale } from './stale.ts';
import { chatOf, isRoot } from './recorder.ts';
import type { AliasFact, Message, World } from './world.ts';

/** What is wrong, in words: nothing where all is well. */
type Rule = (world: World) => readonly string[];

const REPEAT_MARK = 'May be a repeat';

/** What a mail's cards are: they begin a thread. Notes about it stand below. */
function postsOf({ messages }: World, name: string): readonly Message[] {
  return messages.filter((message) => isRoot(message) && message.mail === name);
}

/** A mail that stands nowhere at all. */
const lost: Rule = (world) =>
  world.mails
    .filter(({ name }) => !world.messages.some(({ mail }) => mail === name))
    .map(({ name }) => `${name} stands nowhere`);

/** A mail that is told of, but not where it belongs. */
const notInChannel: Rule = (world) =>
  world.mails.flatMap(({ name, places }) => {
    const posts = postsOf(world, name);
    return places
      .filter((place) => !posts.some((post) => post.place === place))
      .map((place) => `${name} is not in ${place}`);
  });

function repeats(world: World, counts: (post: Message) => boolean, words: string): readonly string[] {
  return world.mails.flatMap(({ name }) => {
    const byPlace = Map.groupBy(postsOf(world, name).filter(counts), ({ place }) => place);
    return [...byPlace].flatMap(([place, posts]) => posts.slice(1).map(() => `${name} in ${place} ${words}`));
  });
}

const duplicates: Rule = (world) => repeats(world, () => true, 'stands twice');

/** Of all posts of a mail in a place, one may say nothing. */
const unmarkedDuplicates: Rule = (world) =>
  repeats(world, ({ firstText }) => !firstText.includes(REPEAT_MARK), 'stands twice and does not say so');

const doubleAllotments: Rule = (world) => {
  const claims = [
    ...world.requests.flatMap(({ id, aliasAddress }) =>
      aliasAddress === undefined ? [] : [{ address: aliasAddress, by: `request ${id}` }],
    ),
    ...world.told.flatMap((each) =>
      each.kind === 'allotted' ? [{ address: each.address, by: `call ${each.call}` }] : [],
    ),
  ];
  const byAddress = Map.groupBy(claims, ({ address }) => address);
  const given = [...byAddress].flatMap(([address, all]) => {
    const claimants = [...new Set(all.map(({ by }) => by))];
    return claimants.length > 1 ? [`${address} was given to ${claimants.join(' and ')}`] : [];
  });
  const bound = world.aliases.filter(
    ({ accountId, state }) => accountId !== undefined && state === 'allotted',
  );
  const byAccount = Map.groupBy(bound, ({ accountId }) => accountId);
  const shared = [...byAccount].flatMap(([accountId, all]) =>
    all.length > 1 ? [`account ${accountId} has ${all.length} aliases`] : [],
  );
  return [...given, ...shared];
};

const DECISIONS: Readonly<Record<string, string>> = {
  approved: 'approve',
  denied: 'deny',
  cancelled: 'cancel',
  expired: 'expire',
};

const decisionsWithoutAudit: Rule = ({ requests, aliases, acknowledged, audit }) => {
  const decided = requests.flatMap(({ id, state }) => {
    const action = DECISIONS[state];
    const isThere = audit.some((entry) => entry.requestId === id && entry.action === action);
    return action === undefined || isThere
      ? []
      : [`request ${id} is ${state}, and no line of the audit says so`];
  });
  const allotted = aliases
    .filter(({ id, state }) => state === 'allotted' && !audit.some(({ aliasId }) => aliasId === id))
    .map(({ address }) => `${address} is allotted, and no line of the audit says so`);
  const byAlias = Map.groupBy(acknowledged, ({ aliasId }) => aliasId);
  const seen = [...byAlias].flatMap(([aliasId, all]) => {
    const lines = audit.filter((entry) => entry.action === 'acknowledge' && entry.aliasId === aliasId).length;
    return lines >= all.length
      ? []
      : [`${all.length - lines} acknowledgments at ${aliasId ?? 'triage'} without audit`];
  });
  return [...decided, ...allotted, ...seen];
};

const stuck: Rule = ({ waiting }) => waiting;

const ENDINGS: Readonly<Record<string, RegExp>> = {
  denied: /was denied/i,
  expired: /expired/i,
};

/** Their own copy of the request does not count: it changes without a sound. Who canceled knows. */
const askersNotTold: Rule = ({ requests, messages }) =>
  requests
    .filter(({ askerId, state, aliasAddress, accountName }) => {
      const words = state === 'approved' ? aliasAddress : ENDINGS[state];
      if (words === undefined) return false;
      const isTold = messages.some(
        ({ place, text, everButtons }) =>
          place === chatOf(askerId) &&
          !everButtons.has('cancel-request') &&
          !everButtons.has('submit-request') &&
          text.includes(accountName) &&
          (typeof words === 'string' ? text.includes(words) : words.test(text)),
      );
      return !isTold;
    })
    .map(
      ({ id, state, accountName }) =>
        `who asked for ${accountName} (${id}) does not know that it is ${state}`,
    );

const brokenPromises: Rule = (world) =>
  world.told.flatMap((told) => {
    switch (told.kind) {
      case 'still-working': {
        const isHeard = world.messages.some(
          ({ conversationId, changedAt }) => conversationId === told.conversationId && changedAt > told.at,
        );
        return isHeard ? [] : [`"still working" was said for ${told.about}, and nothing came`];
      }
      case 'submitted':
        return world.requests.some(({ id }) => id === told.requestId)
          ? []
          : [`request ${told.requestId} was received, and is not there`];
      case 'settled':
        return world.requests.some(({ id, state }) => id === told.requestId && state !== 'pending')
          ? []
          : [`request ${told.requestId} was settled, and is not`];
      case 'acknowledged':
        return world.acknowledged.some(({ ledgerId }) => ledgerId === told.ledgerId)
          ? []
          : [`${told.ledgerId} was acknowledged, and is not`];
      case 'allotted':
        return holds(
          world,
          told.address,
          ({ ownerMail, state }) => state !== 'free' && ownerMail === (told.ownerMail ?? ownerMail),
        )
          ? []
          : [`${told.address} was allotted to ${told.ownerMail ?? 'somebody'}, and is not`];
      case 'transferred':
        return holds(world, told.address, ({ ownerMail }) => ownerMail === told.ownerMail)
          ? []
          : [`${told.address} was given to ${told.ownerMail}, and is not theirs`];
      case 'bound':
        return holds(world, told.address, ({ accountId }) => accountId === told.accountId)
          ? []
          : [`account ${told.accountId} was noted at ${told.address}, and is not`];
      case 'released':
        return holds(world, told.address, ({ state }) => state === 'quarantined' || state === 'retired')
          ? []
          : [`${told.address} was released, and is not`];
    }
  });

function holds({ aliases }: World, address: string, is: (alias: AliasFact) => boolean): boolean {
  return aliases.some((alias) => alias.address === address && is(alias));
}

const staleCards: Rule = (world) =>
  world.messages.filter((message) => isStale(world, message)).map((message) => inWords(world, message));

/** Which card, what it offers, and whether the program could have mended it by itself. */
function inWords({ knownCards }: World, { conversationId, activityId, place, buttons }: Message): string {
  const [[verb, carried] = ['no button', {}]] = buttons;
  const isKnown = knownCards.has(`${conversationId} ${activityId}`);
  return `card ${activityId} in ${place} offers ${verb} ${JSON.stringify(carried)}; the table ${isKnown ? 'knows' : 'does not know'} where it stands`;
}

/** A code or link where others than its owner read it, or after its time. */
const leaks: Rule = ({ mails, messages, revealsOver }) =>
  mails.flatMap(({ name, secret }) => {
    if (secret === undefined) return [];
    const shown = messages.filter(({ text }) => text.includes(secret));
    const inChannels = shown
      .filter(({ place }) => place.startsWith('19:'))
      .map(() => `the secret of ${name} is in a channel`);
    const isShownLonger = shown.length > 0 && revealsOver.includes(name);
    return isShownLonger ? [...inChannels, `the secret of ${name} is still shown`] : inChannels;
  });

const unansweredCommands: Rule = ({ unanswered }) => unanswered.map((text) => `nobody answered "${text}"`);

/** Every figure with what it counts. */
export const RULES = {
  lost,
  notInChannel,
  duplicates,
  unmarkedDuplicates,
  doubleAllotments,
  decisionsWithoutAudit,
  stuck,
  askersNotTold,
  brokenPromises,
  staleCards,
  leaks,
  unansweredCommands,
} as const satisfies Record<string, Rule>;
export type Figure = keyof typeof RULES;
export const FIGURES = Object.keys(RULES).filter((name): name is Figure => Object.hasOwn(RULES, name));

export type Findings = Readonly<Record<Figure, readonly string[]>>;

export function compare(world: World): Findings {
  const entries = FIGURES.map((figure) => [figure, RULES[figure](world)] as const);
  return z.record(z.enum(FIGURES), z.array(z.string())).parse(Object.fromEntries(entries));
}

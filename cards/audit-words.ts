import type { AuditFact } from '../src/store/audit-fact.ts';
import { momentWords } from './parts/moment.ts';
import { plain, say, type CardText } from './text.ts';
import { english, type Texts } from './texts/languages.ts';

type Words = {
  readonly [Code in AuditFact['code']]: (
    texts: Texts,
    fact: Extract<AuditFact, { readonly code: Code }>,
    telling: Telling,
  ) => CardText;
};

/** How is told what is not a sentence. */
interface Telling {
  /** Whether ids of people are told, which are for exports alone. */
  readonly hasIds: boolean;
  moment(at: Date): CardText;
  /** A state or a topic, of which the group has the words. */
  named(group: Readonly<Record<string, CardText>>, code: string): CardText;
}

/** Longer than anything that is said at once; exports show all of it. */
const WORDS_MOST = 4_000;

function whole(text: string): CardText {
  return plain(text, WORDS_MOST);
}

/** To the second and beyond, and as it is stored: as exports need it. */
const EXACT: Telling = {
  hasIds: true,
  moment: (at) => whole(at.toISOString()),
  named: (_, code) => whole(code),
};

function placeName({ teamName, name }: { readonly teamName: string; readonly name: string }): CardText {
  return whole(`${teamName} / ${name}`);
}

/** What a line of history says, on the card and in exports. */
const WORDS: Words = {
  state: ({ aliasStates, requestStates, revealStates }, { state }, { named }) =>
    named({ ...revealStates, ...requestStates, ...aliasStates }, state),
  said: (_, { text }) => whole(text),

  'allotted-to': ({ audit, names }, { to: owner, accountId }) => {
    const to = owner === undefined ? names.nobodyKnown : whole(owner);
    return accountId === undefined
      ? audit.allottedTo({ to })
      : audit.allottedToAccount({ to, account: whole(accountId) });
  },
  owned: ({ audit, names }, { by: owner, mailTo }) => {
    const by = owner === undefined ? names.nobodyKnown : whole(owner);
    return mailTo === undefined ? audit.owned({ by }) : audit.ownedMailTo({ by, channel: placeName(mailTo) });
  },
  account: ({ audit }, { accountId, accountName }) => {
    if (accountId === undefined) return audit.noAccount;
    const account = whole(accountId);
    return accountName === undefined
      ? audit.account({ account })
      : audit.accountNamed({ account, name: whole(accountName) });
  },
  added: (_, { byState }) =>
    whole(
      Object.entries(byState)
        .map(([state, addresses]) => `${state}: ${addresses.join(', ')}`)
        .join('; '),
    ),
  'on-mailboxes': ({ audit }, { mailboxes }) => audit.onMailboxes({ mailboxes: whole(mailboxes.join(', ')) }),
  addresses: ({ audit }, { addresses }) => whole(addresses.join(', ')) || audit.noAddress,
  probes: ({ audit }, { answered }) => (answered ? audit.probesAnswered : audit.probesUnanswered),
  'last-mail-through-it': ({ audit }) => audit.lastMailThroughIt,
  'in-exchange': ({ audit }, { isThere }) => (isThere ? audit.inExchange : audit.notInExchange),
  'listed-by-aws': ({ audit }) => audit.listedByAws,
  'first-aws-mail': ({ audit }, { receivedAt }, { moment }) => audit.firstAwsMail({ at: moment(receivedAt) }),
  untold: ({ audit }, { mail }) => audit.untold({ mail: whole(mail) }),
  columns: (_, { columns }) =>
    whole(
      Object.entries(columns)
        .map(([column, value]) => `${column}=${value}`)
        .join(' '),
    ),
  contradictions: (_, { kinds }) => whole(kinds.join(', ')),
  water: (_, { level }) => whole(level),
  'free-aliases': ({ audit }, { count }) => audit.freeAliases({ count }),
  'low-water': ({ audit }, { mark }) => audit.lowWater({ mark }),

  approvals: ({ audit }, { count }) => audit.approvals({ count }),
  'pool-was-empty': ({ audit }) => audit.poolWasEmpty,
  'undecided-in-time': ({ audit }) => audit.undecidedInTime,
  'no-approver-needed': ({ audit }, { environment }) =>
    audit.noApproverNeeded({ environment: whole(environment) }),

  roles: (_, { roles }) => whole(roles.join(', ')),
  channel: (_, { roles, membership = '', ...place }) =>
    say`${placeName(place)}: ${whole([...roles, membership].filter(Boolean).join(', '))}`,
  'channel-name': (_, place) => placeName(place),
  'channel-id': (_, { channelId }) => whole(channelId),
  'channel-lost': ({ audit }, { because }) => audit.lost[because],
  'channel-back': ({ audit }, { because }) => audit.back[because],
  'mute-rules': ({ audit }, { rules }) =>
    whole(rules.map(({ topic, way }) => `${topic} ${way}`).join(', ')) || audit.nothingQuiet,

  mail: ({ audit, topics }, { category, receivedAt }, { moment, named }) =>
    audit.mail({ category: named(topics, category), at: moment(receivedAt) }),
  'not-shown': ({ audit }) => audit.notShown,
  'to-be-shown': ({ audit }) => audit.toBeShown,
  'waits-for-approver': ({ audit }, { holdsSecret }) =>
    holdsSecret ? audit.waitsForApproverSecret : audit.waitsForApprover,
  wanted: ({ audit }, { by }) => audit.wanted({ by: whole(by) }),
  shown: ({ audit }, { to: person, personId }, { hasIds }) => {
    const to = whole(person);
    return hasIds ? audit.shown({ to, person: whole(personId) }) : audit.shownTo({ to });
  },
  'reveal-over': ({ audit }, { because }) => audit.revealOver({ because: whole(because) }),
  unacknowledged: ({ audit }) => audit.unacknowledged,
  acknowledged: ({ audit }, { by }) => audit.acknowledged({ by: whole(by) }),
  escalated: ({ audit }, { level, personId }, { hasIds }) => {
    if (level === 'triage') return audit.triageTold;
    if (personId === undefined) return audit.nobodyTold;
    return hasIds ? audit.ownerTold({ person: whole(personId) }) : audit.theOwnerTold;
  },
  'in-triage': ({ audit }) => audit.inTriage,
  assigned: ({ audit }, { address }) => audit.assigned({ alias: whole(address) }),
  'not-for-us': ({ audit }) => audit.notForUs,
  confirmed: ({ audit }, { by }) => audit.confirmed({ by: whole(by) }),
  digest: ({ audit }, { way, dueAt }, { moment }) => audit.digest({ way: whole(way), at: moment(dueAt) }),
  reconciled: ({ audit }, { seen, since, missing }, { moment }) =>
    audit.reconciled({ seen, since: moment(since), missing }),

  purged: ({ audit }, { before, historyBefore, rows }, { moment }) =>
    historyBefore === undefined
      ? audit.purged({ rows, before: moment(before) })
      : audit.purgedWithHistory({ rows, before: moment(before), historyBefore: moment(historyBefore) }),
  restored: ({ audit }, { rows, startedAt, held }) => audit.restored({ rows, at: whole(startedAt), held }),
  'nothing-since-backup': ({ audit }) => audit.nothingSinceBackup,

  'as-stored': (_, { text }) => whole(text),
};

/**
 * What a line of history says, in words; nothing where it says nothing.
 * @param telling how times, states and topics are told; as they are stored where left out
 */
export function auditWords(texts: Texts, fact: AuditFact | undefined, telling: Telling = EXACT): CardText {
  return fact === undefined ? say`` : wordsOf(texts, fact, telling);
}

/** The same as people read it on a card: times of their own zone, states and topics in words. */
export function auditWordsOnCard(texts: Texts, fact: AuditFact | undefined): CardText {
  return auditWords(texts, fact, {
    hasIds: false,
    moment: (at) => momentWords(texts, at),
    named: (group, code) => (Object.hasOwn(group, code) ? group[code] : undefined) ?? whole(code),
  });
}

/** The same in English for exports, which are evidence: what people said and what was stored is given to the letter. */
export function exportedWords(fact: AuditFact | undefined): string {
  return fact?.code === 'said' || fact?.code === 'as-stored' ? fact.text : auditWords(english, fact);
}

function wordsOf<Code extends AuditFact['code']>(
  texts: Texts,
  fact: Extract<AuditFact, { readonly code: Code }>,
  telling: Telling,
): CardText {
  return WORDS[fact.code](texts, fact, telling);
}

import type { AuditFact } from '../src/store/audit-fact.ts';

type Words = {
  readonly [Code in AuditFact['code']]: (fact: Extract<AuditFact, { readonly code: Code }>) => string;
};

/** What a line of history says, in the words of its exports and of the card. */
const WORDS: Words = {
  state: ({ state }) => state,
  said: ({ text }) => text,

  'allotted-to': ({ to = NOBODY_KNOWN, accountId }) =>
    `allotted to ${to}${accountId === undefined ? '' : `, account ${accountId}`}`,
  owned: ({ by = NOBODY_KNOWN, mailTo }) =>
    `owned by ${by}${mailTo === undefined ? '' : `, mail to ${mailTo.teamName} / ${mailTo.name}`}`,
  account: ({ accountId, accountName }) => {
    if (accountId === undefined) return 'no account';
    return accountName === undefined ? `account ${accountId}` : `account ${accountId} (${accountName})`;
  },
  added: ({ byState }) =>
    Object.entries(byState)
      .map(([state, addresses]) => `${state}: ${addresses.join(', ')}`)
      .join('; '),
  'on-mailboxes': ({ mailboxes }) => `on ${mailboxes.join(', ')}`,
  'in-exchange': ({ isThere }) => (isThere ? 'in Exchange Online again' : 'not in Exchange Online'),
  'listed-by-aws': () => 'listed by AWS Organizations',
  'first-aws-mail': ({ receivedAt }) =>
    `the first mail that AWS certainly sent came at ${receivedAt.toISOString()}`,
  untold: ({ mail }) => `${mail} cannot be told in Teams`,
  columns: ({ columns }) =>
    Object.entries(columns)
      .map(([column, value]) => `${column}=${value}`)
      .join(' '),
  contradictions: ({ kinds }) => kinds.join(', '),
  water: ({ level }) => level,
  'free-aliases': ({ count }) => `${count} free`,
  'low-water': ({ mark }) => `the low-water mark is ${mark}`,

  approvals: ({ count }) => `${count} approvals`,
  'pool-was-empty': () => 'approved, but no free alias was left',
  'undecided-in-time': () => 'nobody decided it in time',
  'no-approver-needed': ({ environment }) => `${environment} accounts need no approver`,

  roles: ({ roles }) => roles.join(', '),
  channel: ({ teamName, name, roles, membership = '' }) =>
    `${teamName} / ${name}: ${[...roles, membership].filter(Boolean).join(', ')}`,
  'channel-name': ({ teamName, name }) => `${teamName} / ${name}`,
  'channel-id': ({ channelId }) => channelId,
  'channel-lost': ({ because }) => LOST[because],
  'mute-rules': ({ rules }) => rules.map(({ topic, way }) => `${topic} ${way}`).join(', ') || 'nothing quiet',

  mail: ({ category, receivedAt }) => `${category} mail of ${receivedAt.toISOString()}`,
  'not-shown': () => 'not shown',
  'to-be-shown': () => 'to be shown',
  'waits-for-approver': ({ holdsSecret }) =>
    `waits for an approver${holdsSecret ? ': it holds a code or link' : ''}`,
  wanted: ({ by }) => `wanted by ${by}`,
  shown: ({ to, personId }) => `shown to ${to} (${personId})`,
  'reveal-over': ({ because }) => `over: ${because}`,
  unacknowledged: () => 'unacknowledged',
  acknowledged: ({ by }) => `acknowledged by ${by}`,
  escalated: ({ level, personId }) => {
    if (level === 'triage') return 'triage is told';
    return personId === undefined ? 'no owner can be told' : `the owner is told (${personId})`;
  },
  'in-triage': () => 'in triage',
  assigned: ({ address }) => `assigned to ${address}`,
  'not-for-us': () => 'not for us',
  confirmed: ({ by }) => `confirmed by ${by}`,
  digest: ({ way, dueAt }) => `${way} digest for ${dueAt.toISOString()}`,
  reconciled: ({ seen, since, missing }) =>
    `${seen} messages since ${since.toISOString()}, ${missing} missing in the ledger`,

  restored: ({ rows, startedAt, held }) => `${rows} rows of the backup of ${startedAt}, ${held} aliases held`,
  'nothing-since-backup': () => 'said: nobody was given an alias after the backup',

  'as-stored': ({ text }) => text,
};

const NOBODY_KNOWN = 'nobody known';

const LOST = {
  'bot-removed': 'Rootdesk was removed from the team',
  'team-archived': 'the team was archived',
  'team-deleted': 'the team was deleted',
  'channel-deleted': 'the channel was deleted',
} as const;

/** What a line of history says, in words; nothing where it says nothing. */
export function auditWords(fact: AuditFact | undefined): string {
  return fact === undefined ? '' : wordsOf(fact);
}

function wordsOf<Code extends AuditFact['code']>(fact: Extract<AuditFact, { readonly code: Code }>): string {
  return WORDS[fact.code](fact);
}

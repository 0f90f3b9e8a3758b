import { describe, expect, it } from 'vitest';
import type { Alias } from '../../src/aliases/alias.ts';
import type { AuditEntry } from '../../src/store/audit.ts';
import type { AuditFact } from '../../src/store/audit-fact.ts';
import type { LinkedChannel } from '../../src/channels/channel.ts';
import { aliasFromRow, aliasRow } from '../../src/azure/rows/alias-row.ts';
import { auditFromRow, auditRows } from '../../src/azure/rows/audit-row.ts';
import { channelFromRow, channelRow } from '../../src/azure/rows/channel-row.ts';
import { createTableConversations } from '../../src/azure/table-conversations.ts';
import { copyFromRow, copyRow } from '../../src/azure/rows/copy-row.ts';
import { createTableCursors } from '../../src/azure/table-cursors.ts';
import { handlingFromRow, handlingRow } from '../../src/azure/rows/handling-row.ts';
import { LEDGER } from '../../src/azure/keys.ts';
import { createTableLease } from '../../src/azure/table-lease.ts';
import { entryRow, stateFromRow } from '../../src/azure/rows/ledger-row.ts';
import { createTableQueue, queuedColumns } from '../../src/azure/table-queue.ts';
import { requestFromRow, requestRow } from '../../src/azure/rows/request-row.ts';
import { createTableSubscriptions } from '../../src/azure/table-subscriptions.ts';
import type { NewRow, Row } from '../../src/azure/table.ts';
import type { Handling } from '../../src/mail/cases/handling.ts';
import type { LedgerState, StoredCursor } from '../../src/mail/ledger.ts';
import type { StoredSubscription } from '../../src/mail/subscriptions/subscriptions.ts';
import type { StoredTerm } from '../../src/mail/sweep/lease.ts';
import type { PersonalChat, PostedCopy, TeamAddress } from '../../src/messages/poster.ts';
import type { Queued } from '../../src/messages/queue.ts';
import type { TriageReason } from '../../src/messages/triage-reason.ts';
import type { Actor } from '../../src/people/person.ts';
import type { Request } from '../../src/requests/request.ts';
import { collect } from '../fakes/collect.ts';
import { silentLog } from '../fakes/log.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';

/**
 * A stored thing with all that it can hold, at every depth. Whoever adds a field, an optional one too, has to give it below; one that
 * the stored form forgets is missed then.
 */
type Whole<T> = T extends string | number | boolean | Date
  ? T
  : T extends readonly (infer Each)[]
    ? readonly [Whole<Each>, ...Whole<Each>[]]
    : { readonly [Key in keyof T]-?: Whole<Exclude<T[Key], undefined>> };

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 22, hour));
const ADA = { id: 'ada-id', name: 'Ada', mail: 'ada@company.com' };
const LIN = { id: 'lin-id', name: 'Lin', mail: 'lin@company.com' };

const ALIAS: Whole<Alias> = {
  id: '0b6d1a52-6f0c-4a7e-9c11-5d4f8f2e7a10',
  address: 'aws_0b6d1a52-6f0c-4a7e-9c11-5d4f8f2e7a10@company.com',
  rootMailbox: 'aws-root-01@company.com',
  state: 'quarantined',
  owner: ADA,
  channelId: '19:a@thread.tacv2',
  accountId: '012345678901',
  accountName: 'payments',
  requestId: 'request',
  allottedAt: at(1),
  releasedAt: at(2),
  quarantinedUntil: at(3),
  boundOnce: true,
  ownership: { since: at(4), how: 'taken', channelSince: at(5) },
  awsWroteAt: at(6),
};

const REQUEST: Whole<Request> = {
  id: 'request',
  state: 'approved',
  asker: ADA,
  client: 'pipeline',
  accountName: 'payments',
  purpose: 'payments',
  environment: 'staging',
  channelId: '19:a@thread.tacv2',
  expectedAccountId: '012345678901',
  createdAt: at(1),
  approvals: [{ by: LIN, at: at(2), comment: 'fine' }],
  settled: { by: LIN, at: at(3), comment: 'yes' },
  aliasAddress: ALIAS.address,
  remindedAt: at(4),
};

const CHANNEL: Whole<LinkedChannel> = {
  id: '19:a@thread.tacv2',
  name: 'aws',
  teamId: '19:b@thread.tacv2',
  teamName: 'Payments',
  groupId: 'group',
  membership: 'private',
  roles: ['owner', 'triage'],
  linkedBy: 'Ada',
  linkedAt: at(1),
  lost: { roles: ['owner', 'approvals'], because: 'bot-removed' },
  muted: [{ topic: 'info', way: 'daily' }],
};

const HANDLING: Whole<Handling> = {
  ledgerId: 'message:alias',
  aliasId: ALIAS.id,
  reveals: [
    {
      id: 'reveal',
      state: 'over',
      wanted: { by: ADA, at: at(1) },
      needsApprover: true,
      answered: { by: LIN, at: at(2) },
      shownAt: at(3),
      ended: { at: at(4), because: 'time' },
    },
  ],
  acknowledged: { by: ADA, at: at(5) },
  awaitedSince: at(6),
  escalated: [{ level: 'owner', at: at(7) }],
  accountConfirmed: { by: ADA, at: at(8) },
  deadSince: at(9),
  triaged: { by: LIN, at: at(10), address: ALIAS.address },
};

const STATE: Whole<LedgerState> = {
  entry: {
    id: 'message:alias',
    messageId: 'message',
    aliasId: ALIAS.id,
    triageReason: { code: 'no-alias' },
    receivedAt: at(1),
    category: 'security-alert',
    severity: 'urgent',
    genuine: 'suspicious',
    withheld: true,
    announced: true,
    accountId: '012345678901',
    readable: false,
    sharesCardWith: ['other'],
    foundLate: true,
    vanished: true,
  },
  ended: 'told',
};

const COPY: Whole<PostedCopy> = {
  serviceUrl: 'https://teams.example/',
  conversationId: '19:a@thread.tacv2;messageid=1',
  activityId: '1',
  look: { triageReason: { code: 'no-channel' }, mayBeRepeat: true, isLate: true, sharesCardWith: ['other'] },
  language: 'de',
};

const TRIAGE_REASONS: {
  readonly [Code in TriageReason['code']]: Whole<Extract<TriageReason, { readonly code: Code }>>;
} = {
  unreadable: { code: 'unreadable' },
  'not-handed-over': { code: 'not-handed-over' },
  'not-from-aws': { code: 'not-from-aws' },
  unowned: { code: 'unowned', addresses: [ALIAS.address], more: 2 },
  'no-alias': { code: 'no-alias' },
  vanished: {
    code: 'vanished',
    receivedAt: at(1),
    noticedAt: at(2),
    awsDomain: 'amazon.com',
    messageId: 'message',
  },
  'before-owner': { code: 'before-owner' },
  'alias-gone': { code: 'alias-gone' },
  'no-channel': { code: 'no-channel' },
  'channel-unreachable': { code: 'channel-unreachable' },
  'given-up': { code: 'given-up' },
  unacknowledged: { code: 'unacknowledged', minutes: 60 },
  'as-stored': { code: 'as-stored', text: 'Nobody has it.' },
};

const ACTORS: { readonly [Kind in Actor['kind']]: Whole<Extract<Actor, { kind: Kind }>> } = {
  person: { kind: 'person', id: 'ada-id', name: 'Ada' },
  client: { kind: 'client', name: 'pipeline' },
  system: { kind: 'system', name: 'mail' },
};
const AUDITS = Object.values(ACTORS).map((actor): Whole<AuditEntry> => ({
  at: at(1),
  actor,
  action: 'allot',
  aliasId: ALIAS.id,
  requestId: 'request',
  before: { code: 'state', state: 'free' },
  after: { code: 'allotted-to', to: ADA.mail, accountId: '012345678901' },
  reason: { code: 'said', text: 'because' },
}));

const PLACE = { teamName: 'Payments', name: 'aws' };
const FACTS: {
  readonly [Code in AuditFact['code']]: Whole<Extract<AuditFact, { readonly code: Code }>>;
} = {
  state: { code: 'state', state: 'free' },
  said: {
    code: 'said',
    text: '{"code":"mail","category":"billing","receivedAt":"2026-11-22T00:00:00.000Z"}',
  },
  'allotted-to': { code: 'allotted-to', to: ADA.mail, accountId: '012345678901' },
  owned: { code: 'owned', by: ADA.mail, mailTo: PLACE },
  account: { code: 'account', accountId: '012345678901', accountName: 'payments' },
  added: { code: 'added', byState: { free: [ALIAS.address] } },
  'on-mailboxes': { code: 'on-mailboxes', mailboxes: [ALIAS.rootMailbox] },
  addresses: { code: 'addresses', addresses: ['aws-root-01@company.com'] },
  probes: { code: 'probes', answered: true },
  'last-mail-through-it': { code: 'last-mail-through-it' },
  'in-exchange': { code: 'in-exchange', isThere: true },
  'listed-by-aws': { code: 'listed-by-aws' },
  'first-aws-mail': { code: 'first-aws-mail', receivedAt: at(1) },
  untold: { code: 'untold', mail: ADA.mail },
  columns: { code: 'columns', columns: { in_use: 'true' } },
  contradictions: { code: 'contradictions', kinds: ['address-twice'] },
  water: { code: 'water', level: 'low' },
  'free-aliases': { code: 'free-aliases', count: 7 },
  'low-water': { code: 'low-water', mark: 50 },
  approvals: { code: 'approvals', count: 1 },
  'pool-was-empty': { code: 'pool-was-empty' },
  'undecided-in-time': { code: 'undecided-in-time' },
  'no-approver-needed': { code: 'no-approver-needed', environment: 'sandbox' },
  roles: { code: 'roles', roles: ['owner'] },
  channel: { code: 'channel', ...PLACE, roles: ['owner', 'triage'], membership: 'private' },
  'channel-name': { code: 'channel-name', ...PLACE },
  'channel-id': { code: 'channel-id', channelId: '19:a@thread.tacv2' },
  'channel-back': { code: 'channel-back', because: 'bot-removed' },
  'channel-lost': { code: 'channel-lost', because: 'team-archived' },
  'mute-rules': { code: 'mute-rules', rules: [{ topic: 'info', way: 'daily' }] },
  mail: { code: 'mail', category: 'billing', receivedAt: at(2) },
  'not-shown': { code: 'not-shown' },
  'to-be-shown': { code: 'to-be-shown' },
  'waits-for-approver': { code: 'waits-for-approver', holdsSecret: true },
  wanted: { code: 'wanted', by: 'Ada' },
  shown: { code: 'shown', to: 'Ada', personId: 'ada-id' },
  'reveal-over': { code: 'reveal-over', because: 'time' },
  unacknowledged: { code: 'unacknowledged' },
  acknowledged: { code: 'acknowledged', by: 'Ada' },
  escalated: { code: 'escalated', level: 'owner', personId: 'ada-id' },
  'in-triage': { code: 'in-triage' },
  assigned: { code: 'assigned', address: ALIAS.address },
  'not-for-us': { code: 'not-for-us' },
  confirmed: { code: 'confirmed', by: 'Ada' },
  digest: { code: 'digest', way: 'weekly', dueAt: at(3) },
  reconciled: { code: 'reconciled', seen: 3, since: at(4), missing: 1 },
  purged: { code: 'purged', before: at(5), historyBefore: at(6), rows: 4 },
  restored: { code: 'restored', rows: 9, startedAt: '2026-11-22T01:00:00.000Z', held: 2 },
  'nothing-since-backup': { code: 'nothing-since-backup' },
  'as-stored': { code: 'as-stored', text: 'free' },
};

function read(row: NewRow | undefined): Row {
  if (row === undefined) throw new Error('no row was written');
  return { ...row, etag: 'etag' };
}

function auditRow(entry: AuditEntry): NewRow | undefined {
  return auditRows('change', [entry])[0];
}

it('an alias comes out of its row as it went in', () => {
  expect(aliasFromRow(read(aliasRow(ALIAS)))).toEqual(ALIAS);
});

it('a request comes out of its row as it went in', () => {
  expect(requestFromRow(read(requestRow(REQUEST)))).toEqual(REQUEST);
});

it('a linked channel comes out of its row as it went in', () => {
  expect(channelFromRow(read(channelRow(CHANNEL)))).toEqual(CHANNEL);
});

it('what people did with a mail comes out of its row as it went in', () => {
  expect(handlingFromRow(read(handlingRow(HANDLING)))).toEqual(HANDLING);
});

it('an entry of the ledger comes out of its row as it went in', () => {
  expect(stateFromRow(read(entryRow(STATE.entry, STATE.ended)))).toEqual(STATE);
});

it.each(Object.values(TRIAGE_REASONS))(
  'why a mail is in triage ($code) comes out as it went in',
  (triageReason) => {
    const entry = { ...STATE.entry, triageReason };
    expect(stateFromRow(read(entryRow(entry))).entry).toEqual(entry);
    const copy = { ...COPY, look: { ...COPY.look, triageReason } };
    expect(copyFromRow(read(copyRow('subject', copy)))).toEqual(copy);
  },
);

it('a posted copy comes out of its row as it went in', () => {
  expect(copyFromRow(read(copyRow('subject', COPY)))).toEqual(COPY);
});

it.each(AUDITS)('a line of history of a $actor.kind comes out of its row as it went in', (entry) => {
  expect(auditFromRow(read(auditRow(entry)))).toEqual(entry);
});

it.each(Object.values(FACTS))(
  'what a line of history says ($code) comes out of its row as it went in',
  (fact) => {
    const entry: AuditEntry = {
      at: at(1),
      actor: ACTORS.person,
      action: 'release',
      aliasId: ALIAS.id,
      requestId: undefined,
      before: fact,
      after: fact,
      reason: fact,
    };
    expect(auditFromRow(read(auditRow(entry)))).toEqual(entry);
  },
);

describe('with nothing that it can do without', () => {
  it('a request comes out of its row as it went in, settled or not', () => {
    const bare: Request = {
      ...REQUEST,
      client: undefined,
      expectedAccountId: undefined,
      approvals: [],
      aliasAddress: undefined,
      remindedAt: undefined,
      settled: undefined,
    };
    const expired: Request = { ...bare, settled: { by: undefined, at: at(3), comment: '' } };
    for (const request of [bare, expired]) expect(requestFromRow(read(requestRow(request)))).toEqual(request);
  });

  it('an entry of the ledger comes out of its row as it went in, also without the columns that are empty', () => {
    const { sharesCardWith: _others, foundLate: _late, vanished: _vanished, ...entry } = STATE.entry;
    const bare = {
      ...entry,
      aliasId: undefined,
      triageReason: undefined,
      announced: undefined,
      accountId: undefined,
    };
    const row = read(entryRow(bare));
    const { alias_id: _alias, triage_reason: _why, account_id: _account, ...older } = row;
    const { shares_card_with: _shared, found_late: _found, vanished: _gone, ...oldest } = older;
    for (const each of [row, older, oldest]) {
      expect(stateFromRow(each)).toEqual({ entry: bare, ended: undefined });
    }
  });

  it('a posted copy comes out of its row as it went in', () => {
    const { look: _look, language: _language, ...bare } = COPY;
    expect(copyFromRow(read(copyRow('subject', bare)))).toEqual(bare);
  });
});

describe('beside the register', () => {
  it('a subscription comes out of the table as it went in', async () => {
    const known: Whole<Omit<StoredSubscription, 'version'>> = {
      id: 'subscription',
      mailbox: 'aws@company.com',
      url: 'https://rootdesk.example/api/notifications',
      clientStateSha256: 'a'.repeat(64),
      expiresAt: at(1),
      due: 'renew',
    };
    const subscriptions = createTableSubscriptions(createMemoryTable());
    await subscriptions.save('inbox', known, undefined);
    expect(await subscriptions.load('inbox')).toEqual({ ...known, version: expect.any(String) });
  });

  it('a lease comes out of the table as it went in', async () => {
    const term: Whole<Omit<StoredTerm, 'version'>> = {
      owner: 'copy',
      epoch: 2,
      renewals: 3,
      expiresAt: at(1),
    };
    const lease = createTableLease(createMemoryTable(), 'sweep');
    await lease.save(term, undefined);
    expect(await lease.load()).toEqual({ ...term, version: expect.any(String) });
  });

  it('a cursor comes out of the table as it went in', async () => {
    const cursor: Whole<Omit<StoredCursor, 'version'>> = { cursor: 'delta', savedAt: at(1) };
    const cursors = createTableCursors(createMemoryTable(), () => at(1));
    await cursors.save('inbox', cursor.cursor, undefined);
    expect(await cursors.load('inbox')).toEqual({ ...cursor, version: expect.any(String) });
  });

  it('where people and teams are reached comes out of the table as it went in', async () => {
    const place = { serviceUrl: 'https://teams.example/', tenantId: 'tenant' };
    const chat: Whole<PersonalChat> = {
      personId: 'ada-id',
      name: 'Ada',
      conversationId: 'chat',
      ...place,
      language: 'de',
    };
    const team: Whole<TeamAddress> = { teamId: '19:b@thread.tacv2', ...place };
    const table = createMemoryTable();
    const conversations = createTableConversations(table);
    await conversations.rememberPerson(chat);
    await conversations.rememberTeam(team);
    expect(await conversations.person(chat.personId)).toEqual(chat);
    expect(await conversations.team(team.teamId)).toEqual(team);
    await conversations.rememberLanguage('19:c@thread.tacv2', 'de');
    expect(await createTableConversations(table).languageOf('19:c@thread.tacv2')).toBe('de');
    expect(await createTableConversations(table).languageOf('19:C@thread.tacv2')).toBeUndefined();
  });

  it('a task that was put back comes out of its queue as it went in', async () => {
    const table = createMemoryTable();
    const [partition, prefix] = [LEDGER, '~test:'];
    const row = {
      partitionKey: partition,
      rowKey: `${prefix}1`,
      ...queuedColumns({ dueAt: at(1), waitMs: 1 }),
    };
    await table.write({ kind: 'create', row });
    const queue = createTableQueue(table, { partition, prefix, jobFromRow: () => 'task', log: silentLog() });
    const [item] = await collect(queue.due(at(2)));
    if (item === undefined) throw new Error('nothing was queued');
    const wanted: Whole<Omit<Queued<string>, 'version' | 'attempts'>> = {
      id: row.rowKey,
      job: 'task',
      dueAt: at(3),
      mayBeRepeat: true,
      blocked: true,
    };
    await queue.putBack(item, {
      attempts: 4,
      dueAt: wanted.dueAt,
      waitMs: 1,
      mayBeRepeat: true,
      blocked: true,
    });
    expect(await collect(queue.due(at(4)))).toEqual([
      { ...wanted, attempts: 4, version: expect.any(String) },
    ]);
  });
});

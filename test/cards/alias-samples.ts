import { english, plain, type Drawn } from '../../cards/index.ts';
import type { Alias } from '../../src/aliases/alias.ts';
import { REACH_TROUBLES } from '../../src/messages/job.ts';
import type { AuditEntry } from '../../src/store/audit.ts';
import { inEnglish, type BoundCards } from './bound-cards.ts';
import { ADA, ALIAS, APPROVED, CHANNEL, GRACE, PENDING } from './samples.ts';

const APP_ID = '0f8d7c6b-2222-4c47-9a33-0000000000aa';
const AT = new Date('2026-11-22T19:44:00Z');

export const UNBOUND: Alias = { ...ALIAS, accountId: undefined };
export const RETIRED: Alias = { ...ALIAS, state: 'retired', releasedAt: AT, boundOnce: true };
const RESTING: Alias = {
  ...UNBOUND,
  state: 'quarantined',
  releasedAt: AT,
  quarantinedUntil: new Date('2027-02-20T19:44:00Z'),
};
const FREE: Alias = {
  ...UNBOUND,
  state: 'free',
  owner: undefined,
  channelId: undefined,
  accountName: undefined,
  requestId: undefined,
  allottedAt: undefined,
};
/** As the old scheme's clients leave them: an address of the owner, and no channel. */
const OLD: Alias = {
  ...ALIAS,
  owner: { mail: ADA.mail, id: undefined, name: undefined },
  channelId: undefined,
  accountName: undefined,
  requestId: undefined,
  allottedAt: undefined,
};

export const ENTRY: AuditEntry = {
  at: AT,
  actor: { kind: 'person', id: GRACE.id, name: GRACE.name },
  action: 'approve',
  aliasId: ALIAS.id,
  requestId: PENDING.id,
  before: { code: 'state', state: 'free' },
  after: { code: 'allotted-to', to: 'ada@company.com' },
  reason: { code: 'said', text: 'Please turn on MFA today.' },
};

const { aliasList, answers } = english;
const PROBLEM = { message: plain('The alias changed.', 100), remedy: answers.isPersonLead };
const channel = CHANNEL;
const shown = { alias: ALIAS, channel };

/** Every card about aliases, in every state that looks different. */
export const aliasSamplesOf = ({
  aliasCard,
  aliasListCard,
  aliasSharedCard,
  askCard,
  askerToldCard,
  historyCard,
  noticeCard,
  rebindCard,
  requestListCard,
  releaseCard,
  transferCard,
  requestCard,
}: BoundCards): Readonly<Record<string, () => Drawn>> => ({
  'alias in use': () => aliasCard(shown, { title: aliasList.foundOne }),
  'alias of whoever reads it': () =>
    aliasCard(shown, { title: aliasList.foundOne, hasHistory: true, canChange: true }),
  'alias resting': () => aliasCard({ alias: RESTING, channel }, { title: answers.released }),
  'alias retired': () => aliasCard({ alias: RETIRED, channel: undefined }, { title: answers.released }),
  'alias free': () => aliasCard({ alias: FREE, channel: undefined }, { title: aliasList.foundOne }),
  'alias of the old scheme': () =>
    aliasCard({ alias: OLD, channel: undefined }, { title: aliasList.foundOne }),
  'alias with a problem': () =>
    aliasCard(shown, {
      title: answers.accountNotSaved,
      lead: answers.aliasStays,
      problem: PROBLEM,
    }),
  'aliases, none': () =>
    aliasListCard({
      title: aliasList.yours,
      lead: aliasList.yoursNone,
      aliases: [],
      from: 0,
      all: 0,
      turnsBy: 'page-aliases',
      ifMore: aliasList.foundMore,
    }),
  'aliases, several': () =>
    aliasListCard({
      title: aliasList.found,
      aliases: [ALIAS, UNBOUND, RESTING, RETIRED, FREE, OLD].map((alias) => ({ alias, channel })),
      from: 0,
      all: 6,
      turnsBy: 'page-aliases',
      ifMore: aliasList.foundMore,
    }),
  'aliases, more than fit': () =>
    aliasListCard({
      title: aliasList.found,
      aliases: Array.from({ length: 10 }, () => shown),
      from: 10,
      all: 3_000,
      turnsBy: 'page-find',
      about: 'aws_',
      ifMore: aliasList.foundMore,
    }),
  'aliases to choose from': () =>
    aliasListCard({
      title: aliasList.which,
      lead: aliasList.whichLead({ usage: plain('release <alias>', 100) }),
      aliases: [shown],
      from: 0,
      all: 1,
      turnsBy: 'page-aliases',
      chosenFor: 'release',
      ifMore: aliasList.yoursMore,
    }),
  'asked for what to find': () => askCard({ command: 'find' }),
  'asked for an account id': () => askCard({ command: 'bind', about: ALIAS.address, value: '012345678901' }),
  'asked for the new owner': () => askCard({ command: 'transfer', about: ALIAS.address }),
  'alias shared': () => aliasSharedCard(ALIAS, '28:00000000-0000-4000-8000-000000000002'),
  'alias shared, without a way to ask': () => aliasSharedCard(ALIAS, ''),
  'release, bound': () => releaseCard({ ...shown, quarantineDays: 90, reason: 'Closed' }),
  'release, never bound': () =>
    releaseCard({
      alias: { ...UNBOUND, channelId: undefined },
      channel: undefined,
      quarantineDays: 90,
      problem: PROBLEM,
    }),
  history: () => historyCard({ ...shown, entries: [ENTRY], from: 0, all: 1 }),
  'history, none': () => historyCard({ ...shown, entries: [], from: 0, all: 0 }),
  'history, long': () =>
    historyCard({ ...shown, entries: Array.from({ length: 15 }, () => ENTRY), from: 15, all: 40 }),
  'alias ready, account id wanted': () =>
    noticeCard({ kind: 'asker-told', request: APPROVED, channel, alias: UNBOUND }),
  'alias ready, account id wrong': () =>
    askerToldCard(
      { kind: 'asker-told', request: APPROVED, channel, alias: UNBOUND },
      { accountId: '12', accountIdFault: english.refusals['account-id-malformed'].message },
    ),
  'alias ready, account id saved': () =>
    noticeCard({ kind: 'asker-told', request: APPROVED, channel, alias: ALIAS }),
  'alias ready by the rule': () =>
    noticeCard({
      kind: 'asker-told',
      request: {
        ...APPROVED,
        settled: { by: undefined, at: AT, comment: 'sandbox accounts need no approver' },
      },
      channel,
      alias: UNBOUND,
    }),
  'request counted': () =>
    requestCard(
      {
        request: { ...PENDING, approvals: [{ by: GRACE, at: AT, comment: '' }] },
        channel,
        approvalsNeeded: 2,
      },
      { remark: answers.yesCounts({ more: 1 }) },
    ),
  'click that was promised an answer': () => noticeCard({ kind: 'click-ended' }),
  'question that was answered': () => noticeCard({ kind: 'question-answered' }),
  'requests of an approver': () =>
    requestListCard({ toDecide: [PENDING, PENDING], own: [APPROVED], from: 0, all: 13, waiting: 2 }),
  'requests, none': () => requestListCard({ toDecide: [], own: [], from: 0, all: 0, waiting: 0 }),
  'request with what approvers want to know': () =>
    requestCard({
      request: { ...PENDING, expectedAccountId: '012345678901' },
      channel,
      context: { free: 12, held: ['payments-dev', ''], isBound: true },
    }),
  'request waits': () => noticeCard({ kind: 'request-waits', request: PENDING }),
  'request waits for people': () =>
    noticeCard({
      kind: 'request-waits',
      request: PENDING,
      deciders: { kind: 'people', people: [GRACE, ADA] },
    }),
  'owner told': () =>
    noticeCard({ kind: 'owner-told', alias: ALIAS, channel, isYours: true, isMove: false, by: ENTRY.actor }),
  'owner told that it went': () =>
    noticeCard({ kind: 'owner-told', alias: ALIAS, channel, isYours: false, isMove: false, by: ENTRY.actor }),
  'owner told, by nobody known': () =>
    noticeCard({
      kind: 'owner-told',
      alias: OLD,
      channel: undefined,
      isYours: true,
      isMove: false,
      by: undefined,
    }),
  'owner told of a move': () =>
    noticeCard({ kind: 'owner-told', alias: ALIAS, channel, isYours: true, isMove: true, by: ENTRY.actor }),
  'channel told that an alias came': () =>
    noticeCard({
      kind: 'owning-channel-told',
      alias: ALIAS,
      channel,
      isHere: true,
      isMove: true,
      by: ENTRY.actor,
    }),
  'channel told that an alias went': () =>
    noticeCard({
      kind: 'owning-channel-told',
      alias: ALIAS,
      channel,
      isHere: false,
      isMove: true,
      by: ENTRY.actor,
    }),
  'channel told of a new owner': () =>
    noticeCard({
      kind: 'owning-channel-told',
      alias: ALIAS,
      channel,
      isHere: true,
      isMove: false,
      by: ENTRY.actor,
    }),
  'owner told of a release': () =>
    noticeCard({ kind: 'alias-released', alias: RETIRED, channel, isHere: false, by: ENTRY.actor }),
  'channel told of a release': () =>
    noticeCard({ kind: 'alias-released', alias: RESTING, channel, isHere: true, by: ENTRY.actor }),
  'told of another account': () =>
    noticeCard({
      kind: 'account-changed',
      alias: ALIAS,
      from: '123456789012',
      accountId: '210987654321',
      by: ENTRY.actor,
    }),
  'giver told that the owner is out of reach': () =>
    noticeCard({ kind: 'owner-unreached', alias: ALIAS, why: 'no-chat', appId: APP_ID }),
  'told that nobody knows the owner': () =>
    noticeCard({ kind: 'owner-unreached', alias: ALIAS, why: 'unknown' }),
  'transfer, confirmed first': () =>
    transferCard({ ...shown, owner: GRACE, reason: 'Moves to search', version: 'W/"1"' }),
  'another account, confirmed first': () =>
    rebindCard({
      ...shown,
      accountId: '210987654321',
      accountName: 'payments',
      version: 'W/"1"',
      problem: PROBLEM,
    }),
  'alias found in use': () => noticeCard({ kind: 'alias-retired', alias: RETIRED }),
  'pool low': () => noticeCard({ kind: 'pool-low', free: 12, emptyOn: '2027-01-31' }),
  ...Object.fromEntries(
    REACH_TROUBLES.map((because) => [
      `reach lost: ${because}`,
      () => noticeCard({ kind: 'reach-lost', because, addresses: ['aws-root-03@company.com'] }),
    ]),
  ),
  'reach lost, of many': () =>
    noticeCard({
      kind: 'reach-lost',
      because: 'missing',
      addresses: Array.from({ length: 12 }, () => RETIRED.address),
    }),
  'pool low, no day': () => noticeCard({ kind: 'pool-low', free: 0, emptyOn: undefined }),
});
export const ALIAS_SAMPLES = aliasSamplesOf(inEnglish);

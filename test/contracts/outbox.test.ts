import { expect, it } from 'vitest';
import { jobRow } from '../../src/azure/rows/job-row.ts';
import { key, ROOT } from '../../src/azure/keys.ts';
import { commit } from '../../src/azure/commit.ts';
import { createTableOutbox } from '../../src/azure/table-outbox.ts';
import { newId } from '../../src/shared/identifiers.ts';
import type { Job, JobKind, JobOf } from '../../src/messages/job.ts';
import { AT_ONCE } from '../../src/messages/queue.ts';
import { collect } from '../fakes/collect.ts';
import { silentLog } from '../fakes/log.ts';
import { openOwnTable } from './storage.ts';

const AT = new Date('2026-11-22T12:00:00Z');
const requestId = newId();
const GIVER = { kind: 'person', id: 'alex', name: 'Alex' } as const;
const to = { kind: 'triage' } as const;
const ofMail = { ledgerId: 'message@alias' } as const;
const ofReveal = { ...ofMail, revealId: newId() } as const;

/** One of each kind, with all that it can carry: a field that the stored form forgets is missed below. */
const OF_EACH_KIND: { readonly [Kind in JobKind]: Required<JobOf<Kind>> } = {
  'click-promised': {
    kind: 'click-promised',
    copy: { serviceUrl: 'https://smba.example/', conversationId: '19:a;messageid=1', activityId: '2' },
    dueAt: AT,
  },
  'question-answered': {
    kind: 'question-answered',
    copy: { serviceUrl: 'https://smba.example/', conversationId: '19:a;messageid=1', activityId: '2' },
    dueAt: AT,
  },
  'approval-wanted': { kind: 'approval-wanted', requestId, to: { kind: 'approvals' } },
  'redraw-request': { kind: 'redraw-request', requestId },
  'asker-told': { kind: 'asker-told', requestId, to: { kind: 'person', personId: 'alex' } },
  'channel-told': {
    kind: 'channel-told',
    requestId,
    to: { kind: 'channel', channelId: '19:a@thread.tacv2', teamId: '19:b@thread.tacv2' },
  },
  'pool-empty': { kind: 'pool-empty', requestId, to },
  'approval-reminder': { kind: 'approval-reminder', requestId, to },
  'owner-told': { kind: 'owner-told', aliasId: 'a', by: GIVER, isMove: true, to },
  'account-changed': {
    kind: 'account-changed',
    aliasId: 'a',
    by: GIVER,
    from: '123456789012',
    accountId: '210987654321',
    to,
  },
  'owning-channel-told': { kind: 'owning-channel-told', aliasId: 'a', by: GIVER, isMove: false, to },
  'alias-released': { kind: 'alias-released', aliasId: 'a', by: GIVER, to },
  'mail-fell-back': { kind: 'mail-fell-back', ...ofMail, reason: { code: 'no-channel' } },
  'owner-unreached': { kind: 'owner-unreached', aliasId: 'a', to, why: 'unknown' },
  'channel-owners-told': {
    kind: 'channel-owners-told',
    channelId: 'c',
    isLinked: true,
    by: GIVER,
    after: 'a',
  },
  'channel-link-told': {
    kind: 'channel-link-told',
    channelId: 'c',
    isLinked: false,
    by: GIVER,
    to,
    untold: { kind: 'owner', mail: 'ada@company.com' },
    isRaised: true,
  },
  'alias-retired': { kind: 'alias-retired', aliasId: 'a', to },
  'pool-low': { kind: 'pool-low', free: 3, emptyOn: '2026-12-24', to },
  'reach-lost': { kind: 'reach-lost', because: 'behind', addresses: ['aws-root-01@company.com'], to },
  'redraw-mail': { kind: 'redraw-mail', ...ofMail },
  'mail-digest': { kind: 'mail-digest', channelId: '19:a@thread.tacv2', dueAt: AT },
  'mail-gap': { kind: 'mail-gap', missing: 1, seen: 2, to },
  'mail-dead': { kind: 'mail-dead', ...ofMail, to },
  'replay-mail': { kind: 'replay-mail', ...ofMail },
  'assign-mail': { kind: 'assign-mail', ...ofMail, aliasId: 'a' },
  'raise-mail': { kind: 'raise-mail', ...ofMail, level: 'owner', dueAt: AT },
  'mail-raised': { kind: 'mail-raised', ...ofMail, level: 'triage', to },
  'reveal-wanted': { kind: 'reveal-wanted', ...ofReveal, to },
  'redraw-reveal': { kind: 'redraw-reveal', ...ofReveal },
  'show-mail': { kind: 'show-mail', ...ofReveal },
  'end-reveal': { kind: 'end-reveal', ...ofReveal, dueAt: AT },
  'reveal-told': { kind: 'reveal-told', ...ofReveal, to },
};
const JOBS: readonly Job[] = Object.values(OF_EACH_KIND);

it('jobs come out of the table as they went in, in the order of the changes that they tell of', async () => {
  const table = await openOwnTable();
  const change = newId();
  const rows = JOBS.map((job, position) => jobRow(key.job(AT, change, position), job, AT_ONCE));
  await table.transaction(rows.map((row) => ({ kind: 'create', row })));
  // Beside aliases, requests and index rows of the same partition.
  await table.write({ kind: 'create', row: { partitionKey: ROOT, rowKey: '~channel:x' } });
  const due = await collect(createTableOutbox(table, silentLog()).due(AT));
  expect(due.map(({ job }) => job)).toEqual(JOBS);
});

it('a job that a newer version wrote is left alone, and the others go out', async () => {
  const table = await openOwnTable();
  const [first] = JOBS;
  if (first === undefined) throw new Error('there are jobs');
  const good = jobRow(key.job(AT, newId(), 0), first, AT_ONCE);
  const strange = { ...jobRow(key.job(new Date(0), newId(), 0), first, AT_ONCE), errand: '{"kind":"sing"}' };
  await table.transaction([good, strange].map((row) => ({ kind: 'create', row })));
  const due = await collect(createTableOutbox(table, silentLog()).due(AT));
  expect(due.map(({ job }) => job)).toEqual([first]);
});

it('what follows from a job that may be a repeat may be one', async () => {
  const table = await openOwnTable();
  const outbox = createTableOutbox(table, silentLog());
  const [parent, child] = JOBS;
  if (parent === undefined || child === undefined) throw new Error('there are jobs');
  const audit = [
    {
      at: AT,
      actor: GIVER,
      action: 'digest',
      aliasId: undefined,
      requestId: undefined,
      after: { code: 'in-triage' },
    },
  ] as const;
  for (const mayBeRepeat of [false, true]) {
    await outbox.replace({ id: await outbox.add(parent), mayBeRepeat }, [child]);
    await commit(table, { id: newId(), audit, jobs: [child], mayBeRepeat });
  }
  const due = await collect(outbox.due(new Date()));
  expect(due.map(({ job }) => job)).toEqual([child, child, child, child]);
  expect(due.filter(({ mayBeRepeat }) => mayBeRepeat)).toHaveLength(2);
});

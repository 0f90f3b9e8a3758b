import { english, plain, type Drawn } from '../../cards/index.ts';
import { formFault } from '../../cards/texts/coded.ts';
import type { MailState } from '../../src/mail/cases/handling.ts';
import type { MailNotice } from '../../src/mail/notices.ts';
import { ENTRY as HISTORY_ENTRY } from './alias-samples.ts';
import type { BoundCards } from './bound-cards.ts';
import { ENTRY, handled, OVER } from './mail-samples.ts';
import { ADA, ALIAS, CHANNEL, GRACE, INVOICE, PENDING } from './samples.ts';

const AT = new Date('2026-11-22T19:44:00Z');

const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => structuredClone(one));

const problem = { message: plain('It cannot be done now.', 100), remedy: plain('Do it later.', 100) };
const handling = handled({
  reveals: many(5, OVER),
  acknowledged: { by: ADA, at: AT },
  accountConfirmed: { by: ADA, at: AT },
  triaged: { by: GRACE, at: AT, address: ALIAS.address },
  deadSince: AT,
});
const FULL_MAIL: MailNotice = {
  ...INVOICE,
  genuine: 'suspicious',
  addresses: many(30, ALIAS.address),
  triageReason: { code: 'no-alias' },
  canTriage: true,
  canReveal: true,
  isLate: true,
  mayBeRepeat: true,
  offeredAccountId: '012345678901',
  handling,
  others: many(60, { ledgerId: ENTRY.id, alias: ALIAS, handling }),
};
const LISTED: MailState = { entry: ENTRY, alias: ALIAS, ended: undefined, handling };

/** Cards with as much on them as there can be at once. */
export const fullSamplesOf = ({
  helpCard,
  historyCard,
  mailCard,
  mailListCard,
  noticeCard,
  receiptCard,
  requestCard,
  requestFormCard,
}: BoundCards): Readonly<Record<string, () => Drawn>> => ({
  'full: form': () =>
    requestFormCard({
      requestId: PENDING.id,
      channels: many(60, CHANNEL),
      form: {
        accountName: 'a',
        purpose: 'b',
        environment: 'c',
        channelId: 'd',
        channelName: 'f',
        expectedAccountId: 'e',
      },
      faults: {
        accountName: formFault('account-name-refused', { most: 50 }),
        purpose: formFault('purpose-too-long', { most: 500, length: 1000 }),
        environment: formFault('environment-unknown', { environments: 'a' }),
        channelId: formFault('channels-found', { name: 'f', count: 60 }),
        expectedAccountId: formFault('account-id-malformed'),
      },
      problem,
    }),
  'full: request': () =>
    requestCard(
      {
        request: {
          ...PENDING,
          client: 'pipeline',
          approvals: many(10, { by: GRACE, at: AT, comment: 'yes' }),
          expectedAccountId: '012345678901',
          aliasAddress: ALIAS.address,
        },
        channel: CHANNEL,
        approvalsNeeded: 11,
      },
      {
        comment: 'yes',
        commentFault: english.refusals['comment-missing'].message,
        problem,
        remark: english.answers.yesCounts({ more: 2 }),
      },
    ),
  'full: receipt': () =>
    receiptCard(
      {
        request: {
          ...PENDING,
          state: 'denied',
          settled: { by: GRACE, at: AT, comment: 'no' },
          expectedAccountId: '012345678901',
        },
        channel: CHANNEL,
      },
      problem,
    ),
  'full: mail': () => mailCard(FULL_MAIL, problem),
  'full: mail, nobody’s': () => mailCard({ ...FULL_MAIL, alias: undefined }, problem),
  'full: history': () =>
    historyCard({
      alias: ALIAS,
      channel: CHANNEL,
      entries: many(15, HISTORY_ENTRY),
      from: 15,
      all: 40,
    }),
  'full: mail list': () =>
    mailListCard({
      of: 'person',
      mails: many(4, { ...LISTED, channel: CHANNEL, places: [`${CHANNEL.id};messageid=1`], tenantId: 'x' }),
      from: 4,
      waiting: 9,
      all: 40,
      problem,
    }),
  'full: digest': () =>
    noticeCard({ kind: 'mail-digest', mails: many(25, LISTED), count: 700, mayBeRepeat: true }),
  'full: mail gap': () => noticeCard({ kind: 'mail-gap', missing: 3, seen: 400, mayBeRepeat: true }),
  'full: help': () =>
    helpCard({
      place: 'personal',
      of: 'all',
      commands: many(20, { usage: 'release <alias>', description: english.commands.release }),
    }),
});

import { APPROVALS, ASKERS, PAYMENTS, PLATFORM } from './company.ts';
import { MAIL_NAME } from './mailbox.ts';
import { chatOf } from '../harness/recorder.ts';
import type { Message, World } from './world.ts';

const [asked = { person: { id: '', mail: '' } }] = ASKERS;
const { id: askerId, mail: askerMail } = asked.person;

/** A message of which nothing but the given matters. */
function message(activityId: string, place: string, text: string, given: Partial<Message> = {}): Message {
  const conversationId = place.startsWith('19:') ? `${place};messageid=${activityId}` : place;
  return {
    place,
    conversationId,
    activityId,
    postedAt: 2_000,
    changedAt: 2_000,
    firstText: text,
    text,
    buttons: new Map(),
    everButtons: new Map(),
    mail: MAIL_NAME.exec(text)?.[0],
    ...given,
  };
}

/** A day on which all went well, small enough to be read: whoever compares has to find nothing in it. */
export const SAMPLE_WORLD: World = {
  mails: [
    {
      name: 'Vessel-first',
      sentAt: 1_000,
      places: [PAYMENTS.id, PLATFORM.id],
      aliasesACard: 1,
      secret: undefined,
    },
    { name: 'Vessel-other', sentAt: 1_000, places: [PAYMENTS.id], aliasesACard: 1, secret: 'secret-other' },
  ],
  messages: [
    message('1', PAYMENTS.id, 'Billing Vessel-first', {
      everButtons: new Map([['acknowledge-mail', { ledgerId: 'm1:alias-1' }]]),
    }),
    message('2', PLATFORM.id, 'Billing Vessel-first'),
    message('3', PAYMENTS.id, 'Password reset Vessel-other', {
      buttons: new Map([['acknowledge-mail', { ledgerId: 'm2:alias-1' }]]),
    }),
    message('4', APPROVALS.id, 'Request for an AWS root alias acct-1 approved', {
      everButtons: new Map([['approve', { requestId: 'request-1' }]]),
    }),
    message('5', chatOf(askerId), 'Your alias is ready acct-1 alias-1@company.com'),
    message('6', chatOf(askerId), 'Your request was denied acct-2'),
  ],
  requests: [
    {
      id: 'request-1',
      state: 'approved',
      askerId,
      accountName: 'acct-1',
      aliasAddress: 'alias-1@company.com',
    },
    { id: 'request-2', state: 'denied', askerId, accountName: 'acct-2', aliasAddress: undefined },
  ],
  aliases: [
    {
      id: 'alias-3',
      address: 'alias-3@company.com',
      state: 'quarantined',
      ownerMail: 'next@company.com',
      accountId: undefined,
      since: undefined,
    },
    {
      id: 'alias-1',
      address: 'alias-1@company.com',
      state: 'allotted',
      ownerMail: askerMail,
      accountId: undefined,
      since: undefined,
    },
    {
      id: 'alias-2',
      address: 'alias-2@company.com',
      state: 'allotted',
      ownerMail: askerMail,
      accountId: '100000000001',
      since: undefined,
    },
  ],
  audit: [
    { action: 'allot', aliasId: 'alias-3', requestId: undefined },
    { action: 'approve', aliasId: 'alias-1', requestId: 'request-1' },
    { action: 'deny', aliasId: undefined, requestId: 'request-2' },
    { action: 'allot', aliasId: 'alias-2', requestId: undefined },
    { action: 'acknowledge', aliasId: 'alias-1', requestId: undefined },
  ],
  acknowledged: [{ ledgerId: 'm1:alias-1', aliasId: 'alias-1' }],
  revealsOver: ['Vessel-other'],
  knownCards: new Set(),
  waiting: [],
  waitingLater: [],
  waitingMails: new Set(),
  told: [
    { kind: 'submitted', requestId: 'request-1' },
    { kind: 'transferred', address: 'alias-3@company.com', ownerMail: 'next@company.com' },
    { kind: 'settled', requestId: 'request-2' },
    { kind: 'acknowledged', ledgerId: 'm1:alias-1' },
    { kind: 'allotted', address: 'alias-2@company.com', ownerMail: askerMail, call: 'run 1' },
    { kind: 'bound', address: 'alias-2@company.com', accountId: '100000000001' },
    { kind: 'still-working', conversationId: chatOf(askerId), about: 'submit-request request-1', at: 1_500 },
  ],
  unanswered: [],
  faultsEndedAt: 1_500,
};

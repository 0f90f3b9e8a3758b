import { english, type Drawn } from '../../cards/index.ts';
import type { Alias } from '../../src/aliases/alias.ts';
import { ownershipFrom } from '../../src/aliases/ownership.ts';
import type { LinkedChannel } from '../../src/channels/channel.ts';
import type { ChannelLinkNotice } from '../../src/aliases/notices.ts';
import type { PoolReport } from '../../src/aliases/pool.ts';
import type { MuteRule } from '../../src/channels/mute-rules.ts';
import type { MailNotice } from '../../src/mail/notices.ts';
import { formFault } from '../../cards/texts/coded.ts';
import { inEnglish, type BoundCards } from './bound-cards.ts';
import { formFields } from '../../src/requests/request-form.ts';
import type { Request } from '../../src/requests/request.ts';

export const ADA = { id: 'ada-id', name: 'Ada Lovelace', mail: 'ada@company.com' } as const;
export const GRACE = { id: 'grace-id', name: 'Grace Hopper', mail: 'grace@company.com' } as const;
const AT = new Date('2026-11-22T19:44:00Z');
const ADDRESS = 'aws_0f8fad5b-d9cb-469f-a165-70867728950e@company.com';

export const CHANNEL: LinkedChannel = {
  id: '19:aws-root@thread.tacv2',
  name: 'aws-root',
  teamId: '19:payments@thread.tacv2',
  teamName: 'Payments',
  groupId: 'group-payments',
  roles: ['owner'],
  linkedBy: 'Ada Lovelace',
  linkedAt: AT,
};

export const PENDING: Request = {
  id: '01JD9Z3V5W7X9Y1A2B3C4D5E6F',
  state: 'pending',
  asker: ADA,
  createdAt: AT,
  accountName: 'payments-production',
  purpose: 'Card payments for the web shop, apart from the shared account because of PCI DSS.',
  environment: 'production',
  channelId: CHANNEL.id,
  expectedAccountId: undefined,
  approvals: [],
  settled: undefined,
  aliasAddress: undefined,
  remindedAt: undefined,
};
export const APPROVED: Request = {
  ...PENDING,
  state: 'approved',
  settled: { by: GRACE, at: AT, comment: 'Please turn on MFA today.' },
  aliasAddress: ADDRESS,
};
export const DENIED: Request = {
  ...PENDING,
  state: 'denied',
  settled: { by: GRACE, at: AT, comment: 'Use the shared payments account for now.' },
};
export const CANCELLED: Request = {
  ...PENDING,
  state: 'cancelled',
  settled: { by: ADA, at: AT, comment: '' },
};
export const EXPIRED: Request = {
  ...PENDING,
  state: 'expired',
  settled: { by: undefined, at: AT, comment: '' },
};

export const ALIAS: Alias = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  address: ADDRESS,
  rootMailbox: 'root01@company.com',
  state: 'allotted',
  owner: { mail: 'ada@company.com', id: 'ada-id', name: 'Ada Lovelace' },
  channelId: CHANNEL.id,
  accountId: '012345678901',
  accountName: 'payments-production',
  requestId: PENDING.id,
  allottedAt: AT,
  ownership: ownershipFrom(AT, 'allotted'),
  releasedAt: undefined,
  quarantinedUntil: undefined,
};

export const INVOICE: MailNotice = {
  kind: 'mail',
  ledgerId: 'l1',
  category: 'billing',
  recognised: true,
  severity: 'info',
  genuine: 'yes',
  withheld: false,
  subject: 'Amazon Web Services Invoice Available [Account: 012345678901] [Invoice ID: 1429385077]',
  sender: 'Amazon Web Services <invoicing@aws.com>',
  receivedAt: AT,
  addresses: [ADDRESS],
  alias: ALIAS,
  accountId: '012345678901',
  summary: { kind: 'invoice', recognised: true, genuine: 'yes', secret: false, byAccount: false },
  excerpt:
    'Greetings from Amazon Web Services,\n\nThis e-mail confirms that your latest billing statement is available on the AWS web site. Your account will be charged the following:\n\nTotal: $1,204.11\n\nSincerely,\nThe Amazon Web Services Team',
  webLink: 'https://outlook.office.com/mail/id/AAQk',
  triageReason: undefined,
  mayBeRepeat: false,
};
export const RESET: MailNotice = {
  ...INVOICE,
  category: 'password-reset',
  severity: 'urgent',
  withheld: true,
  subject: 'Amazon Web Services Password Assistance',
  sender: 'Amazon Web Services <password-reset-no-reply@verify.signin.aws>',
  summary: { kind: 'password-reset-link', recognised: true, genuine: 'yes', secret: true, byAccount: false },
  excerpt: '',
};
const ANNOUNCED: MailNotice = {
  ...INVOICE,
  category: 'account-admin',
  severity: 'action',
  announced: true,
  subject: 'Your request for account 012345678901',
  sender: 'Amazon Web Services <no-reply@amazonaws.com>',
  summary: { kind: 'unrecognised', recognised: false, genuine: 'yes', secret: false, byAccount: false },
  excerpt: '',
  canReveal: true,
};
/** Looks like markup of every kind, and must stay text. */
export const PHISHING_TEXT =
  '**Click** <at>everyone</at> [here](https://evil.example) to keep your account ${root}.';
const PHISHING: MailNotice = {
  ...INVOICE,
  category: 'non-aws',
  severity: 'notice',
  genuine: 'no',
  subject: 'URGENT: your AWS account will be suspended',
  sender: 'AWS Support <support@aws-billing.example>',
  alias: undefined,
  accountId: undefined,
  addresses: ['aws_11111111-1111-4111-8111-111111111111@company.com'],
  summary: { kind: 'non-aws', recognised: true, genuine: 'no', secret: false, byAccount: false },
  excerpt: `Dear customer,\n${PHISHING_TEXT}`,
  triageReason: { code: 'no-channel' },
  mayBeRepeat: true,
};
const SUSPICIOUS: MailNotice = {
  ...INVOICE,
  category: 'security-alert',
  severity: 'action',
  genuine: 'suspicious',
  subject: '[Action Required] Suspicious activity in your AWS account [012345678901]',
};

const EMPTY_FORM = {
  accountName: '',
  purpose: '',
  environment: '',
  channelId: '',
  channelName: '',
  expectedAccountId: '',
};
const { request, link, help } = english.commands;
const COMMANDS = [
  { usage: 'request', description: request },
  { usage: 'link', description: link },
  { usage: 'help', description: help },
];
const channel = CHANNEL;
const LINK_LOST: ChannelLinkNotice = {
  kind: 'channel-link',
  channel: { ...CHANNEL, roles: [], lost: { roles: ['owner'], because: 'bot-removed' } },
  isLinked: false,
  isHere: false,
  aliases: [ALIAS],
  by: { kind: 'person', ...GRACE },
};
const POOL: PoolReport = {
  total: 3000,
  states: { free: 1880, allotted: 1030, quarantined: 40, retired: 48, missing: 2, held: 0 },
  mailboxes: [],
  allotmentsAWeek: 12.5,
  runsOutOn: new Date('2029-10-01T00:00:00Z'),
};
const EMPTY_POOL: PoolReport = {
  total: 0,
  states: { free: 0, allotted: 0, quarantined: 0, retired: 0, missing: 0, held: 0 },
  mailboxes: [],
  allotmentsAWeek: 0,
  runsOutOn: undefined,
};
const RULES: readonly MuteRule[] = [
  { topic: 'billing', way: 'at-once' },
  { topic: 'info', way: 'weekly' },
  { topic: 'marketing', way: 'mute' },
  { topic: 'service-health', way: 'daily' },
];

/** Every card in every state that looks different. */
export const samplesOf = ({
  channelLinkedCard,
  commandCard,
  helpCard,
  noteCard,
  noticeCard,
  poolCard,
  problemCard,
  receiptCard,
  requestCard,
  requestFormCard,
  settingsCard,
  settingsFormCard,
  unlinkCard,
}: BoundCards): Readonly<Record<string, () => Drawn>> => ({
  form: () => requestFormCard({ requestId: PENDING.id, channels: [CHANNEL], form: EMPTY_FORM, faults: {} }),
  'form with faults': () =>
    requestFormCard({
      requestId: PENDING.id,
      channels: [CHANNEL],
      form: { ...EMPTY_FORM, accountName: 'x'.repeat(51), purpose: 'Cards', expectedAccountId: '12' },
      faults: {
        accountName: formFault('account-name-refused', { most: 50 }),
        environment: formFault('environment-unknown', { environments: 'production' }),
        expectedAccountId: formFault('account-id-malformed'),
      },
    }),
  'form again, after a denial': () =>
    requestFormCard({
      requestId: PENDING.id,
      channels: [CHANNEL],
      form: formFields(PENDING),
      faults: {},
      denied: 'Use the shared sandbox instead.',
    }),
  'form refused': () =>
    requestFormCard({
      requestId: PENDING.id,
      channels: [CHANNEL],
      form: EMPTY_FORM,
      faults: {},
      problem: english.refusals['no-right'],
    }),
  'no channel': () => requestFormCard({ requestId: PENDING.id, channels: [], form: EMPTY_FORM, faults: {} }),
  'request pending': () => requestCard({ request: PENDING, channel }),
  'request, comment missing': () =>
    requestCard({ request: PENDING, channel }, { commentFault: english.refusals['comment-missing'].message }),
  'request, own': () =>
    requestCard(
      { request: PENDING, channel },
      {
        mayDecide: false,
        problem: english.refusals['own-request'],
      },
    ),
  'request half approved': () =>
    requestCard({
      request: {
        ...PENDING,
        approvals: [{ by: GRACE, at: AT, comment: '' }],
        expectedAccountId: '012345678901',
      },
      channel,
    }),
  'request approved': () => noticeCard({ kind: 'request', request: APPROVED, channel }),
  'request denied': () => noticeCard({ kind: 'request', request: DENIED, channel }),
  'request canceled': () => noticeCard({ kind: 'request', request: CANCELLED, channel }),
  'request expired': () => noticeCard({ kind: 'request', request: EXPIRED, channel }),
  'receipt pending': () => receiptCard({ request: PENDING, channel }),
  'receipt approved': () => noticeCard({ kind: 'receipt', request: APPROVED, channel }),
  'asker: approved': () => noticeCard({ kind: 'asker-told', request: APPROVED, channel }),
  'asker: denied': () => noticeCard({ kind: 'asker-told', request: DENIED, channel }),
  'asker: canceled': () => noticeCard({ kind: 'asker-told', request: CANCELLED, channel }),
  'asker: expired': () => noticeCard({ kind: 'asker-told', request: EXPIRED, channel }),
  'channel told': () => noticeCard({ kind: 'channel-told', request: APPROVED }),
  'channel linked': () => channelLinkedCard({ channel, because: 'linked' }),
  'channel unlinked': () =>
    channelLinkedCard({ channel: { roles: [] }, because: 'unlinked', wasOwner: true }),
  'unlink?': () => unlinkCard({ roles: ['owner', 'approvals', 'triage'], aliases: 3 }),
  'channel lost: unlinked': () => noticeCard({ ...LINK_LOST, channel: { ...CHANNEL, roles: [] } }),
  'channel lost: removed': () =>
    noticeCard({ ...LINK_LOST, aliases: Array.from({ length: 20 }, () => ALIAS) }),
  'channel lost: nobody knows the owner': () =>
    noticeCard({ ...LINK_LOST, untold: { mail: GRACE.mail, why: 'unknown' } }),
  'channel lost: the owner has no chat': () =>
    noticeCard({ ...LINK_LOST, untold: { mail: GRACE.mail, why: 'no-chat' } }),
  'channel back: owner': () => noticeCard({ ...LINK_LOST, channel, isLinked: true }),
  'channel back: channel': () => noticeCard({ ...LINK_LOST, channel, isLinked: true, isHere: true }),
  'channel linked for approvers': () =>
    channelLinkedCard({ channel: { roles: ['approvals', 'triage'] }, because: 'linked' }),
  'settings form': () => settingsFormCard({ rules: RULES }),
  'settings form: fewer of a mail’s topic': () => settingsFormCard({ rules: [], fewerOf: 'billing' }),
  'settings saved': () => settingsCard({ title: english.settings.saved, rules: RULES }),
  'settings: nothing quiet': () => settingsCard({ title: english.quiet.title, rules: [] }),
  pool: () => poolCard({ report: POOL, isInChat: true }),
  'pool, nothing in it': () => poolCard({ report: EMPTY_POOL, isInChat: false }),
  'pool empty': () => noticeCard({ kind: 'pool-empty', request: PENDING }),
  'mail: invoice': () => noticeCard(INVOICE),
  'mail: withheld': () => noticeCard(RESET),
  'mail: announced': () => noticeCard(ANNOUNCED),
  'mail: phishing in triage': () => noticeCard(PHISHING),
  'mail: suspicious': () => noticeCard(SUSPICIOUS),
  help: () => helpCard({ of: 'help', place: 'personal', commands: COMMANDS }),
  'help: all commands': () => helpCard({ of: 'all', place: 'personal', commands: COMMANDS }),
  'help: linked channel': () => helpCard({ of: 'help', place: 'linked', commands: COMMANDS }),
  'help: not understood': () => helpCard({ of: 'unknown', place: 'channel', commands: COMMANDS }),
  'help: one command': () =>
    commandCard({
      name: 'release',
      usage: 'release <alias> [reason]',
      description: english.commands.release,
      parts: [
        { usage: '<alias>', description: english.arguments.alias.meaning },
        { usage: '[reason]', description: english.arguments.reason.meaning },
      ],
      example: `release ${ADDRESS}`,
      place: 'both',
      canRequest: false,
      isInChannel: false,
    }),
  greeting: () => helpCard({ of: 'added', place: 'personal', commands: COMMANDS }),
  'greeting: an approver': () => helpCard({ of: 'hello', place: 'personal', waiting: 3, commands: COMMANDS }),
  'greeting: team': () => helpCard({ of: 'added', place: 'channel', addedBy: ADA.name, commands: COMMANDS }),
  refusal: () => problemCard(english.refusals['request-unknown']),
  problem: () => problemCard({ message: english.faults.unknown, remedy: english.faults.later }, 'R-1A2B3C4D'),
  note: () => noteCard(english.answers.ownChat, english.answers.ownChatSame),
});
export const SAMPLES = samplesOf(inEnglish);

import { plain, type Drawn } from '../../cards/index.ts';
import type { Handling, Reveal } from '../../src/mail/cases/handling.ts';
import type { LedgerEntry } from '../../src/mail/ledger.ts';
import type { RevealedNotice } from '../../src/mail/notices.ts';
import { inEnglish, type BoundCards } from './bound-cards.ts';
import { ADA, ALIAS, CHANNEL, GRACE, INVOICE, RESET } from './samples.ts';

const PLACED = { places: [`${CHANNEL.id};messageid=1764531875000`], tenantId: 'tenant-1' };
const AT = new Date('2026-11-22T19:44:00Z');

export const ENTRY: LedgerEntry = {
  id: 'AAkALg:0f8fad5b-d9cb-469f-a165-70867728950e',
  messageId: 'AAkALg',
  aliasId: ALIAS.id,
  triageReason: undefined,
  receivedAt: AT,
  category: 'password-reset',
  severity: 'urgent',
  genuine: 'yes',
  withheld: true,
  announced: false,
  accountId: '012345678901',
  readable: true,
};

export const WANTED: Reveal = {
  id: '01JD9Z3V5W7X9Y1A2B3C4D5E6F',
  state: 'wanted',
  wanted: { by: ADA, at: AT },
  needsApprover: true,
  answered: undefined,
  shownAt: undefined,
  ended: undefined,
};
const AGREED: Reveal = { ...WANTED, state: 'agreed', answered: { by: GRACE, at: AT } };
const SHOWN: Reveal = { ...AGREED, state: 'shown', shownAt: AT };
export const OVER: Reveal = { ...SHOWN, state: 'over', ended: { at: AT, because: 'time' } };
const DENIED: Reveal = { ...AGREED, state: 'denied' };

export const handled = (change: Partial<Handling>): Handling => ({
  ledgerId: ENTRY.id,
  aliasId: ALIAS.id,
  reveals: [],
  acknowledged: undefined,
  awaitedSince: undefined,
  escalated: [],
  accountConfirmed: undefined,
  deadSince: undefined,
  triaged: undefined,
  ...change,
});

export const REVEALED: RevealedNotice = {
  kind: 'revealed',
  entry: ENTRY,
  alias: ALIAS,
  stage: 'shown',
  mayBeRepeat: false,
  shown: {
    subject: 'Amazon Web Services Password Assistance',
    sender: 'Amazon Web Services <password-reset-no-reply@verify.signin.aws>',
    text: 'Hello,\nuse this link:\nhttps://signin.aws.amazon.com/resetpassword?type=RootUser&token=abc&key=def',
    until: AT,
  },
};

const reveal = { kind: 'reveal' as const, entry: ENTRY, alias: ALIAS };
const problem = {
  message: plain('Only the owner of the alias may read this mail.', 100),
  remedy: plain('Ask the owner.', 100),
};

/** The cards of what teams do with mail, in every state that looks different. */
export const mailSamplesOf = ({
  mailCard,
  mailListCard,
  noticeCard,
  revealCard,
}: BoundCards): Readonly<Record<string, () => Drawn>> => ({
  'mail: may be revealed': () => noticeCard({ ...RESET, canReveal: true }),
  'mail: reveal wanted': () =>
    noticeCard({ ...RESET, canReveal: true, handling: handled({ reveals: [WANTED] }) }),
  'mail: shown twice, acknowledged': () =>
    noticeCard({
      ...RESET,
      canReveal: true,
      isLate: true,
      handling: handled({ reveals: [DENIED, OVER, SHOWN], acknowledged: { by: ADA, at: AT } }),
    }),
  'mail: in triage, to be assigned, an account offered': () =>
    noticeCard({
      ...INVOICE,
      triageReason: { code: 'no-alias' } as const,
      canTriage: true,
      offeredAccountId: '012345678901',
    }),
  'mail: verified is another domain than the one shown': () =>
    noticeCard({
      ...INVOICE,
      genuine: 'no' as const,
      verifiedDomain: 'aws-notify.example',
      triageReason: { code: 'not-from-aws' } as const,
    }),
  'mail: given up': () =>
    noticeCard({
      ...INVOICE,
      triageReason: { code: 'given-up' } as const,
      handling: handled({
        deadSince: AT,
        accountConfirmed: { by: ADA, at: AT },
        triaged: { by: GRACE, at: AT, address: ALIAS.address },
      }),
    }),
  'mail list': () =>
    mailListCard({
      of: 'channel',
      from: 0,
      waiting: 2,
      all: 3,
      mails: [
        { entry: ENTRY, alias: ALIAS, ended: undefined, handling: undefined },
        { entry: ENTRY, alias: ALIAS, ended: 'told', handling: undefined, channel: CHANNEL, ...PLACED },
        {
          entry: { ...ENTRY, severity: 'info' },
          alias: { ...ALIAS, accountName: undefined },
          ended: 'told',
          handling: handled({ acknowledged: { by: ADA, at: AT } }),
        },
      ],
    }),
  'mail list, empty': () => mailListCard({ of: 'person', from: 0, waiting: 0, all: 0, mails: [] }),
  'mail: reveal refused to a stranger': () => mailCard({ ...RESET, canReveal: true }, problem),
  'reveal: wanted': () =>
    noticeCard({ ...reveal, reveal: WANTED, deciders: { kind: 'people', people: [GRACE, ADA] } }),
  'reveal: wanted of a group': () => noticeCard({ ...reveal, reveal: WANTED, deciders: { kind: 'group' } }),
  'reveal: own': () => revealCard({ ...reveal, reveal: WANTED }, problem),
  'reveal: agreed': () => noticeCard({ ...reveal, reveal: AGREED }),
  'reveal: denied': () => noticeCard({ ...reveal, reveal: DENIED }),
  'reveal: shown': () => noticeCard({ ...reveal, reveal: SHOWN }),
  'reveal: over': () => noticeCard({ ...reveal, reveal: OVER }),
  'reveal ended: denied': () => noticeCard({ ...reveal, kind: 'reveal-ended', reveal: DENIED }),
  'reveal ended: unanswered': () =>
    noticeCard({
      ...reveal,
      kind: 'reveal-ended',
      reveal: { ...WANTED, state: 'over', ended: { at: AT, because: 'unanswered' } },
    }),
  'revealed: opening': () =>
    noticeCard({ ...REVEALED, stage: 'opening', shown: undefined, mayBeRepeat: true }),
  'revealed: shown': () => noticeCard(REVEALED),
  'revealed: in doubt': () => noticeCard({ ...REVEALED, entry: { ...ENTRY, genuine: 'suspicious' } }),
  'revealed: over': () => noticeCard({ ...REVEALED, stage: 'over' as const, shown: undefined }),
  'mail raised': () =>
    noticeCard({ kind: 'mail-raised', owner: ADA, entry: ENTRY, alias: ALIAS, minutes: 60 }),
  'reveal: wanted, perhaps twice': () => noticeCard({ ...reveal, reveal: WANTED, mayBeRepeat: true }),
});
export const MAIL_SAMPLES = mailSamplesOf(inEnglish);

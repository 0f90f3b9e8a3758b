import type { MailSummary } from '../../cards/texts/mail-kinds.ts';
import type { Alias } from '../aliases/alias.ts';
import type { Repeatable } from '../messages/poster.ts';
import type { ReachTrouble } from '../messages/job.ts';
import type { TriageReason } from '../messages/triage-reason.ts';
import type { Deciders } from '../people/deciders.ts';
import type { Person } from '../people/person.ts';
import type { Category, Severity } from '../channels/mail-topics.ts';
import type { Genuine } from './analysis.ts';
import type { Handling, MailState, Reveal } from './cases/handling.ts';
import type { Sharer } from './delivery/shared-card.ts';
import type { LedgerEntry } from './ledger.ts';

/** What is said of mail: plain data, drawn by cards. */
export type MailsNotice =
  | MailNotice
  | EscalationNotice
  | DigestNotice
  | GapNotice
  | ReachLostNotice
  | RevealNotice
  | RevealEndedNotice
  | RevealedNotice;

export interface ReachLostNotice extends Repeatable {
  readonly kind: 'reach-lost';
  readonly because: ReachTrouble;
  /** Of root mailboxes, or of aliases. */
  readonly addresses: readonly string[];
}

export interface MailNotice {
  readonly kind: 'mail';
  /** Key of the ledger row. */
  readonly ledgerId: string;
  readonly category: Category;
  /** False: the category is the nearest guess, and is not claimed. */
  readonly recognised: boolean;
  readonly severity: Severity;
  readonly genuine: Genuine;
  /** True: the excerpt is empty on purpose, the mail holds a code or link that opens the account. */
  readonly withheld: boolean;
  /** True: the excerpt is empty on purpose, nobody is certain that the mail holds nothing of that sort. */
  readonly announced?: boolean;
  /** Subject without codes and links; empty where there is none, or nothing of it may be shown. */
  readonly subject: string;
  /** Why nothing of it is known but what the ledger has. */
  readonly missing?: 'gone' | 'unreadable' | undefined;
  /** Who claims to have written it, as `Name <address>`. */
  readonly sender: string;
  /** The domain that was verified, where the mail shows another one or more than one. */
  readonly verifiedDomain?: string | undefined;
  readonly receivedAt: Date;
  readonly addresses: readonly string[];
  readonly alias: Alias | undefined;
  readonly accountId: string | undefined;
  /** What it is about; undefined where nothing is known of it but what the ledger has. */
  readonly summary: MailSummary | undefined;
  readonly excerpt: string;
  readonly webLink: string | undefined;
  /** Why it is in triage; undefined in the owning channel. */
  readonly triageReason: TriageReason | undefined;
  /** An earlier attempt may have arrived. */
  readonly mayBeRepeat: boolean;
  /** It could not be posted in this channel when it came. */
  readonly isLate?: boolean;
  /** The owner may ask to read it. */
  readonly canReveal?: boolean;
  /** The account id that it names, where its alias has none yet. */
  readonly offeredAccountId?: string | undefined;
  /** It went to triage, and nobody there has said whose it is. */
  readonly canTriage?: boolean;
  /** What people did with it so far. */
  readonly handling?: Handling | undefined;
  /** Other aliases of the channel that it was sent to; the same can be done for each. */
  readonly others?: readonly Sharer[];
}

export interface EscalationNotice extends Repeatable {
  readonly kind: 'mail-raised';
  readonly owner: Person;
  readonly entry: LedgerEntry;
  readonly alias: Alias | undefined;
  /** How long it has been waiting. */
  readonly minutes: number;
}

export interface DigestNotice {
  readonly kind: 'mail-digest';
  readonly mails: readonly MailState[];
  /** How many there are; `mails` may be fewer. */
  readonly count: number;
  readonly mayBeRepeat: boolean;
}

export interface GapNotice extends Repeatable {
  readonly kind: 'mail-gap';
  readonly missing: number;
  readonly seen: number;
}

export interface RevealNotice extends Repeatable {
  readonly kind: 'reveal';
  /** Who may answer, where they are to be rung. */
  readonly deciders?: Deciders;
  /** The mail, of which nothing but its topic is told. */
  readonly entry: LedgerEntry;
  readonly alias: Alias | undefined;
  readonly reveal: Reveal;
}

export interface RevealEndedNotice extends Repeatable {
  readonly kind: 'reveal-ended';
  readonly entry: LedgerEntry;
  readonly alias: Alias | undefined;
  readonly reveal: Reveal;
}

export interface RevealedNotice {
  readonly kind: 'revealed';
  readonly entry: LedgerEntry;
  readonly alias: Alias | undefined;
  /** Undefined but for the minutes in which it is shown. Text is as written by strangers: draw it as text only. */
  readonly shown: ShownText | undefined;
  readonly stage: 'opening' | 'shown' | 'over';
  /** An earlier card without text may be in the chat. */
  readonly mayBeRepeat: boolean;
}

export interface ShownText {
  readonly subject: string;
  readonly sender: string;
  readonly text: string;
  /** When it is taken away again. */
  readonly until: Date;
}

import type { Alias } from '../aliases/alias.ts';
import type { LinkedChannel } from '../aliases/register.ts';
import type { Handling, Reveal } from '../mail/handling/handling.ts';
import type { Sharer } from '../mail/delivery/shared-card.ts';
import type { LedgerEntry } from '../mail/ledger.ts';
import type { MailState } from '../mail/handling/mails.ts';
import type { Category, Genuine, Severity } from '../mail/understanding.ts';
import type { Actor, Person } from '../people.ts';
import type { Request } from '../requests/request.ts';

/** What is said to people: plain data, decided here and in the services, drawn by cards. */
export type Notice =
  | RequestNotice
  | ReceiptNotice
  | AskerNotice
  | ChannelNotice
  | PoolEmptyNotice
  | ReminderNotice
  | OwnerNotice
  | RetiredNotice
  | OwningChannelNotice
  | AccountChangedNotice
  | OwnerUnreachedNotice
  | PoolLowNotice
  | MailNotice
  | RaisedNotice
  | DigestNotice
  | GapNotice
  | RevealNotice
  | RevealEndedNotice
  | RevealedNotice;

interface Repeatable {
  /** An earlier attempt to say it may have arrived. */
  readonly mayBeRepeat?: boolean;
}

/** The approvers' card of a request in whatever state it is; with buttons while pending. */
export interface RequestNotice extends Repeatable {
  readonly kind: 'request';
  readonly request: Request;
  readonly channel: LinkedChannel | undefined;
  /** How many approvers have to say yes; 1 where left out. */
  readonly approvalsNeeded?: number;
}

/** The asker's own copy of a request in whatever state it is; with a button to cancel it while pending. */
export interface ReceiptNotice extends Repeatable {
  readonly kind: 'receipt';
  readonly request: Request;
  readonly channel: LinkedChannel | undefined;
  /** How many approvers have to say yes; 1 where left out. */
  readonly approvalsNeeded?: number;
}

/** How a request ended, to the asker; with the alias ready to copy and the next steps when approved. */
export interface AskerNotice extends Repeatable {
  readonly kind: 'asker-told';
  readonly request: Request;
  readonly channel: LinkedChannel | undefined;
  /** As it is now, once one was allotted. */
  readonly alias?: Alias | undefined;
}

/** The owning channel owns a new alias. */
export interface ChannelNotice extends Repeatable {
  readonly kind: 'channel-told';
  readonly request: Request;
}

/** An approver said yes and no alias was free; the request is still pending. */
export interface PoolEmptyNotice extends Repeatable {
  readonly kind: 'pool-empty';
  readonly request: Request;
}

/** A request has been waiting for a while; stands below the approvers' card of it. */
export interface ReminderNotice extends Repeatable {
  readonly kind: 'request-waits';
  readonly request: Request;
}

/** Somebody gave an alias to a new owner: for that one, and for the one who had it. */
export interface OwnerNotice extends Repeatable {
  readonly kind: 'owner-told';
  readonly alias: Alias;
  readonly channel: LinkedChannel | undefined;
  /** Whether it is the reader's now. */
  readonly isYours: boolean;
  /** Its owner stays; its mail goes to another channel. */
  readonly isMove: boolean;
  /** Who gave it; undefined when the history does not tell. */
  readonly by: Actor | undefined;
}

/** Another account took the place of the one that was bound to an alias. */
export interface AccountChangedNotice extends Repeatable {
  readonly kind: 'account-changed';
  readonly alias: Alias;
  readonly from: string;
  readonly accountId: string;
  readonly by: Actor;
}

/** For a channel: an alias came to it, left it, or has another owner. */
export interface OwningChannelNotice extends Repeatable {
  readonly kind: 'owning-channel-told';
  readonly alias: Alias;
  readonly channel: LinkedChannel | undefined;
  /** Whether its mail is posted here now. */
  readonly isHere: boolean;
  readonly isMove: boolean;
  readonly by: Actor;
}

/** For whoever gave an alias away: its new owner cannot be told. */
export interface OwnerUnreachedNotice extends Repeatable {
  readonly kind: 'owner-unreached';
  readonly alias: Alias;
}

/** AWS wrote to an alias that nobody had, so that it is retired. */
export interface RetiredNotice extends Repeatable {
  readonly kind: 'alias-retired';
  readonly alias: Alias;
}

/** Few aliases are free; for whoever can ask for more. */
export interface PoolLowNotice extends Repeatable {
  readonly kind: 'pool-low';
  readonly free: number;
  /** `YYYY-MM-DD`, when none is left at the rate of the last weeks; undefined when that is far away. */
  readonly emptyOn: string | undefined;
}

/** A root mail. Text is as written by strangers: draw it as text only. */
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
  /** Subject without codes and links. */
  readonly subject: string;
  /** Who claims to have written it, as `Name <address>`. */
  readonly sender: string;
  /** The domain that was verified, where the mail shows another one or more than one. */
  readonly verifiedDomain?: string | undefined;
  readonly receivedAt: Date;
  readonly addresses: readonly string[];
  readonly alias: Alias | undefined;
  readonly accountId: string | undefined;
  readonly summary: string;
  readonly excerpt: string;
  readonly webLink: string | undefined;
  /** Why it stands in triage, in words; undefined in the owning channel. */
  readonly triageReason: string | undefined;
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

/** Mentions the owner below the card of an urgent mail that nobody acknowledged. */
export interface RaisedNotice extends Repeatable {
  readonly kind: 'mail-raised';
  readonly owner: Person;
  /** How long it has been waiting. */
  readonly minutes: number;
}

/** What came for a channel that wanted to see it together. */
export interface DigestNotice {
  readonly kind: 'mail-digest';
  readonly mails: readonly MailState[];
  /** How many there are; `mails` may be fewer. */
  readonly count: number;
  readonly mayBeRepeat: boolean;
}

/** So many mails had been missed, the daily comparison found; they are delivered now. */
export interface GapNotice extends Repeatable {
  readonly kind: 'mail-gap';
  readonly missing: number;
  readonly seen: number;
}

/** The approvers' card of a reveal in whatever state it is; with buttons while it is wanted. */
export interface RevealNotice extends Repeatable {
  readonly kind: 'reveal';
  /** The mail, of which nothing but its topic is told. */
  readonly entry: LedgerEntry;
  readonly alias: Alias | undefined;
  readonly reveal: Reveal;
}

/** Why the owner does not get to read the mail. */
export interface RevealEndedNotice extends Repeatable {
  readonly kind: 'reveal-ended';
  readonly entry: LedgerEntry;
  readonly alias: Alias | undefined;
  readonly reveal: Reveal;
}

/** The card in the owner's own chat on which the mail is shown: before, while its text stands there, and afterwards. */
export interface RevealedNotice {
  readonly kind: 'revealed';
  readonly entry: LedgerEntry;
  readonly alias: Alias | undefined;
  /** Undefined but for the minutes in which it is shown. Text is as written by strangers: draw it as text only. */
  readonly shown: ShownText | undefined;
  readonly stage: 'opening' | 'shown' | 'over';
  /** An earlier card without text may stand in the chat. */
  readonly mayBeRepeat: boolean;
}

export interface ShownText {
  readonly subject: string;
  readonly sender: string;
  readonly text: string;
  /** When it is taken away again. */
  readonly until: Date;
}

import type { Alias } from '../aliases/alias.ts';
import type { LinkedChannel } from '../aliases/register.ts';
import type { Category, Genuine, Severity } from '../mail/understanding.ts';
import type { Request } from '../requests/request.ts';

/** What is said to people: plain data, decided here and in the services, drawn by cards. */
export type Notice =
  RequestNotice | ReceiptNotice | AskerNotice | ChannelNotice | LinkNotice | PoolEmptyNotice | MailNotice;

/** The approvers' card of a request in whatever state it is; with buttons while pending. */
export interface RequestNotice {
  readonly kind: 'request';
  readonly request: Request;
  readonly channel: LinkedChannel | undefined;
}

/** The asker's own copy of a request in whatever state it is; with a button to cancel it while pending. */
export interface ReceiptNotice {
  readonly kind: 'receipt';
  readonly request: Request;
  readonly channel: LinkedChannel | undefined;
}

/** How a request ended, to the asker; with the alias ready to copy and the next steps when approved. */
export interface AskerNotice {
  readonly kind: 'asker-told';
  readonly request: Request;
  readonly channel: LinkedChannel | undefined;
}

/** The owning channel owns a new alias. */
export interface ChannelNotice {
  readonly kind: 'channel-told';
  readonly request: Request;
}

/** The channel was linked for the roles that it has now. */
export interface LinkNotice {
  readonly kind: 'channel-linked';
  readonly channel: LinkedChannel;
}

/** An approver said yes and no alias was free; the request is still pending. */
export interface PoolEmptyNotice {
  readonly kind: 'pool-empty';
  readonly request: Request;
}

/** A root mail. Text is as written by strangers: draw it as text only. */
export interface MailNotice {
  readonly kind: 'mail';
  /** Key of the ledger row. */
  readonly ledgerId: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly genuine: Genuine;
  /** True: the excerpt is empty on purpose, the mail holds a code or link that opens the account. */
  readonly withheld: boolean;
  /** Subject without codes and links. */
  readonly subject: string;
  /** Who claims to have written it, as `Name <address>`. */
  readonly sender: string;
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
}

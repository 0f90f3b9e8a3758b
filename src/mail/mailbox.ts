import { RootdeskError } from '../shared/rootdesk-error.ts';

/** The folders of the central mailbox that are read. Junk counts: a lost suspension notice costs a production system. */
export const FOLDERS = ['inbox', 'junkemail'] as const;
export type Folder = (typeof FOLDERS)[number];

/** One page of what changed in a folder since the cursor. */
export interface ChangePage {
  /** Immutable ids of messages that are new or changed, in the server's order; removals and duplicates already left out. */
  readonly messageIds: readonly string[];
  /** What the page tells of them beside their ids. */
  readonly listed?: ReadonlyMap<string, Listed>;
  /** Immutable ids of messages that left the folder: deleted, or moved elsewhere. */
  readonly removedIds?: readonly string[];
  /** What to pass next: the rest of this round (`more`) or, when `more` is false, the start of the next one. */
  readonly cursor: string;
  readonly more: boolean;
}

/** What a list tells of a message before it is read. */
export interface Listed {
  readonly receivedAt: Date | undefined;
  /** Of the sender's address, in lower case. */
  readonly senderDomain: string | undefined;
  /** In memory alone; a cursor from before it was asked for brings none. */
  readonly subject?: string | undefined;
}

/** One header line as it was received, unfolded; the name as written, the value trimmed but not decoded. */
export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** A message as Exchange stores it, read through Graph and parsed at the border. */
export interface StoredMessage {
  /** Immutable id: it survives a move between folders. */
  readonly id: string;
  readonly subject: string;
  /** Addresses as Graph resolved them: for mail to an alias the root mailbox's primary address, not the alias. */
  readonly from: MailAddress | undefined;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly receivedAt: Date;
  /** `internetMessageHeaders`; may lack To and Cc. */
  readonly internetHeaders: readonly HeaderLine[];
  /** Extended property `String 0x007D`, the header block as it arrived; undefined for mail that never crossed SMTP. */
  readonly transportHeaders: string | undefined;
  readonly body: { readonly type: 'text' | 'html'; readonly content: string };
  readonly hasAttachments: boolean;
  /** Opens the message in Outlook on the web, for those who may read the mailbox. */
  readonly webLink: string | undefined;
}

export interface MailAddress {
  readonly name: string;
  /** As written; compare in lower case. */
  readonly address: string;
}

/**
 * The central mailbox, read only.
 *
 * Every call takes a signal, honours Retry-After, and at most four requests are under way at once
 * (Graph's limit for an app and mailbox).
 */
export interface Mailbox {
  /**
   * The next page of changes of a folder; without a cursor from the beginning of the folder.
   * @throws {CursorExpired} when the server no longer knows the cursor; start again without one
   * @throws {MailboxUnavailable} when the server cannot be reached, refuses, or keeps throttling
   */
  changes(folder: Folder, cursor: string | undefined, signal: AbortSignal): Promise<ChangePage>;
  /**
   * One message, or undefined when it is gone.
   * @throws {MailboxUnavailable}
   */
  message(id: string, signal: AbortSignal): Promise<StoredMessage | undefined>;
  /**
   * The message as MIME, rebuilt by Exchange from what it stores: for attachments and nested messages, never for the alias.
   * Undefined when it is gone.
   * @throws {MailboxUnavailable}
   */
  mime(id: string, signal: AbortSignal): Promise<Uint8Array | undefined>;
}

/** What the mailbox holds, apart from what changed in it. */
export interface MailboxListing {
  /**
   * A page of the messages that were received within the window, newest first: of a folder, or of all of them, deleted items
   * included, what the mailbox itself wrote left out.
   * @param cursor of the page before; undefined for the first one
   * @throws {MailboxUnavailable}
   */
  received(
    folder: Folder | 'everywhere',
    window: { readonly since: Date; readonly until: Date },
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<ChangePage>;
}

export class CursorExpired extends RootdeskError<'cursor-expired'> {
  constructor(folder: Folder, options?: ErrorOptions) {
    super(
      'cursor-expired',
      `The mailbox no longer knows how far ${folder} was read.`,
      'Nothing to do: the folder is read again from the start, and what was posted is not posted twice.',
      options,
    );
  }
}

export class MailboxUnavailable extends RootdeskError<'mailbox-unavailable'> {
  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super('mailbox-unavailable', message, remedy, options);
  }
}

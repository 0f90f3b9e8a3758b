import type { Folder } from '../mailbox.ts';

/** A promise of Microsoft 365 to tell an address of ours when a folder receives a message. */
export interface Subscription {
  readonly id: string;
  readonly expiresAt: Date;
}

export interface SubscriptionOptions {
  /** Where Microsoft 365 shall send its notifications; it asks there before it agrees. */
  readonly url: string;
  /** Comes back in every notification and proves who sent it: a secret of at most 128 characters. */
  readonly clientState: string;
  readonly expiresAt: Date;
}

/**
 * The subscriptions of this application to the folders of the central mailbox.
 *
 * A notification is a hint and may be late, doubled or lost: what is in the mailbox is learnt from the mailbox alone.
 */
export interface Subscriptions {
  /** @throws {MailboxUnavailable} also when nobody answered at the address in time */
  create(folder: Folder, form: SubscriptionOptions, signal: AbortSignal): Promise<Subscription>;
  /** Makes it last longer, and proves that the application still may; undefined when there is none. @throws {MailboxUnavailable} */
  renew(id: string, expiresAt: Date, signal: AbortSignal): Promise<Subscription | undefined>;
  /** Ends it; one that is gone already too. @throws {MailboxUnavailable} */
  remove(id: string, signal: AbortSignal): Promise<void>;
  /** Those to a folder that lead to an address. @throws {MailboxUnavailable} */
  list(folder: Folder, url: string, signal: AbortSignal): Promise<readonly Subscription[]>;
}

/** What Rootdesk knows of its subscription to a folder, whichever copy made it. */
export interface KnownSubscription extends Subscription {
  /** Address of the mailbox. */
  readonly mailbox: string;
  readonly url: string;
  /** SHA-256 of the client state, in hexadecimal digits: any copy can check it, and nobody who reads the table can forge it. */
  readonly clientStateSha256: string;
  /** What Microsoft 365 asked for and is not done yet. */
  readonly due: Due | undefined;
}
export type Due = 'renew' | 'create';

export interface StoredSubscription extends KnownSubscription {
  readonly version: string;
}

/** One row for each folder. */
export interface SubscriptionStore {
  load(folder: Folder): Promise<StoredSubscription | undefined>;
  /** Writes it unless somebody else has changed it since it was loaded; false when somebody has. */
  save(folder: Folder, known: KnownSubscription, since: StoredSubscription | undefined): Promise<boolean>;
  forget(folder: Folder): Promise<void>;
}

import type { Actor } from '../people.ts';
import type { Errand } from '../outgoing/message.ts';
import type { Handling } from '../mail/handling/handling.ts';
import type { QuietRule } from '../mail/delivery/quiet.ts';
import type { Request } from '../requests/request.ts';
import type { Alias } from './alias.ts';

/** A stored thing with the mark that tells whether somebody else changed it meanwhile. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: string;
}

/** A Teams channel in which Rootdesk is installed and which a member linked. */
export interface LinkedChannel {
  /** Teams channel id, `19:…@thread.tacv2`. */
  readonly id: string;
  readonly name: string;
  /** Teams id of the team, `19:…@thread.tacv2`. */
  readonly teamId: string;
  readonly teamName: string;
  /** Entra group behind the team: membership is asked of the directory with it. */
  readonly groupId: string | undefined;
  /** Whose members may read it; everybody of the team where left out. */
  readonly membership?: ChannelMembership;
  /** What the channel is for: teams own aliases, one channel decides requests, one takes what has no owner. */
  readonly roles: readonly ChannelRole[];
  readonly linkedBy: string;
  readonly linkedAt: Date;
  /** Mail that the channel does not want to see at once; everything where left out. */
  readonly quiet?: readonly QuietRule[];
}
/** As Teams names them: of standard channels the whole team is a member. */
export const CHANNEL_MEMBERSHIPS = ['standard', 'private', 'shared'] as const;
export type ChannelMembership = (typeof CHANNEL_MEMBERSHIPS)[number];
export const CHANNEL_ROLES = ['owner', 'approvals', 'triage'] as const;
export type ChannelRole = (typeof CHANNEL_ROLES)[number];

/** One line of history. Written in the same transaction as the change, never altered. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly aliasId: string | undefined;
  /** The request for an alias, or the reveal, that it is a step of. */
  readonly requestId: string | undefined;
  /** Short states in words, `free` → `allotted to ada@company.com`. */
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}
export const AUDIT_ACTIONS = [
  'add',
  'allot',
  'bind',
  'transfer',
  /** A transfer to whoever did it. */
  'take',
  /** The owner stays, the mail goes to another channel. */
  'move',
  'release',
  'free',
  'missing',
  'found-again',
  /** Brought in, or taken out of the pool, because nobody knows whose it is. */
  'hold',
  /** The first mail came that AWS certainly sent: an account uses the address. */
  'aws-wrote',
  /** The new owner cannot be told; whoever gave the alias to them is. */
  'owner-unreached',
  'submit',
  'approve',
  'deny',
  'cancel',
  'expire',
  'remind',
  'pool-empty',
  'pool-low',
  'pool-recovered',
  'link',
  'unlink',
  'rename',
  'adopt',
  'reveal-wanted',
  'reveal-agreed',
  'reveal-denied',
  'reveal-shown',
  'reveal-over',
  'acknowledge',
  'confirm-account',
  'quiet',
  'reconcile',
  'digest',
  'await-acknowledgment',
  'raise',
  'dead-letter',
  'replay',
  'assign',
  'not-for-us',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * What shall change, all of it or nothing. Index rows follow from the aliases, requests and channels by themselves.
 * At most 100 rows in all, which is a decision on one request with room to spare.
 */
export interface Change {
  /** Unique; committing the same change twice changes nothing and answers `committed` twice. */
  readonly id: string;
  readonly aliases?: readonly Replacement<Alias>[];
  readonly requests?: readonly Replacement<Request>[];
  readonly channels?: readonly Replacement<LinkedChannel>[];
  readonly handlings?: readonly Replacement<Handling>[];
  readonly marks?: readonly MarkChange[];
  /** At least one: no change without history. */
  readonly audit: readonly [AuditEntry, ...AuditEntry[]];
  readonly errands?: readonly Errand[];
}

/** Fields by whose beginning aliases are found. */
export const SEARCH_FIELDS = ['address', 'accountId', 'accountName', 'owner'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** `before` undefined: must not exist yet. */
export interface Replacement<T> {
  readonly before: Versioned<T> | undefined;
  readonly after: T;
}

/**
 * A note under a name of its own, for what must happen once or by one hand at a time: two changes that replace the same mark
 * cannot both be committed.
 */
export interface MarkChange {
  readonly name: string;
  /** Version of the mark that was read; undefined: there must be none yet. */
  readonly version: string | undefined;
  readonly text: string;
}

export type CommitOutcome =
  | { readonly kind: 'committed' }
  /** Somebody else was faster: read again, decide again. */
  | { readonly kind: 'stale' }
  /** Another alias that is not retired holds the account id. */
  | { readonly kind: 'account-taken'; readonly accountId: string };

/**
 * The register: aliases, requests, linked channels, audit and outbox as one truth.
 *
 * Every look-up is a point read or a range read by key, never a scan; the number of round trips stands beside each.
 * All of them throw {@link RegisterUnavailable} when the storage does not answer.
 */
export interface Register {
  /** One point read. */
  alias(id: string): Promise<Versioned<Alias> | undefined>;
  /** By full address in any case. One point read where the address holds the alias's id, else two more (index row, alias). */
  aliasByAddress(address: string): Promise<Versioned<Alias> | undefined>;
  /** The alias that is not retired and holds the account id; two point reads. */
  aliasByAccount(accountId: string): Promise<Versioned<Alias> | undefined>;
  /** Allotted aliases of an owner's mail address; one range read and a point read an alias. */
  aliasesOfOwner(mail: string): Promise<readonly Alias[]>;
  /**
   * Allotted aliases whose owner is known by this object id, whatever their address was then; one range read and a point read an
   * alias. Those allotted by earlier versions are found once the hourly repair has seen them.
   */
  aliasesOfPerson(personId: string): Promise<readonly Alias[]>;
  /** Aliases that the channel owns, or owned when they were released; one range read and a point read an alias. */
  aliasesOfChannel(channelId: string): Promise<readonly Alias[]>;
  /**
   * Aliases of which the field begins with the text, in the field's order; case is ignored. One range read and a point read an
   * alias; account ids take a second range read, for aliases that are not allotted any more.
   */
  search(field: SearchField, beginning: string, atMost: number): Promise<readonly Alias[]>;
  /**
   * A free alias by chance, undefined when none is left: a point read, and one range read (two at the end of the pool) for
   * the next two hundred.
   */
  someFreeAlias(): Promise<Versioned<Alias> | undefined>;
  /** Free aliases with an id of at least `from`, in key order; one range read and a point read an alias. */
  freeAliases(from: string, atMost: number): Promise<readonly Versioned<Alias>[]>;
  /**
   * All aliases in key order, a thousand a request: for take-over, import, statistics and export; never to answer a person.
   */
  everyAlias(): AsyncIterable<Versioned<Alias>>;
  /** One point read. */
  request(id: string): Promise<Versioned<Request> | undefined>;
  /** Pending requests of a person; one range read and a point read a request. */
  openRequestsOf(personId: string): Promise<readonly Request[]>;
  /** All pending requests, oldest first; one range read and a point read a request. */
  pendingRequests(): Promise<readonly Versioned<Request>[]>;
  /** Quarantined aliases whose time is over at the given moment; one range read and a point read an alias. */
  quarantineOver(now: Date, atMost: number): Promise<readonly Versioned<Alias>[]>;
  /** What happened to an alias, oldest first; one range read and a point read an entry. */
  history(aliasId: string): Promise<readonly AuditEntry[]>;
  /**
   * When a mail to an alias was received that AWS certainly sent, by the ledger; undefined when none was. A range read and a point
   * read a mail, until one is found.
   */
  verifiedMail(aliasId: string): Promise<Date | undefined>;
  /** What happened from `from` on and before `until`, oldest first; range reads, a thousand entries each. */
  audit(from: Date, until: Date): AsyncIterable<AuditEntry>;
  /** What people did with a mail, by its ledger id; undefined while nobody did anything. One point read. */
  handling(ledgerId: string): Promise<Versioned<Handling> | undefined>;
  /** All of them, a thousand a request; never to answer a person. */
  everyHandling(): AsyncIterable<Handling>;
  /** One point read. */
  mark(name: string): Promise<Versioned<string> | undefined>;
  /** One point read. */
  channel(id: string): Promise<Versioned<LinkedChannel> | undefined>;
  /**
   * The same as it was some seconds ago at most, to post to; what this process has changed since is in it. Nothing that is changed
   * or allowed may rest on it.
   */
  recentChannel(id: string): Promise<Versioned<LinkedChannel> | undefined>;
  /** One range read. */
  channels(): Promise<readonly Versioned<LinkedChannel>[]>;
  /** One transaction. */
  commit(change: Change): Promise<CommitOutcome>;
}

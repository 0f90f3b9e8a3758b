import type { Grant } from '../rights/grant.ts';
import type { Alias, Owner } from './alias.ts';
import type { PoolReport } from './pool.ts';
import type { AuditEntry } from '../store/audit.ts';

/** What a direct allotment, without a request, asks for. */
export interface DirectAllotment {
  readonly owner: Owner;
  /** Has to be linked to own aliases. */
  readonly channelId?: string | undefined;
  /** 12 digits; spaces and dashes are forgiven. */
  readonly accountId?: string | undefined;
  readonly accountName?: string | undefined;
  /** Of the caller's choice: the same key gives the same alias again instead of another. */
  readonly onceKey?: string | undefined;
}

/** The operations that note an account. */
export type BindingAliases = 'bind' | 'bind-account' | 'confirm-bind' | 'updateAwsRootAccount' | 'adopt';

/** To whom an alias goes: another owner, another owning channel, or both. */
export interface Destination {
  readonly owner?: Owner | undefined;
  readonly channelId?: string | undefined;
  /** Whether Rootdesk tells owners and channels; somebody else does where it is false. */
  readonly isTold?: boolean;
}

/** A page of what a search found. */
export interface Found {
  readonly aliases: readonly Grant<'see-alias'>[];
  /** How many come before these. */
  readonly from: number;
  /** How many were found that the caller may see. */
  readonly all: number;
}

/** A card has room for so many. */
export const ALIASES_A_PAGE = 10;

/**
 * What can be done with aliases, by those who were granted it. Each change is one transaction with its line of history; each refusal
 * is a `Refusal`, and then nothing was changed. A change gives the grant with the alias as it is then.
 */
export interface Aliases {
  /** @throws {Refusal} pool-empty, register-busy, account-id-malformed, account-bound-elsewhere, channel-not-linked, mail-unknown */
  allot(by: Grant<'newAwsRootAccount'>, wanted: DirectAllotment): Promise<Alias>;
  /**
   * Notes which AWS account uses the alias. Where it has another, a person has to have seen and confirmed that.
   * @param shown the version that somebody saw and agreed to
   * @throws {Refusal} account-id-malformed, account-bound-elsewhere, account-bound-already, alias-not-allotted, alias-changed
   */
  bind<O extends BindingAliases>(
    grant: Grant<O>,
    account: { id: string; name?: string | undefined; reason?: string | undefined },
    shown?: string,
  ): Promise<Grant<O>>;
  /**
   * Gives the alias to somebody else, or its mail to another channel. Owner, new owner and both channels are told.
   * @param shown the version that somebody saw and agreed to
   * @throws {Refusal} channel-not-linked, mail-unknown, alias-not-allotted, alias-changed
   */
  transfer<O extends 'transfer' | 'confirm-transfer' | 'assign'>(
    grant: Grant<O>,
    to: Destination,
    reason: string,
    shown?: string,
  ): Promise<Grant<O>>;
  /**
   * For the question that is asked before a release. What the ledger alone knows is noted on the alias, so that question, answer and
   * release agree.
   * @throws {Refusal} alias-not-allotted
   */
  releasable(grant: Grant<'release'>): Promise<Grant<'release'>>;
  /**
   * Takes the alias back: retired where an AWS account ever used it, else quarantined and free again afterwards.
   * @throws {Refusal} alias-not-allotted
   */
  release<O extends 'release' | 'release-alias' | 'deleteAwsRootAccount'>(
    grant: Grant<O>,
    reason: string,
  ): Promise<Grant<O>>;
  /**
   * Aliases that the caller may see, by address, account id, account name, owner's address, or team or channel name: what equals the
   * text comes first, then what begins with it. Only reads by key.
   * @param from how many to leave out before the page
   * @param most how many a page has; {@link ALIASES_A_PAGE} where left out
   */
  find(by: Grant<'find' | 'page-find' | 'search'>, text: string, from: number, most?: number): Promise<Found>;
  /** How many aliases there are in which state, and how long the free ones last. */
  pool(grant: Grant<'see-pool'>): Promise<PoolReport>;
  history(grant: Grant<'history' | 'page-history'>): Promise<readonly AuditEntry[]>;
}

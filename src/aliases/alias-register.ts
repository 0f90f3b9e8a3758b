import type { ChannelChange, ChannelRegister } from '../channels/channel-register.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { CommitOutcome, Replacement, Versioned } from '../store/change.ts';
import type { Alias } from './alias.ts';

export interface AliasChange extends ChannelChange {
  readonly aliases?: readonly Replacement<Alias>[];
}

/** Fields by whose beginning aliases are found. */
export const SEARCH_FIELDS = ['address', 'accountId', 'accountName', 'owner'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** An alias that was found by the beginning of a field. */
export interface Match {
  readonly id: string;
  /** Whether the text is all of the field. */
  readonly isWhole: boolean;
}

/** The register's aliases. */
export interface AliasRegister extends ChannelRegister {
  /** One point read. */
  alias(id: string): Promise<Versioned<Alias> | undefined>;
  /** By full address in any case. One point read where the address holds the alias's id, else two more (index row, alias). */
  aliasByAddress(address: string): Promise<Versioned<Alias> | undefined>;
  /** The alias that is not retired and holds the account id; two point reads. */
  aliasByAccount(accountId: string): Promise<Versioned<Alias> | undefined>;
  /** Allotted aliases of an owner's mail address; one range read and a point read for each alias. */
  aliasesOfOwner(mail: string): Promise<readonly Alias[]>;
  /**
   * Allotted aliases whose owner is known by this object id, whatever their address was then; one range read and a point read an
   * alias. Those allotted by earlier versions are found once the hourly repair has seen them.
   */
  aliasesOfPerson(personId: string): Promise<readonly Alias[]>;
  /** Aliases that the channel owns, or owned when they were released; one range read and a point read for each alias. */
  aliasesOfChannel(channelId: string): Promise<readonly Alias[]>;
  /**
   * All aliases of which the field begins with the text, in the field's order; case is ignored. Nothing of them is read: one range
   * read, for account ids a second one, for aliases that are not allotted any more. What an old client changed within the hour may
   * still be found by what it was.
   */
  search(field: SearchField, beginning: string): Promise<readonly Match[]>;
  /**
   * A free alias by chance, undefined when none is left: a point read, and one range read (two at the end of the pool) for
   * the next two hundred.
   */
  someFreeAlias(): Promise<Versioned<Alias> | undefined>;
  /**
   * How many aliases are free; one range read. What others than this process changed in the last seconds may be missing: it is told to
   * people, and nothing is decided by it.
   */
  freeCount(): Promise<number>;
  /** Free aliases with an id of at least `from`, in key order; one range read and a point read for each alias. */
  freeAliases(from: string, atMost: number): Promise<readonly Versioned<Alias>[]>;
  /**
   * All aliases in key order, a thousand a request: for take-over, import, statistics and export; never to answer a person.
   */
  everyAlias(): AsyncIterable<Versioned<Alias>>;
  /** Quarantined aliases whose time is over at the given moment; one range read and a point read for each alias. */
  quarantineOver(now: Date, atMost: number): Promise<readonly Versioned<Alias>[]>;
  /** What happened to an alias, oldest first; one range read and a point read for each entry. */
  history(aliasId: string): Promise<readonly AuditEntry[]>;
  /**
   * When a mail to an alias was received that AWS certainly sent, by the ledger; undefined when none was. A range read and a point
   * read a mail, until one is found.
   */
  verifiedMail(aliasId: string): Promise<Date | undefined>;
  commit(change: AliasChange): Promise<CommitOutcome>;
}

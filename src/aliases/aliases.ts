import type { Person } from '../people.ts';
import type { Actor } from '../people.ts';
import type { Alias, Owner } from './alias.ts';
import type { AuditEntry } from './register.ts';

/** Whose hand it is: a person, whose rights are looked at, or somebody whose rights the caller has checked (API role, command line). */
export type Hand =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'trusted'; readonly actor: Exclude<Actor, { kind: 'person' }> };

/** What a direct allotment, without a request, asks for. */
export interface DirectWish {
  readonly owner: Owner;
  /** Has to be linked to own aliases. */
  readonly channelId?: string | undefined;
  /** 12 digits; spaces and dashes are forgiven. */
  readonly accountId?: string | undefined;
  readonly accountName?: string | undefined;
  /** Of the caller's choice: the same key gives the same alias again instead of another. */
  readonly onceKey?: string | undefined;
}

/** To whom an alias goes: another owner, another owning channel, or both. */
export interface Destination {
  readonly owner?: Owner | undefined;
  readonly channelId?: string | undefined;
}

export interface Found {
  /** At most {@link FOUND_MOST}. */
  readonly aliases: readonly Alias[];
  /** Whether there are more than these. */
  readonly more: boolean;
}

/** So many aliases a search shows; whoever gets `more` asks more closely. */
export const FOUND_MOST = 50;

/**
 * What can be done with aliases. Each change is one transaction with its line of history; each refusal is a `Refusal`, and
 * then nothing was changed. Aliases are named by their address, in any case.
 *
 * An owner changes their own aliases, an approver everybody's.
 */
export interface Aliases {
  /** @throws {Refusal} pool-empty, register-busy, account-id-malformed, account-bound-elsewhere, channel-not-linked, mail-unknown */
  allot(by: Hand, wish: DirectWish): Promise<Alias>;
  /**
   * Notes which AWS account uses the alias; again with another id corrects it.
   * @throws {Refusal} account-id-malformed, account-bound-elsewhere, alias-unknown, alias-not-allotted, alias-not-yours
   */
  bind(by: Hand, address: string, account: { id: string; name?: string | undefined }): Promise<Alias>;
  /** @throws {Refusal} channel-not-linked, mail-unknown, alias-unknown, alias-not-allotted, alias-not-yours */
  transfer(by: Hand, address: string, to: Destination, reason: string): Promise<Alias>;
  /**
   * Takes the alias back: retired where an AWS account ever used it, else quarantined and free again afterwards.
   * @throws {Refusal} alias-unknown, alias-not-allotted, alias-not-yours
   */
  release(by: Hand, address: string, reason: string): Promise<Alias>;
  /**
   * Aliases by address, account id, account name, owner's address, or team or channel name: what equals the text comes first,
   * then what begins with it. Only reads by key.
   */
  find(text: string): Promise<Found>;
  /**
   * The alias, if this hand may change it now: for the question that is asked before a release.
   * @throws {Refusal} alias-unknown, alias-not-allotted, alias-not-yours
   */
  changeable(by: Hand, address: string): Promise<Alias>;
  /** @throws {Refusal} alias-unknown */
  history(address: string): Promise<{ readonly alias: Alias; readonly entries: readonly AuditEntry[] }>;
}

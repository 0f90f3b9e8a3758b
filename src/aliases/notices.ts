import type { LinkedChannel } from '../channels/channel.ts';
import type { Repeatable } from '../messages/poster.ts';
import type { Actor } from '../people/person.ts';
import type { Alias } from './alias.ts';

/** What is said of aliases and of the pool: plain data, drawn by cards. */
export type AliasesNotice =
  | OwnerNotice
  | AccountChangedNotice
  | OwningChannelNotice
  | ReleasedNotice
  | OwnerUnreachedNotice
  | RetiredNotice
  | ChannelLinkNotice
  | PoolLowNotice;

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

export interface AccountChangedNotice extends Repeatable {
  readonly kind: 'account-changed';
  readonly alias: Alias;
  readonly from: string;
  readonly accountId: string;
  readonly by: Actor;
}

export interface OwningChannelNotice extends Repeatable {
  readonly kind: 'owning-channel-told';
  readonly alias: Alias;
  readonly channel: LinkedChannel | undefined;
  /** Whether its mail is posted here now. */
  readonly isHere: boolean;
  readonly isMove: boolean;
  readonly by: Actor;
}

export interface ReleasedNotice extends Repeatable {
  readonly kind: 'alias-released';
  readonly alias: Alias;
  readonly channel: LinkedChannel | undefined;
  /** Told in the channel that it belonged to, and not to its last owner. */
  readonly isHere: boolean;
  readonly by: Actor;
}

export interface OwnerUnreachedNotice extends Repeatable {
  readonly kind: 'owner-unreached';
  readonly alias: Alias;
  /** There is no chat with them, or the directory knows nobody by their address. */
  readonly why: 'no-chat' | 'unknown';
  /** Of the Teams app, for the link by which it is added; undefined where that is not set. */
  readonly appId?: string | undefined;
}

export interface ChannelLinkNotice extends Repeatable {
  readonly kind: 'channel-link';
  readonly channel: LinkedChannel;
  /** Whether it owns aliases again. */
  readonly isLinked: boolean;
  /** Told in the channel, and not to somebody who owns an alias. */
  readonly isHere: boolean;
  /** Those of the reader that the channel has. */
  readonly aliases: readonly Alias[];
  /** Triage is told in the place of an owner who cannot be. */
  readonly untold?: { readonly mail: string; readonly why: OwnerUnreachedNotice['why'] };
  readonly by: Actor;
}

export interface RetiredNotice extends Repeatable {
  readonly kind: 'alias-retired';
  readonly alias: Alias;
}

export interface PoolLowNotice extends Repeatable {
  readonly kind: 'pool-low';
  readonly free: number;
  /** `YYYY-MM-DD`, when none is left at the rate of the last weeks; undefined when that is far away. */
  readonly emptyOn: string | undefined;
}

import type { ChannelLoss, ChannelMembership, ChannelRole, LinkedChannel } from './channel.ts';
import type { MuteChange, MuteGrant } from './mute.ts';
import type { MuteRule } from './mute-rules.ts';
import type { Actor } from '../people/person.ts';
import type { Grant } from '../rights/grant.ts';

/** A channel as Teams tells of it in a verified activity. */
export type ChannelSeen = Pick<LinkedChannel, 'id' | 'name' | 'teamId' | 'teamName' | 'groupId'> & {
  readonly membership: ChannelMembership;
};

/** What happened to channels in Teams. */
export type ChannelEvent =
  /** Nothing can be posted there any more: deleted, archived, or Rootdesk was removed. */
  | { readonly kind: 'channel-gone'; readonly channelId: string; readonly because: ChannelLoss }
  | { readonly kind: 'team-gone'; readonly teamId: string; readonly because: ChannelLoss }
  /** That is over: what was linked before is linked again. */
  | { readonly kind: 'channel-back'; readonly channelId: string; readonly because: ChannelLoss }
  | { readonly kind: 'team-back'; readonly teamId: string; readonly because: ChannelLoss }
  | { readonly kind: 'channel-renamed'; readonly channelId: string; readonly name: string }
  | { readonly kind: 'team-renamed'; readonly teamId: string; readonly name: string }
  /** It is known to have members of its own; rows of earlier versions say nothing of that. */
  | {
      readonly kind: 'channel-closed';
      readonly channelId: string;
      readonly membership: Exclude<ChannelMembership, 'standard'>;
    };

/** What a channel is linked for: to own aliases, or, by approvers alone, for more. */
export type Linking = Grant<'link' | 'link-channel' | 'link-approvals'>;

/** What a channel is unlinked from: owning aliases, or, by approvers alone, more. */
export type Unlinking = Grant<'unlink-channel' | 'unlink-approvals'>;

/** Linking channels. Linking twice changes nothing. */
export interface Channels {
  link(by: Linking, channel: ChannelSeen, roles: readonly ChannelRole[]): Promise<LinkedChannel>;
  /**
   * Takes the roles from a channel. Its aliases stay its own, so that a link brings everything back.
   * @throws {Refusal} channel-not-linked-for, register-busy
   */
  unlink(by: Unlinking, roles: readonly ChannelRole[]): Promise<LinkedChannel>;
  channel(id: string): Promise<LinkedChannel | undefined>;
  /** The same as it was some seconds ago at most, to be named on a card. */
  named(id: string): Promise<LinkedChannel | undefined>;
  /**
   * How the channel wants to have its mail: which topics are quiet.
   * @returns the channel's rules as they are then
   * @throws {Refusal} channel-not-owning, mail-busy
   */
  mute(grant: MuteGrant, change: MuteChange): Promise<readonly MuteRule[]>;
  /**
   * Takes over what Teams tells of channels and teams; those that are not linked are left alone, and telling the same twice
   * changes nothing.
   * @throws {Refusal} register-busy
   */
  changed(event: ChannelEvent, by: Actor): Promise<void>;
}

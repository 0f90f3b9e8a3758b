import type { ChannelRole, LinkedChannel } from '../aliases/register.ts';
import type { Actor, Person } from '../people.ts';

/** A channel as Teams tells of it in a verified activity. */
export interface ChannelSeen {
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly groupId: string | undefined;
}

/** What happened to channels in Teams. */
export type ChannelEvent =
  /** Nothing can be posted there any more: deleted, archived, or Rootdesk was removed. */
  | { readonly kind: 'channel-gone'; readonly channelId: string; readonly why: string }
  | { readonly kind: 'team-gone'; readonly teamId: string; readonly why: string }
  | { readonly kind: 'channel-renamed'; readonly channelId: string; readonly name: string }
  | { readonly kind: 'team-renamed'; readonly teamId: string; readonly name: string };

/** Linking channels. Linking twice changes nothing; `approvals` and `triage` may be given by approvers alone. */
export interface Channels {
  /** @throws {Refusal} not-allowed */
  link(by: Person, channel: ChannelSeen, roles: readonly ChannelRole[]): Promise<LinkedChannel>;
  channel(id: string): Promise<LinkedChannel | undefined>;
  /**
   * Takes over what Teams tells of channels and teams; those that are not linked are left alone, and telling the same twice
   * changes nothing.
   * @throws {Refusal} register-busy
   */
  changed(event: ChannelEvent, by: Actor): Promise<void>;
}

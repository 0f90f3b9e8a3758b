import type { MuteRule } from './mute-rules.ts';

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
  /** What it was linked for when Teams took it away: it is that again when it comes back. */
  readonly lost?: { readonly roles: readonly ChannelRole[]; readonly because: ChannelLoss };
  /** Mail that the channel does not want to see at once; everything where left out. */
  readonly muted?: readonly MuteRule[];
}
/** As Teams names them: of standard channels the whole team is a member. */
export const CHANNEL_MEMBERSHIPS = ['standard', 'private', 'shared'] as const;
export type ChannelMembership = (typeof CHANNEL_MEMBERSHIPS)[number];
/** Why nothing can be posted there any more, as Teams tells it. */
export const CHANNEL_LOSSES = ['bot-removed', 'team-archived', 'team-deleted', 'channel-deleted'] as const;
export type ChannelLoss = (typeof CHANNEL_LOSSES)[number];
export const CHANNEL_ROLES = ['owner', 'approvals', 'triage'] as const;
export type ChannelRole = (typeof CHANNEL_ROLES)[number];

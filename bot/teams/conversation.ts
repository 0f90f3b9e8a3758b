import type { TurnContext } from 'botbuilder';
import type { Drawn } from '../../cards/index.ts';
import type { ChannelSeen } from '../../src/channels/channels.ts';
import type { Incoming } from './activity.ts';
import { channelSeen } from './channel-seen.ts';
import { memberId, type MentionedPerson } from './member-id.ts';
import { messageOf } from './message-of.ts';

/** A conversation of Teams while it is open; nothing of botbuilder. Every call throws what `TeamsCallFailed` says. */
export interface Conversation {
  /**
   * @param remark is above the card, as text
   * @returns the id of the new message; undefined where Teams gave none
   */
  send(drawn: Drawn, remark?: string): Promise<string | undefined>;
  /** Puts the card in the place of that message of ours. */
  redraw(activityId: string, drawn: Drawn): Promise<void>;
  /** Entra object id of somebody who was mentioned, asked of the channel's roster; undefined where nobody can tell. */
  memberId(seen: Incoming, mention: MentionedPerson): Promise<string | undefined>;
  /** The channel of the activity with its names. @throws {TypeError} outside of channels */
  channelSeen(seen: Incoming): Promise<ChannelSeen>;
}

export function conversationOf(context: TurnContext): Conversation {
  return {
    async send(drawn, remark) {
      const message = remark === undefined ? messageOf(drawn) : { ...messageOf(drawn), text: remark };
      return (await context.sendActivity(message))?.id;
    },
    async redraw(activityId, drawn) {
      await context.updateActivity({ ...messageOf(drawn), id: activityId });
    },
    memberId: (seen, mention) => memberId(context, seen, mention),
    channelSeen: (seen) => channelSeen(context, seen),
  };
}

import { TeamsInfo, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { CHANNEL_MEMBERSHIPS } from '../../src/channels/channel.ts';
import type { ChannelSeen } from '../../src/channels/channels.ts';
import { type Incoming, placeOf } from './activity.ts';

const Team = z.object({ name: z.string().nullish(), aadGroupId: z.string().nullish() });
const ChannelNames = z.array(
  z.object({
    id: z.string(),
    name: z.string().nullish(),
    // Teams leaves it out for the first channel of a team.
    type: z.enum(CHANNEL_MEMBERSHIPS).nullish(),
  }),
);

/** Teams gives the first channel of a team no name, and shows it as this. */
const FIRST_CHANNEL = 'General';

/**
 * The channel of an activity with its names. A message carries ids only, so Teams is asked twice; that is done for `link`
 * alone, because roster calls are throttled.
 */
export async function channelSeen(context: TurnContext, seen: Incoming): Promise<ChannelSeen> {
  const place = placeOf(seen);
  if (place.kind !== 'channel') throw new TypeError('not said in a channel');
  const [details, channels] = await Promise.all([
    TeamsInfo.getTeamDetails(context, place.teamId),
    TeamsInfo.getTeamChannels(context, place.teamId),
  ]);
  const team = Team.parse(details);
  const channel = ChannelNames.parse(channels).find(({ id }) => id === place.channelId);
  return {
    id: place.channelId,
    name: channel?.name ?? seen.channelData?.channel?.name ?? FIRST_CHANNEL,
    teamId: place.teamId,
    teamName: team.name ?? seen.channelData?.team?.name ?? '',
    groupId: team.aadGroupId ?? seen.channelData?.team?.aadGroupId,
    // What the team does not list among its channels is not open to everybody in it.
    membership:
      seen.channelData?.channel?.type ??
      channel?.type ??
      (channel === undefined && place.channelId !== place.teamId ? 'private' : 'standard'),
  };
}

import { channelLinkedCard } from '../../cards/index.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { channelHere } from '../turn/channel-here.ts';
import type { Turn } from '../turn/turn.ts';
import type { ActionAnswer } from './card-action.ts';

/** Links the channel in which the button is pressed, as `link` does. */
export async function linkChannel(
  { rights, channels }: Uses<'rights' | 'channels'>,
  turn: Turn,
): Promise<ActionAnswer> {
  const grant = await rights.grant('link-channel', turn.caller, channelHere(turn));
  const linked = await channels.link(grant, await turn.channelSeen(), ['owner']);
  return { drawn: channelLinkedCard(turn.texts, linked) };
}

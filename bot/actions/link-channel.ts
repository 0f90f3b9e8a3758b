import { channelLinkedCard } from '../../cards/index.ts';
import { CHANNEL_ROLES, type ChannelRole } from '../../src/channels/channel.ts';
import { Refusal } from '../../src/store/refusal.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { channelHere } from '../turn/channel-here.ts';
import { drawUnlinkQuestion, unlinkSubject } from '../turn/draw-unlink-question.ts';
import type { Turn } from '../turn/turn.ts';
import type { ActionAnswer, CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';

type ChannelUses = Uses<'rights' | 'channels'>;

/** Links the channel in which the button is pressed, as `link` does. */
export async function linkChannel({ rights, channels }: ChannelUses, turn: Turn): Promise<ActionAnswer> {
  const grant = await rights.grant('link-channel', turn.caller, channelHere(turn));
  const linked = await channels.link(grant, await turn.channelSeen(), ['owner']);
  return { drawn: channelLinkedCard(turn.texts, { channel: linked, because: 'linked' }) };
}

/** Asks in a message of its own whether the channel shall be unlinked. */
export const askUnlink: CardAction = async (deps, turn) => {
  const grant = await deps.rights.grant('ask-unlink', turn.caller, channelHere(turn));
  const question = await drawUnlinkQuestion(deps, turn, grant, ['owner']);
  return { drawn: question, below: question };
};

/** Unlinks the channel in which the button is pressed, from what the question named. */
export async function unlinkChannel(
  { rights, channels }: ChannelUses,
  turn: Turn,
  input: unknown,
): Promise<ActionAnswer> {
  const id = channelHere(turn);
  const named = textIn(input, 'roles').split(',');
  const others = CHANNEL_ROLES.filter((role) => role !== 'owner' && named.includes(role));
  const roles: readonly ChannelRole[] = others.length === 0 ? ['owner'] : others;
  const operation = others.length === 0 ? 'unlink-channel' : 'unlink-approvals';
  const grant = await rights.grant(operation, turn.caller, id);
  const copyOf = unlinkSubject(id);
  try {
    const unlinked = await channels.unlink(grant, roles);
    return {
      drawn: channelLinkedCard(turn.texts, { channel: unlinked, because: 'unlinked' }),
      copyOf,
      answered: grant,
    };
  } catch (error) {
    // The same click, sent twice, or somebody who was faster.
    const now =
      error instanceof Refusal && error.code === 'channel-not-linked-for' ? grant.subject : undefined;
    if (now === undefined) throw error;
    return {
      drawn: channelLinkedCard(turn.texts, { channel: now, because: 'unlinked' }),
      copyOf,
      answered: grant,
    };
  }
}

/** Everything stays as it is. */
export async function keepChannel({ rights }: Uses<'rights'>, turn: Turn): Promise<ActionAnswer> {
  const grant = await rights.grant('keep-channel', turn.caller, channelHere(turn));
  const { subject: channel } = grant;
  if (channel === undefined) throw new Refusal('channel-not-linked-for');
  return {
    drawn: channelLinkedCard(turn.texts, { channel, because: 'unchanged' }),
    copyOf: unlinkSubject(channel.id),
    answered: grant,
  };
}

import { channelLinkedCard } from '../../cards/index.ts';
import { CHANNEL_ROLES, type ChannelRole } from '../../src/channels/channel.ts';
import { Refusal } from '../../src/store/refusal.ts';
import { channelHere } from '../turn/channel-here.ts';
import { drawUnlinkQuestion, unlinkSubject } from '../turn/draw-unlink-question.ts';
import type { CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';

/** Links the channel in which the button is pressed, as `link` does. */
export const linkChannel: CardAction = async ({ rights, channels }, turn) => {
  const grant = await rights.grant('link-channel', turn.caller, channelHere(turn));
  const linked = await channels.link(grant, await turn.channelSeen(), ['owner']);
  return { drawn: channelLinkedCard(turn.texts, { channel: linked, because: 'linked' }) };
};

/** Asks in a message of its own whether the channel shall be unlinked. */
export const askUnlink: CardAction = async (deps, turn) => {
  const grant = await deps.rights.grant('ask-unlink', turn.caller, channelHere(turn));
  const question = await drawUnlinkQuestion(deps, turn, grant, ['owner']);
  return { drawn: question, below: question };
};

/** Unlinks the channel in which the button is pressed, from what the question named. */
export const unlinkChannel: CardAction = async ({ rights, channels }, turn, input) => {
  const id = channelHere(turn);
  const named = textIn(input, 'roles').split(',');
  const others = CHANNEL_ROLES.filter((role) => role !== 'owner' && named.includes(role));
  const roles: readonly ChannelRole[] = others.length === 0 ? ['owner'] : others;
  const operation = others.length === 0 ? 'unlink-channel' : 'unlink-approvals';
  const grant = await rights.grant(operation, turn.caller, id);
  const unlinked = await channels.unlink(grant, roles).catch((error: unknown) => {
    // The same click, sent twice, or somebody who was faster.
    const isOver = error instanceof Refusal && error.code === 'channel-not-linked-for';
    if (isOver && grant.subject !== undefined) return grant.subject;
    throw error;
  });
  return {
    drawn: channelLinkedCard(turn.texts, {
      channel: unlinked,
      because: 'unlinked',
      wasOwner: roles.includes('owner'),
    }),
    copyOf: unlinkSubject(id),
    answered: grant,
  };
};

/** Everything stays as it is. */
export const keepChannel: CardAction = async ({ rights }, turn) => {
  const grant = await rights.grant('keep-channel', turn.caller, channelHere(turn));
  const { subject: channel } = grant;
  if (channel === undefined) throw new Refusal('channel-not-linked-for');
  return {
    drawn: channelLinkedCard(turn.texts, { channel, because: 'unchanged' }),
    copyOf: unlinkSubject(channel.id),
    answered: grant,
  };
};

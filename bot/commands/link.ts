import { channelLinkedCard, noteCard } from '../../cards/index.ts';
import type { ChannelRole } from '../../src/aliases/register.ts';
import type { Command } from '../turn/turn.ts';

export const link: Command = {
  name: 'link',
  usage: 'link',
  description: 'In a channel: post the AWS mail of your accounts here.',
  variants: [
    { usage: 'link approvals', description: 'For approvers: have requests decided in this channel.' },
    { usage: 'link triage', description: 'For approvers: post mail that belongs to no team here.' },
  ],
  async run(turn, words) {
    const roles = rolesIn(words);
    if (roles === undefined) {
      return noteCard(
        'That is not something to link for',
        'Write `link` to let this channel own aliases. Approvers can also write `link approvals` or `link triage`.',
      );
    }
    const channelId = turn.place.kind === 'channel' ? turn.place.channelId : '';
    const operation = roles.every((role) => role === 'owner') ? 'link' : 'link-approvals';
    const grant = await turn.parts.rights.grant(operation, turn.caller, channelId);
    return channelLinkedCard(await turn.parts.channels.link(grant, await turn.channelSeen(), roles));
  },
};

const ROLE_OF_WORD: ReadonlyMap<string, ChannelRole> = new Map([
  ['approvals', 'approvals'],
  ['triage', 'triage'],
]);

/** `link` alone makes the channel an owner; `link approvals triage` names the approvers' roles. */
function rolesIn(words: readonly string[]): readonly ChannelRole[] | undefined {
  if (words.length === 0) return ['owner'];
  const roles = words
    .map((word) => ROLE_OF_WORD.get(word.toLowerCase()))
    .filter((role) => role !== undefined);
  return roles.length === words.length ? roles : undefined;
}

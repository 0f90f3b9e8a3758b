import { channelLinkedCard, noteCard } from '../../cards/index.ts';
import type { ChannelRole } from '../../src/channels/channel.ts';
import type { Uses } from '../turn/bot-deps.ts';
import type { Argument } from './argument.ts';
import { command } from './command.ts';

const ROLE_OF_WORD: ReadonlyMap<string, ChannelRole> = new Map([
  ['approvals', 'approvals'],
  ['triage', 'triage'],
]);

/** `link` alone makes the channel an owner; `link approvals triage` names the approvers' roles. */
const ROLES: Argument<readonly ChannelRole[]> = {
  label: '[approvals] [triage]',
  meaning: 'What else the channel is for; left out, it is linked to own aliases.',
  isMinor: true,
  read({ words }) {
    if (words.length === 0) return { value: ['owner'], rest: [] };
    const roles = words
      .map((word) => ROLE_OF_WORD.get(word.toLowerCase()))
      .filter((role) => role !== undefined);
    if (roles.length === words.length) return { value: roles, rest: [] };
    return {
      fault: noteCard(
        'That is not something to link for',
        'Write `link` to let this channel own aliases. Approvers can also write `link approvals` or `link triage`.',
      ),
    };
  },
};

export const link = command({
  name: 'link',
  description: 'In a channel: post the AWS mail of your accounts here.',
  takes: { roles: ROLES },
  variants: [
    { usage: 'link approvals', description: 'For approvers: have requests decided in this channel.' },
    { usage: 'link triage', description: 'For approvers: post mail that belongs to no team here.' },
  ],
  async run({ rights, channels }: Uses<'rights' | 'channels'>, turn, { roles }) {
    const channelId = turn.place.kind === 'channel' ? turn.place.channelId : '';
    const operation = roles.every((role) => role === 'owner') ? 'link' : 'link-approvals';
    const grant = await rights.grant(operation, turn.caller, channelId);
    return channelLinkedCard(await channels.link(grant, await turn.channelSeen(), roles));
  },
});

import { channelLinkedCard, noteCard } from '../../cards/index.ts';
import type { ChannelRole } from '../../src/channels/channel.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { channelHere } from '../turn/channel-here.ts';
import type { Argument } from './argument.ts';
import { command } from './command.ts';

const ROLE_OF_WORD: ReadonlyMap<string, ChannelRole> = new Map([
  ['approvals', 'approvals'],
  ['triage', 'triage'],
]);

/** `link` alone makes the channel an owner; `link approvals triage` names the approvers' roles. */
const ROLES: Argument<readonly ChannelRole[]> = {
  told: (texts) => texts.arguments.roles,
  isMinor: true,
  read({ words, texts }) {
    if (words.length === 0) return { value: ['owner'], rest: [] };
    const roles = words
      .map((word) => ROLE_OF_WORD.get(word.toLowerCase()))
      .filter((role) => role !== undefined);
    if (roles.length === words.length) return { value: roles, rest: [] };
    return { fault: noteCard(texts, texts.answers.notToLink, texts.answers.notToLinkLead) };
  },
};

export const link = command({
  name: 'link',
  takes: { roles: ROLES },
  variants: ['linkApprovals', 'linkTriage'],
  async run({ rights, channels }: Uses<'rights' | 'channels'>, turn, { roles }) {
    const operation = roles.every((role) => role === 'owner') ? 'link' : 'link-approvals';
    const grant = await rights.grant(operation, turn.caller, channelHere(turn));
    return channelLinkedCard(turn.texts, await channels.link(grant, await turn.channelSeen(), roles));
  },
});

import { channelLinkedCard, noteCard } from '../../cards/index.ts';
import { CHANNEL_ROLES, type ChannelRole } from '../../src/channels/channel.ts';
import { channelHere } from '../turn/channel-here.ts';
import { drawUnlinkQuestion } from '../turn/draw-unlink-question.ts';
import type { Argument } from './argument.ts';
import { command } from './command.ts';

/** What a channel is linked for, and unlinked from: nothing stands for owning aliases, `approvals triage` for the approvers' roles. */
function rolesOf(told: Argument<readonly ChannelRole[]>['told']): Argument<readonly ChannelRole[]> {
  return {
    told,
    isMinor: true,
    read({ words, texts }) {
      if (words.length === 0) return { value: ['owner'], rest: [] };
      const roles = words
        .map((word) => CHANNEL_ROLES.find((role) => role !== 'owner' && role === word.toLowerCase()))
        .filter((role) => role !== undefined);
      if (roles.length === words.length) return { value: roles, rest: [] };
      return { fault: noteCard(texts, texts.answers.notToLink, texts.answers.notToLinkLead) };
    },
  };
}

export const link = command({
  name: 'link',
  takes: { roles: rolesOf((texts) => texts.arguments.roles) },
  variants: ['linkApprovals', 'linkTriage'],
  async run({ rights, channels }, turn, { roles }) {
    const operation = roles.every((role) => role === 'owner') ? 'link' : 'link-approvals';
    const grant = await rights.grant(operation, turn.caller, channelHere(turn));
    const linked = await channels.link(grant, await turn.channelSeen(), roles);
    return channelLinkedCard(turn.texts, { channel: linked, because: 'linked' });
  },
});

export const unlink = command({
  name: 'unlink',
  takes: { roles: rolesOf((texts) => texts.arguments.unlinkRoles) },
  async run(deps, turn, { roles }) {
    const operation = roles.every((role) => role === 'owner') ? 'unlink' : 'unlink-approvals';
    const grant = await deps.rights.grant(operation, turn.caller, channelHere(turn));
    return drawUnlinkQuestion(deps, turn, grant, roles);
  },
});

import { noteCard } from '../../cards/index.ts';
import { CHANNEL_ROLES, type ChannelRole } from '../../src/channels/channel.ts';
import type { Argument } from './argument.ts';

/** What a channel is linked for, and unlinked from: nothing stands for owning aliases, `approvals triage` for the approvers' roles. */
export function rolesOf(told: Argument<readonly ChannelRole[]>['told']): Argument<readonly ChannelRole[]> {
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

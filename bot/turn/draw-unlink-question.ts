import { unlinkCard } from '../../cards/index.ts';
import { hasOwner } from '../../src/aliases/states.ts';
import type { ChannelRole } from '../../src/channels/channel.ts';
import type { Grant } from '../../src/rights/grant.ts';
import { Refusal } from '../../src/store/refusal.ts';
import type { Uses } from './bot-deps.ts';
import type { Said, Turn } from './turn.ts';

/**
 * The question before a channel is unlinked.
 * @throws {Refusal} channel-not-linked-for
 */
export async function drawUnlinkQuestion(
  { rights }: Uses<'rights'>,
  { texts, caller }: Turn,
  { subject: channel }: Grant<'unlink' | 'unlink-approvals' | 'ask-unlink'>,
  wanted: readonly ChannelRole[],
): Promise<Said> {
  const roles = wanted.filter((role) => channel?.roles.includes(role));
  if (channel === undefined || roles.length === 0) throw new Refusal('channel-not-linked-for');
  const aliases = (await rights.here(caller)).filter(({ subject }) => hasOwner(subject)).length;
  return { ...unlinkCard(texts, { roles, aliases }), copyOf: unlinkSubject(channel.id) };
}

/** Under which the questions before a channel is unlinked are kept. */
export function unlinkSubject(channelId: string): string {
  return `${channelId}.unlink`;
}

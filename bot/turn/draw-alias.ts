import {
  aliasCard,
  noteCard,
  type AliasSaying,
  type AliasWithChannel,
  type Drawn,
} from '../../cards/index.ts';
import { hasOwner } from '../../src/aliases/states.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { OperationOn } from '../../src/rights/operations.ts';
import type { Uses } from './bot-deps.ts';
import type { Turn } from './turn.ts';

/** The right to see an alias, or to change it. */
export type AliasGrant = Grant<OperationOn<'alias'>>;

/** Aliases with their channels' names; one range read for all of them. */
export async function withChannels(
  { register }: Uses<'register'>,
  grants: readonly AliasGrant[],
): Promise<readonly AliasWithChannel[]> {
  if (grants.length === 0) return [];
  const channels = await register.channels();
  const byId = new Map(channels.map(({ value }) => [value.id, value]));
  return grants.map(({ subject }) => ({ alias: subject, channel: byId.get(subject.channelId ?? '') }));
}

/** One alias with its channel's name; a point read. */
export async function withChannel(
  { channels }: Uses<'channels'>,
  { subject: alias }: AliasGrant,
): Promise<AliasWithChannel> {
  const { channelId } = alias;
  return { alias, channel: channelId === undefined ? undefined : await channels.named(channelId) };
}

/** The alias after something was done with it; in a channel that does not own it, no more than that it was done. */
export async function drawAlias(
  { texts, place, botId, caller }: Pick<Turn, 'texts' | 'place' | 'botId' | 'caller'>,
  deps: Uses<'channels'>,
  grant: AliasGrant,
  saying: AliasSaying,
): Promise<Drawn> {
  if (grant.isShownHere) {
    // The history is told in one's own chat alone.
    const hasHistory = place.kind === 'personal';
    const isOwner = hasOwner(grant.subject) && grant.subject.owner?.id === caller.person.id;
    const shown = await withChannel(deps, grant);
    return aliasCard(texts, shown, { ...saying, hasHistory, canChange: hasHistory && isOwner });
  }
  return noteCard(texts, saying.title, texts.answers.notShownHere, [
    { kind: 'chat', botId, message: 'find' },
  ]);
}

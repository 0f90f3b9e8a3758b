import { languageOf } from '../../cards/index.ts';
import { LRUCache } from 'lru-cache';
import type { Conversations, TeamAddress } from '../../src/messages/poster.ts';
import type { Log } from '../../src/shared/log.ts';
import type { Channels } from '../../src/channels/channels.ts';
import { placeOf, tenantOf, type Incoming } from '../teams/activity.ts';
import { actorOfChange } from './channel-event.ts';

interface RememberDeps {
  readonly conversations: Conversations;
  readonly channels: Pick<Channels, 'changed'>;
}

/** A stored address is written again after this long even when nothing changed, in case the row was lost. */
const WRITTEN_AGAIN_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;

/**
 * Keeps where people and teams can be reached, from every activity that was believed: service URLs move, and Rootdesk must
 * find its way back after a restart. What was written a moment ago is not written again.
 */
export function createRemember(deps: RememberDeps, log: Log): (seen: Incoming) => Promise<void> {
  const written = new LRUCache<string, true>({ max: MOST_REMEMBERED, ttl: WRITTEN_AGAIN_MS });
  const teams = new LRUCache<string, Promise<void>>({ max: MOST_REMEMBERED, ttl: WRITTEN_AGAIN_MS });

  /** Everybody in a team names the same address, often at the same moment. */
  function rememberTeam(team: TeamAddress): Promise<void> {
    const key = JSON.stringify(team);
    const known = teams.get(key);
    if (known !== undefined) return known;
    const writing = deps.conversations.rememberTeam(team);
    teams.set(key, writing);
    writing.catch(() => teams.delete(key));
    return writing;
  }

  return async (seen) => {
    const key = JSON.stringify([
      seen.serviceUrl,
      seen.from.aadObjectId,
      seen.from.name,
      seen.conversation.id,
      seen.channelData?.channel?.type,
      seen.type === 'message',
      languageOf(seen.locale),
    ]);
    if (written.has(key)) return;
    try {
      await write({ ...deps, rememberTeam }, seen);
      written.set(key, true);
    } catch (error) {
      // The answer matters more than the address, which comes again with the next activity.
      log.error({ err: error }, 'where a person or team can be reached was not stored');
    }
  };
}

async function write(
  { conversations, channels, rememberTeam }: RememberDeps & Pick<Conversations, 'rememberTeam'>,
  seen: Incoming,
): Promise<void> {
  const { serviceUrl } = seen;
  const tenantId = tenantOf(seen);
  const place = placeOf(seen);
  if (place.kind === 'channel') {
    await rememberTeam({ teamId: place.teamId, serviceUrl, tenantId });
    const language = languageOf(seen.locale);
    // What is written there says how the channel speaks; a click or an event says it of one person, which is better than nothing.
    const says = seen.type === 'message' || (await conversations.languageOf(place.channelId)) === undefined;
    if (language !== undefined && says) {
      await conversations.rememberLanguage(place.channelId, language);
    }
    const membership = seen.channelData?.channel?.type ?? 'standard';
    if (membership !== 'standard') {
      const { channelId } = place;
      await channels.changed({ kind: 'channel-closed', channelId, membership }, actorOfChange(seen));
    }
  }
  if (place.kind === 'personal' && seen.from.aadObjectId !== undefined) {
    await conversations.rememberPerson({
      personId: seen.from.aadObjectId,
      name: seen.from.name ?? '',
      conversationId: seen.conversation.id,
      serviceUrl,
      tenantId,
      language: languageOf(seen.locale),
    });
  }
}

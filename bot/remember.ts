import { LRUCache } from 'lru-cache';
import type { Conversations } from '../src/outgoing/poster.ts';
import type { Log } from '../src/log.ts';
import { placeOf, tenantOf, type Incoming } from './activity.ts';

/** A stored address is written again after this long even when nothing changed, in case the row was lost. */
const WRITTEN_AGAIN_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;

/**
 * Keeps where people and teams can be reached, from every activity that was believed: service URLs move, and Rootdesk must
 * find its way back after a restart. What was written a moment ago is not written again.
 */
export function createRemember(conversations: Conversations, log: Log): (seen: Incoming) => Promise<void> {
  const written = new LRUCache<string, true>({ max: MOST_REMEMBERED, ttl: WRITTEN_AGAIN_MS });

  return async (seen) => {
    const key = JSON.stringify([
      seen.serviceUrl,
      seen.from.aadObjectId,
      seen.from.name,
      seen.conversation.id,
    ]);
    if (written.has(key)) return;
    try {
      await write(conversations, seen);
      written.set(key, true);
    } catch (error) {
      // The answer matters more than the address, which comes again with the next activity.
      log.error({ err: error }, 'where a person or team can be reached was not stored');
    }
  };
}

async function write(conversations: Conversations, seen: Incoming): Promise<void> {
  const { serviceUrl } = seen;
  const tenantId = tenantOf(seen);
  const place = placeOf(seen);
  if (place.kind === 'channel') {
    await conversations.rememberTeam({ teamId: place.teamId, serviceUrl, tenantId });
  }
  if (place.kind === 'personal' && seen.from.aadObjectId !== undefined) {
    await conversations.rememberPerson({
      personId: seen.from.aadObjectId,
      name: seen.from.name ?? '',
      conversationId: seen.conversation.id,
      serviceUrl,
      tenantId,
    });
  }
}

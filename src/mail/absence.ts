import { LRUCache } from 'lru-cache';
import { MailboxUnavailable, type Mailbox } from './mailbox.ts';

/** From the first look that found nothing to the one that is believed. */
const BELIEVED_AFTER_MS = 30_000;
const REMEMBERED_MS = 60 * 60_000;
const REMEMBERED_MOST = 10_000;

type Reading = Pick<Mailbox, 'message' | 'mime'>;

/**
 * The mailbox for whoever can look again later: Graph answers 404 for messages that are there (msgraph-sdk-dotnet 259), so that
 * absence is believed at the second look, half a minute after the first. Until then the message cannot be read, which is no news of it.
 * @param now milliseconds that never go back
 */
export function absentAtSecondLook(mailbox: Reading, now: () => number): Reading {
  const missed = new LRUCache<string, number>({ max: REMEMBERED_MOST, ttl: REMEMBERED_MS });

  async function twice<T>(id: string, look: () => Promise<T | undefined>): Promise<T | undefined> {
    const found = await look();
    if (found !== undefined) {
      missed.delete(id);
      return found;
    }
    const since = missed.get(id);
    if (since === undefined) missed.set(id, now());
    if (since !== undefined && now() - since >= BELIEVED_AFTER_MS) return undefined;
    throw new MailboxUnavailable(
      'A message was not found, which may be a mistake.',
      'It is looked for again.',
    );
  }

  return {
    message: (id, signal) => twice(id, () => mailbox.message(id, signal)),
    mime: (id, signal) => twice(id, () => mailbox.mime(id, signal)),
  };
}

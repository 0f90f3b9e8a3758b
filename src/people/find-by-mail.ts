import { LRUCache } from 'lru-cache';
import type { Directory } from './directory.ts';
import type { Person } from './person.ts';

/**
 * The person of an address, looked up once a day: people whom a pipeline or the old scheme wrote down are known by their address alone.
 * @throws {DirectoryUnavailable}
 */
export type FindByMail = (mail: string, signal: AbortSignal) => Promise<Person | undefined>;

/** People get another address rarely. */
const KNOWN_MS = 24 * 60 * 60_000;
const KNOWN_MOST = 5_000;

export function createFindByMail(directory: Pick<Directory, 'personByMail'>): FindByMail {
  const known = new LRUCache<string, Person>({ max: KNOWN_MOST, ttl: KNOWN_MS });
  return async (mail, signal) => {
    if (mail === '') return undefined;
    const found = known.get(mail) ?? (await directory.personByMail(mail, signal));
    if (found !== undefined) known.set(mail, found);
    return found;
  };
}

import { LRUCache } from 'lru-cache';
import { neverBack, systemClock, type Clock } from '../shared/clock.ts';
import type { Person } from './person.ts';
import type { Directory } from './directory.ts';

/** Who is taken out of a group can decide for this long at most. */
const LONGEST_MEMORY_MS = 60_000;
const MOST_ANSWERS = 10_000;

/**
 * A directory that answers the same question from memory for a minute, so that a burst of clicks is one request.
 *
 * Yes and no are remembered alike; an error never is, so nobody becomes a member, or stays refused, by one.
 * @param clock never goes back: what is remembered would be believed for as long as it was set back
 */
export function rememberDirectory(directory: Directory, clock: Clock = neverBack(systemClock)): Directory {
  const now = (): number => clock().getTime();
  const limits = { max: MOST_ANSWERS, ttl: LONGEST_MEMORY_MS, ttlResolution: 0, perf: { now } };
  const memberships = new LRUCache<string, { readonly member: boolean }>(limits);
  const people = new LRUCache<string, { readonly person: Person | undefined }>(limits);

  return {
    async memberOf(personId, groupIds, signal) {
      // Counted from the question: the answer was true at some moment between the two.
      const start = now();
      const known = new Map(groupIds.map((id) => [id, memberships.get(keyOf(personId, id))?.member]));
      const unknown = groupIds.filter((id) => known.get(id) === undefined);
      if (unknown.length > 0) {
        const members = await directory.memberOf(personId, unknown, signal);
        for (const id of unknown) {
          known.set(id, members.has(id));
          memberships.set(keyOf(personId, id), { member: members.has(id) }, { start });
        }
      }
      return new Set(groupIds.filter((id) => known.get(id) === true));
    },
    async isInChannel(personId, channel, signal) {
      const start = now();
      const memory = keyOf(personId, JSON.stringify([channel.groupId, channel.id]));
      const known = memberships.get(memory);
      if (known !== undefined) return known.member;
      const member = await directory.isInChannel(personId, channel, signal);
      memberships.set(memory, { member }, { start });
      return member;
    },
    async person(personId, signal) {
      const start = now();
      const known = people.get(personId);
      if (known !== undefined) return known.person;
      const person = await directory.person(personId, signal);
      people.set(personId, { person }, { start });
      return person;
    },
    // Asked once a person, when a chat is opened with them.
    localeOf: (personId, signal) => directory.localeOf(personId, signal),
    // Asked for transfers and for requests of API clients, which are rare and want the truth of today.
    personByMail: (address, signal) => directory.personByMail(address, signal),
  };
}

function keyOf(personId: string, groupId: string): string {
  return JSON.stringify([personId, groupId]);
}

import type { Directory, Person } from './directory.ts';

/** Who is taken out of a group can decide for this long at most. */
const LONGEST_MEMORY_MS = 60_000;

interface Remembered<Answer> {
  readonly answer: Answer;
  readonly until: number;
}

/**
 * A directory that answers the same question from memory for a minute, so that a burst of clicks is one request.
 *
 * Yes and no are remembered alike; an error never is, so nobody becomes a member, or stays refused, by one.
 */
export function rememberDirectory(directory: Directory, now: () => number = Date.now): Directory {
  const memberships = new Map<string, Remembered<boolean>>();
  const people = new Map<string, Remembered<Person | undefined>>();

  return {
    async memberOf(personId, groupIds, signal) {
      const askedAt = now();
      forget(memberships, askedAt);
      const unknown = groupIds.filter((groupId) => !memberships.has(keyOf(personId, groupId)));
      const members =
        unknown.length === 0 ? new Set<string>() : await directory.memberOf(personId, unknown, signal);
      const found = new Set(
        groupIds.filter((id) => members.has(id) || memberships.get(keyOf(personId, id))?.answer === true),
      );
      for (const id of unknown) remember(memberships, keyOf(personId, id), members.has(id), askedAt);
      return found;
    },
    async person(personId, signal) {
      const askedAt = now();
      forget(people, askedAt);
      const known = people.get(personId);
      if (known !== undefined) return known.answer;
      const answer = await directory.person(personId, signal);
      remember(people, personId, answer, askedAt);
      return answer;
    },
  };
}

function keyOf(personId: string, groupId: string): string {
  return JSON.stringify([personId, groupId]);
}

/** Counted from the question, not from the answer: the answer was true at some moment in between. */
function remember<Answer>(
  memory: Map<string, Remembered<Answer>>,
  key: string,
  answer: Answer,
  askedAt: number,
): void {
  memory.set(key, { answer, until: askedAt + LONGEST_MEMORY_MS });
}

function forget<Answer>(memory: Map<string, Remembered<Answer>>, time: number): void {
  for (const [key, { until }] of memory) if (until <= time) memory.delete(key);
}

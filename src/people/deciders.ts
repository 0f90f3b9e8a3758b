import type { Log } from '../shared/log.ts';
import type { People } from './approvers.ts';
import type { Directory } from './directory.ts';
import type { Person } from './person.ts';

/** Who may decide: people by name, or whoever is in the group, which nobody lists to ring all of them. */
export type Deciders =
  { readonly kind: 'group' } | { readonly kind: 'people'; readonly people: readonly Person[] };

/** So many are mentioned; a card with more names is read by nobody. */
const MENTIONED_MOST = 20;

/**
 * Those who may decide and did not say anything yet, to be mentioned. That the directory does not tell a name keeps nobody from
 * being asked: then they are asked without a mention.
 * @param except ids of those to whom the thing belongs, or who have answered
 */
export type AskDeciders = (except: readonly string[], signal: AbortSignal) => Promise<Deciders>;

export function createDeciders(
  directory: Pick<Directory, 'person'>,
  approvers: People,
  log: Pick<Log, 'warn'>,
): AskDeciders {
  async function named(personId: string, signal: AbortSignal): Promise<Person | undefined> {
    try {
      return await directory.person(personId, signal);
    } catch (error) {
      log.warn({ err: error, personId }, 'an approver could not be mentioned');
      return undefined;
    }
  }

  return async (except, signal) => {
    if (approvers.kind === 'group') return { kind: 'group' };
    const ids = approvers.personIds.filter((id) => !except.includes(id)).slice(0, MENTIONED_MOST);
    const people = await Promise.all(ids.map((id) => named(id, signal)));
    return { kind: 'people', people: people.filter((person) => person !== undefined) };
  };
}

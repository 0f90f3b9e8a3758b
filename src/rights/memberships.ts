import type { LinkedChannel } from '../channels/channel.ts';
import type { CaseRegister } from '../mail/cases/case-register.ts';
import type { Log } from '../shared/log.ts';
import { createTroubles } from '../shared/troubles.ts';
import type { Person } from '../people/person.ts';
import { DirectoryUnavailable, type Directory } from '../people/directory.ts';
import type { People } from '../people/approvers.ts';
import { withinTime } from '../shared/time-limit.ts';

export interface MembershipDeps {
  readonly register: Pick<CaseRegister, 'channels'>;
  /** Remembers by itself: a click must not cost a request each. */
  readonly directory: Pick<Directory, 'person' | 'memberOf' | 'isInChannel'>;
  readonly policy: { readonly approvers: People; readonly askers: People | { readonly kind: 'everyone' } };
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
}

/**
 * What Entra knows of a person. The questions depend on the person alone, never on the thing that the person named, so that their
 * failure tells nothing of it.
 * @throws {DirectoryUnavailable} from each of them: then nobody is anything
 */
export interface Memberships {
  person(id: string): Promise<Person | undefined>;
  isApprover(personId: string): Promise<boolean>;
  /** Whether the person may ask for aliases. */
  isAsker(personId: string): Promise<boolean>;
  /** Linked channels that may own the person's aliases: of private and shared ones by the channel's own members. */
  channelsOf(personId: string): Promise<readonly LinkedChannel[]>;
}

/** A click must be answered within 5 s (Teams); the directory gets the larger part of it. */
const DIRECTORY_MS = 3_000;

export function createMemberships({ register, directory, policy, log }: MembershipDeps): Memberships {
  const troubles = createTroubles(log);

  async function asked<T>(question: (patience: AbortSignal) => Promise<T>): Promise<T> {
    try {
      const answer = await withinTime(DIRECTORY_MS, question);
      troubles.over('directory');
      return answer;
    } catch (error) {
      troubles.failed('directory', {
        level: 'warn',
        message: 'the directory did not say what somebody may do',
        details: { err: error },
      });
      throw error instanceof DirectoryUnavailable ? error : new DirectoryUnavailable({ cause: error });
    }
  }

  async function isAmong(people: People, personId: string): Promise<boolean> {
    if (people.kind === 'people') return people.personIds.includes(personId);
    const { groupId } = people;
    return asked(async (patience) => (await directory.memberOf(personId, [groupId], patience)).has(groupId));
  }

  return {
    person: (id) => asked((patience) => directory.person(id, patience)),
    isApprover: (personId) => isAmong(policy.approvers, personId),
    isAsker: async (personId) =>
      policy.askers.kind === 'everyone' || (await isAmong(policy.askers, personId)),
    async channelsOf(personId) {
      const owning = (await register.channels())
        .map(({ value }) => value)
        .filter(({ roles }) => roles.includes('owner'));
      return asked(async (patience) => {
        const teams = owning.filter(isStandard).flatMap(({ groupId }) => groupId ?? []);
        const [groups, isIn] = await Promise.all([
          directory.memberOf(personId, [...new Set(teams)], patience),
          Promise.all(
            owning.map(async ({ id, groupId, ...channel }) =>
              isStandard(channel) || groupId === undefined
                ? undefined
                : directory.isInChannel(personId, { id, groupId }, patience),
            ),
          ),
        ]);
        return owning.filter(
          ({ groupId }, index) => isIn[index] ?? (groupId !== undefined && groups.has(groupId)),
        );
      });
    },
  };
}

/** Everybody in the team is in it. */
function isStandard({ membership = 'standard' }: Pick<LinkedChannel, 'membership'>): boolean {
  return membership === 'standard';
}

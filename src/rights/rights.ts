import type { Alias } from '../aliases/alias.ts';
import { owns } from '../aliases/ownership.ts';
import type { CaseRegister } from '../mail/cases/case-register.ts';
import type { Request } from '../requests/request.ts';
import type { Caller, PersonCaller } from './caller.ts';
import { createGranting, type Grant, type GrantingDeps } from './grant.ts';
import { createMemberships, type Memberships, type MembershipDeps } from './memberships.ts';
import { NoRight } from './no-right.ts';
import type { Operation } from './operations.ts';
import type { SubjectOf } from './subjects.ts';

export interface RightsDeps extends MembershipDeps, GrantingDeps {
  readonly register: MembershipDeps['register'] &
    GrantingDeps['register'] &
    Pick<
      CaseRegister,
      'aliasesOfOwner' | 'aliasesOfPerson' | 'aliasesOfChannel' | 'requestsAskedBy' | 'pendingRequests'
    >;
}

/** Who may do what, decided in one place; see `operations.ts`. */
export interface Rights extends Pick<Memberships, 'channelsOf' | 'isAsker'> {
  /**
   * The right to do the operation with the thing of that name. Established before anything else is looked at: whoever has none gets
   * the same answer whatever exists and whatever else is wrong.
   * @throws {NoRight} for everybody without the right
   * @throws {DirectoryUnavailable} the same for everybody and everything
   * @throws {Refusal} that there is no such thing, for those whose right it would be whatever it is
   */
  grant<O extends Operation>(operation: O, caller: Caller, name?: string): Promise<Grant<O>>;
  /** The same; undefined for everybody without the right. */
  granted<O extends Operation>(operation: O, caller: Caller, name?: string): Promise<Grant<O> | undefined>;
  /**
   * The right for each of the things for which the caller has it, at least one: a card names several, and others' are on it too.
   * @param othersOf the names of the others, by the first one as it is stored, whether or not the caller has the right for that
   * @throws as `grant` for the first of them, where it is none
   */
  grantAny<O extends Operation>(
    operation: O,
    caller: Caller,
    name: string,
    othersOf: (subject: SubjectOf<O>) => readonly string[],
  ): Promise<readonly Grant<O>[]>;
  /** Those of the aliases that the caller may see. @throws {DirectoryUnavailable} */
  seen(caller: Caller, aliases: readonly Alias[]): Promise<readonly Grant<'see-alias'>[]>;
  /** The aliases that are the caller's own. @throws {DirectoryUnavailable} */
  own(caller: PersonCaller): Promise<readonly Grant<'see-alias'>[]>;
  /** All aliases that the caller may see; undefined where those are all there are. @throws {DirectoryUnavailable} */
  reach(caller: Caller): Promise<readonly Alias[] | undefined>;
  /** The requests that the caller made, newest first, and those of others that they may decide, oldest first. @throws {DirectoryUnavailable} */
  requestsOf(caller: PersonCaller): Promise<RequestsSeen>;
  /** How many requests of others wait for a decision of the person; none for whoever is no approver. @throws {DirectoryUnavailable} */
  waitingFor(personId: string): Promise<number>;
  /** The aliases of the channel in which the caller is. */
  here(caller: PersonCaller): Promise<readonly Grant<'see-alias'>[]>;
}

/** Requests that somebody may see. */
export interface RequestsSeen {
  readonly own: readonly Grant<'see-request'>[];
  readonly toDecide: readonly Grant<'see-request'>[];
}

export function createRights(deps: RightsDeps): Rights {
  const memberships = createMemberships(deps);
  const { grant, grantAny, seen } = createGranting(deps, memberships);

  async function granted<O extends Operation>(
    operation: O,
    caller: Caller,
    name?: string,
  ): Promise<Grant<O> | undefined> {
    try {
      return await grant(operation, caller, name);
    } catch (error) {
      if (error instanceof NoRight) return undefined;
      throw error;
    }
  }

  async function owned({ person }: PersonCaller): Promise<readonly Alias[]> {
    const { mail = '' } = (await memberships.person(person.id)) ?? {};
    const found = await Promise.all([
      deps.register.aliasesOfPerson(person.id),
      // Those whom the old scheme or the API wrote down are known by their address alone.
      mail === '' ? [] : deps.register.aliasesOfOwner(mail),
    ]);
    const each = new Map(found.flat().map((alias) => [alias.id, alias]));
    return [...each.values()].filter((alias) => owns({ ...person, mail }, alias));
  }

  async function pendingOfOthers(personId: string): Promise<readonly Request[]> {
    if (!(await memberships.isApprover(personId))) return [];
    const pending = (await deps.register.pendingRequests()).map(({ value }) => value);
    return pending.filter(({ asker }) => asker.id !== personId);
  }

  return {
    grant,
    granted,
    grantAny,
    seen,
    own: async (caller) => seen(caller, await owned(caller)),
    async reach(caller) {
      if (caller.kind === 'trusted' || (await memberships.isApprover(caller.person.id))) return undefined;
      const [own, channels] = await Promise.all([owned(caller), memberships.channelsOf(caller.person.id)]);
      const ofChannels = channels.map(({ id }) => deps.register.aliasesOfChannel(id));
      return [...own, ...(await Promise.all(ofChannels)).flat()];
    },
    async requestsOf(caller) {
      const { id } = caller.person;
      const [asked, pending] = await Promise.all([deps.register.requestsAskedBy(id), pendingOfOthers(id)]);
      const others = pending.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
      const seeing = async (requests: readonly Request[]): Promise<readonly Grant<'see-request'>[]> => {
        const found = await Promise.all(requests.map((each) => granted('see-request', caller, each.id)));
        return found.filter((each) => each !== undefined);
      };
      return { own: await seeing(asked), toDecide: await seeing(others) };
    },
    waitingFor: async (personId) => (await pendingOfOthers(personId)).length,
    async here(caller) {
      const { place } = caller;
      return place.kind === 'channel'
        ? seen(caller, await deps.register.aliasesOfChannel(place.channelId))
        : [];
    },
    isAsker: memberships.isAsker,
    channelsOf: memberships.channelsOf,
  };
}

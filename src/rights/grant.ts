import type { Alias } from '../aliases/alias.ts';
import { Refusal } from '../store/refusal.ts';
import { owns } from '../aliases/ownership.ts';
import { RootdeskError } from '../shared/rootdesk-error.ts';
import type { CaseRegister } from '../mail/cases/case-register.ts';
import type { Versioned } from '../store/change.ts';
import { channelFor } from '../channels/channel-for.ts';
import { actorOf, type Actor, type Person } from '../people/person.ts';
import type { Caller, PersonCaller } from './caller.ts';
import { NoRight } from './no-right.ts';
import { createMemberships, type Memberships, type MembershipDeps } from './memberships.ts';
import { RIGHTS, type Operation, type Right, type Role, type SubjectKind } from './operations.ts';
import { askAbout, factsOf, rolesKnown, rolesWith, type Facts } from './roles.ts';
import { createSubjects, placeIn, type SubjectOf, type SubjectDeps, type Subjects } from './subjects.ts';

interface Granted<O extends Operation> {
  readonly operation: O;
  readonly caller: Caller;
  /** Who calls, with the mail address where the directory was asked. */
  readonly person: Person | undefined;
  readonly subject: SubjectOf<O>;
  readonly version: string;
  readonly isShownHere: boolean;
  readonly again: () => Promise<Grant<O>>;
}

/** Known to this file alone: nobody else can make a grant. */
let issue: <O extends Operation>(granted: Granted<O>) => Grant<O>;

/**
 * The right to do one operation with one thing. Whatever changes a thing or tells of it takes the grant as an argument, and there is
 * no other way to one than `Rights.grant`.
 */
export class Grant<O extends Operation> {
  readonly operation: O;
  readonly caller: Caller;
  readonly subject: SubjectOf<O>;
  /** Whether everybody who reads the answer may know the facts of the thing. */
  readonly isShownHere: boolean;
  readonly #granted: Granted<O>;

  private constructor(granted: Granted<O>) {
    this.operation = granted.operation;
    this.caller = granted.caller;
    this.subject = granted.subject;
    this.isShownHere = granted.isShownHere;
    this.#granted = granted;
  }

  static {
    issue = (granted) => new Grant(granted);
  }

  get actor(): Actor {
    return this.caller.kind === 'person' ? actorOf(this.caller.person) : this.caller.actor;
  }

  /** The person who calls. @throws {TypeError} for what clients and the command line do */
  get person(): Person {
    const { person } = this.#granted;
    if (person === undefined) throw new TypeError(`no person was granted ${this.operation}`);
    return person;
  }

  /** The thing as it was read, for a change that must not overlook another. */
  get before(): Versioned<SubjectOf<O>> {
    return { value: this.subject, version: this.#granted.version };
  }

  /** The same right, established anew after somebody else changed the thing. @throws as `Rights.grant` */
  again(): Promise<Grant<O>> {
    return this.#granted.again();
  }

  /** What became of the thing by the operation that was granted. */
  after(subject: SubjectOf<O>): Grant<O> {
    if (idOf(subject) !== idOf(this.subject)) throw new TypeError('a grant is for one thing');
    return new Grant({ ...this.#granted, subject });
  }
}

function idOf(subject: Subjects[keyof Subjects]): string {
  if (subject === undefined) return '';
  return 'entry' in subject ? subject.entry.id : subject.id;
}

export interface RightsDeps extends MembershipDeps, SubjectDeps {
  readonly register: MembershipDeps['register'] &
    SubjectDeps['register'] &
    Pick<CaseRegister, 'aliasesOfOwner' | 'aliasesOfPerson' | 'aliasesOfChannel'>;
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
   * The right for each of the things for which the caller has it, in their order, at least one: a card names several, and others'
   * are on it too.
   * @throws as `grant` for the first of them, where it is none
   */
  grantAny<O extends Operation>(
    operation: O,
    caller: Caller,
    names: readonly string[],
  ): Promise<readonly Grant<O>[]>;
  /** Those of the aliases that the caller may see. @throws {DirectoryUnavailable} */
  seen(caller: Caller, aliases: readonly Alias[]): Promise<readonly Grant<'see-alias'>[]>;
  /** The aliases that are the caller's own. @throws {DirectoryUnavailable} */
  own(caller: PersonCaller): Promise<readonly Grant<'see-alias'>[]>;
  /** All aliases that the caller may see; undefined where those are all there are. @throws {DirectoryUnavailable} */
  reach(caller: Caller): Promise<readonly Alias[] | undefined>;
  /** The aliases of the channel in which the caller is. */
  here(caller: PersonCaller): Promise<readonly Grant<'see-alias'>[]>;
}

export function createRights(deps: RightsDeps): Rights {
  const memberships = createMemberships(deps);
  const load = createSubjects(deps);

  async function triageId(right: Right): Promise<string | undefined> {
    if (!right.may.includes('triage')) return undefined;
    return channelFor(
      (await deps.register.channels()).map(({ value }) => value),
      'triage',
    )?.id;
  }

  /** A damaged row is there for those alone who may know of anything: its error would tell everybody else that it exists. */
  async function loadOrUnreadable<O extends Operation>(
    operation: O,
    name: string,
  ): Promise<{ readonly found?: Versioned<SubjectOf<O>> | undefined; readonly unreadable?: RootdeskError }> {
    try {
      return { found: await load(operation, name) };
    } catch (error) {
      if (!(error instanceof RootdeskError) || error.code !== 'row-unreadable') throw error;
      deps.log.warn({ err: error, operation }, 'what somebody asked for cannot be read');
      return { unreadable: error };
    }
  }

  async function establish<O extends Operation>(
    operation: O,
    caller: Caller,
    name: string,
  ): Promise<Grant<O>> {
    const right = RIGHTS[operation];
    if (!worksIn(right, caller)) throw new NoRight();
    const [{ found, unreadable }, triage] = await Promise.all([
      loadOrUnreadable(operation, name),
      triageId(right),
    ]);
    const facts = factsOf(right.subject, name, found?.value);
    const known = rolesKnown(caller, right, facts, triage);
    let person = caller.kind === 'person' ? caller.person : undefined;
    if (!isAmong(known, right.may)) {
      if (caller.kind !== 'person') throw new NoRight();
      const asked = await askAbout(caller, right, memberships);
      if (!isAmong(rolesWith(caller, facts, known, asked), right.may)) {
        throw found?.value === undefined ? new NoRight() : new NotTheirs();
      }
      person = asked.person ?? person;
    }
    if (found === undefined) throw unreadable ?? unknown(right.subject);
    const isShownHere = mayBeShown(caller, right.subject, facts);
    const again = (): Promise<Grant<O>> => grant(operation, caller, name);
    return issue({
      operation,
      caller,
      person,
      subject: found.value,
      version: found.version,
      isShownHere,
      again,
    });
  }

  async function grantAny<O extends Operation>(
    operation: O,
    caller: Caller,
    names: readonly string[],
  ): Promise<readonly Grant<O>[]> {
    const grants: Grant<O>[] = [];
    const errors: unknown[] = [];
    for (const name of names) {
      try {
        grants.push(await establish(operation, caller, name));
      } catch (error) {
        errors.push(error);
      }
    }
    if (grants.length > 0) return grants;
    if (caller.kind === 'person' && errors.some((error) => error instanceof NotTheirs)) {
      deps.log.warn({ operation, personId: caller.person.id }, NOT_THEIRS);
    }
    throw errors[0];
  }

  async function grant<O extends Operation>(operation: O, caller: Caller, name = ''): Promise<Grant<O>> {
    const [first] = await grantAny(operation, caller, [name]);
    if (first === undefined) throw new NoRight();
    return first;
  }

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

  async function seen(caller: Caller, aliases: readonly Alias[]): Promise<readonly Grant<'see-alias'>[]> {
    const operation = 'see-alias';
    const right = RIGHTS[operation];
    if (!worksIn(right, caller)) return [];
    const each = aliases.map((alias) => {
      const facts = factsOf('alias', alias.id, alias);
      return { alias, facts, known: rolesKnown(caller, right, facts, undefined) };
    });
    const isClear = each.every(({ known }) => isAmong(known, right.may));
    const asked =
      caller.kind === 'person' && !isClear ? await askAbout(caller, right, memberships) : undefined;
    return each.flatMap(({ alias, facts, known }) => {
      const roles =
        caller.kind === 'person' && asked !== undefined ? rolesWith(caller, facts, known, asked) : known;
      if (!isAmong(roles, right.may)) return [];
      const isShownHere = mayBeShown(caller, 'alias', facts);
      const again = (): Promise<Grant<'see-alias'>> => grant(operation, caller, alias.id);
      return issue({
        operation,
        caller,
        person: asked?.person,
        subject: alias,
        version: '',
        isShownHere,
        again,
      });
    });
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

/** The thing is there, which the log alone says: the person reads the common words. */
class NotTheirs extends NoRight {}
/** For whoever watches the log; the person reads the common words. */
const NOT_THEIRS = 'somebody asked for what is not theirs';

function worksIn({ where }: Right, caller: Caller): boolean {
  return where === undefined || caller.kind === 'trusted' || where.some((kind) => kind === caller.place.kind);
}

function isAmong(roles: ReadonlySet<Role>, may: readonly Role[]): boolean {
  return may.some((role) => roles.has(role));
}

/** In a channel, what is told of an alias is told to all its members; a mail's card is drawn only where it stands. */
function mayBeShown(caller: Caller, kind: SubjectKind, { alias, places }: Facts): boolean {
  if (caller.kind === 'trusted') return true;
  const { place, conversationId } = caller;
  if (kind === 'mail') return places.includes(placeIn(conversationId));
  if (kind !== 'alias' || place.kind === 'personal') return true;
  return place.kind === 'channel' && place.channelId === alias?.channelId;
}

/** For whoever may do it with anything of that kind. */
function unknown(kind: SubjectKind): Refusal {
  switch (kind) {
    case 'mail':
    case 'reveal':
      return new Refusal('mail-not-found', { what: 'mail' });
    case 'request':
    case 'form':
      return new Refusal('request-unknown');
    case 'alias':
    case 'channel':
    case 'none':
      return new Refusal('alias-unknown');
  }
}

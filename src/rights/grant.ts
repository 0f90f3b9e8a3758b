import type { Alias } from '../aliases/alias.ts';
import { RootdeskError } from '../shared/rootdesk-error.ts';
import type { Versioned } from '../store/change.ts';
import { channelFor } from '../channels/channel-for.ts';
import { actorOf, type Actor, type Person } from '../people/person.ts';
import type { Caller } from './caller.ts';
import { isAmong, mayBeShown, unknown, worksIn } from './decisions.ts';
import { NoRight } from './no-right.ts';
import type { Memberships, MembershipDeps } from './memberships.ts';
import { RIGHTS, type Operation, type Right } from './operations.ts';
import { askAbout, factsOf, rolesKnown, rolesWith } from './roles.ts';
import { createSubjects, type SubjectOf, type SubjectDeps, type Subjects } from './subjects.ts';

interface Granted<O extends Operation> {
  readonly operation: O;
  readonly caller: Caller;
  /** Who calls, with the mail address where the directory was asked. */
  readonly person: Person | undefined;
  readonly subject: SubjectOf<O>;
  readonly version: string;
  /** How the operation named it. */
  readonly name: string;
  readonly isShownHere: boolean;
  readonly again: () => Promise<Grant<O>>;
}

/** Known to this file alone: nobody else can make a grant. */
let issue: <O extends Operation>(granted: Granted<O>) => Grant<O>;

/**
 * The right to do one operation with one thing. Whatever changes a thing or tells of it takes the grant as an argument, and there is
 * no other way to one than {@link createGranting}.
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
    // A form has no id before a request is made of it.
    const id = this.subject === undefined ? this.#granted.name : idOf(this.subject);
    if (idOf(subject) !== id) throw new TypeError('a grant is for one thing');
    return new Grant({ ...this.#granted, subject });
  }
}

function idOf(subject: Subjects[keyof Subjects]): string {
  if (subject === undefined) return '';
  return 'entry' in subject ? subject.entry.id : subject.id;
}

interface Loaded<O extends Operation> {
  readonly found?: Versioned<SubjectOf<O>> | undefined;
  readonly unreadable?: RootdeskError;
}

export interface GrantingDeps extends SubjectDeps {
  readonly register: MembershipDeps['register'] & SubjectDeps['register'];
  readonly log: MembershipDeps['log'];
}

/** Decides who gets a grant: the only function that makes one. */
export function createGranting(deps: GrantingDeps, memberships: Memberships) {
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
    caller: Caller,
    name: string,
  ): Promise<Loaded<O>> {
    try {
      return { found: await load(operation, name, caller) };
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
    { found, unreadable }: Loaded<O>,
  ): Promise<Grant<O>> {
    const right = RIGHTS[operation];
    const facts = factsOf(right.subject, name, found?.value);
    let known = rolesKnown(caller, right, facts, undefined);
    // Most clicks come from the owning channel: where triage is, is looked up where it decides.
    if (!isAmong(known, right.may)) known = rolesKnown(caller, right, facts, await triageId(right));
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
      name,
      isShownHere,
      again,
    });
  }

  async function grantAny<O extends Operation>(
    operation: O,
    caller: Caller,
    name: string,
    othersOf: (subject: SubjectOf<O>) => readonly string[] = () => [],
  ): Promise<readonly Grant<O>[]> {
    if (!worksIn(RIGHTS[operation], caller)) throw new NoRight();
    const grants: Grant<O>[] = [];
    const errors: unknown[] = [];
    const tryFor = async (each: string, loaded: Loaded<O>): Promise<void> => {
      try {
        grants.push(await establish(operation, caller, each, loaded));
      } catch (error) {
        errors.push(error);
      }
    };
    const loaded = await loadOrUnreadable(operation, caller, name);
    await tryFor(name, loaded);
    const others = loaded.found === undefined ? [] : othersOf(loaded.found.value);
    for (const other of others) await tryFor(other, await loadOrUnreadable(operation, caller, other));
    if (grants.length > 0) return grants;
    if (caller.kind === 'person' && errors.some((error) => error instanceof NotTheirs)) {
      deps.log.warn({ operation, personId: caller.person.id }, NOT_THEIRS);
    }
    throw errors[0];
  }

  async function grant<O extends Operation>(operation: O, caller: Caller, name = ''): Promise<Grant<O>> {
    const [first] = await grantAny(operation, caller, name);
    if (first === undefined) throw new NoRight();
    return first;
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
        name: alias.id,
        isShownHere,
        again,
      });
    });
  }

  return { grantAny, grant, seen };
}

/** The thing is there, which the log alone says: the person reads the common words. */
class NotTheirs extends NoRight {}
/** For whoever watches the log; the person reads the common words. */
const NOT_THEIRS = 'somebody asked for what is not theirs';

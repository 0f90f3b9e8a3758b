import type { Alias } from '../aliases/alias.ts';
import { isChannelsMail, owns } from '../aliases/ownership.ts';
import type { LinkedChannel } from '../channels/channel.ts';
import { hasOwner } from '../aliases/states.ts';
import { mayBeShownTo } from '../mail/cases/reveal.ts';
import type { Person } from '../people/person.ts';
import type { Caller, PersonCaller, Place } from './caller.ts';
import type { Memberships } from './memberships.ts';
import type { Right, Role, SubjectKind } from './operations.ts';
import { placeIn, type Subjects } from './subjects.ts';

/** A thing, as far as roles hang on it; all undefined where there is none. */
export interface Facts {
  readonly alias: Alias | undefined;
  /** Of a mail: what came before somebody had the alias, or after, is not theirs. */
  readonly receivedAt: Date | undefined;
  readonly askerId: string | undefined;
  /** Who wanted to read a mail. */
  readonly readerId: string | undefined;
  /** The API client that asked in the asker's name. */
  readonly client: string | undefined;
  readonly channelId: string | undefined;
  /** Channels and chats in which the card of a mail is, or to which it was sent. */
  readonly places: readonly string[];
  /** Of a mail that is for triage alone. */
  readonly isOwnerless: boolean;
}

/**
 * The roles that need no directory: what the stored thing says of the verified id, and where the caller is.
 * @param triageId the channel that takes mail without an owner
 */
export function rolesKnown(
  caller: Caller,
  right: Right,
  facts: Facts,
  triageId: string | undefined,
): ReadonlySet<Role> {
  if (caller.kind === 'trusted') {
    const isOwn = facts.client !== undefined && facts.client === caller.actor.name;
    return new Set([...caller.roles].filter((role) => role !== right.ownOnly || isOwn));
  }
  const { person, place } = caller;
  const roles = new Set<Role>(['anyone']);
  if (facts.askerId === person.id) roles.add('asker');
  addOwnership(roles, facts, person);
  if (isIn(place, mailChannel(facts)) || isIn(place, facts.channelId)) roles.add('member');
  const isTriages = facts.isOwnerless || facts.places.some((each) => each === triageId);
  if (isTriages && isIn(place, triageId)) roles.add('triage');
  return roles;
}

/** What the directory said of a person, as far as an operation wants to know it. */
export interface Asked {
  /** Undefined where Entra does not know the id. */
  readonly person: Person | undefined;
  readonly isApprover: boolean;
  readonly isAsker: boolean;
  readonly channels: readonly LinkedChannel[];
}

/**
 * Asks the directory what the operation needs, whatever the thing is and whether there is one: its failure must not tell.
 * @throws {DirectoryUnavailable}
 */
export async function askAbout(
  { person }: PersonCaller,
  { subject, may, here }: Right,
  memberships: Memberships,
): Promise<Asked> {
  const asksFor = (...roles: readonly Role[]): boolean => roles.some((role) => may.includes(role));
  const [known, isApprover, isAsker] = await Promise.all([
    NAMES_PEOPLE.has(subject) ? memberships.person(person.id) : undefined,
    asksFor('approver', 'approver who owns') && memberships.isApprover(person.id),
    subject === 'form' && memberships.isAsker(person.id),
  ]);
  const wantsChannels = asksFor('member') && here !== true && !isApprover;
  const channels = wantsChannels ? await memberships.channelsOf(person.id) : [];
  return { person: known, isApprover, isAsker: isAsker && known !== undefined, channels };
}

/** All roles, with those that the directory knows. */
export function rolesWith(
  { person }: PersonCaller,
  facts: Facts,
  known: ReadonlySet<Role>,
  asked: Asked,
): ReadonlySet<Role> {
  const roles = new Set(known);
  if (asked.isAsker && facts.askerId === undefined) roles.add('asker');
  addOwnership(roles, facts, asked.person ?? person);
  const channelId = mailChannel(facts);
  if (asked.channels.some(({ id }) => id === channelId)) roles.add('member');
  if (asked.isApprover) {
    const isOwn = roles.has('asker') || roles.has('owner') || roles.has('former owner');
    roles.add(isOwn || facts.readerId === person.id ? 'approver who owns' : 'approver');
  }
  return roles;
}

/** Old owners are known by their address alone, which only the directory can tell of an object id; so is who asks. */
const NAMES_PEOPLE: ReadonlySet<SubjectKind> = new Set(['alias', 'mail', 'reveal', 'form']);

const NOTHING: Facts = {
  alias: undefined,
  receivedAt: undefined,
  askerId: undefined,
  readerId: undefined,
  client: undefined,
  channelId: undefined,
  places: [],
  isOwnerless: false,
};

/** @param name how the operation names the thing */
export function factsOf(kind: SubjectKind, name: string, subject: Subjects[SubjectKind] | undefined): Facts {
  // Whoever is in a channel is in it, whether it is linked or not.
  if (kind === 'channel') return { ...NOTHING, channelId: name };
  if (subject === undefined) return NOTHING;
  if ('address' in subject) return { ...NOTHING, alias: subject };
  if ('asker' in subject) return { ...NOTHING, askerId: subject.asker.id, client: subject.client };
  if ('linkedBy' in subject) return NOTHING;
  const readerId = 'reveal' in subject ? subject.reveal.wanted.by.id : undefined;
  const { entry, alias, copies, lost } = subject;
  const known = copies.map(({ conversationId }) => placeIn(conversationId));
  const places = lost === undefined ? known : [...known, lost.place];
  const { receivedAt } = entry;
  return { ...NOTHING, alias, receivedAt, places, readerId, isOwnerless: entry.aliasId === undefined };
}

function addOwnership(roles: Set<Role>, { alias, receivedAt }: Facts, person: Person): void {
  if (alias === undefined) return;
  const isTheirs = receivedAt === undefined ? owns(person, alias) : mayBeShownTo(person, alias, receivedAt);
  if (isTheirs) roles.add(hasOwner(alias) ? 'owner' : 'former owner');
}

/** The channel whose members may know of it. */
function mailChannel({ alias, receivedAt }: Facts): string | undefined {
  const isTheirs = alias !== undefined && (receivedAt === undefined || isChannelsMail(alias, receivedAt));
  return isTheirs ? alias.channelId : undefined;
}

function isIn(place: Place, channelId: string | undefined): boolean {
  return channelId !== undefined && place.kind === 'channel' && place.channelId === channelId;
}

import type { Addressee } from '../messages/job.ts';
import type { Actor, Person } from '../people/person.ts';
import type { Alias, Owner, Ownership, OwnershipWay } from './alias.ts';
import { hasOwner } from './states.ts';

/** What an alias remembers of an owner who has it from now on, and its channel with them. */
export function ownershipFrom(since: Date, how: OwnershipWay): Ownership {
  return { since, how, channelSince: since };
}

/** Who holds an alias and where its mail goes, as a transfer changes it. */
type Held = Pick<Alias, 'owner' | 'channelId' | 'ownership'>;

/** The ownership after the alias went from one owner or channel to another, which `by` did. */
export function ownershipAfter(before: Held, after: Held, by: Actor, at: Date): Ownership {
  const { since, how, channelSince } = before.ownership ?? ownershipFrom(at, 'given');
  const channel = before.channelId === after.channelId ? channelSince : at;
  if (isSamePerson(before.owner, after.owner)) return { since, how, channelSince: channel };
  const isOwnHand = by.kind === 'person' && by.id === after.owner?.id;
  return { since: at, how: isOwnHand ? 'taken' : 'given', channelSince: channel };
}

/** Owners are known by their object id; those whom the old scheme wrote down, by their address alone. */
export function isSamePerson(one: Owner | undefined, other: Owner | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.id === undefined || other.id === undefined ? one.mail === other.mail : one.id === other.id;
}

/** Whether the person is the owner; of an alias that was released, the last one. */
export function owns(person: Person, { owner }: Pick<Alias, 'owner'>): boolean {
  if (owner === undefined) return false;
  return owner.id === undefined ? owner.mail !== '' && owner.mail === person.mail : owner.id === person.id;
}

/** How the owner is reached; undefined where nobody knows who they are. */
export function addresseeOf(owner: Owner | undefined): Addressee | undefined {
  if (owner === undefined) return undefined;
  if (owner.id !== undefined) return { kind: 'person', personId: owner.id };
  return owner.mail === '' ? undefined : { kind: 'owner', mail: owner.mail };
}

/** Whether a message to them is one to the owner. */
export function isToOwner(to: Addressee, owner: Owner | undefined): boolean {
  if (to.kind === 'person') return to.personId === owner?.id;
  return to.kind === 'owner' && to.mail === owner?.mail;
}

/**
 * Whether a mail was received while the alias was its owner's. What came before belongs to nobody any more, and neither does
 * what comes after a release: both are for triage and the central mailbox.
 */
export function isOwnersMail({ ownership, releasedAt }: Alias, receivedAt: Date): boolean {
  return (
    ownership !== undefined &&
    receivedAt >= ownership.since &&
    (releasedAt === undefined || receivedAt < releasedAt)
  );
}

/** Who looks after a mail of that moment; undefined where nobody has the alias, or got it later. */
export function ownerOfMail(alias: Alias | undefined, receivedAt: Date): Owner | undefined {
  if (alias === undefined || !hasOwner(alias)) return undefined;
  return isOwnersMail(alias, receivedAt) ? alias.owner : undefined;
}

/**
 * Whether the channel that the alias's mail goes to may know of a mail: it was received while the alias was its, or its owner's,
 * who may take their own mail to another channel. It goes on after a release, because the mail does.
 */
export function isChannelsMail({ ownership }: Alias, receivedAt: Date): boolean {
  return ownership !== undefined && (receivedAt >= ownership.since || receivedAt >= ownership.channelSince);
}

/**
 * The alias as far as it may be named beside a mail. The cards of a mail stay where they are and are drawn again for a long time: where
 * those who had the alias then have it no more, who has it now, and for which account, is not for them to read.
 */
export function asOfMail(alias: Alias, receivedAt: Date): Alias {
  return isChannelsMail(alias, receivedAt) ? alias : byAddressAlone(alias);
}

/** The same in the chat of whoever had the alias when the mail came. */
export function asOfOwner(alias: Alias, receivedAt: Date): Alias {
  return isOwnersMail(alias, receivedAt) ? alias : byAddressAlone(alias);
}

/** The alias without who has it and for which account. */
export function byAddressAlone(alias: Alias): Alias {
  return { ...alias, owner: undefined, accountId: undefined, accountName: undefined };
}

/** Whether an approver took the alias for themselves: they read nothing withheld of it alone. */
export function wasTaken({ ownership }: Alias): boolean {
  return ownership?.how === 'taken';
}

/**
 * Whether an AWS account uses the alias, or ever did: somebody noted its id, or AWS wrote to the address. Such an alias is never
 * handed out again (https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-closing.html).
 */
export function isUsedAtAws({ accountId, boundOnce, awsWroteAt }: Alias): boolean {
  return accountId !== undefined || boundOnce === true || awsWroteAt !== undefined;
}

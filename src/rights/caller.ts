import type { Actor, Person } from '../people/person.ts';
import type { Role } from './operations.ts';

/** Where an activity is. */
export type Place =
  | { readonly kind: 'personal' }
  | { readonly kind: 'channel'; readonly teamId: string; readonly channelId: string }
  | { readonly kind: 'group' };

/** A person behind a verified activity, and where they are; Teams lets nobody act in a channel that is not theirs. */
export interface PersonCaller {
  readonly kind: 'person';
  readonly person: Person;
  readonly place: Place;
  /** The thread or chat. */
  readonly conversationId: string;
}

/** Somebody whose roles were established when it came in: an API client by its credential, whoever may start the command line. */
export interface TrustedCaller {
  readonly kind: 'trusted';
  readonly actor: Exclude<Actor, { kind: 'person' }>;
  readonly roles: ReadonlySet<Role>;
}

export type Caller = PersonCaller | TrustedCaller;

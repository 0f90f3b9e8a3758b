import type { Job } from '../messages/job.ts';
import type { AuditEntry } from './audit.ts';

/** A stored thing with the mark that tells whether somebody else changed it meanwhile. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: string;
}

/** `before` undefined: must not exist yet. */
export interface Replacement<T> {
  readonly before: Versioned<T> | undefined;
  readonly after: T;
}

/**
 * A note under a name of its own, for what must happen once or by one hand at a time: two changes that replace the same mark
 * cannot both be committed.
 */
export interface MarkChange {
  readonly name: string;
  /** Version of the mark that was read; undefined: there must be none yet. */
  readonly version: string | undefined;
  readonly text: string;
}

/**
 * What shall change, all of it or nothing; each part of the domain adds what it keeps. Index rows follow by themselves. At most 100
 * rows in all, which is a decision on one request with room to spare.
 */
export interface Change {
  /** Committing a change of the same id twice changes nothing and answers `committed` twice; without one, each call is another change. */
  readonly id?: string;
  readonly marks?: readonly MarkChange[];
  /** At least one: no change without history. */
  readonly audit: AuditEntry | readonly [AuditEntry, ...AuditEntry[]];
  readonly jobs?: readonly Job[];
  /** The jobs follow from an attempt that may have been made before, so that what they tell may have been told, too. */
  readonly mayBeRepeat?: boolean | undefined;
}

export type CommitOutcome =
  | { readonly kind: 'committed' }
  /** Somebody else was faster: read again, decide again. */
  | { readonly kind: 'stale' }
  /** Another alias that is not retired holds the account id. */
  | { readonly kind: 'account-taken'; readonly accountId: string };

/**
 * The one way to change what is stored. Each part of the domain declares the look-ups that it needs beside it; `Register` is all of
 * them. All reject with `RegisterUnavailable` when the storage does not answer.
 */
export interface Store<C extends Change = Change> {
  /** One point read. */
  mark(name: string): Promise<Versioned<string> | undefined>;
  /** One transaction. */
  commit(change: C): Promise<CommitOutcome>;
}

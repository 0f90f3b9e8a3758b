import type { Person } from '../people/person.ts';

/** pending → approved, denied, cancelled or expired; a settled request never changes again. */
export const REQUEST_STATES = ['pending', 'approved', 'denied', 'cancelled', 'expired'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const ENVIRONMENTS = ['production', 'staging', 'development', 'sandbox'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** What an engineer asks for; text as typed, trimmed. */
export interface RequestForm {
  readonly accountName: string;
  readonly purpose: string;
  readonly environment: Environment;
  /** Teams id of the owning channel. */
  readonly channelId: string;
  /** The account that shall get the alias, where it exists already. */
  readonly expectedAccountId: string | undefined;
}

/** What an approver said. */
export interface Verdict {
  readonly by: Person;
  readonly at: Date;
  readonly comment: string;
}

/** An engineer's ask for an alias. */
export interface Request extends RequestForm {
  /** Made when the form is drawn, so that sending a form twice is one request. */
  readonly id: string;
  readonly state: RequestState;
  readonly asker: Person;
  /** The API client that asked in the asker's name; undefined where the asker did so in person. */
  readonly client?: string | undefined;
  readonly createdAt: Date;
  /** Yes-votes so far; the last one makes it `approved` when enough are needed. */
  readonly approvals: readonly Verdict[];
  /** Who settled it and when: the approver, the asker (cancelled), nobody (expired). */
  readonly settled:
    { readonly by?: Person | undefined; readonly at: Date; readonly comment: string } | undefined;
  /** The alias, once approved. */
  readonly aliasAddress: string | undefined;
  /** When the approvers were last reminded. */
  readonly remindedAt: Date | undefined;
}

/** True when nothing can change the request any more. */
export function isSettled(request: Request): boolean {
  return request.state !== 'pending';
}

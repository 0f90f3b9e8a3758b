import type { LinkedChannel } from '../aliases/register.ts';
import type { Person } from '../people.ts';
import type { Request, Wish } from './request.ts';

/** What an approver clicked. A denial needs a comment. */
export interface Answer {
  readonly kind: 'approve' | 'deny';
  readonly comment: string;
}

/**
 * What came of a click. `settled` is the answer to whoever comes second: who decided, and when stand in the request. The same
 * click sent again by the same person gets `decided` again with the same alias.
 */
export type DecisionOutcome =
  | { readonly kind: 'decided'; readonly request: Request }
  /** The yes counts, and more approvals are needed. */
  | { readonly kind: 'counted'; readonly request: Request; readonly stillNeeded: number }
  | { readonly kind: 'settled'; readonly request: Request };

/** The API client that asks in a person's name. */
export interface Through {
  readonly client: string;
  /** Of the client's choice: the same key for the same person gives the same request again. */
  readonly onceKey: string | undefined;
}

/** Submitting, deciding and cancelling requests. Everything is safe to repeat; every refusal is a `Refusal` and changes nothing. */
export interface Requests {
  /** Linked channels that may own the person's aliases: those of teams the person belongs to. @throws {DirectoryUnavailable} */
  channelsFor(person: Person): Promise<readonly LinkedChannel[]>;
  /** Makes the request of the form `requestId`; sending the same form again gives the same request. */
  submit(asker: Person, requestId: string, wish: Wish, through?: Through): Promise<Request>;
  /** @throws {Refusal} not-allowed, own-request, comment-missing, request-unknown, pool-empty */
  decide(approver: Person, requestId: string, answer: Answer): Promise<DecisionOutcome>;
  /** @throws {Refusal} not-allowed, request-unknown, request-settled */
  cancel(asker: Person, requestId: string): Promise<Request>;
  /** The person's pending requests, oldest first. */
  openRequestsOf(person: Person): Promise<readonly Request[]>;
  request(id: string): Promise<Request | undefined>;
  isApprover(person: Person): Promise<boolean>;
}

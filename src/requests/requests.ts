import type { LinkedChannel } from '../channels/channel.ts';
import type { Person } from '../people/person.ts';
import type { Grant } from '../rights/grant.ts';
import type { OperationOn } from '../rights/operations.ts';
import type { RequestContext } from './request-context.ts';
import type { Request, RequestForm } from './request.ts';

/**
 * What came of a click. `settled` is the answer to whoever comes second: who decided, and when are in the request. The same
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

/** What an approver may click. */
export type Deciding = Grant<'approve' | 'deny'>;

/** Submitting, deciding and cancelling requests. Everything is safe to repeat; every refusal is a `Refusal` and changes nothing. */
export interface Requests {
  /**
   * Makes the request of the form `requestId` in the asker's name; sending the same form again gives the same request.
   * @param channels those of the asker, as `Rights.channelsOf` gave them
   */
  submit(
    by: Grant<'submit-request' | 'newAwsRootAccount'>,
    asker: Person,
    requestId: string,
    form: RequestForm,
    channels: readonly LinkedChannel[],
    through?: Through,
  ): Promise<Request>;
  /** A denial needs a comment. @throws {Refusal} comment-missing, comment-too-long, pool-empty */
  decide(grant: Deciding, comment: string): Promise<DecisionOutcome>;
  /** What an approver wants to know beside it; undefined once it is settled. */
  context(grant: Grant<OperationOn<'request'>>): Promise<RequestContext | undefined>;
  /** @throws {Refusal} request-settled */
  cancel(grant: Grant<'cancel-request'>): Promise<Request>;
}

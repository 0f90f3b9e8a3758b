import type { Alias } from '../aliases/alias.ts';
import type { LinkedChannel } from '../channels/channel.ts';
import type { Deciders } from '../people/deciders.ts';
import type { Repeatable } from '../messages/poster.ts';
import type { RequestContext } from './request-context.ts';
import type { Request } from './request.ts';

/** What is said of requests: plain data, drawn by cards. */
export type RequestsNotice =
  RequestNotice | ReceiptNotice | AskerNotice | ChannelNotice | PoolEmptyNotice | ReminderNotice;

export interface RequestNotice extends Repeatable {
  readonly kind: 'request';
  readonly context?: RequestContext | undefined;
  readonly request: Request;
  readonly channel: LinkedChannel | undefined;
  /** How many approvers have to say yes; 1 where left out. */
  readonly approvalsNeeded?: number;
}

export interface ReceiptNotice extends Omit<RequestNotice, 'kind' | 'context'> {
  readonly kind: 'receipt';
}

export interface AskerNotice extends Repeatable {
  readonly kind: 'asker-told';
  readonly request: Request;
  readonly channel: LinkedChannel | undefined;
  /** As it is now, once one was allotted. */
  readonly alias?: Alias | undefined;
}

export interface ChannelNotice extends Repeatable {
  readonly kind: 'channel-told';
  readonly request: Request;
}

export interface PoolEmptyNotice extends Repeatable {
  readonly kind: 'pool-empty';
  readonly request: Request;
}

export interface ReminderNotice extends Repeatable {
  readonly kind: 'request-waits';
  readonly request: Request;
  /** Who may decide it, to be rung. */
  readonly deciders?: Deciders;
}

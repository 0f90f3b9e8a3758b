/** Where an outgoing message goes. Ids only: names and service URLs are looked up when it is sent. */
export type Target =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'channel'; readonly channelId: string }
  | { readonly kind: 'approvals' }
  | { readonly kind: 'triage' };

/**
 * A message queued in the same transaction as the change that it tells of. It names what to tell, not the words: they are
 * drawn from the stored state at the moment of sending, so that a late message never tells an old story.
 */
export type Errand =
  /** A new request for the approvers to decide. */
  | { readonly kind: 'approval-wanted'; readonly requestId: string; readonly to: Target }
  /** The request changed: redraw every card of it that was posted. */
  | { readonly kind: 'redraw-request'; readonly requestId: string }
  /** Tell the asker how the request ended. */
  | { readonly kind: 'asker-told'; readonly requestId: string; readonly to: Target }
  /** Tell the owning channel which alias it now owns. */
  | { readonly kind: 'channel-told'; readonly requestId: string; readonly to: Target }
  /** Tell the channel that it can own aliases now, or stands for approvals or triage. */
  | { readonly kind: 'channel-linked'; readonly channelId: string; readonly to: Target }
  /** The pool had no free alias when a request was approved. */
  | { readonly kind: 'pool-empty'; readonly requestId: string; readonly to: Target };

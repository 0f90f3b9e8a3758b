import type { RaiseLevel } from '../mail/handling/handling.ts';

/** Where an outgoing message goes. Ids only: names and service URLs are looked up when it is sent. */
export type Target =
  | { readonly kind: 'person'; readonly personId: string }
  | {
      readonly kind: 'channel';
      readonly channelId: string;
      /** Where it is known already; looked up otherwise. */
      readonly teamId?: string;
    }
  | { readonly kind: 'approvals' }
  | { readonly kind: 'triage' };

/**
 * A message queued in the same transaction as the change that it tells of. It names what to tell, not the words: they are
 * drawn from the stored state at the moment of sending, so that a late message never tells an old story.
 */
export type Errand = RequestErrand | MailErrand;

/** Those about requests, channels and aliases. */
export type RequestErrand =
  /** A new request for the approvers to decide. */
  | { readonly kind: 'approval-wanted'; readonly requestId: string; readonly to: Target }
  /** The request changed: redraw every card of it that was posted. */
  | { readonly kind: 'redraw-request'; readonly requestId: string }
  /** Tell the asker how the request ended. */
  | { readonly kind: 'asker-told'; readonly requestId: string; readonly to: Target }
  /** Tell the owning channel which alias it now owns. */
  | { readonly kind: 'channel-told'; readonly requestId: string; readonly to: Target }
  /** The pool had no free alias when a request was approved. */
  | { readonly kind: 'pool-empty'; readonly requestId: string; readonly to: Target }
  /** The request still waits: remind the approvers, below the card that they have. */
  | { readonly kind: 'approval-reminder'; readonly requestId: string; readonly to: Target }
  /** Tell the new owner of an alias that it was given to them. */
  | { readonly kind: 'owner-told'; readonly aliasId: string; readonly to: Target }
  /** Few aliases are free: so many at the moment of the alert, and at this rate none on the day `emptyOn` (`YYYY-MM-DD`). */
  | {
      readonly kind: 'pool-low';
      readonly free: number;
      readonly emptyOn?: string | undefined;
      readonly to: Target;
    };

/** Whether the errand tells of a mail. */
export function isMailErrand(errand: Errand): errand is MailErrand {
  return 'ledgerId' in errand || errand.kind === 'mail-digest' || errand.kind === 'mail-gap';
}

/** The same about mails; each names the ledger entry. */
export type MailErrand =
  /** Something was done with the mail: redraw every card of it that was posted. */
  | { readonly kind: 'redraw-mail'; readonly ledgerId: string }
  /** Not before the given moment: what the channel wanted to see together. */
  | { readonly kind: 'mail-digest'; readonly channelId: string; readonly dueAt: Date }
  /** Tell how many mails of the last two days had been missed. */
  | { readonly kind: 'mail-gap'; readonly missing: number; readonly seen: number; readonly to: Target }
  /** Tell that the mail was given up. */
  | { readonly kind: 'mail-dead'; readonly ledgerId: string; readonly to: Target }
  /** Deliver it once more. */
  | { readonly kind: 'replay-mail'; readonly ledgerId: string }
  /** Deliver it to the owners of an alias that nothing in it named. */
  | { readonly kind: 'assign-mail'; readonly ledgerId: string; readonly aliasId: string }
  /** Not before the given moment: raise an urgent mail that nobody has acknowledged. */
  | {
      readonly kind: 'raise-mail';
      readonly ledgerId: string;
      readonly level: RaiseLevel;
      readonly dueAt: Date;
    }
  /** Tell that nobody has acknowledged it. */
  | {
      readonly kind: 'mail-raised';
      readonly ledgerId: string;
      readonly level: RaiseLevel;
      readonly to: Target;
    }
  /** The owner wants to read a withheld mail, and a second person has to agree. */
  | (RevealErrand & { readonly kind: 'reveal-wanted'; readonly to: Target })
  /** The reveal changed: redraw the approvers' cards of it. */
  | (RevealErrand & { readonly kind: 'redraw-reveal' })
  /** Show the mail in the owner's own chat. */
  | (RevealErrand & { readonly kind: 'show-mail' })
  /** Not before the given moment: end what has not ended by itself, and take the text out of the chat. */
  | (RevealErrand & { readonly kind: 'end-reveal'; readonly dueAt: Date })
  /** Tell the owner that nothing comes of the reveal, and why. */
  | (RevealErrand & { readonly kind: 'reveal-told'; readonly to: Target });

interface RevealErrand {
  readonly ledgerId: string;
  readonly revealId: string;
}

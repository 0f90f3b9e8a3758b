import type { SentMail, Told } from './office.ts';
import type { Standing } from '../harness/recorder.ts';

/** What mailbox, Teams, table and people say at the end, side by side. Moments are milliseconds of the harness's own clock. */
export interface World {
  readonly mails: readonly SentMail[];
  readonly messages: readonly Message[];
  readonly requests: readonly RequestFact[];
  readonly aliases: readonly AliasFact[];
  readonly audit: readonly AuditFact[];
  /** Mails that somebody acknowledged, by their ledger ids. */
  readonly acknowledged: readonly AcknowledgedFact[];
  /** Names of the mails whose text was shown to their owner and is not to be seen any more. */
  readonly revealsOver: readonly string[];
  /** Cards of which the table knows where they stand: conversation and activity, with a blank between them. */
  readonly knownCards: ReadonlySet<string>;
  /** What is queued and due, or waits for a channel that nobody will link. */
  readonly waiting: readonly string[];
  /** Names of the mails that wait for their delivery, whenever it is to be. */
  readonly waitingMails: ReadonlySet<string>;
  /** What is queued for a later moment, for whoever looks for a cause. */
  readonly waitingLater: readonly string[];
  readonly told: readonly Told[];
  readonly unanswered: readonly string[];
  readonly faultsEndedAt: number;
}

/** A message in Teams, with the name of the mail that it is about. */
export interface Message extends Standing {
  readonly mail: string | undefined;
}

export interface RequestFact {
  readonly id: string;
  readonly state: 'pending' | 'approved' | 'denied' | 'cancelled' | 'expired';
  readonly askerId: string;
  readonly accountName: string;
  readonly aliasAddress: string | undefined;
}

export interface AliasFact {
  readonly id: string;
  readonly address: string;
  readonly state: string;
  readonly ownerMail: string | undefined;
  readonly accountId: string | undefined;
  /** Since when it is its owner's, in ISO 8601. */
  readonly since: string | undefined;
}

export interface AuditFact {
  readonly action: string;
  readonly aliasId: string | undefined;
  readonly requestId: string | undefined;
}

export interface AcknowledgedFact {
  readonly ledgerId: string;
  readonly aliasId: string | undefined;
}

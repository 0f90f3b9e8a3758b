import type { MailsNotice } from '../notices.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { Job } from '../../messages/job.ts';
import type { AskDeciders } from '../../people/deciders.ts';
import type { Conversations, Poster } from '../../messages/poster.ts';
import type { Outbox, Queued } from '../../messages/queue.ts';
import type { FindOwner } from './find-owner.ts';
import type { Handling } from '../cases/handling.ts';
import type { RevealPolicy } from '../cases/reveal-policy.ts';
import type { Ledger, LedgerEntry } from '../ledger.ts';
import type { MailReaderDeps } from './mail-notice.ts';

export interface MailJobDeps extends MailReaderDeps {
  readonly register: MailReaderDeps['register'] & Pick<CaseRegister, 'commit' | 'channel'>;
  readonly outbox: Pick<Outbox<Job>, 'add'>;
  readonly findOwner: FindOwner;
  readonly ledger: Pick<Ledger, 'entry' | 'state' | 'apart' | 'requeue' | 'digest' | 'forgetDigest'>;
  readonly conversations: Pick<Conversations, 'copies' | 'rememberCopy'>;
  readonly poster: Poster<MailsNotice>;
  readonly deciders: AskDeciders;
  /** See `HandlingPolicy`. */
  readonly acknowledgeMinutes: number;
  readonly revealPolicy: RevealPolicy;
  readonly clock: Clock;
  readonly log: Log;
  readonly wake: () => void;
  readonly wakeDeliveries: () => void;
}

/** A job about a mail, with what is stored of the mail at this moment. */
export interface MailAttempt {
  readonly item: Queued<Job>;
  readonly entry: LedgerEntry;
  readonly handling: Handling;
  readonly signal: AbortSignal;
}

import type { Register } from '../../aliases/register.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { Errand } from '../../outgoing/message.ts';
import type { Conversations, Poster } from '../../outgoing/poster.ts';
import type { Queued } from '../../outgoing/queue.ts';
import type { Handling } from '../handling/handling.ts';
import type { RevealPolicy } from '../handling/reveal-policy.ts';
import type { Ledger, LedgerEntry } from '../ledger.ts';
import type { MailReaderParts } from './mail-notice.ts';

export interface MailErrandParts extends MailReaderParts {
  readonly register: MailReaderParts['register'] & Pick<Register, 'commit' | 'channel'>;
  readonly ledger: Pick<Ledger, 'entry' | 'state' | 'apart' | 'requeue' | 'digest' | 'forgetDigest'>;
  readonly conversations: Pick<Conversations, 'copies' | 'rememberCopy'>;
  readonly poster: Poster;
  /** See `HandlingPolicy`. */
  readonly acknowledgeMinutes: number;
  readonly revealPolicy: RevealPolicy;
  readonly clock: Clock;
  readonly log: Log;
  readonly wake: () => void;
  readonly wakeDeliveries: () => void;
}

/** An errand about a mail, with what is stored of the mail at this moment. */
export interface MailTask {
  readonly item: Queued<Errand>;
  readonly entry: LedgerEntry;
  readonly handling: Handling;
  readonly signal: AbortSignal;
}

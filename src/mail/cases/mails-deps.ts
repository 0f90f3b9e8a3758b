import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { MailReaderDeps } from '../delivery/mail-notice.ts';
import type { CaseRegister } from './case-register.ts';
import type { ListMailsDeps } from './list-mails.ts';
import type { RevealPolicy } from './reveal-policy.ts';

export interface MailsDeps extends MailReaderDeps {
  readonly register: MailReaderDeps['register'] & Pick<CaseRegister, 'commit' | 'channel' | 'lookedAtOf'>;
  readonly ledger: ListMailsDeps['ledger'];
  readonly conversations: ListMailsDeps['conversations'];
  readonly policy: HandlingPolicy;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when jobs were queued. */
  readonly wake: () => void;
}

/** The rules of a company for what is done with mail. */
export interface HandlingPolicy {
  readonly reveal: RevealPolicy;
  /** How long an urgent mail may wait to be acknowledged, before its owner is told, and again before triage is. */
  readonly acknowledgeMinutes: number;
}

import { randomBytes } from 'node:crypto';
import { Refusal } from '../../src/aliases/errors.ts';
import { RootdeskError } from '../../src/errors.ts';
import { MailRefusal } from '../../src/mail/errors.ts';
import type { Log } from '../../src/log.ts';
import type { Problem } from '../../cards/index.ts';
import { DirectoryUnavailable } from '../../src/requests/directory.ts';
import { NoRight } from '../../src/rights/errors.ts';
import type { Explained, Turn } from './turn.ts';

/** A card whose data Rootdesk did not write, or not in this version. */
export class CardUnknown extends RootdeskError<'card-unknown'> {
  constructor() {
    super(
      'card-unknown',
      'This card is not one that Rootdesk can act on. Nothing was changed.',
      'Write `help` to see what Rootdesk can do, or `request` to start again.',
    );
  }
}

/** Errors that say all there is to say to a person, the same to everybody; why the directory is silent is in the log already. */
const REFUSALS = [Refusal, MailRefusal, CardUnknown, NoRight, DirectoryUnavailable] as const;

/** Whether the error says no to a person, and says all there is to say. */
export function isRefusal(error: unknown): error is InstanceType<(typeof REFUSALS)[number]> {
  return REFUSALS.some((kind) => error instanceof kind);
}

/** The error as it stands on a card that stays usable. */
export function problemOnCard(turn: Turn, error: unknown): Problem {
  const { problem, reference } = turn.explain(error);
  const remedy = reference === '' ? problem.remedy : `${problem.remedy} Reference: ${reference}`;
  return { message: problem.message, remedy };
}

/**
 * An error as a person reads it. Refusals say all there is to say; of everything else a person reads what is the matter, and a
 * reference number under which the log has the reason.
 */
export function explain(error: unknown, log: Log): Explained {
  if (isRefusal(error)) return { problem: error, reference: '' };
  const reference = newReference();
  log.error({ err: error, reference }, 'somebody was told that something went wrong');
  const code = error instanceof RootdeskError ? error.code : '';
  const message = IN_WORDS.get(code) ?? 'Rootdesk could not finish this.';
  return { problem: { message, remedy: FOR_LATER }, reference };
}

/** What a person may know of a fault. Why it happened, and what an administrator has to grant or mend, is in the log and in `doctor`. */
const IN_WORDS: ReadonlyMap<string, string> = new Map([
  ['mailbox-unavailable', 'Rootdesk cannot read the central mailbox at this moment.'],
  ['register-unavailable', 'Rootdesk cannot reach its storage at this moment.'],
  ['row-unreadable', 'What Rootdesk stored of it cannot be read.'],
  ['teams-call-failed', 'Teams did not give Rootdesk what it asked for.'],
]);
const FOR_LATER = 'Try again in a minute. If it keeps failing, give the reference below to an administrator.';

/** Short enough to read out; only to be found again in the log. */
function newReference(): string {
  return `R-${randomBytes(4).toString('hex').toUpperCase()}`;
}

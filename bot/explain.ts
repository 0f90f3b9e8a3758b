import { randomBytes } from 'node:crypto';
import { Refusal } from '../src/aliases/errors.ts';
import { RootdeskError } from '../src/errors.ts';
import { MailRefusal } from '../src/mail/errors.ts';
import type { Log } from '../src/log.ts';
import type { Explained } from './turn.ts';

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

/** Whether the error says no to a person for a reason of theirs, and says all there is to say. */
export function isRefusal(error: unknown): error is Refusal | MailRefusal | CardUnknown {
  return error instanceof Refusal || error instanceof MailRefusal || error instanceof CardUnknown;
}

/**
 * An error as a person reads it. Refusals say all there is to say; everything else gets a reference number under which the
 * log has the details.
 */
export function explain(error: unknown, log: Log): Explained {
  if (isRefusal(error)) return { problem: error, reference: '' };
  const reference = newReference();
  log.error({ err: error, reference }, 'somebody was told that something went wrong');
  if (error instanceof RootdeskError) return { problem: error, reference };
  return {
    problem: {
      message: 'Rootdesk could not finish this.',
      remedy: 'Try again in a minute. If it keeps failing, give the reference below to an administrator.',
    },
    reference,
  };
}

/** Short enough to read out; only to be found again in the log. */
function newReference(): string {
  return `R-${randomBytes(4).toString('hex').toUpperCase()}`;
}

import { randomBytes } from 'node:crypto';
import type { Problem } from '../../cards/index.ts';
import { RootdeskError } from '../../src/shared/rootdesk-error.ts';
import type { Log } from '../../src/shared/log.ts';
import { isRefusal } from './is-refusal.ts';
import type { Explained, Turn } from './turn.ts';

/** What a person may know of a fault. Why it happened, and what an administrator has to grant or mend, is in the log and in `doctor`. */
const IN_WORDS: ReadonlyMap<string, string> = new Map([
  ['mailbox-unavailable', 'Rootdesk cannot read the central mailbox at this moment.'],
  ['register-unavailable', 'Rootdesk cannot reach its storage at this moment.'],
  ['row-unreadable', 'What Rootdesk stored of it cannot be read.'],
  ['teams-call-failed', 'Teams did not give Rootdesk what it asked for.'],
]);
const FOR_LATER = 'Try again in a minute. If it keeps failing, give the reference below to an administrator.';

/** The error as it stands on a card that stays usable. */
export function problemOnCard(turn: Pick<Turn, 'explain'>, error: unknown): Problem {
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

/** Short enough to read out; only to be found again in the log. */
function newReference(): string {
  return `R-${randomBytes(4).toString('hex').toUpperCase()}`;
}

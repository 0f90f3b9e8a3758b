import { randomBytes } from 'node:crypto';
import { plain, refusalWords, type Problem, type Texts } from '../../cards/index.ts';
import { SpokenError } from '../../src/shared/spoken-error.ts';
import { RootdeskError } from '../../src/shared/rootdesk-error.ts';
import type { Log } from '../../src/shared/log.ts';
import type { Explained, Turn } from './turn.ts';

/** What a person may know of a fault. Why it happened, and what an administrator has to grant or repair, is in the log and in `doctor`. */
const FAULTS = [
  'mailbox-unavailable',
  'register-unavailable',
  'row-unreadable',
  'teams-call-failed',
] as const;

/** The error as it is on a card that stays usable. */
export function problemOnCard(
  { texts, explain: told }: Pick<Turn, 'texts' | 'explain'>,
  error: unknown,
): Problem {
  const { problem, reference } = told(error);
  if (reference === '') return problem;
  return { ...problem, remedy: texts.faults.laterReference({ reference: plain(reference, 60) }) };
}

/**
 * An error as a person reads it. Refusals say all there is to say; of everything else a person reads what is the matter, and a
 * reference number under which the log has the reason.
 */
export function explain(texts: Texts, error: unknown, log: Log): Explained {
  if (error instanceof SpokenError) return { problem: refusalWords(texts, error), reference: '' };
  const { faults } = texts;
  const reference = newReference();
  log.error({ err: error, reference }, 'somebody was told that something went wrong');
  const code = error instanceof RootdeskError ? error.code : '';
  const known = FAULTS.find((each) => each === code) ?? 'unknown';
  return { problem: { message: faults[known], remedy: faults.later }, reference };
}

/** Short enough to read out; only to be found again in the log. */
function newReference(): string {
  return `R-${randomBytes(4).toString('hex').toUpperCase()}`;
}

import type { Trouble } from '../shared/troubles.ts';
import type { AttemptResult } from './attempt-result.ts';
import { waitMs } from './back-off.ts';
import type { Addressee, Job } from './job.ts';
import type { PostOutcome } from './poster.ts';
import type { Queued } from './queue.ts';

type NotPosted = Exclude<PostOutcome, { kind: 'posted' }>;
type Again = Extract<AttemptResult, { kind: 'again' }>;

/** What becomes of a job after one attempt to post it. */
export function afterAttempt(
  item: Queued<Job>,
  to: Pick<Addressee, 'kind'> | { readonly kind: 'conversation' },
  outcome: PostOutcome,
): AttemptResult {
  if (outcome.kind === 'posted') return { kind: 'done', ending: 'told' };
  return notPosted(item, outcome, { level: 'warn', message: 'a job has to wait', details: { to: to.kind } });
}

/**
 * What is to be posted waits for its place, whatever the reason.
 * @param trouble in which words it is told; the reason is put beside it
 */
export function notPosted(
  { mayBeRepeat }: Pick<Queued<unknown>, 'mayBeRepeat'>,
  outcome: NotPosted,
  trouble: Trouble,
): Again {
  const told = { trouble: { ...trouble, details: { ...trouble.details, reason: reasonOf(outcome) } } };
  switch (outcome.kind) {
    case 'throttled':
      return { kind: 'again', afterMs: outcome.retryAfterMs, mayBeRepeat, place: 'rests', ...told };
    case 'ambiguous':
      return { kind: 'again', mayBeRepeat: true, place: 'fails', ...told };
    case 'failed':
      return { kind: 'again', mayBeRepeat, place: 'fails', ...told };
    case 'unreachable':
      return { kind: 'again', mayBeRepeat, blocked: true, place: 'denies', counted: false, ...told };
  }
}

function reasonOf(outcome: NotPosted): string {
  return outcome.kind === 'throttled' ? 'Teams asked for patience.' : outcome.reason;
}

/**
 * Looks at a card that is away: some minutes of quick ones, then less and less often, about four hours in all. Then somebody deleted
 * it. Each reads the mail anew, so that a card which is gone for good should not cost hundreds.
 */
const QUICK_LOOKS = 20;
const LOOKS_MOST = 52;
const LOOK_MS = 60_000;
const LONGEST_LOOK_MS = 8 * 60_000;

function lookMsAfter(looks: number): number {
  if (looks <= QUICK_LOOKS) return waitMs(0, looks);
  return Math.min(LONGEST_LOOK_MS, LOOK_MS * 2 ** (looks - QUICK_LOOKS - 1));
}

const NOT_REDRAWN: Trouble = { level: 'warn', message: 'a card could not be redrawn yet', details: {} };

/**
 * Redrawing is safe to repeat, so whatever was not clearly done is done again. Teams denies cards that are there, and a bot comes
 * back into a channel: a card that cannot be reached is waited for as a post is.
 * @param isOutdated it changed while the cards were redrawn: what was drawn before may have arrived after what is newer
 * @param trouble in which words it is told that a card was not redrawn
 */
export function afterRedraws(
  item: Queued<Job>,
  outcomes: readonly PostOutcome[],
  isOutdated: boolean,
  trouble = NOT_REDRAWN,
): AttemptResult {
  const open = outcomes.flatMap((outcome) =>
    outcome.kind === 'posted' ? [] : [notPosted(item, outcome, trouble)],
  );
  const [first] = open;
  const told = first?.trouble && { trouble: first.trouble };
  const isAway = open.every(({ blocked = false }) => blocked);
  if (first !== undefined && !(isAway && item.attempts > LOOKS_MOST)) {
    const restMs = Math.max(...open.map(({ afterMs = 0 }) => afterMs));
    const afterMs = Math.max(restMs, isAway ? lookMsAfter(item.attempts) : 0);
    const wait = afterMs > 0 ? { afterMs } : {};
    return { kind: 'again', ...wait, ...told, mayBeRepeat: false, blocked: isAway, counted: isAway };
  }
  return isOutdated && outcomes.length > 0
    ? { kind: 'again', afterMs: 0, mayBeRepeat: false, counted: false }
    : { kind: 'done', ending: 'told', ...told };
}

import type { Log } from '../shared/log.ts';
import type { AttemptResult } from './attempt-result.ts';
import type { Job, Target } from './job.ts';
import type { PostOutcome } from './poster.ts';
import type { Queued } from './queue.ts';

/** What becomes of a job after one attempt to post it. */
export function afterAttempt(
  log: Log,
  item: Queued<Job>,
  to: Pick<Target, 'kind'> | { readonly kind: 'conversation' },
  outcome: PostOutcome,
): AttemptResult {
  if (outcome.kind === 'posted') return { kind: 'done', ending: 'told' };
  const { attempts } = item;
  if ('reason' in outcome) {
    log.warn({ job: item.job.kind, to: to.kind, attempts, reason: outcome.reason }, 'a job has to wait');
  }
  return notPosted(item, outcome);
}

/** What is to be posted waits for its place, whatever the reason. */
export function notPosted(
  { mayBeRepeat }: Pick<Queued<unknown>, 'mayBeRepeat'>,
  outcome: Exclude<PostOutcome, { kind: 'posted' }>,
): Extract<AttemptResult, { kind: 'again' }> {
  switch (outcome.kind) {
    case 'throttled':
      return { kind: 'again', afterMs: outcome.retryAfterMs, mayBeRepeat, place: 'rests' };
    case 'ambiguous':
      return { kind: 'again', mayBeRepeat: true, place: 'fails' };
    case 'failed':
      return { kind: 'again', mayBeRepeat, place: 'fails' };
    case 'unreachable':
      return { kind: 'again', mayBeRepeat, blocked: true, counted: true };
  }
}

/** About four hours: a card that is away for so long was deleted by somebody. */
const LOOKS_MOST = 24;

/**
 * Redrawing is safe to repeat, so whatever was not clearly done is done again. Teams denies cards that are there, and a bot comes
 * back into a channel: a card that cannot be reached is waited for as a post is.
 * @param isOutdated it changed while the cards were redrawn: what was drawn before may have arrived after what is newer
 */
export function afterRedraws(
  item: Queued<Job>,
  outcomes: readonly PostOutcome[],
  isOutdated: boolean,
): AttemptResult {
  const open = outcomes.flatMap((outcome) => (outcome.kind === 'posted' ? [] : [notPosted(item, outcome)]));
  const isAway = open.every(({ blocked = false }) => blocked);
  if (open.length > 0 && !(isAway && item.attempts > LOOKS_MOST)) {
    const restMs = Math.max(...open.map(({ afterMs = 0 }) => afterMs));
    const wait = restMs > 0 ? { afterMs: restMs } : {};
    return { kind: 'again', ...wait, mayBeRepeat: false, blocked: isAway, counted: isAway };
  }
  return isOutdated && outcomes.length > 0
    ? { kind: 'again', afterMs: 0, mayBeRepeat: false, counted: false }
    : { kind: 'done', ending: 'told' };
}

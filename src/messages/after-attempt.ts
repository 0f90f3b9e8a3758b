import type { Log } from '../shared/log.ts';
import type { Job, Target } from './job.ts';
import type { PostOutcome } from './poster.ts';
import type { Queued } from './queue.ts';
import type { AttemptResult } from './attempt-result.ts';
import { backOffMs } from './back-off.ts';

/** What becomes of a job after one attempt to post it. */
export function afterAttempt(log: Log, item: Queued<Job>, to: Target, outcome: PostOutcome): AttemptResult {
  const { mayBeRepeat, attempts } = item;
  switch (outcome.kind) {
    case 'posted':
      return { kind: 'done', ending: 'told' };
    case 'throttled':
      return { kind: 'again', afterMs: outcome.retryAfterMs, mayBeRepeat, place: 'rests' };
    case 'ambiguous':
      return { kind: 'again', mayBeRepeat: true, place: 'fails' };
    case 'failed':
    case 'unreachable': {
      log.warn({ job: item.job.kind, to: to.kind, attempts, reason: outcome.reason }, 'a job has to wait');
      if (outcome.kind === 'failed') return { kind: 'again', mayBeRepeat, place: 'fails' };
      return { kind: 'again', mayBeRepeat, blocked: true, counted: true };
    }
  }
}

/** Redrawing is safe to repeat, so whatever was not clearly done, or clearly impossible, is done again. */
export function afterRedraws(item: Queued<Job>, outcomes: readonly PostOutcome[]): AttemptResult {
  const open = outcomes.filter(({ kind }) => kind !== 'posted' && kind !== 'unreachable');
  if (open.length === 0) return { kind: 'done', ending: 'told' };
  const waits = open.map((outcome) => (outcome.kind === 'throttled' ? outcome.retryAfterMs : 0));
  return { kind: 'again', afterMs: Math.max(backOffMs(item.attempts), ...waits), mayBeRepeat: false };
}

import type { Clock } from '../shared/clock.ts';
import { afterAttempt, afterRedraws } from './after-attempt.ts';
import type { JobRuns } from './job-runs.ts';
import type { MessagesNotice } from './notices.ts';
import type { Poster } from './poster.ts';

/** Longer than Teams is ever away for; whoever cannot be told for so long has looked at the card. */
const TOLD_WITHIN_MS = 24 * 60 * 60_000;

interface ClickRunsDeps {
  readonly poster: Pick<Poster<MessagesNotice>, 'reply' | 'redraw'>;
  readonly clock: Clock;
}

/** Keeps what was promised to whoever clicked, where the process that promised it did not live to keep it. */
export function clickRuns({ poster, clock }: ClickRunsDeps) {
  return {
    async 'click-promised'({ copy, dueAt }, item, signal) {
      if (clock().getTime() - dueAt.getTime() > TOLD_WITHIN_MS) return { kind: 'done', ending: 'dropped' };
      const { mayBeRepeat } = item;
      const outcome = await poster.reply(copy, { kind: 'click-ended', mayBeRepeat }, signal);
      return afterAttempt(item, { kind: 'conversation' }, outcome);
    },
    async 'question-answered'({ copy }, item, signal) {
      return afterRedraws(item, [await poster.redraw(copy, { kind: 'question-answered' }, signal)], false);
    },
  } satisfies Partial<JobRuns>;
}

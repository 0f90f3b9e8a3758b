import { afterAttempt } from './after-attempt.ts';
import type { JobRuns } from './job-runs.ts';
import type { MessagesNotice } from './notices.ts';
import type { Poster } from './poster.ts';

/** Whoever cannot be told for so long has looked at the card. */
const TRIES_MOST = 20;

interface ClickRunsDeps {
  readonly poster: Pick<Poster<MessagesNotice>, 'reply'>;
}

/** Keeps the promise that was made to whoever clicked, where the process that made it did not live to keep it. */
export function clickRuns({ poster }: ClickRunsDeps): JobRuns<'click-promised'> {
  return {
    async 'click-promised'({ copy }, item, signal) {
      if (item.attempts > TRIES_MOST) return { kind: 'done', ending: 'dropped' };
      const { mayBeRepeat } = item;
      const outcome = await poster.reply(copy, { kind: 'click-ended', mayBeRepeat }, signal);
      return afterAttempt(item, { kind: 'conversation' }, outcome);
    },
  };
}

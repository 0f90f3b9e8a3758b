import type { PostedCopy, PostOutcome } from '../../src/messages/poster.ts';
import { pause } from '../../src/shared/pause.ts';
import { attempt } from './attempt.ts';
import { postOutcome } from './post-outcome.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { placeOfConversation } from './place-of-conversation.ts';

/** From one attempt to the next, where Teams does not say: it doubles. */
const FIRST_WAIT_MS = 500;

/** Sends what is answered in a conversation, within Teams' limits and with the patience of everything else that is posted. */
export interface Answers {
  /**
   * Tries until it was taken, was refused for good, or the signal is aborted; a wait that Teams asks for is kept.
   * @param send one attempt; told whether an earlier one may have arrived. Gives the id of the message, undefined where Teams gave none
   * @returns what became of the last attempt
   */
  send(
    where: Pick<PostedCopy, 'serviceUrl' | 'conversationId'>,
    send: (mayBeRepeat: boolean) => Promise<string | undefined>,
    signal: AbortSignal,
  ): Promise<PostOutcome>;
}

/** @param limiter shared with everything else that is posted */
export function createAnswers(limiter: RateLimiter): Answers {
  return {
    async send(where, send, signal) {
      const place = placeOfConversation(where.conversationId);
      let mayBeRepeat = false;
      const once = async (): Promise<PostedCopy> => {
        const { serviceUrl, conversationId } = where;
        return { serviceUrl, conversationId, activityId: (await send(mayBeRepeat)) ?? '' };
      };
      for (let backOffMs = FIRST_WAIT_MS; ; backOffMs *= 2) {
        const outcome = await limiter.run(place, signal, async () =>
          postOutcome(await attempt(signal, once)),
        );
        if (outcome.kind === 'posted' || outcome.kind === 'unreachable') return outcome;
        if (outcome.kind === 'ambiguous') mayBeRepeat = true;
        await pause(outcome.kind === 'throttled' ? outcome.retryAfterMs : backOffMs, signal);
        if (signal.aborted) return outcome;
      }
    },
  };
}

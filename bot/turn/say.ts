import { languageOf, textsIn } from '../../cards/index.ts';
import type { Incoming } from '../teams/activity.ts';
import type { Answers } from '../teams/answers.ts';
import type { Conversation } from '../teams/conversation.ts';
import type { Uses } from './bot-deps.ts';
import type { Said } from './turn.ts';
import { turnSignal } from './turn-signal.ts';

/**
 * Sends an answer, as patiently as everything is posted.
 * @param signal when to give up; the end of the turn where left out
 * @returns the id of its message, undefined where it could not be sent or Teams gave none
 */
export type Say = (
  conversation: Pick<Conversation, 'send'>,
  seen: Incoming,
  said: Said,
  signal?: AbortSignal,
) => Promise<string | undefined>;

/** A failed answer is logged, not thrown: Teams would deliver the message again, and the command would run twice. */
export function createSay({
  answers,
  conversations,
  log,
}: Uses<'conversations' | 'log'> & { readonly answers: Answers }): Say {
  return async (conversation, seen, said, signal = turnSignal(seen)) => {
    const where = { serviceUrl: seen.serviceUrl, conversationId: seen.conversation.id };
    const language = languageOf(seen.locale);
    const outcome = await answers.send(
      where,
      (mayBeRepeat) => conversation.send(said, mayBeRepeat ? textsIn(language).repeat.message : undefined),
      signal,
    );
    if (outcome.kind !== 'posted') {
      log.error({ outcome: outcome.kind }, 'an answer could not be sent');
      return undefined;
    }
    const { copy } = outcome;
    if (copy.activityId === '') return undefined;
    try {
      if (said.copyOf !== undefined) await conversations.rememberCopy(said.copyOf, { ...copy, language });
    } catch (error) {
      // A click on it brings its place again.
      log.error({ err: error }, 'where an answer is was not stored');
    }
    return copy.activityId;
  };
}

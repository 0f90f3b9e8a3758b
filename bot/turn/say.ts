import { languageOf } from '../../cards/index.ts';
import type { Incoming } from '../teams/activity.ts';
import type { Conversation } from '../teams/conversation.ts';
import type { Uses } from './bot-deps.ts';
import type { Said } from './turn.ts';

/** Sends an answer; @returns the id of its message, undefined where it could not be sent or Teams gave none */
export type Say = (conversation: Conversation, seen: Incoming, said: Said) => Promise<string | undefined>;

/** A failed answer is logged, not thrown: Teams would deliver the message again, and the command would run twice. */
export function createSay({ conversations, log }: Uses<'conversations' | 'log'>): Say {
  return async (conversation, seen, said) => {
    try {
      const activityId = await conversation.send(said);
      if (said.copyOf === undefined || activityId === undefined) return activityId;
      const { serviceUrl, locale, conversation: where } = seen;
      const copy = { serviceUrl, conversationId: where.id, activityId, language: languageOf(locale) };
      await conversations.rememberCopy(said.copyOf, copy);
      return activityId;
    } catch (error) {
      log.error({ err: error }, 'an answer could not be sent');
      return undefined;
    }
  };
}

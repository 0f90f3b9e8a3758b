import { CardFactory, MessageFactory, type Activity } from 'botbuilder';
import type { Drawn } from '../../cards/index.ts';

/** A drawn card as a message, with the sentence that the notification shows. */
export function messageOf(drawn: Drawn): Partial<Activity> {
  const message = MessageFactory.attachment(CardFactory.adaptiveCard(drawn.card));
  return { ...message, summary: drawn.summary };
}

/** The same where botbuilder's type demands the fields that Teams fills in by itself. */
export function completeMessageOf(drawn: Drawn): Activity {
  const message = messageOf(drawn);
  if (!isComplete(message)) throw new TypeError('a message without a type');
  return message;
}

function isComplete(message: Partial<Activity>): message is Activity {
  return message.type !== undefined;
}

import { inPlainText, type Drawn, type Saying } from '../../cards/index.ts';

/** What goes back over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * The answer to `adaptiveCard/action`: HTTP is always 200, the outcome stands in the body. Any other status would be shown by
 * Teams as a failure of the bot.
 */
export function cardAnswer(drawn: Drawn): HttpAnswer {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: drawn.card },
  };
}

/** A sentence beside the card, which stays as it is. */
export function sentenceAnswer(sentence: Saying): HttpAnswer {
  return {
    status: 200,
    body: {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: inPlainText(sentence),
    },
  };
}

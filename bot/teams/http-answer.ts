import { inPlainText, type ChannelChoice, type Drawn, type Preview, type Saying } from '../../cards/index.ts';

/** What goes back over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * The answer to `adaptiveCard/action`: HTTP is always 200, the outcome is in the body. Any other status would be shown by
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

/** Results beside the compose box; each is a card that can be put into a message. */
export function resultsAnswer(results: readonly (Drawn & { readonly preview: Preview })[]): HttpAnswer {
  const attachments = results.map(({ card, preview }) => ({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: card,
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: preview },
  }));
  return composeAnswer({ type: 'result', attachmentLayout: 'list', attachments });
}

/** A sentence in the place of results. */
export function noResultsAnswer(sentence: Saying): HttpAnswer {
  return composeAnswer({ type: 'message', text: inPlainText(sentence) });
}

/** What a list of a form offers for what was typed into it (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search). */
export function choicesAnswer(choices: readonly ChannelChoice[]): HttpAnswer {
  const results = choices.map(({ title, value }) => ({ title: inPlainText(title), value }));
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } },
  };
}

/** In the place of choices. */
export function noChoicesAnswer(sentence: Saying): HttpAnswer {
  const value = { code: 'ServiceUnavailable', message: inPlainText(sentence) };
  return { status: 200, body: { statusCode: 503, type: 'application/vnd.microsoft.error', value } };
}

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
function composeAnswer(composeExtension: object): HttpAnswer {
  return { status: 200, body: { composeExtension } };
}

import { languageOf, textsIn } from '../cards/index.ts';
import { isServed, onCompose } from './compose/on-compose.ts';
import { isFromComposeBox, type Incoming } from './teams/activity.ts';
import type { Conversation } from './teams/conversation.ts';
import {
  choicesAnswer,
  noChoicesAnswer,
  noResultsAnswer,
  resultsAnswer,
  type HttpAnswer,
} from './teams/http-answer.ts';
import { within } from './teams/within.ts';
import type { Uses } from './turn/bot-deps.ts';
import { startTurn } from './turn/start-turn.ts';

/** Answers what people ask beside the compose box, or a list of a form; undefined for what Rootdesk does not serve. */
export type ComposeBox = (conversation: Conversation, seen: Incoming) => Promise<HttpAnswer | undefined>;

/** @param mostMs how long it may take before the place of the results says that it took too long */
export function createComposeBox(
  deps: Uses<'rights' | 'aliases' | 'register' | 'telemetry' | 'log'>,
  mostMs: number,
): ComposeBox {
  return async (conversation, seen) => {
    const { name = '', value } = seen;
    if (!isServed(name)) return undefined;
    const said = isFromComposeBox(seen) ? noResultsAnswer : noChoicesAnswer;
    const turn = startTurn(deps.log, conversation, seen, { kind: 'personal' });
    if (turn === undefined) return said(textsIn(languageOf(seen.locale)).faults.nobody);
    const work = onCompose(deps, turn, name, value).then((done) => ({ done }));
    const inTime = await within(work, mostMs);
    if (inTime === undefined) return said(turn.texts.compose.late);
    const { done: answer } = inTime;
    if (answer === undefined) return undefined;
    if ('results' in answer) return resultsAnswer(answer.results);
    return 'choices' in answer ? choicesAnswer(answer.choices) : said(answer.message);
  };
}

import type { Request, RequestState } from '../../src/requests/request.ts';
import type { Sentence } from '../runs.ts';
import { plain, say, type CardText, type Words } from '../text.ts';
import type { Texts } from '../texts/languages.ts';
import { nameOf, type Style } from './words.ts';
import { momentWords } from './moment.ts';

const STYLES: Readonly<Record<RequestState, Style>> = {
  pending: 'accent',
  approved: 'good',
  denied: 'attention',
  cancelled: 'emphasis',
  expired: 'emphasis',
};

/** How the state looks on the cards of a request. */
export function requestLook(texts: Texts, state: RequestState): { badge: Words; style: Style } {
  return { badge: texts.requestStates[state], style: STYLES[state] };
}

/** Approved because the company's rules want no approver for its environment. */
function isByRule({ state, settled }: Request): boolean {
  return state === 'approved' && settled !== undefined && settled.by === undefined;
}

/** Who settled the request: a person, the rule that needs nobody, or the approvers who did not come to it. */
export function settledBy(texts: Texts, request: Request): CardText {
  const by = request.settled?.by;
  if (by !== undefined) return nameOf(texts, by);
  if (isByRule(request)) return texts.request.rules[request.environment];
  return request.state === 'expired' ? texts.names.approvers : texts.names.approver;
}

/** The fields that say how a request ended: outcome, who and when, and what they said. */
export function outcomeFields(
  texts: Texts,
  request: Request,
): {
  hasOutcome: boolean;
  outcome: Sentence;
  outcomeAt: CardText;
  hasComment: boolean;
  comment: CardText;
} {
  const { settled, state } = request;
  // What the rule has to say is in its name.
  const comment = plain(isByRule(request) ? '' : (settled?.comment ?? ''), 1000);
  const hasOutcome = state !== 'pending' && settled !== undefined;
  return {
    hasOutcome,
    outcome: outcomeOf(texts, request),
    outcomeAt: settled === undefined ? say`-` : say` · ${momentWords(texts, settled.at)}`,
    hasComment: hasOutcome && comment !== '',
    comment: comment || say`-`,
  };
}

function outcomeOf(texts: Texts, request: Request): Sentence {
  const { state, settled } = request;
  const { outcomes, rules } = texts.request;
  if (state === 'pending') return [];
  if (state === 'expired') return outcomes.expired;
  const someone = isByRule(request) ? rules[request.environment] : texts.names.someone;
  return outcomes[state]({ who: settled?.by === undefined ? someone : nameOf(texts, settled.by) });
}

import type { Request, RequestState } from '../src/requests/request.ts';
import { plain, say, withoutMarkup, type CardText, type Words } from './text.ts';
import { moment } from './time.ts';
import { ENVIRONMENT_WORDS, nameOf, type Style } from './words.ts';

interface Look {
  readonly title: Words;
  readonly badge: Words;
  readonly style: Style;
}

/** How each state looks on the cards of a request. */
export const REQUEST_LOOKS: Readonly<Record<RequestState, Omit<Look, 'title'>>> = {
  pending: { badge: say`Waiting`, style: 'accent' },
  approved: { badge: say`Approved`, style: 'good' },
  denied: { badge: say`Denied`, style: 'attention' },
  cancelled: { badge: say`Canceled`, style: 'emphasis' },
  expired: { badge: say`Expired`, style: 'emphasis' },
};

const OUTCOME_WORDS: Readonly<Record<Exclude<RequestState, 'pending'>, Words>> = {
  approved: say`Approved by `,
  denied: say`Denied by `,
  cancelled: say`Canceled by `,
  expired: say`Expired: nobody decided in time`,
};

/** Approved because the company's rules want no approver for its environment. */
function isByRule({ state, settled }: Request): boolean {
  return state === 'approved' && settled !== undefined && settled.by === undefined;
}

function ruleName({ environment }: Request): Words {
  return say`the rule for ${withoutMarkup(ENVIRONMENT_WORDS[environment].toLowerCase(), 40)} accounts`;
}

/** Who settled the request: a person, the rule that needs nobody, or the approvers who did not come to it. */
export function settledBy(request: Request): CardText {
  const by = request.settled?.by;
  if (by !== undefined) return nameOf(by);
  if (isByRule(request)) return ruleName(request);
  return request.state === 'expired' ? say`the approvers` : say`an approver`;
}

/** The fields that say how a request ended: outcome, who and when, and what they said. */
export function outcomeFields(request: Request): {
  hasOutcome: boolean;
  outcome: Words;
  outcomeBy: CardText;
  outcomeAt: CardText;
  hasComment: boolean;
  commentLabel: Words;
  comment: CardText;
} {
  const { settled, state } = request;
  // What the rule has to say stands in its name.
  const comment = plain(isByRule(request) ? '' : (settled?.comment ?? ''), 1000);
  const by = settled?.by === undefined ? undefined : nameOf(settled.by);
  const known = state !== 'pending' && settled !== undefined;
  return {
    hasOutcome: known,
    outcome: known ? OUTCOME_WORDS[state] : say`-`,
    outcomeBy: state === 'expired' ? say`` : (by ?? (isByRule(request) ? ruleName(request) : say`someone`)),
    outcomeAt: known ? say` · ${moment(settled.at)}` : say`-`,
    hasComment: known && comment !== '',
    commentLabel: say`Comment`,
    comment: comment || say`-`,
  };
}

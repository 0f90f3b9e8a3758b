import type { Request, RequestState } from '../src/requests/request.ts';
import { plain } from './text.ts';
import { moment } from './time.ts';
import { ENVIRONMENT_WORDS, nameOf, type Color, type Style } from './words.ts';

interface Look {
  readonly title: string;
  readonly badge: string;
  readonly style: Style;
  readonly badgeColor: Color;
}

/** How each state looks on the cards of a request. */
export const REQUEST_LOOKS: Readonly<Record<RequestState, Omit<Look, 'title'>>> = {
  pending: { badge: 'Waiting', style: 'accent', badgeColor: 'Accent' },
  approved: { badge: 'Approved', style: 'good', badgeColor: 'Default' },
  denied: { badge: 'Denied', style: 'attention', badgeColor: 'Attention' },
  cancelled: { badge: 'Canceled', style: 'emphasis', badgeColor: 'Default' },
  expired: { badge: 'Expired', style: 'emphasis', badgeColor: 'Default' },
};

const OUTCOME_WORDS: Readonly<Record<Exclude<RequestState, 'pending'>, string>> = {
  approved: 'Approved by ',
  denied: 'Denied by ',
  cancelled: 'Canceled by ',
  expired: 'Expired: nobody decided in time',
};

/** Approved because the company's rules want no approver for its environment. */
function isByRule({ state, settled }: Request): boolean {
  return state === 'approved' && settled !== undefined && settled.by === undefined;
}

function ruleName({ environment }: Request): string {
  return `the rule for ${ENVIRONMENT_WORDS[environment].toLowerCase()} accounts`;
}

/** Who settled the request: a person, the rule that needs nobody, or the approvers who did not come to it. */
export function settledBy(request: Request): string {
  const by = request.settled?.by;
  if (by !== undefined) return nameOf(by);
  if (isByRule(request)) return ruleName(request);
  return request.state === 'expired' ? 'the approvers' : 'an approver';
}

/** The fields that say how a request ended: outcome, who and when, and what they said. */
export function outcomeFields(request: Request): {
  hasOutcome: boolean;
  outcome: string;
  outcomeBy: string;
  outcomeAt: string;
  hasComment: boolean;
  commentLabel: string;
  comment: string;
} {
  const { settled, state } = request;
  // What the rule has to say stands in its name.
  const comment = isByRule(request) ? '' : plain(settled?.comment ?? '', 1000);
  const by = settled?.by === undefined ? undefined : nameOf(settled.by);
  const known = state !== 'pending' && settled !== undefined;
  return {
    hasOutcome: known,
    outcome: known ? OUTCOME_WORDS[state] : '-',
    outcomeBy: state === 'expired' ? '' : (by ?? (isByRule(request) ? ruleName(request) : 'someone')),
    outcomeAt: known ? ` · ${moment(settled.at)}` : '-',
    hasComment: known && comment !== '',
    commentLabel: 'Comment',
    comment: comment || '-',
  };
}

import type { Request, RequestState } from '../src/requests/request.ts';
import { plain } from './text.ts';
import { moment } from './time.ts';
import { nameOf, type Color, type Style } from './words.ts';

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
  const comment = plain(settled?.comment ?? '', 1000);
  const by = settled?.by === undefined ? undefined : nameOf(settled.by);
  const known = state !== 'pending' && settled !== undefined;
  return {
    hasOutcome: known,
    outcome: known ? OUTCOME_WORDS[state] : '-',
    outcomeBy: state === 'expired' ? '' : (by ?? 'someone'),
    outcomeAt: known ? ` · ${moment(settled.at)}` : '-',
    hasComment: known && comment !== '',
    commentLabel: 'Comment',
    comment: comment || '-',
  };
}

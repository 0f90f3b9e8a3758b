import type { Request } from '../src/requests/request.ts';
import { drawing, type Drawn, type Fields } from './draw.ts';
import { pagerFields, pageWords } from './parts/pager.ts';
import { nameOf } from './parts/words.ts';
import template from './templates/request-list.json' with { type: 'json' };
import { exactly, joined, plain, say } from './text.ts';
import type { Texts } from './texts/languages.ts';
import { momentWords } from './parts/moment.ts';

/** A page of what somebody has to decide, and then of what they asked for. */
export interface RequestList {
  readonly toDecide: readonly Request[];
  readonly own: readonly Request[];
  /** How many come before these, how many there are at all, and how many of them wait for the reader's decision. */
  readonly from: number;
  readonly all: number;
  readonly waiting: number;
}

export const REQUESTS_A_PAGE = 10;

const draw = drawing(template);

export function requestListCard(texts: Texts, { toDecide, own, from, all, waiting }: RequestList): Drawn {
  const { requestList } = texts;
  const page = { from, shown: toDecide.length + own.length, all, size: REQUESTS_A_PAGE };
  const sections = [
    { heading: requestList.toDecide, requests: toDecide.map((each) => entryOf(texts, each, true)) },
    { heading: requestList.own, requests: own.map((each) => entryOf(texts, each, false)) },
  ];
  const count = waiting > 0 ? requestList.waiting({ waiting }) : undefined;
  const card = draw(texts, {
    title: requestList.title,
    lead:
      all === 0
        ? requestList.none
        : joined([count, all > waiting || all > page.shown ? pageWords(texts, page) : undefined], ' '),
    sections: sections.filter(({ requests }) => requests.length > 0),
    ...pagerFields(page),
  });
  return { card, summary: requestList.title };
}

function entryOf(texts: Texts, request: Request, isOthers: boolean): Fields {
  const { id, state, accountName, environment, asker, createdAt } = request;
  const facts = [
    isOthers ? nameOf(texts, asker) : texts.requestStates[state],
    texts.environments[environment],
    momentWords(texts, createdAt),
  ];
  return {
    requestId: exactly(id),
    account: plain(accountName, 100) || texts.names.account,
    what: say`${joined(facts, ' · ')}`,
  };
}

import type { RequestNotice } from '../src/requests/notices.ts';
import { COMMENT_MOST } from '../src/requests/decide.ts';
import { isSettled, type Request } from '../src/requests/request.ts';
import { drawing, type Card, type Drawn } from './draw.ts';
import { bannerFields, type Problem } from './parts/banner.ts';
import { outcomeFields, requestLook } from './parts/outcome.ts';
import { withNextSteps, type NextStep } from './parts/next-steps.ts';
import { codeRow, row, rowsOf, timeRow, type Row } from './parts/row.ts';
import { accountWords, channelName, nameAndMail, nameOf, whoWords } from './parts/words.ts';
import { runsOf, type Said } from './runs.ts';
import receiptTemplate from './templates/receipt.json' with { type: 'json' };
import template from './templates/request.json' with { type: 'json' };
import { exactly, joined, plain, say, typed, type CardText, type Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

/** A request with the channel that shall own its alias and, for approvers, what they want to know while it waits. */
type RequestWithChannel = Omit<RequestNotice, 'kind'>;

/** What an approver just tried, so that the card can answer without losing what was typed. */
export interface Attempt {
  readonly comment?: string;
  readonly commentFault?: Said | undefined;
  readonly problem?: Problem | undefined;
  /** What came of it, when the request waits all the same. */
  readonly remark?: Words | undefined;
  /** False when this person can never decide it: the buttons would only promise too much. */
  readonly mayDecide?: boolean;
}

const drawRequest = drawing(template);
const drawReceipt = drawing(receiptTemplate);

/** The approvers' card of a request: with Approve and Deny while pending, afterwards with outcome, who, when and why. */
export function requestCard(texts: Texts, shown: RequestWithChannel, attempt: Attempt = {}): Drawn {
  const { request } = shown;
  const { title, summaries } = texts.request;
  const canDecide = !isSettled(request) && attempt.mayDecide !== false;
  const card: Card = drawRequest(texts, {
    requestId: exactly(request.id),
    title,
    ...requestLook(texts, request.state),
    ...bannerFields(attempt.problem),
    rows: requestRows(texts, shown, 'approvers'),
    hasRemark: attempt.remark !== undefined,
    remark: attempt.remark ?? say`-`,
    ...outcomeFields(texts, request),
    canDecide,
    typedComment: typed(canDecide ? (attempt.comment ?? '') : '', COMMENT_MOST),
    commentFault: runsOf(canDecide ? (attempt.commentFault ?? []) : []),
  });
  const who = whoWords(texts, request.asker);
  const account = accountWords(texts, request.accountName);
  return { card, summary: summaries[request.state]({ who, account }) };
}

/** The asker's own copy of a request, with a button to cancel it while it is pending. */
export function receiptCard(texts: Texts, shown: RequestWithChannel, problem?: Problem): Drawn {
  const { request } = shown;
  const { title, leads } = texts.receipt;
  const card = drawReceipt(texts, {
    requestId: exactly(request.id),
    title,
    ...requestLook(texts, request.state),
    ...bannerFields(problem),
    lead: runsOf(leads[request.state]),
    rows: requestRows(texts, shown, 'asker'),
    ...outcomeFields(texts, request),
    // Why it was denied is told once, in the message that brings the answer.
    ...(request.state === 'denied' && { hasComment: false }),
    canCancel: !isSettled(request),
    canAskAgain: isSettled(request) && request.state !== 'approved',
  });
  return withNextSteps(texts, { card, summary: receiptSummary(texts, request) }, afterReceipt(request));
}

/** The receipt is not the end: beside it are the alias, or the other requests. */
function afterReceipt({ state }: Request): readonly NextStep[] {
  return state === 'approved' ? ['aliases'] : ['requests'];
}

/** For the notification of whoever asked. */
export function receiptSummary(texts: Texts, { state, accountName }: Request): Words {
  return texts.receipt.summary({
    state: texts.requestStates[state],
    account: accountWords(texts, accountName),
  });
}

/** What was asked for, in the order in which an approver thinks. */
function requestRows(texts: Texts, shown: RequestWithChannel, reader: 'approvers' | 'asker'): readonly Row[] {
  const { request } = shown;
  const { labels } = texts;
  const client =
    request.client === undefined ? '' : texts.request.apiClient({ name: plain(request.client, 80) });
  return rowsOf(
    row(labels.account, request.accountName, 100),
    row(labels.purpose, request.purpose),
    row(labels.environment, texts.environments[request.environment]),
    row(labels.mailGoesTo, channelName(texts, shown.channel)),
    codeRow(labels.accountId, request.expectedAccountId),
    reader === 'approvers' ? row(labels.askedBy, nameAndMail(texts, request.asker), 200) : undefined,
    row(labels.through, client, 100),
    timeRow(texts, labels.asked, request.createdAt),
    row(labels.approvals, approvalsSoFar(texts, shown), 400),
    ...(reader === 'approvers' ? contextRows(texts, shown) : []),
    codeRow(labels.alias, request.aliasAddress),
  );
}

const HELD_MOST = 5;

/** What the approver would have to look up. */
function contextRows(texts: Texts, { context }: RequestWithChannel): readonly Row[] {
  if (context === undefined) return [];
  const { labels, request } = texts;
  const { free, held, isBound } = context;
  const named = held.filter((name) => name !== '').slice(0, HELD_MOST);
  const names = joined(
    named.map((name) => plain(name, 60)),
    ', ',
  );
  const count = held.length;
  return rowsOf(
    row(labels.freeAliases, request.freeNow({ free })),
    row(
      labels.holdsAlready,
      names === '' ? request.holds({ count }) : request.holdsNamed({ count, names }),
      400,
    ),
    isBound ? row(labels.boundAlready, request.boundElsewhere) : undefined,
  );
}

/** `1 of 2: Grace Hopper`; nothing where one yes is enough, because who said it is there anyway. */
function approvalsSoFar(
  texts: Texts,
  { request, approvalsNeeded: needed = 1 }: RequestWithChannel,
): CardText {
  const { approvalsBy, approvalsOf, approvalsOfBy } = texts.request;
  const given = request.approvals.length;
  // A request keeps the yeses that it got when the rule asks for fewer today.
  if (needed < 2 && given < 2) return say``;
  const names = joined(
    request.approvals.map(({ by }) => nameOf(texts, by)),
    ', ',
  );
  if (isSettled(request)) return names === '' ? say`${given}` : approvalsBy({ given, names });
  return names === '' ? approvalsOf({ given, needed }) : approvalsOfBy({ given, needed, names });
}

/** Who asked for what, in one line of rows; for messages about a request that is shown elsewhere in full. */
export function shortRows(texts: Texts, request: Request): readonly Row[] {
  const { labels } = texts;
  return rowsOf(
    row(labels.account, request.accountName, 100),
    row(labels.environment, texts.environments[request.environment]),
    row(labels.askedBy, nameOf(texts, request.asker), 200),
    timeRow(texts, labels.asked, request.createdAt),
  );
}

import type { LinkedChannel } from '../src/channels/channel.ts';
import { isSettled, type Request } from '../src/requests/request.ts';
import { drawing, type Card, type Drawn } from './draw.ts';
import { outcomeFields, REQUEST_LOOKS } from './outcome.ts';
import { bannerFields, type Problem } from './problem.ts';
import { codeRow, row, rowsOf, type Row } from './row.ts';
import { runsOf } from './runs.ts';
import { exactly, plain, say, typed, withoutMarkup, type Words } from './text.ts';
import { moment } from './time.ts';
import { channelName, ENVIRONMENT_WORDS, nameAndMail, nameOf } from './words.ts';
import receiptTemplate from './receipt.json' with { type: 'json' };
import template from './request.json' with { type: 'json' };

/** A request with the channel that shall own its alias. */
export interface RequestWithChannel {
  readonly request: Request;
  readonly channel: LinkedChannel | undefined;
  /** How many approvers have to say yes; 1 where left out. */
  readonly approvalsNeeded?: number;
}

/** What an approver just tried, so that the card can answer without losing what was typed. */
export interface Attempt {
  readonly comment?: string;
  readonly commentFault?: string | undefined;
  readonly problem?: Problem | undefined;
  /** What came of it, when the request waits all the same. */
  readonly remark?: string | undefined;
  /** False when this person can never decide it: the buttons would only promise too much. */
  readonly mayDecide?: boolean;
}

const drawRequest = drawing(template);
const drawReceipt = drawing(receiptTemplate);

/** The approvers' card of a request: with Approve and Deny while pending, afterwards with outcome, who, when and why. */
export function requestCard(shown: RequestWithChannel, attempt: Attempt = {}): Drawn {
  const { request } = shown;
  const canDecide = !isSettled(request) && attempt.mayDecide !== false;
  const card: Card = drawRequest({
    requestId: exactly(request.id),
    title: say`Request for an AWS root alias`,
    ...REQUEST_LOOKS[request.state],
    ...bannerFields(attempt.problem),
    rows: requestRows(shown, 'approvers'),
    hasRemark: attempt.remark !== undefined,
    remark: withoutMarkup(attempt.remark ?? '-', 200),
    ...outcomeFields(request),
    canDecide,
    typedComment: typed(canDecide ? (attempt.comment ?? '') : '', 1000),
    commentFault: plain(canDecide ? (attempt.commentFault ?? '') : '', 300),
  });
  return { card, summary: SUMMARIES[request.state] };
}

const SUMMARIES: Readonly<Record<Request['state'], Words>> = {
  pending: say`A request for an AWS root alias waits for a decision.`,
  approved: say`A request for an AWS root alias was approved.`,
  denied: say`A request for an AWS root alias was denied.`,
  cancelled: say`A request for an AWS root alias was canceled.`,
  expired: say`A request for an AWS root alias expired.`,
};

const LEADS: Readonly<Record<Request['state'], string>> = {
  pending: 'Your request is with the approvers. You get a message here as soon as one of them decides.',
  approved: 'Your request was approved. The next steps are in a separate message in this chat.',
  denied: 'Your request was denied. You can ask again with `request`.',
  cancelled: 'You canceled this request. Nothing else happens.',
  expired: 'Nobody decided in time. You can ask again with `request`.',
};

/** The asker's own copy of a request, with a button to cancel it while it is pending. */
export function receiptCard(shown: RequestWithChannel, problem?: Problem): Drawn {
  const { request } = shown;
  const card = drawReceipt({
    requestId: exactly(request.id),
    title: say`Your request for an AWS root alias`,
    ...REQUEST_LOOKS[request.state],
    ...bannerFields(problem),
    lead: runsOf(LEADS[request.state]),
    rows: requestRows(shown, 'asker'),
    ...outcomeFields(request),
    canCancel: !isSettled(request),
  });
  return { card, summary: say`Your request for an AWS root alias.` };
}

/** What was asked for, in the order in which an approver thinks. */
export function requestRows(shown: RequestWithChannel, reader: 'approvers' | 'asker'): readonly Row[] {
  const { request } = shown;
  return rowsOf(
    row(say`Account`, request.accountName, 100),
    row(say`Purpose`, request.purpose),
    row(say`Environment`, ENVIRONMENT_WORDS[request.environment]),
    row(say`Mail goes to`, channelName(shown.channel)),
    codeRow(say`Account id`, request.expectedAccountId),
    reader === 'approvers' ? row(say`Asked by`, nameAndMail(request.asker), 200) : undefined,
    row(say`Through`, request.client === undefined ? '' : `API client ${request.client}`, 100),
    row(say`Asked`, moment(request.createdAt)),
    row(say`Approvals`, approvalsSoFar(shown), 400),
    codeRow(say`Alias`, request.aliasAddress),
  );
}

/** `1 of 2: Grace Hopper`; nothing where one yes is enough, because who said it stands there anyway. */
function approvalsSoFar({ request, approvalsNeeded = 1 }: RequestWithChannel): string {
  const { approvals } = request;
  // A request keeps the yeses that it got when the rule asks for fewer today.
  if (approvalsNeeded < 2 && approvals.length < 2) return '';
  const needed = isSettled(request) ? '' : ` of ${approvalsNeeded}`;
  const names = approvals.map(({ by }) => nameOf(by)).join(', ');
  return `${approvals.length}${needed}${names === '' ? '' : `: ${names}`}`;
}

/** Who asked for what, in one line of rows; for messages about a request that is shown elsewhere in full. */
export function shortRows(request: Request): readonly Row[] {
  return rowsOf(
    row(say`Account`, request.accountName, 100),
    row(say`Environment`, ENVIRONMENT_WORDS[request.environment]),
    row(say`Asked by`, nameOf(request.asker), 200),
    row(say`Asked`, moment(request.createdAt)),
  );
}

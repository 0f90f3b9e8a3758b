import { joinedRuns, refusalWords, requestCard, type Attempt, type Texts } from '../../cards/index.ts';
import { Refusal } from '../../src/store/refusal.ts';
import { isSettled, type Request } from '../../src/requests/request.ts';
import type { DecisionOutcome } from '../../src/requests/requests.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { OperationOn } from '../../src/rights/operations.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { problemOnCard } from '../turn/explain.ts';
import type { Turn } from '../turn/turn.ts';
import { refused, type ActionAnswer, type CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';

export const approve: CardAction = (deps, turn, input) => decide(deps, turn, input, 'approve');

export const deny: CardAction = (deps, turn, input) => decide(deps, turn, input, 'deny');

async function decide(
  deps: Uses<'rights' | 'requests' | 'channels' | 'policy'>,
  turn: Turn,
  input: unknown,
  operation: 'approve' | 'deny',
): Promise<ActionAnswer> {
  const { rights, requests } = deps;
  const name = textIn(input, 'requestId');
  const comment = textIn(input, 'comment');
  const grant = await rights.granted(operation, turn.caller, name);
  if (grant === undefined) {
    const own = await rights.grant('own-request', turn.caller, name);
    const problem = refusalWords(turn.texts, new Refusal('own-request'));
    return refused(
      await drawDecision(turn.texts, deps, own, { comment, problem, mayDecide: false }),
      problem,
    );
  }
  try {
    const outcome = await requests.decide(grant, comment);
    return await drawDecision(turn.texts, deps, grant, said(turn.texts, outcome), outcome.request);
  } catch (error) {
    const again = await grant.again();
    if (error instanceof Refusal && error.code === 'comment-missing') {
      const problem = refusalWords(turn.texts, error);
      const fault = joinedRuns([problem.message, problem.remedy], ' ');
      return refused(await drawDecision(turn.texts, deps, again, { comment, commentFault: fault }), problem);
    }
    const problem = problemOnCard(turn, error);
    return refused(await drawDecision(turn.texts, deps, again, { comment, problem }), problem);
  }
}

/** Who comes second reads on the card who decided, and when; the banner says why their click did nothing. */
function said({ answers }: Texts, outcome: DecisionOutcome): Attempt {
  if (outcome.kind === 'counted') {
    return { remark: answers.yesCounts({ more: outcome.stillNeeded }) };
  }
  if (outcome.kind === 'decided') return {};
  return { problem: { message: answers.settledBefore, remedy: answers.settledBeforeRemedy } };
}

/** The approvers' card, with what they want to know while it waits. */
export async function drawDecision(
  texts: Texts,
  { channels, policy, requests }: Uses<'channels' | 'policy' | 'requests'>,
  grant: Grant<OperationOn<'request'>>,
  attempt: Attempt,
  request: Request = grant.subject,
): Promise<ActionAnswer> {
  const channel = await channels.named(request.channelId);
  const context = isSettled(request) ? undefined : await requests.context(grant);
  const { approvalsNeeded } = policy;
  const card = requestCard(texts, { request, channel, approvalsNeeded, context }, attempt);
  if (!grant.isShownHere) return { drawn: card };
  const { id: requestId } = request;
  return { drawn: card, redraw: { subject: requestId, job: { kind: 'redraw-request', requestId } } };
}

import { requestCard, type Attempt } from '../../cards/index.ts';
import { Refusal } from '../../src/aliases/errors.ts';
import type { Request } from '../../src/requests/request.ts';
import type { DecisionOutcome } from '../../src/requests/requests.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { OperationOn } from '../../src/rights/operations.ts';
import { problemOnCard } from '../turn/explain.ts';
import type { ActionAnswer, CardAction, Turn } from '../turn/turn.ts';
import { textIn } from './card-data.ts';

export const approve: CardAction = (turn, input) => decide(turn, input, 'approve');

export const deny: CardAction = (turn, input) => decide(turn, input, 'deny');

async function decide(turn: Turn, input: unknown, operation: 'approve' | 'deny'): Promise<ActionAnswer> {
  const { rights, requests } = turn.parts;
  const name = textIn(input, 'requestId');
  const comment = textIn(input, 'comment');
  const grant = await rights.granted(operation, turn.caller, name);
  if (grant === undefined) {
    const own = await rights.grant('own-request', turn.caller, name);
    const words = 'This is your own request, and nobody decides their own.';
    const problem = new Refusal('own-request', words);
    return { ...(await drawn(turn, own, { comment, problem, mayDecide: false })), refused: true };
  }
  try {
    const outcome = await requests.decide(grant, comment);
    return await drawn(turn, grant, said(outcome), outcome.request);
  } catch (error) {
    const again = await grant.again();
    if (error instanceof Refusal && error.code === 'comment-missing') {
      const fault = `${error.message} ${error.remedy}`;
      return { ...(await drawn(turn, again, { comment, commentFault: fault })), refused: true };
    }
    return { ...(await drawn(turn, again, { comment, problem: problemOnCard(turn, error) })), refused: true };
  }
}

/** Who comes second reads on the card who decided, and when; the banner says why their click did nothing. */
function said(outcome: DecisionOutcome): Attempt {
  if (outcome.kind === 'counted') {
    const { stillNeeded } = outcome;
    return {
      remark: `Your yes counts. ${stillNeeded === 1 ? 'One more is' : `${stillNeeded} more are`} needed.`,
    };
  }
  if (outcome.kind === 'decided') return {};
  return {
    problem: {
      message: 'This request was settled before your click.',
      remedy: 'Nothing was changed. Who settled it, and when, stands below.',
    },
  };
}

async function drawn(
  turn: Turn,
  grant: Grant<OperationOn<'request'>>,
  attempt: Attempt,
  request: Request = grant.subject,
): Promise<ActionAnswer> {
  const channel = await turn.parts.channels.channel(request.channelId);
  const { approvalsNeeded } = turn.parts.policy;
  return { drawn: requestCard({ request, channel, approvalsNeeded }, attempt) };
}

import { requestCard, type Attempt } from '../../cards/index.ts';
import { Refusal } from '../../src/aliases/errors.ts';
import type { Request } from '../../src/requests/request.ts';
import type { DecisionOutcome } from '../../src/requests/requests.ts';
import type { ActionAnswer, CardAction, Turn } from '../turn.ts';
import { parseCardData } from './request-id.ts';

export const approve: CardAction = {
  verb: 'approve',
  run: (turn, input) => decide(turn, input, 'approve'),
};

export const deny: CardAction = {
  verb: 'deny',
  run: (turn, input) => decide(turn, input, 'deny'),
};

async function decide(turn: Turn, input: unknown, kind: 'approve' | 'deny'): Promise<ActionAnswer> {
  const { requestId, comment } = parseCardData(input);
  try {
    const outcome = await turn.parts.requests.decide(turn.person, requestId, { kind, comment });
    return await drawRequest(turn, outcome.request, said(outcome));
  } catch (error) {
    return refused(turn, requestId, comment, error);
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

async function refused(
  turn: Turn,
  requestId: string,
  comment: string,
  error: unknown,
): Promise<ActionAnswer> {
  if (error instanceof Refusal && error.code === 'request-unknown') throw error;
  const request = await turn.parts.requests.request(requestId);
  if (request === undefined) throw error;
  if (error instanceof Refusal && error.code === 'comment-missing') {
    const fault = `${error.message} ${error.remedy}`;
    return { ...(await drawRequest(turn, request, { comment, commentFault: fault })), refused: true };
  }
  const { problem, reference } = turn.explain(error);
  const remedy = reference === '' ? problem.remedy : `${problem.remedy} Reference: ${reference}`;
  const mayDecide = !(error instanceof Refusal && error.code === 'own-request');
  const attempt: Attempt = { comment, problem: { message: problem.message, remedy }, mayDecide };
  return { ...(await drawRequest(turn, request, attempt)), refused: true };
}

async function drawRequest(turn: Turn, request: Request, attempt: Attempt): Promise<ActionAnswer> {
  const channel = await turn.parts.channels.channel(request.channelId);
  const { approvalsNeeded } = turn.parts.policy;
  return { drawn: requestCard({ request, channel, approvalsNeeded }, attempt) };
}

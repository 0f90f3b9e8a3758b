import { receiptCard, type Problem } from '../../cards/index.ts';
import { Refusal } from '../../src/aliases/errors.ts';
import { receiptSubject } from '../../src/outgoing/poster.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { OperationOn } from '../../src/rights/operations.ts';
import type { ActionAnswer, CardAction, Turn } from '../turn/turn.ts';
import { textIn } from './card-data.ts';

export const cancelRequest: CardAction = async (turn, input) => {
  const grant = await turn.parts.rights.grant('cancel-request', turn.caller, textIn(input, 'requestId'));
  try {
    return await drawReceipt(turn, grant.after(await turn.parts.requests.cancel(grant)));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'request-settled') throw error;
    return { ...(await drawReceipt(turn, await grant.again(), error)), refused: true };
  }
};

/** The asker's receipt; an errand makes it of the clicked form, so that it never tells an old story. */
export async function drawReceipt(
  turn: Turn,
  { subject: request }: Grant<OperationOn<'request'>>,
  problem?: Problem,
): Promise<ActionAnswer> {
  const channel = await turn.parts.channels.channel(request.channelId);
  return { drawn: receiptCard({ request, channel }, problem), copyOf: receiptSubject(request.id) };
}

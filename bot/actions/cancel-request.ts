import { receiptCard, refusalWords, type Problem, type Texts } from '../../cards/index.ts';
import { Refusal } from '../../src/store/refusal.ts';
import { receiptSubject } from '../../src/messages/poster.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { OperationOn } from '../../src/rights/operations.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { refused, type ActionAnswer, type CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';

export const cancelRequest: CardAction = async (deps, turn, input) => {
  const grant = await deps.rights.grant('cancel-request', turn.caller, textIn(input, 'requestId'));
  try {
    return await drawReceipt(turn.texts, deps, grant.after(await deps.requests.cancel(grant)));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'request-settled') throw error;
    const problem = refusalWords(turn.texts, error);
    return refused(await drawReceipt(turn.texts, deps, await grant.again(), problem), problem);
  }
};

/** The asker's receipt; a job makes it of the clicked form, so that it never tells an old story. */
export async function drawReceipt(
  texts: Texts,
  { channels }: Uses<'channels'>,
  { subject: request }: Grant<OperationOn<'request'> | 'submit-request'>,
  problem?: Problem,
): Promise<ActionAnswer> {
  if (request === undefined) throw new TypeError('there is no receipt of a form that was not sent');
  const channel = await channels.named(request.channelId);
  const copyOf = receiptSubject(request.id);
  const redraw = { subject: copyOf, job: { kind: 'redraw-request', requestId: request.id } } as const;
  return { drawn: receiptCard(texts, { request, channel }, problem), copyOf, redraw };
}

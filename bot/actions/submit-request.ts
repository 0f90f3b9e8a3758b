import { receiptCard, requestFormCard } from '../../cards/index.ts';
import { Refusal } from '../../src/aliases/errors.ts';
import type { LinkedChannel } from '../../src/aliases/register.ts';
import { parseWish, wishForm, type WishForm } from '../../src/requests/wish.ts';
import { CardUnknown } from '../explain.ts';
import type { ActionAnswer, CardAction, Turn } from '../turn.ts';
import { parseCardData } from './request-id.ts';

export const submitRequest: CardAction = {
  verb: 'submit-request',
  async run(turn, input) {
    // Forms are drawn in chats alone; a receipt must not appear where everybody reads it.
    if (turn.place.kind !== 'personal') throw new CardUnknown();
    const { requestId } = parseCardData(input);
    const form = wishForm(input);
    const channels = await turn.parts.requests.channelsFor(turn.person);
    const parsed = parseWish(
      form,
      channels.map(({ id }) => id),
    );
    if ('faults' in parsed) {
      return { drawn: requestFormCard({ requestId, channels, form, faults: parsed.faults }), refused: true };
    }
    try {
      const asker = await turn.personWithMail();
      const request = await turn.parts.requests.submit(asker, requestId, parsed.wish);
      const channel = channels.find(({ id }) => id === request.channelId);
      return { drawn: receiptCard({ request, channel }), receiptOf: requestId };
    } catch (error) {
      return formAgain(turn, { requestId, channels, form }, error);
    }
  },
};

/** What was typed stays, whatever went wrong; only a form that was never this person's is taken away. */
function formAgain(
  turn: Turn,
  sent: { requestId: string; channels: readonly LinkedChannel[]; form: WishForm },
  error: unknown,
): ActionAnswer {
  if (error instanceof Refusal && error.code === 'request-unknown') throw error;
  const { problem, reference } = turn.explain(error);
  const remedy = reference === '' ? problem.remedy : `${problem.remedy} Reference: ${reference}`;
  const drawn = requestFormCard({ ...sent, faults: {}, problem: { message: problem.message, remedy } });
  return { drawn, refused: true };
}

import { receiptCard } from '../../cards/index.ts';
import { Refusal } from '../../src/aliases/errors.ts';
import type { CardAction } from '../turn.ts';
import { parseCardData } from './request-id.ts';

export const cancelRequest: CardAction = {
  verb: 'cancel-request',
  async run(turn, input) {
    const { requestId } = parseCardData(input);
    const { requests, channels } = turn.parts;
    try {
      const request = await requests.cancel(turn.person, requestId);
      const channel = await channels.channel(request.channelId);
      return { drawn: receiptCard({ request, channel }), receiptOf: requestId };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'request-settled') throw error;
      const request = await requests.request(requestId);
      // The service refuses strangers' requests as unknown; this is asked again because the receipt tells everything.
      if (request?.asker.id !== turn.person.id) throw error;
      const channel = await channels.channel(request.channelId);
      return { drawn: receiptCard({ request, channel }, error), receiptOf: requestId, refused: true };
    }
  },
};

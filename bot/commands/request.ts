import { noteCard, requestFormCard, type Drawn } from '../../cards/index.ts';
import { newId } from '../../src/identifiers.ts';
import { wishForm } from '../../src/requests/wish.ts';
import type { Command, Turn } from '../turn.ts';

export const request: Command = {
  name: 'request',
  usage: 'request',
  description: 'Ask for an email address for the root user of an AWS account.',
  places: ['personal'],
  run: async (turn) => newRequestForm(turn),
};

/** An empty form, in the person's own chat only: a form in a channel would belong to nobody. */
export async function newRequestForm(turn: Turn): Promise<Drawn> {
  if (turn.place.kind !== 'personal') {
    return noteCard(
      'Write to me in our own chat',
      'Requests are made one to one. Open a chat with Rootdesk and write `request` there.',
    );
  }
  const channels = await turn.parts.requests.channelsFor(turn.person);
  return requestFormCard({ requestId: newId(), channels, form: wishForm({}), faults: {} });
}

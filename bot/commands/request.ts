import { requestFormCard } from '../../cards/index.ts';
import { newId } from '../../src/identifiers.ts';
import { receiptSubject } from '../../src/outgoing/poster.ts';
import { wishForm } from '../../src/requests/wish.ts';
import type { Command, Said, Turn } from '../turn/turn.ts';

export const request: Command = {
  name: 'request',
  usage: 'request',
  description: 'Ask for an email address for the root user of an AWS account.',
  run: async (turn) => newRequestForm(turn),
};

/** An empty form. */
export async function newRequestForm(turn: Turn): Promise<Said> {
  const channels = await turn.parts.rights.channelsOf(turn.caller.person.id);
  const requestId = newId();
  const drawn = requestFormCard({ requestId, channels, form: wishForm({}), faults: {} });
  return { ...drawn, copyOf: receiptSubject(requestId) };
}

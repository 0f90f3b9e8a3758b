import { mailCard } from '../../cards/index.ts';
import { MailRefusal } from '../../src/mail/errors.ts';
import type { ActionAnswer, Turn } from '../turn.ts';
import { lookOfClicked, parseMailData } from './mail-id.ts';

/** A card may name several aliases: a step is taken for each that the person may take it for, or for the first of them alone. */
type How = 'each' | 'first';

/**
 * Does something with the mail of a card, and answers with that card as it is then. A refusal stands on the card, which stays
 * readable: it was everybody's.
 */
export async function onMail(
  turn: Turn,
  input: unknown,
  step: (ledgerId: string, by: Turn['person']) => Promise<unknown>,
  how: How = 'each',
): Promise<ActionAnswer> {
  const { ledgerId } = parseMailData(input);
  const look = await lookOfClicked(turn, ledgerId);
  const refusals: unknown[] = [];
  const named = await turn.parts.mails.onCard(ledgerId, look);
  for (const each of named) {
    try {
      await step(each, turn.person);
      if (how === 'first') break;
    } catch (error) {
      refusals.push(error);
    }
  }
  const [error] = refusals;
  if (refusals.length === named.length) {
    if (error instanceof MailRefusal && error.code === 'mail-not-found') throw error;
    return refused(turn, ledgerId, error);
  }
  const card = await turn.parts.mails.card(ledgerId, look, turn.signal);
  if (card === undefined) throw new MailRefusal('mail-not-found', 'There is no such mail.');
  return { drawn: mailCard(card) };
}

/** Only where the card stands may it be drawn: who forges a click elsewhere learns nothing but the refusal. */
async function refused(turn: Turn, ledgerId: string, error: unknown): Promise<ActionAnswer> {
  const copies = await turn.parts.conversations.copies(ledgerId);
  const isHere = copies.some(({ conversationId }) => conversationId === turn.clicked?.conversationId);
  if (!isHere) throw error;
  const card = await turn.parts.mails.card(ledgerId, await lookOfClicked(turn, ledgerId), turn.signal);
  if (card === undefined) throw error;
  const { problem, reference } = turn.explain(error);
  const remedy = reference === '' ? problem.remedy : `${problem.remedy} Reference: ${reference}`;
  return { drawn: mailCard(card, { message: problem.message, remedy }), refused: true };
}

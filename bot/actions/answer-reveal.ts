import { revealCard, type Problem } from '../../cards/index.ts';
import { MailRefusal } from '../../src/mail/errors.ts';
import type { RevealAnswer } from '../../src/mail/handling/mails.ts';
import type { ActionAnswer, CardAction, Turn } from '../turn.ts';
import { parseRevealData } from './mail-id.ts';

export const agreeReveal: CardAction = {
  verb: 'agree-reveal',
  run: (turn, input) => answer(turn, input, 'agree'),
};

export const refuseReveal: CardAction = {
  verb: 'refuse-reveal',
  run: (turn, input) => answer(turn, input, 'refuse'),
};

const SETTLED: Problem = {
  message: 'This was settled before your click.',
  remedy: 'Nothing was changed. What became of it stands below.',
};

async function answer(turn: Turn, input: unknown, said: RevealAnswer): Promise<ActionAnswer> {
  const { ledgerId, revealId } = parseRevealData(input);
  const { mails } = turn.parts;
  try {
    const taken = await mails.answerReveal(turn.person, ledgerId, revealId, said);
    return await drawn(turn, ledgerId, revealId, taken ? undefined : SETTLED);
  } catch (error) {
    if (!(error instanceof MailRefusal) || error.code !== 'reveal-own') throw error;
    return { ...(await drawn(turn, ledgerId, revealId, error)), refused: true };
  }
}

async function drawn(
  turn: Turn,
  ledgerId: string,
  revealId: string,
  problem: Problem | undefined,
): Promise<ActionAnswer> {
  const notice = await turn.parts.mails.revealCard(ledgerId, revealId);
  if (notice === undefined) throw new MailRefusal('mail-not-found', 'There is no such mail.');
  return { drawn: revealCard(notice, problem) };
}

import { refusalWords, revealCard, type Problem, type Texts } from '../../cards/index.ts';
import { Refusal } from '../../src/store/refusal.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { OperationOn } from '../../src/rights/operations.ts';
import { revealName } from '../../src/rights/subjects.ts';
import type { Uses } from '../turn/bot-deps.ts';
import type { Turn } from '../turn/turn.ts';
import { refused, type ActionAnswer, type CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';

export const agreeReveal: CardAction = (deps, turn, input) => answer(deps, turn, input, 'agree-reveal');

export const refuseReveal: CardAction = (deps, turn, input) => answer(deps, turn, input, 'refuse-reveal');

async function answer(
  deps: Uses<'mails' | 'rights'>,
  turn: Turn,
  input: unknown,
  operation: 'agree-reveal' | 'refuse-reveal',
): Promise<ActionAnswer> {
  const { mails, rights } = deps;
  const { texts } = turn;
  const name = revealName(textIn(input, 'ledgerId'), textIn(input, 'revealId'));
  const grant = await rights.granted(operation, turn.caller, name);
  if (grant === undefined) {
    const own = await rights.grant('own-reveal', turn.caller, name);
    const problem = refusalWords(texts, new Refusal('reveal-own'));
    return refused(await drawn(texts, deps, own, problem), problem);
  }
  const taken = await mails.answerReveal(grant);
  const { revealSettled, revealSettledRemedy } = texts.answers;
  const problem = taken ? undefined : { message: revealSettled, remedy: revealSettledRemedy };
  return drawn(texts, deps, grant, problem);
}

async function drawn(
  texts: Texts,
  { mails }: Uses<'mails'>,
  grant: Grant<OperationOn<'reveal'>>,
  problem: Problem | undefined,
): Promise<ActionAnswer> {
  const notice = await mails.revealCard(grant);
  const card = revealCard(texts, notice, problem);
  if (!grant.isShownHere) return { drawn: card };
  const { entry, reveal } = notice;
  const job = { kind: 'redraw-reveal', ledgerId: entry.id, revealId: reveal.id } as const;
  return { drawn: card, redraw: { subject: reveal.id, job } };
}

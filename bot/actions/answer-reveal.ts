import { revealCard, type Problem } from '../../cards/index.ts';
import { Refusal } from '../../src/store/refusal.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { OperationOn } from '../../src/rights/operations.ts';
import { revealName } from '../../src/rights/subjects.ts';
import type { Uses } from '../turn/bot-deps.ts';
import type { Turn } from '../turn/turn.ts';
import type { ActionAnswer, CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';

export const agreeReveal: CardAction = (deps, turn, input) => answer(deps, turn, input, 'agree-reveal');

export const refuseReveal: CardAction = (deps, turn, input) => answer(deps, turn, input, 'refuse-reveal');

const SETTLED: Problem = {
  message: 'This was settled before your click.',
  remedy: 'Nothing was changed. What became of it stands below.',
};

async function answer(
  deps: Uses<'mails' | 'rights'>,
  turn: Turn,
  input: unknown,
  operation: 'agree-reveal' | 'refuse-reveal',
): Promise<ActionAnswer> {
  const { mails, rights } = deps;
  const name = revealName(textIn(input, 'ledgerId'), textIn(input, 'revealId'));
  const grant = await rights.granted(operation, turn.caller, name);
  if (grant === undefined) {
    const own = await rights.grant('own-reveal', turn.caller, name);
    const words = 'You would read this mail yourself, so another has to agree.';
    return { ...(await drawn(deps, own, new Refusal('reveal-own', words))), refused: true };
  }
  const taken = await mails.answerReveal(grant);
  return drawn(deps, grant, taken ? undefined : SETTLED);
}

async function drawn(
  { mails }: Uses<'mails'>,
  grant: Grant<OperationOn<'reveal'>>,
  problem: Problem | undefined,
): Promise<ActionAnswer> {
  return { drawn: revealCard(await mails.revealCard(grant), problem) };
}

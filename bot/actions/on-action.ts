import { z } from 'zod';
import { joinedRuns, problemCard } from '../../cards/index.ts';
import { DirectoryUnavailable } from '../../src/people/directory.ts';
import { NoRight } from '../../src/rights/no-right.ts';
import { VERB_RIGHTS, type Verb } from '../../src/rights/operations.ts';
import type { BotDeps } from '../turn/bot-deps.ts';
import { CardUnknown } from '../turn/card-unknown.ts';
import { measuredTurn } from '../turn/measured-turn.ts';
import type { Turn } from '../turn/turn.ts';
import type { ActionAnswer } from './card-action.ts';
import { ACTIONS } from './actions.ts';

const InvokeValue = z.object({
  action: z.object({ verb: z.string(), data: z.unknown().optional() }),
});

function isVerb(verb: string | undefined): verb is Verb {
  return verb !== undefined && Object.hasOwn(ACTIONS, verb);
}

/** Answers a click. Never throws: what failed is told on a card, under a reference number where the log has more. */
export async function onAction(deps: BotDeps, turn: Turn, value: unknown): Promise<ActionAnswer> {
  try {
    const invoke = InvokeValue.safeParse(value);
    const { verb, data } = invoke.data?.action ?? {};
    // A button of the chat is not pressed anywhere else, and what it answers must not be there.
    if (!isVerb(verb) || !VERB_RIGHTS[verb].where.some((kind) => kind === turn.place.kind)) {
      throw new CardUnknown();
    }
    return await measuredTurn(deps.telemetry, 'click', verb, () => ACTIONS[verb](deps, turn, data));
  } catch (error) {
    const { problem, reference } = turn.explain(error);
    const drawn = problemCard(turn.texts, problem, reference);
    // They may read the card and only not press its button; or what they typed is not lost when they try again.
    const staysThere = error instanceof NoRight || error instanceof DirectoryUnavailable;
    const sentence = staysThere ? { sentence: joinedRuns([problem.message, problem.remedy], ' ') } : {};
    return { drawn, ...sentence, refused: { problem, reference } };
  }
}

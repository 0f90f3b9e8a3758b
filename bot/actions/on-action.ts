import { z } from 'zod';
import { joinedRuns, problemCard } from '../../cards/index.ts';
import { DirectoryUnavailable } from '../../src/people/directory.ts';
import { NoRight } from '../../src/rights/no-right.ts';
import { VERB_RIGHTS, type Verb } from '../../src/rights/operations.ts';
import { CardUnknown } from '../turn/card-unknown.ts';
import { measuredTurn } from '../turn/measured-turn.ts';
import type { Turn } from '../turn/turn.ts';
import type { ActionAnswer, ActionDeps } from './card-action.ts';
import { ACTIONS } from './actions.ts';
import { textIn } from './card-data.ts';

const InvokeValue = z.object({
  action: z.object({ verb: z.string(), data: z.unknown().optional() }),
});

function isVerb(verb: string | undefined): verb is Verb {
  return verb !== undefined && Object.hasOwn(ACTIONS, verb);
}

/** What only shows something leaves the card as it is that it was asked on, where that says so. */
function below(answer: ActionAnswer): ActionAnswer {
  const { drawn, copyOf, redraw, refused } = answer;
  const isAboutCard = copyOf !== undefined || redraw !== undefined || refused !== undefined;
  return isAboutCard ? answer : { below: drawn, ...answer };
}

/** Answers a click. Never throws: what failed is told on a card, under a reference number where the log has more. */
export async function onAction(deps: ActionDeps, turn: Turn, value: unknown): Promise<ActionAnswer> {
  try {
    const invoke = InvokeValue.safeParse(value);
    const { verb, data } = invoke.data?.action ?? {};
    // A button of the chat is not pressed anywhere else, and what it answers must not be there.
    if (!isVerb(verb) || !VERB_RIGHTS[verb].where.some((kind) => kind === turn.place.kind)) {
      throw new CardUnknown();
    }
    const answer = await measuredTurn(deps.telemetry, 'click', verb, () => ACTIONS[verb](deps, turn, data));
    return textIn(data, 'below') === 'yes' ? below(answer) : answer;
  } catch (error) {
    const { problem, reference } = turn.explain(error);
    const drawn = problemCard(turn.texts, problem, reference);
    // They may read the card and only not press its button; or what they typed is not lost when they try again.
    const staysThere = error instanceof NoRight || error instanceof DirectoryUnavailable;
    const sentence = staysThere ? { sentence: joinedRuns([problem.message, problem.remedy], ' ') } : {};
    return { drawn, ...sentence, refused: { problem, reference } };
  }
}

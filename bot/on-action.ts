import { z } from 'zod';
import { problemCard } from '../cards/index.ts';
import { ACTIONS } from './actions/table.ts';
import { CardUnknown } from './explain.ts';
import { measuredTurn } from './measured.ts';
import type { ActionAnswer, Turn } from './turn.ts';

const InvokeValue = z.object({
  action: z.object({ verb: z.string(), data: z.unknown().optional() }),
});

/** Answers a click. Never throws: what failed is told on a card, under a reference number where the log has more. */
export async function onAction(turn: Turn, value: unknown): Promise<ActionAnswer> {
  try {
    const invoke = InvokeValue.safeParse(value);
    const action = ACTIONS.find(({ verb }) => invoke.success && verb === invoke.data.action.verb);
    if (action === undefined) throw new CardUnknown();
    const input = invoke.data?.action.data;
    return await measuredTurn(turn, 'click', action.verb, () => action.run(turn, input));
  } catch (error) {
    const { problem, reference } = turn.explain(error);
    return { drawn: problemCard(problem, reference), refused: true };
  }
}

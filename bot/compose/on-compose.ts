import { joinedRuns } from '../../cards/index.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { problemOnCard } from '../turn/explain.ts';
import { measuredTurn } from '../turn/measured-turn.ts';
import type { Turn } from '../turn/turn.ts';
import { chooseChannel } from './choose-channel.ts';
import type { ComposeAnswer } from './compose-answer.ts';
import { search } from './search.ts';

type ComposeUses = Uses<'rights' | 'aliases' | 'register' | 'telemetry'>;

type Serve = (deps: ComposeUses, turn: Turn, value: unknown) => Promise<ComposeAnswer | undefined>;

/** What Rootdesk answers to what is typed beside the compose box, and into a list of a form, by the name of the invoke. */
const SERVED = new Map<string, Serve>([
  ['composeExtension/query', search],
  ['application/search', chooseChannel],
]);

export const isServed = (name: string): boolean => SERVED.has(name);

/** Never throws: what failed is told, under a reference where the log has more. Undefined for what Rootdesk does not serve. */
export async function onCompose(
  deps: ComposeUses,
  turn: Turn,
  name: string,
  value: unknown,
): Promise<ComposeAnswer | undefined> {
  try {
    const serve = SERVED.get(name);
    return await measuredTurn(deps.telemetry, 'compose', name, async () => serve?.(deps, turn, value));
  } catch (error) {
    const { message, remedy } = problemOnCard(turn, error);
    return { message: joinedRuns([message, remedy], ' ') };
  }
}

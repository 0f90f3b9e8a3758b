import { z } from 'zod';
import { duplicates, leaks, lost, notInChannel, unmarkedDuplicates } from './mail-rules.ts';
import { brokenPromises, staleCards, unansweredCommands } from './promise-rules.ts';
import { askersNotTold, decisionsWithoutAudit, doubleAllotments, stuck } from './register-rules.ts';
import type { Rule } from './rule.ts';
import type { World } from './world.ts';

/** Every figure with what it counts. */
export const RULES = {
  lost,
  notInChannel,
  duplicates,
  unmarkedDuplicates,
  doubleAllotments,
  decisionsWithoutAudit,
  stuck,
  askersNotTold,
  brokenPromises,
  staleCards,
  leaks,
  unansweredCommands,
} as const satisfies Record<string, Rule>;
export type Figure = keyof typeof RULES;
export const FIGURES = Object.keys(RULES).filter((name): name is Figure => Object.hasOwn(RULES, name));

export type Findings = Readonly<Record<Figure, readonly string[]>>;

export function compare(world: World): Findings {
  const entries = FIGURES.map((figure) => [figure, RULES[figure](world)] as const);
  return z.record(z.enum(FIGURES), z.array(z.string())).parse(Object.fromEntries(entries));
}

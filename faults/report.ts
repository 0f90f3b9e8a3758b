import { FIGURES } from './compare.ts';
import type { Outcome } from './run.ts';

/** The figures alone, under the names that docs/faults.md explains. */
export function figuresOf(outcome: Outcome): Record<string, unknown> {
  const { seed, kills, mails, requests, findings, lateness, latenessAfterFaults } = outcome;
  return {
    seed,
    kills,
    mails,
    requests,
    ...Object.fromEntries(FIGURES.map((figure) => [figure, findings[figure].length])),
    staleBeforeClick: outcome.staleBeforeClick.length,
    unfinished: outcome.unfinished.length,
    lateMs: lateness,
    lateAfterFaultsMs: latenessAfterFaults,
    endedByItself: outcome.endedByItself,
    met: outcome.met,
  };
}

/** The same for people, with what was found in words. */
export function reportOf(outcome: Outcome): string {
  const found = FIGURES.flatMap((figure) => outcome.findings[figure].map((words) => `  ${figure}: ${words}`));
  const beforeClick = outcome.staleBeforeClick.map((words) => `  staleBeforeClick: ${words}`);
  const { met, ...figures } = figuresOf(outcome);
  return [
    JSON.stringify(figures, undefined, 2),
    `Requests that met a fault: ${Object.values(outcome.met).reduce((sum, count) => sum + count, 0)}`,
    JSON.stringify(met),
    ...(found.length === 0 ? ['Nothing was found.'] : ['Found:', ...found]),
    ...beforeClick,
    ...outcome.unfinished.map((words) => `  unfinished: ${words}`),
  ].join('\n');
}

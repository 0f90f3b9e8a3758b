import { drawing, type Drawn } from './draw.ts';
import template from './problem.json' with { type: 'json' };
import { runsOf, type Run } from './runs.ts';
import { plain, say, type CardText } from './text.ts';

/** Why something was refused or failed, and what to do; the sentences of a `RootdeskError`. */
export interface Problem {
  readonly message: string;
  readonly remedy: string;
}

const draw = drawing(template);

/** A refusal or failure. `reference` is the number under which the log has the details; empty for plain refusals. */
export function problemCard(problem: Problem, reference = ''): Drawn {
  return {
    card: draw({
      style: reference === '' ? 'warning' : 'attention',
      title: reference === '' ? say`This was not done` : say`Something went wrong`,
      message: plain(problem.message, 600) || say`Rootdesk could not do this.`,
      hasRemedy: problem.remedy !== '',
      remedy: runsOf(problem.remedy),
      reference: plain(reference, 60),
    }),
    summary: say`Rootdesk could not do that.`,
  };
}

/** The fields of the banner that stands in a card which stays usable. */
export function bannerFields(problem: Problem | undefined): {
  hasProblem: boolean;
  problemMessage: CardText;
  hasRemedy: boolean;
  problemRemedy: readonly Run[];
} {
  const remedy = problem?.remedy ?? '';
  return {
    hasProblem: problem !== undefined,
    problemMessage: plain(problem?.message ?? '', 600),
    hasRemedy: remedy !== '',
    problemRemedy: runsOf(remedy),
  };
}

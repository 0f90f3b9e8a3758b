import { runsOf, type Said, type Sentence } from '../runs.ts';

/** Why something was refused or failed, and what to do. */
export interface Problem {
  readonly message: Said;
  readonly remedy: Said;
}

/** The fields of the banner that is in a card which stays usable. */
export function bannerFields(problem: Problem | undefined): {
  hasProblem: boolean;
  problemMessage: Sentence;
  hasRemedy: boolean;
  problemRemedy: Sentence;
} {
  const remedy = runsOf(problem?.remedy ?? []);
  return {
    hasProblem: problem !== undefined,
    problemMessage: runsOf(problem?.message ?? []),
    hasRemedy: remedy.length > 0,
    problemRemedy: remedy,
  };
}

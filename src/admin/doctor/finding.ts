import { inWords } from '../../shared/in-words.ts';

/** `warns`: works, and somebody should look at it. `untried`: nothing can be said yet. */
export const VERDICTS = ['works', 'warns', 'fails', 'untried'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What trying one part showed. */
export interface Finding {
  /** Short name of the part. */
  readonly part: string;
  readonly verdict: Verdict;
  readonly what: string;
  /** What to do; undefined where there is nothing to do. */
  readonly remedy: string | undefined;
}
export type Outcome = Omit<Finding, 'part'>;

export function works(what: string): Outcome {
  return { verdict: 'works', what, remedy: undefined };
}

export function warns(what: string, remedy: string): Outcome {
  return { verdict: 'warns', what, remedy };
}

export function fails(what: string, remedy: string): Outcome {
  return { verdict: 'fails', what, remedy };
}

export function untried(what: string, remedy?: string): Outcome {
  return { verdict: 'untried', what, remedy };
}

/** Tries a part. Whatever is thrown becomes a finding: a doctor that stops at the first fault is of little use. */
export async function tried(part: string, attempt: () => Promise<Outcome>): Promise<Finding> {
  try {
    return { part, ...(await attempt()) };
  } catch (error) {
    return { part, ...failure(error) };
  }
}

function failure(thrown: unknown): Outcome {
  const { message, remedy } = inWords(thrown);
  return fails(message, remedy);
}

/** Patience with one part. */
export const PART_MS = 30_000;

export function limit(): AbortSignal {
  return AbortSignal.timeout(PART_MS);
}

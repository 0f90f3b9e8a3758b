import { SEED, type Parameters } from '../fast-check.ts';

/** How many cases each suite tries when nobody asks for more; together at least 10,000. */
export const USUAL_CASES = {
  'cards: text as text': 500,
  'cards: whatever is written': 1_000,
  rows: 1_500,
  'card data': 2_000,
  commands: 600,
  sentences: 1_000,
  activities: 1_200,
  'Graph answers': 1_000,
  'Graph refusals': 400,
  mails: 700,
  'mails with a code': 600,
  'long mails': 40,
  'API calls': 800,
  'forged activities': 600,
  'lists of mail': 100,
  searches: 60,
} as const;

const asked = process.env['FUZZ_RUNS'];
/**
 * The parameters of one suite. `FUZZ_RUNS` is the number of cases per suite, `FUZZ_SEED` the seed, or `random`: `FUZZ_RUNS=100000 FUZZ_SEED=7
 * npx vitest run --project program test/properties`.
 */
export function casesOf(suite: keyof typeof USUAL_CASES): Parameters<unknown> {
  return { numRuns: asked === undefined ? USUAL_CASES[suite] : Number(asked) };
}

/** For the heading of a suite, so that its seed is in every report. */
export const SEEDED = `FUZZ_SEED=${SEED}`;

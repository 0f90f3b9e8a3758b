import { configureGlobal } from 'fast-check';

/** The same cases each time, so that a commit that was green stays green; `FUZZ_SEED=random` tries others. */
const USUAL_SEED = 20_261_128;
const asked = process.env['FUZZ_SEED'] ?? USUAL_SEED;
/** Repeats what a run tried; printed by the suites of `test/properties`, and by fast-check with each counter-example. */
export const SEED = asked === 'random' ? Math.trunc(Math.random() * 2 ** 31) : Number(asked);

configureGlobal({ seed: SEED });

/** fast-check as every test takes it: no test imports the library itself, whose seed is another each time. */
export * from 'fast-check';

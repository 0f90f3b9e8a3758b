import { defineConfig } from 'vitest/config';
import { closingLine } from './test/closing-line.ts';
import { PATIENCE_MS } from './test/patience.ts';

/** A test that takes longer has stopped for good: whatever is sooner would measure the machine. No test has a limit of its own. */
const HUNG_MS = process.env['FUZZ_RUNS'] === undefined ? 10 * 60_000 : 24 * 60 * 60_000;

/** Two kinds of tests; each can be run alone, for instance `npx vitest --project browser`. */
export default defineConfig({
  test: {
    reporters: ['default', closingLine],
    // More than cores: stories wait for storage, mail and Teams far more than they compute.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'program',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          globalSetup: 'test/azurite.global-setup.ts',
          testTimeout: HUNG_MS,
          // The second of its own is over sooner than a busy machine comes to the work.
          expect: { poll: { timeout: PATIENCE_MS, interval: 20 } },
          hookTimeout: HUNG_MS,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // After the others and one at a time: a browser, two Playgrounds and the program want both cores.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: HUNG_MS,
          expect: { poll: { timeout: PATIENCE_MS } },
          hookTimeout: HUNG_MS,
        },
      },
    ],
  },
});

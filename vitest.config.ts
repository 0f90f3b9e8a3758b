import { defineConfig } from 'vitest/config';
import { closingLine } from './test/closing-line.ts';

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
          testTimeout: 30_000,
          // The second of its own is over sooner than a busy machine comes to the work.
          expect: { poll: { timeout: 20_000, interval: 20 } },
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // After the others and one at a time: a browser, two Playgrounds and the program want both cores.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 90_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 90_000,
        },
      },
    ],
  },
});

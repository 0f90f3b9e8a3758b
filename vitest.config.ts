import { defineConfig } from 'vitest/config';

/** A project a kind of test: each can be run alone with `npx vitest --project stories`. */
export default defineConfig({
  test: {
    // Azurite starts in about two seconds; contracts and stories share one a worker.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: '.local/test-results.json' }]],
    include: ['test/**/*.test.ts'],
  },
});

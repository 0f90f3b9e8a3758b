import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with the one line that says how it went: `N passed, N failed`. */
export const closingLine: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    const states = modules.flatMap(statesOf);
    const count = (state: string): number => states.filter((each) => each === state).length;
    const broken = modules.filter(
      (module) => module.state() === 'failed' && statesOf(module).length === 0,
    ).length;
    const failed = count('failed') + broken + unhandledErrors.length;
    const skipped = count('skipped') + count('pending');
    console.log(`${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  },
};

function statesOf(module: TestModule): string[] {
  return [...module.children.allTests()].map((test) => test.result().state);
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TESTS = import.meta.dirname;

/** Where real time is what the test is about. */
const BY_THE_CLOCK = [
  // A process is killed at a moment that nobody chose.
  'stories/killed.test.ts',
  // A process sweeps again and again until it is killed.
  'stories/program.ts',
  // Its clock is not the machine's.
  'bot/teams/rate-limiter.test.ts',
];

async function filesWith(pattern: RegExp): Promise<readonly string[]> {
  const names = await readdir(TESTS, { recursive: true });
  const files = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.ts'));
  const sources = await Promise.all(files.map((name) => readFile(join(TESTS, name), 'utf8')));
  return files
    .filter((name, place) => name !== 'waits.test.ts' && pattern.test(sources[place] ?? ''))
    .toSorted();
}

describe('tests', () => {
  it('wait for a condition, and as long as a busy machine may need', async () => {
    expect(await filesWith(/\bvi\.wait(?:For|Until)\(/)).toEqual(['until.ts']);
  });

  it('have no limit of their own, which a busy machine would miss', async () => {
    expect(
      await filesWith(
        /\{ timeout: (?!PATIENCE_MS|withinMs)|^ *\}, [\d_]{4,}\);$|\buntil(?:True)?\(.*, [\d_]{4,}\);/m,
      ),
    ).toEqual([]);
  });

  it('sleep nowhere', async () => {
    const sleepers = await filesWith(
      /\b(?:setTimeout as \w+|setTimeout\b[^}\n]*\}) from 'node:timers\/promises'|\bsetTimeout\((?!lose)|new Promise\([^)]*\) => setTimeout/,
    );
    expect(sleepers).toEqual(BY_THE_CLOCK.toSorted());
  });
});

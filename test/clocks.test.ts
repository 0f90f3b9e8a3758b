import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

async function filesWith(pattern: RegExp): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of ['src', 'bot']) {
    for (const name of await readdir(join(ROOT, folder), { recursive: true })) {
      if (!name.endsWith('.ts')) continue;
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      if (pattern.test(await readFile(join(ROOT, path), 'utf8'))) found.push(path);
    }
  }
  return found.toSorted();
}

/** Where a moment is recorded, or compared with one that somebody else recorded. */
const TIME_OF_DAY = [
  // Retry-After may be a date.
  'bot/teams/one-attempt-client.ts',
  'src/admin/doctor/check-moved-mail.ts',
  // When a mail was received.
  'src/azure/table-ledger.ts',
  // When a token ends.
  'src/graph/credential.ts',
  // For people who look at the row.
  'src/mail/sweep/lease.ts',
];

it('nothing waits for the time of day, which may be set back: waits follow performance.now or a clock that never goes back', async () => {
  expect(await filesWith(/\bDate\.now\(\)/)).toEqual(TIME_OF_DAY);
  // p-queue counts its intervals by the time of day.
  expect(await filesWith(/\bintervalCap\b/)).toEqual([]);
});

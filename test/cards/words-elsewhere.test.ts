import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What speaks with people in Teams. What `src` says is for administrators, logs and API clients, or carries a code. */
const SPEAKING = ['bot', 'cards'];
const TEXTS = 'cards/texts/';

/** Why Teams could not be reached: for the log, never for a person. */
const FOR_THE_LOG = new Set([
  'bot/teams/address.ts',
  'bot/teams/one-attempt-client.ts',
  'bot/teams/poster.ts',
  'bot/teams/teams-call-failed.ts',
]);

/** Text between quotes that begins with a capital letter and has a space: what people would read as a sentence or a title. */
const SENTENCE = /(['"`])(?=[A-ZÄÖÜ])((?:(?!\1)[^\\\n])* (?:(?!\1)[^\\\n])*)\1/g;
const COMMENT = /\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm;

it.each(SPEAKING)('%s has no words of its own: all stand in the texts', async (folder) => {
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => /\.(?:ts|json)$/.test(file))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith(TEXTS) && !FOR_THE_LOG.has(file));
  const found: string[] = [];
  for (const file of files) {
    const source = (await readFile(file, 'utf8')).replaceAll(COMMENT, '');
    for (const [, , words = ''] of source.matchAll(SENTENCE)) found.push(`${file}: ${words}`);
  }
  expect(found).toEqual([]);
});

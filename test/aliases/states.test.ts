import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ALIAS_STATES, isFree, isInUse, isSpare, unchangeableState } from '../../src/aliases/states.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const STATES_FILE = 'src/aliases/states.ts';

/** The ways of asking which state an alias has without asking the table of states. */
function comparisonsIn(source: string): readonly string[] {
  const state = `['"\`](?:${ALIAS_STATES.join('|')})['"\`]`;
  const list = `\\[[^\\]]*${state}[^\\]]*\\]`;
  const ways = [
    `[!=]==?\\s*${state}`,
    `${state}(?:\\s+as\\s+\\w+)?\\s*[!=]==?`,
    `case\\s+${state}`,
    `${list}[^;]{0,40}?\\.(?:includes|indexOf|some|has|find)\\b`,
    `new Set(?:<[^>]*>)?\\(\\s*${list}`,
    `(?:alias|before|after|subject|value|columns|each)\\??\\.state\\s*[!=]==?\\s*(?:\\w+\\.)*state\\b`,
    `(?:alias|subject|columns)\\??\\.state\\s*[!=]==?`,
    `switch\\s*\\((?:\\w+\\??\\.)*(?:alias|subject|columns)\\.state\\)`,
  ];
  return ways.flatMap((way) => source.match(new RegExp(way, 'g')) ?? []);
}

it('nothing but the table of states compares the state of an alias', async () => {
  const found: string[] = [];
  for (const folder of ['bot', 'cards', 'src']) {
    const names = await readdir(join(ROOT, folder), { recursive: true });
    const files = names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));
    for (const file of files.filter((each) => each !== STATES_FILE)) {
      const source = await readFile(join(ROOT, file), 'utf8');
      found.push(...comparisonsIn(source).map((comparison) => `${file}: ${comparison}`));
    }
  }
  expect(found).toEqual([]);
});

it.each([
  `if (alias.state === 'free') return;`,
  `if (alias?.state !== "retired") return;`,
  `const { state } = alias; return state == 'missing'`,
  `'allotted' === state`,
  `switch (alias.state) { default: }`,
  `case 'quarantined': return`,
  `['retired', 'quarantined'].includes(state)`,
  `new Set<AliasState>(['retired'])`,
  `before.state !== after.state`,
  `alias.state === wanted`,
])('a comparison is found in %s', (source) => {
  expect(comparisonsIn(source)).not.toEqual([]);
});

it.each(ALIAS_STATES)('the answers for %s do not contradict each other', (state) => {
  const alias = { state };
  // The old scheme's clients hand out whatever is not in use.
  expect(isInUse(alias)).toBe(state !== 'free');
  expect(isFree(alias) && !isSpare(alias)).toBe(false);
  expect(isSpare(alias) && unchangeableState(alias) === undefined).toBe(false);
});

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

describe('dependencies', () => {
  it('are all listed with their reason, and nothing else is', async () => {
    const page = await readFile(new URL('../docs/dependencies.md', import.meta.url), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    const listed = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
    );
    const used = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies });
    const named = used.filter((name) => !name.startsWith('@types/'));
    expect(listed.filter((name) => name !== '@types/*').toSorted()).toEqual(named.toSorted());
  });
});

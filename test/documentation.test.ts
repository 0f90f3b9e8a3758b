import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { PORTS } from '../local/options.ts';
import { SETTING_NAMES } from '../src/config.ts';

const ROOT = new URL('../', import.meta.url);

async function page(name: string): Promise<string> {
  return readFile(new URL(name, ROOT), 'utf8');
}

async function pages(): Promise<string[]> {
  const below = await readdir(new URL('docs/', ROOT), { recursive: true });
  const docs = below
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`);
  return ['README.md', 'CONTRIBUTING.md', ...docs];
}

describe('documentation', () => {
  it('names only npm scripts that exist', async () => {
    const texts = await Promise.all((await pages()).map(page));
    const named = texts.flatMap((text) =>
      [...text.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => name === undefined || !(name in packageJson.scripts))).toEqual([]);
  });

  it('links only to files that exist', async () => {
    for (const name of await pages()) {
      const text = await page(name);
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, link]) => link ?? '');
      const base = new URL(name, ROOT);
      const parents = links.map((link) => new URL(link.endsWith('/') ? `${link}.` : link, base));
      await Promise.all(
        parents.map(async (target) => {
          const folder = new URL('.', target);
          const wanted = decodeURIComponent(target.pathname.slice(folder.pathname.length));
          const present = await readdir(folder);
          if (wanted !== '') expect(present, `${name} links to ${target.pathname}`).toContain(wanted);
        }),
      );
    }
  });

  it('explains every setting and no other', async () => {
    const text = await page('docs/configuration.md');
    const variables = Object.values(PORTS).map(({ variable }) => variable);
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name ?? ''),
    );
    expect(named.toSorted()).toEqual([...SETTING_NAMES, ...variables].toSorted());
  });
});

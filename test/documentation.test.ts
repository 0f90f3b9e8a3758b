import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../bot/commands/commands.ts';
import { chatCommands } from '../docs/generate/chat-commands.ts';
import { withGeneratedPart } from '../docs/generate/generated-part.ts';
import { rightsTables } from '../docs/generate/rights-tables.ts';
import packageJson from '../package.json' with { type: 'json' };
import { PORTS } from '../local/options.ts';
import { SETTING_NAMES } from '../src/settings.ts';
import { MALLOC_ARENAS } from '../src/shared/small-heap.ts';
import { METRICS } from '../src/shared/metrics.ts';

const ROOT = new URL('../', import.meta.url);

async function page(name: string): Promise<string> {
  return readFile(new URL(name, ROOT), 'utf8');
}

async function pages(): Promise<string[]> {
  const below = await readdir(new URL('docs/', ROOT), { recursive: true });
  const docs = below
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`);
  return [
    'README.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'infra/README.md',
    'appPackage/README.md',
    ...docs,
  ];
}

async function linksOf(name: string): Promise<URL[]> {
  const links = (await page(name)).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g);
  return [...links].map(([, link]) => new URL(link ?? '', new URL(name, ROOT)));
}

interface HeadingLink {
  readonly target: URL;
  readonly anchor: string;
}

async function headingLinksOf(name: string): Promise<HeadingLink[]> {
  const links = (await page(name)).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g);
  const here = new URL(name, ROOT);
  return [...links].map(([, file = '', anchor = '']) => ({
    target: file === '' ? here : new URL(file, here),
    anchor,
  }));
}

/** As GitHub makes them of headings: lower case, blanks as hyphens, other marks left out. */
async function anchorsOf(target: URL): Promise<string[]> {
  const headings = (await readFile(target, 'utf8')).matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** What can be set for a run of the tests. */
async function variablesOfTests(): Promise<string[]> {
  const files = (await readdir(new URL('test/', ROOT), { recursive: true })).filter((name) =>
    name.endsWith('.ts'),
  );
  const texts = await Promise.all(files.map((name) => page(`test/${name.replaceAll('\\', '/')}`)));
  return texts.flatMap((text) => [...text.matchAll(/process\.env\['(\w+)'\]/g)].map(([, name = '']) => name));
}

/** What is filled into the Teams manifest. */
async function placeholders(): Promise<string[]> {
  const manifest = await page('appPackage/manifest.json');
  return [...manifest.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
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
    const links = (await Promise.all((await pages()).map(linksOf))).flat();
    expect(links.length).toBeGreaterThan(5);
    const exist = await Promise.all(
      links.map((target) =>
        stat(target).then(
          () => '',
          () => target.pathname,
        ),
      ),
    );
    expect(exist.filter((missing) => missing !== '')).toEqual([]);
  });

  it('links only to headings that exist', async () => {
    const links = (await Promise.all((await pages()).map(headingLinksOf))).flat();
    expect(links.length).toBeGreaterThan(20);
    const missing = await Promise.all(
      links.map(async ({ target, anchor }) =>
        (await anchorsOf(target)).includes(anchor) ? [] : [`${target.pathname}#${anchor}`],
      ),
    );
    expect(missing.flat()).toEqual([]);
  });

  it('draws folders and files that exist', async () => {
    const picture = await page('docs/images/architecture.svg');
    const drawn = [...picture.matchAll(/>((?:src|bot|cards)\/[\w/]*)</g)].map(([, name = '']) => name);
    expect(drawn.length).toBeGreaterThan(8);
    const there = await Promise.all(
      drawn.map((name) => stat(new URL(name, ROOT)).catch(() => stat(new URL(`${name}.ts`, ROOT)))),
    );
    expect(there).toHaveLength(drawn.length);
  });

  // Where this fails: `npm run docs`.
  it.each([
    ['the chat commands', 'docs/chat-commands.md', chatCommands(COMMANDS)],
    ['the rights', 'docs/security.md', rightsTables()],
  ])('has %s as their table describes them', async (_what, name, part) => {
    const text = await page(name);
    const path = fileURLToPath(new URL(name, ROOT));
    expect(text).toBe(await withGeneratedPart(text, part, path));
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

  it('names only settings that exist', async () => {
    const texts = await Promise.all((await pages()).map(page));
    const known = new Set([
      ...SETTING_NAMES,
      ...Object.values(PORTS).map(({ variable }) => variable),
      ...(await placeholders()),
      ...(await variablesOfTests()),
      ...Object.keys(MALLOC_ARENAS),
    ]);
    const named = texts.flatMap((text) =>
      [
        ...text.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b/g),
        // Set for one command.
        ...text.matchAll(/\b([A-Z][A-Z0-9_]+)=\S+ (?=(?:[A-Z][A-Z0-9_]+=\S+ )*(?:node|npm|npx) )/g),
      ].map(([, name = '']) => name),
    );
    expect(named).toContain('FUZZ_RUNS');
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('names only metrics that exist', async () => {
    const texts = await Promise.all((await pages()).map(page));
    const named = texts.flatMap((text) => text.match(/\brootdesk_[a-z_]+/g) ?? []);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !(name in METRICS))).toEqual([]);
  });

  it('explains every metric with its kind and labels, and no other', async () => {
    const rows = (await page('docs/metrics.md'))
      .split('\n')
      .filter((line) => line.startsWith('| `rootdesk_'));
    const explained = rows.map((row) => {
      const [, name = '', kind = '', labels = ''] = row
        .split('|')
        .map((cell) => cell.replaceAll('`', '').trim());
      return [name, kind, ...labels.split(', ').filter((label) => label !== '')].join(' ');
    });
    const metrics = Object.entries(METRICS).map(([name, { kind, labels }]) =>
      [name, kind, ...labels].join(' '),
    );
    expect(explained.toSorted()).toEqual(metrics.toSorted());
  });
});

describe('a decision', () => {
  it('has a number of its own, and none is left out', async () => {
    const names = (await readdir(new URL('docs/decisions/', ROOT))).toSorted();
    const numbers = names.map((_, index) => String(index + 1).padStart(3, '0'));
    expect(names.map((name) => name.slice(0, 3))).toEqual(numbers);
    const headings = await Promise.all(names.map((name) => page(`docs/decisions/${name}`)));
    expect(headings.map((text) => text.slice(0, 6))).toEqual(numbers.map((number) => `# ${number}:`));
  });
});

import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/** A folder and what its files may import from: other folders, single files, and packages that belong to it alone. */
interface Rule {
  readonly folder: string;
  readonly mayImport: readonly string[];
}

/** Every word that people read; a leaf, so that everything may say something. */
const TEXTS = ['cards/texts', 'cards/text.ts', 'cards/runs.ts'];
/** Small things that everything may use. */
const SHARED = ['src/shared', ...TEXTS];
/**
 * The deps of the domain, each of which may import from those before it. Rights stand beside them: what is granted is a thing of any
 * part, and whatever changes a thing takes a grant.
 */
const LAYERS = [
  'src/people',
  'src/messages',
  'src/store',
  'src/channels',
  'src/aliases',
  'src/requests',
  'src/mail',
] as const;
const DOMAIN = [...LAYERS, 'src/rights', 'src/register.ts', 'src/notice.ts'];

const RULES: readonly Rule[] = [
  ...LAYERS.map((folder, index) => ({
    folder,
    mayImport: [
      ...LAYERS.slice(0, index + 1),
      ...SHARED,
      ...(index >= LAYERS.indexOf('src/channels') ? ['src/rights'] : []),
    ],
  })),
  { folder: 'src/rights', mayImport: ['src/rights', ...LAYERS, ...SHARED] },
  // The version of the program is in its package.
  { folder: 'src/shared', mayImport: [...SHARED, 'package.json'] },
  { folder: 'src/schedule', mayImport: ['src/schedule', ...DOMAIN, ...SHARED] },
  { folder: 'src/azure', mayImport: ['src/azure', 'src/stores.ts', ...DOMAIN, ...SHARED] },
  { folder: 'src/graph', mayImport: ['src/graph', ...DOMAIN, ...SHARED] },
  { folder: 'src/http', mayImport: ['src/http', ...DOMAIN, ...SHARED] },
  { folder: 'src/monitoring', mayImport: ['src/monitoring', 'src/azure/table.ts', ...DOMAIN, ...SHARED] },
  { folder: 'cards/texts', mayImport: TEXTS },
  { folder: 'cards', mayImport: ['cards', ...DOMAIN, ...SHARED] },
  ...botRules(['bot/teams'], ['bot/turn'], ['bot/commands', 'bot/actions', 'bot/compose'], ['bot']),
];

/** Each folder may import itself and those before it, and not its neighbours. */
function botRules(...ranks: readonly (readonly string[])[]): Rule[] {
  return ranks.flatMap((folders, rank) =>
    folders.map((folder) => ({
      folder,
      mayImport: [folder, ...ranks.slice(0, rank).flat(), 'cards/index.ts', ...DOMAIN, ...SHARED],
    })),
  );
}

/** Below these no file imports itself, not even through others or for a type alone. */
const WITHOUT_CIRCLES: readonly string[] = ['bot', 'cards', 'src', 'local', 'harness', 'bench', 'soak'];

/**
 * Packages (or all those of a scope) that one place keeps to itself, so that each can be replaced there. Folders and files, as
 * small as they are.
 */
const PRIVATE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@azure/data-tables': ['src/azure/table.ts', 'src/azure/whole-table.ts'],
  '@azure/identity': ['src/azure', 'src/graph'],
  '@azure/monitor-opentelemetry-exporter': ['src/monitoring'],
  '@microsoft/microsoft-graph-client': ['src/graph'],
  '@opentelemetry': ['src/monitoring'],
  '@schummar/icu-type-parser': ['cards/texts'],
  'adaptivecards-templating': ['cards/draw.ts'],
  botbuilder: ['bot/teams'],
  'botframework-connector': ['bot/teams'],
  'cli-progress': ['src/admin/progress-bar.ts'],
  commander: ['src/admin/admin-command.ts', 'src/admin/command-line.ts'],
  croner: ['src/schedule'],
  'csv-parse': ['src/admin/files/read-csv.ts'],
  'fastest-levenshtein': ['bot/commands/intents/cue.ts'],
  'html-to-text': ['src/mail/parse', 'src/mail/excerpt'],
  'iconv-lite': ['src/mail/parse'],
  'intl-messageformat': ['cards/texts/message.ts'],
  jose: ['src/http/api/tokens.ts', 'bot/teams/token-check.ts'],
  pino: ['src/shared/log.ts'],
  'postal-mime': ['src/mail/parse'],
  'rate-limiter-flexible': ['src/http/api/gate.ts'],
  restify: ['src/http', 'bot/teams/messages-route.ts', 'src/wiring/servers.ts'],
  ulid: ['src/shared/identifiers.ts'],
};
/** What is for everybody: they stand for a part of the language that is missing. */
const COMMON_PACKAGES = ['zod', 'p-queue', 'lru-cache'];

interface Import {
  readonly file: string;
  /** A path from the project's root, or the name of a package. */
  readonly target: string;
  readonly isPackage: boolean;
}

const ROOT = resolve(import.meta.dirname, '..');
const IMPORT =
  /^(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gms;

async function importsBelow(folder: string): Promise<Import[]> {
  const files = await readdir(join(ROOT, folder), { recursive: true });
  const sources = files.filter((file) => file.endsWith('.ts')).map((file) => join(folder, file));
  return (await Promise.all(sources.map(importsOf))).flat();
}

async function importsOf(file: string): Promise<Import[]> {
  const source = await readFile(join(ROOT, file), 'utf8');
  return [...source.matchAll(IMPORT)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    const isPackage = !specifier.startsWith('.');
    const target = isPackage ? specifier : relative(ROOT, resolve(ROOT, dirname(file), specifier));
    return { file: slashed(file), target: slashed(target), isPackage };
  });
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

function isBelow(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function ownerOf(target: string): readonly [string, readonly string[]] | undefined {
  return Object.entries(PRIVATE_PACKAGES).find(([name]) => isBelow(target, name));
}

/** Groups of files that import each other, directly or through others. */
function circlesIn(imports: readonly Import[]): string[][] {
  const imported = Map.groupBy(imports, ({ file }) => file);
  const below = (file: string, found: Set<string>): ReadonlySet<string> => {
    for (const { target } of imported.get(file) ?? []) {
      if (!found.has(target)) below(target, found.add(target));
    }
    return found;
  };
  const reached = new Map([...imported.keys()].map((file) => [file, below(file, new Set())]));
  const reaches = (from: string, to: string): boolean => reached.get(from)?.has(to) === true;
  const circling = [...reached.keys()].filter((file) => reaches(file, file)).toSorted();
  const circleOf = (file: string): string[] =>
    circling.filter((other) => reaches(file, other) && reaches(other, file));
  return circling.map(circleOf).filter(([first], place) => first === circling[place]);
}

describe('who may import what', () => {
  it.each(RULES)('$folder keeps to what it may know', async ({ folder, mayImport }) => {
    const imports = await importsBelow(folder);
    expect(imports.length).toBeGreaterThan(0);
    const strangers = imports.filter(
      ({ target, isPackage }) => !isPackage && !mayImport.some((place) => isBelow(target, place)),
    );
    expect(strangers).toEqual([]);
  });

  it('runs in no circle', async () => {
    const imports = (await Promise.all(WITHOUT_CIRCLES.map(importsBelow))).flat();
    expect(imports.length).toBeGreaterThan(0);
    expect(circlesIn(imports.filter(({ isPackage }) => !isPackage))).toEqual([]);
  });

  it('leaves to a command or click what it says that it uses', async () => {
    const files = (await importsBelow('bot'))
      .filter(({ file, target }) => !file.startsWith('bot/turn/') && target === 'bot/turn/bot-deps.ts')
      .map(({ file }) => file);
    const sources = await Promise.all(files.map((file) => readFile(join(ROOT, file), 'utf8')));
    const greedy = files.filter((_, place) => sources[place]?.includes('BotDeps'));
    expect(greedy.toSorted()).toEqual([
      'bot/actions/answer-click.ts',
      'bot/actions/card-action.ts',
      'bot/bot.ts',
      'bot/commands/command.ts',
      'bot/commands/on-message.ts',
      'bot/messages.ts',
    ]);
  });

  it('keeps each outside package in one place', async () => {
    const imports = (await Promise.all(['bot', 'cards', 'src'].map(importsBelow))).flat();
    const outside = imports.filter(({ target, isPackage }) => isPackage && !target.startsWith('node:'));
    const strangers = outside.filter(({ file, target }) => {
      if (COMMON_PACKAGES.includes(target)) return false;
      const [, places = []] = ownerOf(target) ?? [];
      return !places.some((place) => isBelow(file, place));
    });
    expect(strangers).toEqual([]);
  });

  it('makes words of Rootdesk out of a plain string in one place', async () => {
    const files = (await Promise.all(['bot', 'cards', 'src'].map(importsBelow)))
      .flat()
      .map(({ file }) => file);
    const makers = [];
    for (const file of new Set(files)) {
      if (/\bownWords\b/.test(await readFile(join(ROOT, file), 'utf8'))) makers.push(file);
    }
    expect(makers.toSorted()).toEqual(['cards/texts/message.ts']);
  });

  it('names no place for a package that nobody has', async () => {
    const packages = z.record(z.string(), z.string());
    const { dependencies, devDependencies } = z
      .object({ dependencies: packages, devDependencies: packages })
      .parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
    const installed = Object.keys({ ...dependencies, ...devDependencies });
    const unknown = Object.keys(PRIVATE_PACKAGES).filter(
      (name) => !installed.some((each) => isBelow(each, name)),
    );
    expect(unknown).toEqual([]);
  });

  it('never imports what is around the program into it', async () => {
    const imports = (await Promise.all(['bot', 'cards', 'src'].map(importsBelow))).flat();
    const around = ['local', 'test', 'harness', 'bench', 'faults', 'soak', 'docs'];
    const strangers = imports.filter(({ target }) => around.some((place) => isBelow(target, place)));
    expect(strangers).toEqual([]);
  });

  it('lets the harness of faults know how the program is started and read at the end, and nothing of its inside', async () => {
    const known = [
      'src/run.ts',
      'src/register.ts',
      'src/azure/table-register.ts',
      'src/azure/table.ts',
      'src/aliases/import.ts',
    ];
    const imports = (await importsBelow('faults')).filter(({ isPackage }) => !isPackage);
    const strangers = imports.filter(
      ({ target }) =>
        !['faults', 'harness', 'local', 'src/shared', ...known].some((place) => isBelow(target, place)),
    );
    expect(strangers).toEqual([]);
  });

  it('has no way for the environment to choose the local stand', async () => {
    const source = await readFile(join(ROOT, 'src/config.ts'), 'utf8');
    const reading = source.slice(source.indexOf('export function readConfig'));
    expect(reading).not.toMatch(/kind: '(?:playground|emulator|loopback)'/);
  });
});

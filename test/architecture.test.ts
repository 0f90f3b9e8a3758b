import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A folder and what its files may import from: other folders, single files, and packages that belong to it alone. */
interface Rule {
  readonly folder: string;
  readonly mayImport: readonly string[];
}

/** Small things that everything in `src` may use. */
const SHARED = ['src/errors.ts', 'src/log.ts', 'src/clock.ts', 'src/identifiers.ts', 'src/people.ts'];
/** Rules of the domain and its ports: they import only each other. */
const DOMAIN = ['src/aliases', 'src/requests', 'src/mail', 'src/outgoing'];

const RULES: readonly Rule[] = [
  ...DOMAIN.map((folder) => ({ folder, mayImport: [...DOMAIN, ...SHARED] })),
  { folder: 'src/azure', mayImport: ['src/azure', ...DOMAIN, ...SHARED] },
  { folder: 'src/graph', mayImport: ['src/graph', ...DOMAIN, ...SHARED] },
  { folder: 'src/http', mayImport: ['src/http', ...DOMAIN, ...SHARED] },
  { folder: 'cards', mayImport: ['cards', ...DOMAIN, ...SHARED] },
  { folder: 'bot', mayImport: ['bot', 'cards/index.ts', ...DOMAIN, ...SHARED] },
];

/** Packages that one folder keeps to itself, so that each can be replaced in one place. */
const PRIVATE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  botbuilder: ['bot'],
  'botframework-connector': ['bot'],
  'adaptivecards-templating': ['cards'],
  '@azure/data-tables': ['src/azure'],
  '@azure/identity': ['src/azure', 'src/graph'],
  '@microsoft/microsoft-graph-client': ['src/graph'],
  restify: ['src/http', 'bot/messages-route.ts', 'src/app.ts'],
};

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

describe('who may import what', () => {
  it.each(RULES)('$folder keeps to what it may know', async ({ folder, mayImport }) => {
    const imports = await importsBelow(folder);
    expect(imports.length).toBeGreaterThan(0);
    const strangers = imports.filter(
      ({ target, isPackage }) => !isPackage && !mayImport.some((place) => isBelow(target, place)),
    );
    expect(strangers).toEqual([]);
  });

  it('keeps each platform package in one place', async () => {
    const imports = (await Promise.all(['bot', 'cards', 'src'].map(importsBelow))).flat();
    const strangers = imports.filter(({ file, target, isPackage }) => {
      const owners = isPackage ? PRIVATE_PACKAGES[target] : undefined;
      return owners !== undefined && !owners.some((owner) => isBelow(file, owner));
    });
    expect(strangers).toEqual([]);
  });

  it('never imports the local stand or tests into the program', async () => {
    const imports = (await Promise.all(['bot', 'cards', 'src'].map(importsBelow))).flat();
    const strangers = imports.filter(({ target }) => isBelow(target, 'local') || isBelow(target, 'test'));
    expect(strangers).toEqual([]);
  });

  it('has no way for the environment to choose the local stand', async () => {
    const source = await readFile(join(ROOT, 'src/config.ts'), 'utf8');
    const reading = source.slice(source.indexOf('export function readConfig'));
    expect(reading).not.toMatch(/kind: '(?:playground|emulator|loopback)'/);
  });
});

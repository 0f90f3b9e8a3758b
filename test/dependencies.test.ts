import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

async function text(name: string): Promise<string> {
  return readFile(new URL(`../${name}`, import.meta.url), 'utf8');
}

async function lockedPackages() {
  return lockFile.parse(JSON.parse(await text('package-lock.json'))).packages;
}

/** Where Node would look for a package, from the place of the one that asks for it outwards. */
function placesFor(name: string, from: string): string[] {
  const outer = from.lastIndexOf('/node_modules/');
  const own = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (from === '') return [own];
  return [own, ...placesFor(name, outer === -1 ? '' : from.slice(0, outer))];
}

describe('dependencies', () => {
  it('are all listed with their reason, and nothing else is', async () => {
    const rows = (await text('docs/dependencies.md')).split('\n').filter((line) => line.startsWith('| `'));
    const listed = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
    );
    const used = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies });
    const named = used.filter((name) => !name.startsWith('@types/'));
    expect(listed.filter((name) => name !== '@types/*').toSorted()).toEqual(named.toSorted());
  });

  it('are locked for every platform: npm ci refuses a lock file that lacks an optional package', async () => {
    const packages = await lockedPackages();
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !placesFor(name, place).some((candidate) => candidate in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('are locked without the address of a registry', async () => {
    const packages = Object.values(await lockedPackages());
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});

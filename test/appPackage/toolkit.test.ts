import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { filledIn } from '../../appPackage/package/fill.ts';

const ROOT = new URL('../../', import.meta.url);
const ZIP = './appPackage/build/appPackage.${{TEAMSFX_ENV}}.zip';
const MANIFEST = './appPackage/manifest.json';

const Step = z.strictObject({
  uses: z.string(),
  with: z.record(z.string(), z.string()),
  writeToEnvironmentFile: z.record(z.string(), z.string()).optional(),
});
/** As the toolkit's schema has it (packages/fx-core/resource/yaml-schema/v1.11 in OfficeDev/microsoft-365-agents-toolkit). */
const Project = z.strictObject({
  version: z.literal('v1.11'),
  environmentFolderPath: z.literal('./env'),
  provision: z.array(Step),
  publish: z.array(Step),
  projectId: z.guid(),
});

/** What each action of the toolkit takes, and what it writes into the environment's file. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  'teamsApp/create': ['name', '> teamsAppId'],
  'teamsApp/validateManifest': ['manifestPath'],
  'teamsApp/zipAppPackage': ['manifestPath', 'outputFolder', 'outputZipPath'],
  'teamsApp/validateAppPackage': ['appPackagePath'],
  'teamsApp/update': ['appPackagePath'],
  'teamsApp/publishAppPackage': ['appPackagePath', '> publishedAppId'],
};

async function project(): Promise<z.output<typeof Project>> {
  const document = parseDocument(await readFile(new URL('m365agents.yml', ROOT), 'utf8'), {
    strict: true,
    uniqueKeys: true,
  });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return Project.parse(document.toJS());
}

describe('m365agents.yml', () => {
  it('validates, zips, validates again and updates, in this order; only then is the app handed on', async () => {
    const { provision, publish } = await project();
    const packing = ['validateManifest', 'zipAppPackage', 'validateAppPackage', 'update'];
    const names = (steps: readonly z.output<typeof Step>[]): readonly string[] =>
      steps.map(({ uses }) => uses.replace('teamsApp/', ''));
    expect(names(provision)).toEqual(['create', ...packing]);
    expect(names(publish)).toEqual([...packing, 'publishAppPackage']);
  });

  it('gives each action what it takes, and the same app to all', async () => {
    const { provision, publish } = await project();
    for (const { uses, with: given, writeToEnvironmentFile = {} } of [...provision, ...publish]) {
      const written = Object.keys(writeToEnvironmentFile).map((name) => `> ${name}`);
      expect([...Object.keys(given), ...written].toSorted()).toEqual(TAKES[uses]?.toSorted());
      const { manifestPath = MANIFEST, appPackagePath = ZIP, outputZipPath = ZIP } = given;
      expect([manifestPath, appPackagePath, outputZipPath]).toEqual([MANIFEST, ZIP, ZIP]);
    }
  });

  it('keeps the id under the name by which the manifest asks for it', async () => {
    const { provision } = await project();
    const [create] = provision;
    const name = create?.writeToEnvironmentFile?.['teamsAppId'] ?? '';
    const manifest: unknown = JSON.parse(await readFile(new URL(MANIFEST, ROOT), 'utf8'));
    expect(filledIn(manifest, { [name]: 'the id' })).toMatchObject({ id: 'the id' });
  });
});

import { readFile } from 'node:fs/promises';
import { zipSync, type Zippable } from 'fflate';
import { checkIcon } from './check-icon.ts';
import { checkManifest, readManifest, type AppManifest } from './check-manifest.ts';
import { NotPackable, type Fault } from './faults.ts';
import { filledIn } from './fill.ts';
import { localized } from './localized.ts';
import { readSettings } from './settings.ts';

/** The zip that an administrator uploads. */
export interface AppPackage {
  readonly zip: Uint8Array;
  readonly version: string;
  /** Its files, in their order. */
  readonly files: readonly string[];
}

/** Zips have local times to two seconds and no earlier ones; the same app gives the same bytes everywhere. */
const ALWAYS = new Date(1980, 0, 1);

/**
 * Packs the app of a folder with the manifest's placeholders filled in from the environment.
 * @param folder ends with a slash
 * @throws {NotPackable} that tells everything that is missing or that Teams would refuse
 */
export async function packApp(
  folder: URL,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<AppPackage> {
  const read = (name: string): Promise<Uint8Array> => readFile(new URL(name, folder));
  const json = async (name: string): Promise<unknown> => JSON.parse(Buffer.from(await read(name)).toString());
  const set = readSettings(environment);
  if ('faults' in set) throw new NotPackable(set.faults);
  const filled = readManifest(filledIn(await json('manifest.json'), set.settings));
  if ('faults' in filled) throw new NotPackable(filled.faults);
  const { manifest } = filled;
  const { color, outline } = manifest.icons;
  const languages = (manifest.localizationInfo?.additionalLanguages ?? []).map(({ file }) => file);
  const faults = [
    ...(await checkManifest(manifest)),
    ...checkIcon('color', color, await read(color)),
    ...checkIcon('outline', outline, await read(outline)),
    ...(
      await Promise.all(languages.map(async (file) => checkLanguage(manifest, file, await json(file))))
    ).flat(),
  ];
  if (faults.length > 0) throw new NotPackable(faults);
  const files: Zippable = { 'manifest.json': Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`) };
  for (const name of [color, outline, ...languages]) files[name] = await read(name);
  return {
    zip: zipSync(files, { mtime: ALWAYS, level: 9 }),
    version: manifest.version,
    files: Object.keys(files),
  };
}

/** In every language the app has to be one that Teams takes. */
async function checkLanguage(
  manifest: AppManifest,
  file: string,
  translation: unknown,
): Promise<readonly Fault[]> {
  const { manifest: inLanguage, faults } = localized(manifest, file, translation);
  const parsed = readManifest(inLanguage);
  const found = 'faults' in parsed ? parsed.faults : await checkManifest(parsed.manifest);
  return [...faults, ...found.map(({ message, remedy }) => ({ message: `${file}: ${message}`, remedy }))];
}

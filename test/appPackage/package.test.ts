import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { encode } from 'fast-png';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NotPackable, type Fault } from '../../appPackage/package/faults.ts';
import { packApp } from '../../appPackage/package/pack.ts';
import { COMMANDS } from '../../bot/commands/commands.ts';
import { english, type Texts } from '../../cards/index.ts';
import { fileOf, TRANSLATIONS, translationOf, withWords } from '../../docs/generate/app-manifest.ts';

const SETTINGS = {
  TEAMS_APP_ID: '00000000-0000-4000-8000-000000000001',
  BOT_ID: '00000000-0000-4000-8000-000000000002',
  COMPANY_NAME: 'Müller & "Söhne" $& Co',
  COMPANY_URL: 'https://company.com/about',
};
const SOURCE = new URL('../../appPackage/', import.meta.url);

/** A copy of the app that a test may spoil. */
let folder: URL;
beforeEach(async () => {
  folder = pathToFileURL(`${await mkdtemp(join(tmpdir(), 'rootdesk-app-'))}/`);
  await cp(SOURCE, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const inFolder = (name: string): string => fileURLToPath(new URL(name, folder));

async function change(spoil: (manifest: Record<string, unknown>) => object): Promise<void> {
  const manifest = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(await readFile(inFolder('manifest.json'), 'utf8')));
  await writeFile(inFolder('manifest.json'), JSON.stringify({ ...manifest, ...spoil(manifest) }));
}

async function faults(environment: Record<string, string | undefined> = SETTINGS): Promise<readonly Fault[]> {
  const error: unknown = await packApp(folder, environment).catch((thrown: unknown) => thrown);
  if (error instanceof NotPackable) return error.faults;
  throw new Error(`was not refused: ${String(error)}`);
}

const messages = async (environment?: Record<string, string | undefined>): Promise<readonly string[]> =>
  (await faults(environment)).map(({ message }) => message);

describe('the packed app', () => {
  it('has the manifest with its placeholders filled in, the icons, and nothing else', async () => {
    const { zip, files, version } = await packApp(folder, SETTINGS);
    const unpacked = unzipSync(zip);
    expect(Object.keys(unpacked)).toEqual(files);
    expect(files.toSorted()).toEqual(
      ['color.png', 'manifest.json', 'outline.png', ...TRANSLATIONS.map(fileOf)].toSorted(),
    );
    const manifest: unknown = JSON.parse(strFromU8(unpacked['manifest.json'] ?? new Uint8Array()));
    expect(manifest).toMatchObject({
      version,
      id: SETTINGS.TEAMS_APP_ID,
      developer: { name: SETTINGS.COMPANY_NAME, privacyUrl: SETTINGS.COMPANY_URL },
      bots: [{ botId: SETTINGS.BOT_ID }],
      defaultInstallScope: 'personal',
    });
    expect(Buffer.from(unpacked['color.png'] ?? [])).toEqual(await readFile(inFolder('color.png')));
  });

  it('is the same, byte for byte, whenever it is packed', async () => {
    const [one, other] = [await packApp(folder, SETTINGS), await packApp(folder, { ...SETTINGS, TZ: 'x' })];
    expect(one.zip).toEqual(other.zip);
  });

  it('has every other language in a file of its own, which is checked like the manifest', async () => {
    const shouted: Texts = { ...english, app: { ...english.app, fullName: english.app.name } };
    const translation = { tag: 'fr', texts: shouted };
    const file = fileOf(translation);
    const manifest = await readFile(inFolder('manifest.json'), 'utf8');
    const withFrench = await withWords(manifest, english, COMMANDS, [translation], inFolder('manifest.json'));
    await writeFile(inFolder('manifest.json'), withFrench);
    const french = await translationOf(translation, COMMANDS, inFolder(file));
    await writeFile(inFolder(file), french);
    const { zip, files } = await packApp(folder, SETTINGS);
    expect(files).toContain('fr.json');
    const texts: unknown = JSON.parse(strFromU8(unzipSync(zip)[file] ?? new Uint8Array()));
    expect(texts).toMatchObject({
      'name.full': 'Rootdesk',
      'bots[0].commandLists[1].commands[0].description': english.commands.aliases,
    });

    await writeFile(inFolder(file), JSON.stringify({ 'name.full': 'x'.repeat(101), 'tabs[0].name': 'x' }));
    const found = await messages();
    expect(found).toContainEqual(
      expect.stringMatching(/^fr\.json: tabs\[0\]\.name names no text of the manifest/),
    );
    expect(found).toContainEqual(expect.stringMatching(/^fr\.json: .*\/name\/full/));
  });
});

describe('what is missing or wrong is told in words, with what to set', () => {
  it('all settings at once', async () => {
    const found = await faults({ COMPANY_NAME: ' ' });
    expect(found.map(({ message }) => message)).toEqual([
      'TEAMS_APP_ID is missing.',
      'BOT_ID is missing.',
      'COMPANY_NAME is missing.',
      'COMPANY_URL is missing.',
    ]);
    expect(found[0]?.remedy).toMatch(/A new one is [0-9a-f-]{36}\.$/);
  });

  it.each([
    ['TEAMS_APP_ID', 'rootdesk', 'is not a GUID'],
    ['BOT_ID', '28:1', 'is not a GUID'],
    ['COMPANY_NAME', 'x'.repeat(33), 'is longer than 32 characters'],
    ['COMPANY_URL', 'http://company.com', 'is not an https address'],
    ['COMPANY_URL', 'company.com', 'is not an https address'],
  ])('%s: %s', async (name, value, what) => {
    expect(await messages({ ...SETTINGS, [name]: value })).toEqual([`${name} ${what}.`]);
  });

  it.each<[string, object, RegExp]>([
    [
      'a version that Teams refuses',
      { version: '1.0.0-beta.1' },
      /^version: 1\.0\.0-beta\.1 is not three numbers/,
    ],
    [
      'teams without channel features',
      { supportsChannelFeatures: undefined },
      /^supportsChannelFeatures: is not tier1/,
    ],
    [
      'another schema than the version says',
      { manifestVersion: '1.29' },
      /^\$schema: is not the one of version 1\.29/,
    ],
    ['what the schema does not know', { tabs: [] }, /^manifest\.json: /],
    [
      'a text that is too long',
      { description: { short: 'x'.repeat(81), full: 'x' } },
      /\/description\/short/,
    ],
    ['a placeholder of another name', { accentColor: '${{COLOR}}' }, /^COLOR: is a placeholder/],
    ['no bots', { bots: undefined }, /^bots: /],
  ])('%s', async (_, spoiled, message) => {
    await change(() => spoiled);
    expect(await messages()).toContainEqual(expect.stringMatching(message));
  });

  it.each<[string, string, Uint8Array, RegExp]>([
    [
      'a small color icon',
      'color.png',
      drawn(96, () => [15, 76, 92, 255]),
      /color icon color\.png has 96 × 96 pixels/,
    ],
    ['an opaque outline', 'outline.png', drawn(32, () => [255, 255, 255, 255]), /has no transparent ground/],
    ['an empty outline', 'outline.png', drawn(32, () => [255, 255, 255, 0]), /is empty/],
    [
      'a colored outline',
      'outline.png',
      drawn(32, (place) => [15, 76, 92, place % 2 ? 255 : 0]),
      /is not white alone/,
    ],
    ['an outline without alpha', 'outline.png', drawn(32, () => [255, 255, 255]), /has no alpha channel/],
    ['a picture of another kind', 'outline.png', Buffer.from('GIF89a'), /is no PNG/],
  ])('%s', async (_, name, png, message) => {
    await writeFile(inFolder(name), png);
    expect(await messages()).toEqual([expect.stringMatching(message)]);
  });
});

describe('npm run package', () => {
  const run = promisify(execFile);
  const main = fileURLToPath(new URL('package/main.ts', SOURCE));

  it('says what is wrong on its last lines, and ends with 1', async () => {
    const ended = run(process.execPath, [main], { env: { ...SETTINGS, BOT_ID: 'x' } });
    await expect(ended).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/BOT_ID is not a GUID\.\n {2}Set it/),
    });
    const without = run(process.execPath, [main, 'no-such-file'], { env: {} });
    await expect(without).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('docs/install.md'),
    });
  });
});

/** A square PNG. */
function drawn(size: number, pixel: (place: number) => readonly number[]): Uint8Array {
  const data = Uint8Array.from(Array.from({ length: size * size }, (_, place) => [...pixel(place)]).flat());
  return encode({ width: size, height: size, data, depth: 8, channels: data.length / size / size });
}

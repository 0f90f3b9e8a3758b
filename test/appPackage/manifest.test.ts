import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '../../bot/commands/commands.ts';
import { command, type Command } from '../../bot/commands/command.ts';
import { english } from '../../cards/index.ts';
import { fileOf, TRANSLATIONS, translationOf, withWords } from '../../docs/generate/app-manifest.ts';
import { COMMAND_RIGHTS } from '../../src/rights/operations.ts';

const ROOT = new URL('../../', import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(`appPackage/${name}`, ROOT));
const text = (name: string): Promise<string> => readFile(path(name), 'utf8');

const Manifest = z.object({
  manifestVersion: z.string(),
  bots: z.tuple([
    z.object({
      commandLists: z.array(
        z.object({ scopes: z.array(z.string()), commands: z.array(z.object({ title: z.string() })) }),
      ),
    }),
  ]),
});

async function offered(commands: readonly Command[]): Promise<readonly (readonly string[])[]> {
  const written = await withWords(await text('manifest.json'), english, commands, [], path('manifest.json'));
  const [bot] = Manifest.parse(JSON.parse(written)).bots;
  return bot.commandLists.map((list) => list.commands.map(({ title }) => title));
}

describe('the app manifest', () => {
  // Where these fail: `npm run docs`.
  it('is in the words of the texts, with the commands of the table', async () => {
    const manifest = await text('manifest.json');
    expect(manifest).toBe(await withWords(manifest, english, COMMANDS, TRANSLATIONS, path('manifest.json')));
  });

  it('has every other language beside it', async () => {
    for (const translation of TRANSLATIONS) {
      const file = fileOf(translation);
      expect(await text(file)).toBe(await translationOf(translation, COMMANDS, path(file)));
    }
    const others = (await readdir(path('.'))).filter((name) => /^[a-z]{2}(-[a-z]{2})?\.json$/i.test(name));
    expect(others.toSorted()).toEqual(TRANSLATIONS.map(fileOf).toSorted());
  });

  it('is of the newest schema that Microsoft’s own package knows', async () => {
    const versions = await readdir(
      new URL('json-schemas/teams/', import.meta.resolve('@microsoft/app-manifest')),
    );
    const minors = versions.flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []).map(Number);
    const { manifestVersion } = Manifest.parse(JSON.parse(await text('manifest.json')));
    expect(manifestVersion).toBe(`1.${Math.max(...minors)}`);
    for (const translation of TRANSLATIONS) {
      expect(await text(fileOf(translation))).toContain(`/v${manifestVersion}/MicrosoftTeams.Localization.`);
    }
  });

  it('offers each command where it works', async () => {
    const working = (place: 'personal' | 'channel'): readonly string[] =>
      COMMANDS.map(({ name }) => name).filter((name) =>
        COMMAND_RIGHTS[name].where.some((kind) => kind === place),
      );
    const lists = await offered(COMMANDS);
    for (const [place, list] of [
      ['personal', lists[0] ?? []],
      ['channel', lists[1] ?? []],
    ] as const) {
      expect(working(place)).toEqual(expect.arrayContaining([...list]));
      expect(list).toHaveLength(Math.min(12, working(place).length));
      expect(list).toContain('help');
    }
  });

  it('leaves out what is seldom written where there are more commands than Teams offers, and refuses to choose among others', async () => {
    const never = async (): Promise<never> => Promise.reject(new Error('is not run'));
    const named = (name: Command['name']): Command => command({ name, takes: {}, run: never });
    const thirteen = ['unmute' as const, ...Array.from({ length: 12 }, () => 'aliases' as const)].map(named);
    const [, team = []] = await offered(thirteen);
    expect(team).toHaveLength(12);
    expect(team).not.toContain('unmute');
    const many = Array.from({ length: 13 }, () => named('help'));
    await expect(offered(many)).rejects.toThrow('name others in SELDOM');
  });
});

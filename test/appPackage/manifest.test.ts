import { readFile } from 'node:fs/promises';
import { AppManifestUtils, TeamsManifestConverter } from '@microsoft/app-manifest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMAND_RIGHTS } from '../../src/rights/operations.ts';
import { english } from '../../cards/index.ts';
import { COMMANDS } from '../../bot/commands/table.ts';

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: '00000000-0000-4000-8000-000000000001',
  BOT_ID: '00000000-0000-4000-8000-000000000002',
  COMPANY_NAME: 'Company',
  COMPANY_URL: 'https://company.com',
};

const Manifest = z.object({
  icons: z.object({ color: z.string(), outline: z.string() }),
  supportsChannelFeatures: z.literal('tier1'),
  bots: z.tuple([
    z.object({
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z
            .array(z.object({ title: z.string().max(128), description: z.string().max(128) }))
            .max(12),
        }),
      ),
    }),
  ]),
});

async function filledIn(): Promise<string> {
  const text = await readFile('appPackage/manifest.json', 'utf8');
  return text.replaceAll(/\$\{\{([A-Z_]+)\}\}/g, (whole, name: string) => PLACEHOLDERS[name] ?? whole);
}

describe('the app manifest', () => {
  it('is valid for Microsoft’s own schema once its placeholders are filled in', async () => {
    const text = await filledIn();
    expect(text).not.toContain('${{');
    expect(await AppManifestUtils.validateAgainstSchema(TeamsManifestConverter.jsonToManifest(text))).toEqual(
      [],
    );
  });

  it('offers the commands of the table, each where it works', async () => {
    const [bot] = Manifest.parse(JSON.parse(await filledIn())).bots;
    const listed = bot.commandLists.map(({ scopes, commands }) => [scopes, commands]);
    const commandsFor = (place: 'personal' | 'channel'): readonly { title: string; description: string }[] =>
      COMMANDS.filter(({ name }) => COMMAND_RIGHTS[name].where.some((kind) => kind === place)).map(
        ({ name }) => ({ title: name, description: english.commands[name] }),
      );
    expect(listed).toEqual([
      [['personal'], commandsFor('personal')],
      [['team'], commandsFor('channel')],
    ]);
  });

  it('has icons of the sizes that Teams wants', async () => {
    const { icons } = Manifest.parse(JSON.parse(await filledIn()));
    expect(await sizeOf(icons.color)).toEqual([192, 192]);
    expect(await sizeOf(icons.outline)).toEqual([32, 32]);
  });
});

/** Width and height of a PNG: two 32-bit numbers at offset 16 (the IHDR chunk, PNG specification 11.2.2). */
async function sizeOf(icon: string): Promise<readonly [number, number]> {
  const png = await readFile(`appPackage/${icon}`);
  expect(png.subarray(1, 4).toString('ascii')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

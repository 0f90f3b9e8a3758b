import { AppManifestUtils, TeamsManifestConverter } from '@microsoft/app-manifest';
import { z } from 'zod';
import type { Fault } from './faults.ts';

const Command = z.looseObject({ title: z.string(), description: z.string().optional() });
/** The parts of the manifest that packing reads; all of it is checked by Microsoft's schema. */
const Manifest = z.looseObject({
  $schema: z.string(),
  manifestVersion: z.string(),
  version: z.string(),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  bots: z.array(
    z.looseObject({
      scopes: z.array(z.string()),
      commandLists: z.array(z.looseObject({ scopes: z.array(z.string()), commands: z.array(Command) })),
    }),
  ),
  composeExtensions: z.array(z.looseObject({ commands: z.array(Command) })).default([]),
  supportsChannelFeatures: z.string().optional(),
  localizationInfo: z
    .looseObject({
      additionalLanguages: z.array(z.looseObject({ languageTag: z.string(), file: z.string() })).default([]),
    })
    .optional(),
});
export type AppManifest = z.output<typeof Manifest>;

/** Characters of a command's title and description that Teams shows (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/create-a-bot-commands-menu). */
const TITLE_MOST = 32;
const DESCRIPTION_MOST = 128;
const NOT_OURS =
  'This is a fault of appPackage/manifest.json or cards/texts: mend it there, then run npm run docs.';

/** The manifest as far as packing reads it, or that it cannot be read. */
export function readManifest(
  manifest: unknown,
): { readonly manifest: AppManifest } | { readonly faults: readonly Fault[] } {
  const parsed = Manifest.safeParse(manifest);
  if (parsed.success) return { manifest: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => faultAt(path.join('.'), message));
  return { faults };
}

/** What Microsoft's own schema says against the manifest, and what Teams refuses that the schema lets through. */
export async function checkManifest(manifest: AppManifest): Promise<readonly Fault[]> {
  const ofSchema = await checkSchema(manifest);
  return [
    ...ofSchema,
    ...checkVersions(manifest),
    ...checkPlaceholders(manifest),
    ...checkCommands(manifest),
  ];
}

async function checkSchema(manifest: AppManifest): Promise<readonly Fault[]> {
  try {
    const found = await AppManifestUtils.validateAgainstSchema(
      TeamsManifestConverter.jsonToManifest(JSON.stringify(manifest)),
    );
    return found.map((each) => faultAt('manifest.json', each));
  } catch (error) {
    return [faultAt('manifest.json', error instanceof Error ? error.message : 'cannot be read')];
  }
}

function checkVersions({
  $schema,
  manifestVersion,
  version,
  bots,
  supportsChannelFeatures,
}: AppManifest): readonly Fault[] {
  const inTeams = bots.some(({ scopes }) => scopes.includes('team'));
  return [
    ...($schema.includes(`/v${manifestVersion}/`)
      ? []
      : [faultAt('$schema', `is not the one of version ${manifestVersion}`)]),
    // https://github.com/OfficeDev/microsoft-teams-app-schema/issues/174
    ...(/^\d+\.\d+\.\d+$/.test(version)
      ? []
      : [faultAt('version', `${version} is not three numbers, and Teams takes no other`)]),
    ...(inTeams && supportsChannelFeatures !== 'tier1'
      ? [
          faultAt(
            'supportsChannelFeatures',
            'is not tier1, without which Teams takes no app for teams since 1.25',
          ),
        ]
      : []),
  ];
}

function checkPlaceholders(manifest: AppManifest): readonly Fault[] {
  const left = new Set(
    [...JSON.stringify(manifest).matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name),
  );
  return [...left].map((name) => faultAt(name, 'is a placeholder that no setting fills'));
}

function checkCommands({ bots, composeExtensions }: AppManifest): readonly Fault[] {
  const lists = [
    ...bots.flatMap(({ commandLists }) => commandLists.map(({ commands }) => commands)),
    ...composeExtensions.map(({ commands }) => commands),
  ];
  return lists
    .flat()
    .flatMap(({ title, description = '' }) => [
      ...(title.length <= TITLE_MOST
        ? []
        : [faultAt(title, `is a title of more than ${TITLE_MOST} characters`)]),
      ...(description.length <= DESCRIPTION_MOST
        ? []
        : [faultAt(title, `has a description of more than ${DESCRIPTION_MOST} characters`)]),
    ]);
}

function faultAt(place: string, what: string): Fault {
  return { message: `${place}: ${what}.`, remedy: NOT_OURS };
}

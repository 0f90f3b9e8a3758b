import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { textsIn, type Texts } from '../../cards/index.ts';
import { ALL_LANGUAGES } from '../../cards/texts/languages.ts';
import type { Command } from '../../bot/commands/command.ts';
import { COMMAND_RIGHTS, type CommandName } from '../../src/rights/operations.ts';

const Fields = z.record(z.string(), z.unknown());
const OneOf = z.tuple([Fields]);

/** So many commands Teams offers at most, in each place. */
const OFFERED_MOST = 12;
/** Left out first, in this order, where there are more: what settings, buttons and other commands do as well. */
const SELDOM: readonly CommandName[] = ['unmute', 'digest', 'mute', 'bind', 'transfer'];

/** Of the same version as the manifest. */
const LOCALIZATION =
  'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json';

/** A language of the app beside that of the manifest. */
export interface Translation {
  /** As Teams names languages: `de`. */
  readonly tag: string;
  readonly texts: Texts;
}

/** Each has its file beside the manifest. */
export const TRANSLATIONS: readonly Translation[] = ALL_LANGUAGES.filter((tag) => tag !== 'en').map(
  (tag) => ({
    tag,
    texts: textsIn(tag),
  }),
);

export const fileOf = ({ tag }: Pick<Translation, 'tag'>): string => `${tag}.json`;

/** The Teams manifest in words of `cards/texts`, with the commands that Teams offers, each where it works. */
export async function withWords(
  manifest: string,
  texts: Texts,
  commands: readonly Command[],
  translations: readonly Translation[],
  path: string,
): Promise<string> {
  const fields = Fields.parse(JSON.parse(manifest));
  const [bot] = OneOf.parse(fields['bots']);
  const [extension] = OneOf.parse(fields['composeExtensions']);
  const words = wordsOf(texts, commands);
  const additionalLanguages = translations.map(({ tag }) => ({ languageTag: tag, file: fileOf({ tag }) }));
  // In the place of the old ones, so that all else stays where it is.
  const whole = {
    ...fields,
    name: words.name,
    description: words.description,
    bots: [{ ...bot, commandLists: withScopes(words.bots[0].commandLists) }],
    composeExtensions: [{ ...extension, commands: withTypes(words.composeExtensions[0].commands) }],
    localizationInfo: { defaultLanguageTag: 'en', additionalLanguages },
  };
  return format(JSON.stringify(whole, undefined, 2), { ...(await resolveConfig(path)), filepath: path });
}

/** The same words in another language, by the keys that Teams gives them: `bots[0].commandLists[0].commands[0].title`. */
export async function translationOf(
  { texts }: Translation,
  commands: readonly Command[],
  path: string,
): Promise<string> {
  const whole = { $schema: LOCALIZATION, ...keysIn('', wordsOf(texts, commands)) };
  return format(JSON.stringify(whole, undefined, 2), { ...(await resolveConfig(path)), filepath: path });
}

function wordsOf(texts: Texts, commands: readonly Command[]) {
  const { app } = texts;
  return {
    name: { short: app.name, full: app.fullName },
    description: { short: app.short, full: app.full },
    bots: [
      {
        commandLists: [
          { commands: offeredIn(texts, commands, 'personal') },
          { commands: offeredIn(texts, commands, 'channel') },
        ],
      },
    ],
    composeExtensions: [
      {
        commands: [
          {
            title: app.search,
            description: app.searchAbout,
            parameters: [{ title: app.searched, description: app.searchedAbout }],
          },
        ],
      },
    ],
  } as const;
}

/** The search as `bot/compose/search.ts` reads it; it begins with the searcher's own aliases. */
function withTypes([search]: ReturnType<typeof wordsOf>['composeExtensions'][0]['commands']): unknown {
  const parameters = search.parameters.map((parameter) => ({
    name: 'text',
    ...parameter,
    inputType: 'text',
  }));
  return [
    {
      id: 'search',
      type: 'query',
      context: ['compose'],
      initialRun: true,
      ...search,
      parameters,
    },
  ];
}

function withScopes(lists: ReturnType<typeof wordsOf>['bots'][0]['commandLists']): unknown {
  const [personal, team] = lists;
  return [
    { scopes: ['personal'], ...personal },
    { scopes: ['team'], ...team },
  ];
}

function offeredIn(
  texts: Texts,
  commands: readonly Command[],
  place: 'personal' | 'channel',
): readonly { readonly title: string; readonly description: string }[] {
  const working = commands
    .map(({ name }) => name)
    .filter((name) => COMMAND_RIGHTS[name].where.some((kind) => kind === place));
  const surplus = Math.max(0, working.length - OFFERED_MOST);
  const leftOut = SELDOM.filter((name) => working.includes(name)).slice(0, surplus);
  if (leftOut.length < surplus) {
    throw new Error(`Teams offers ${OFFERED_MOST} commands and no more: name others in SELDOM.`);
  }
  return working
    .filter((name) => !leftOut.includes(name))
    .map((name) => ({ title: name, description: texts.commands[name] }));
}

function keysIn(at: string, words: object): Readonly<Record<string, string>> {
  const below = Object.entries(words).map(([name, each]: [string, unknown]) => {
    const key = Array.isArray(words) ? `${at}[${name}]` : at === '' ? name : `${at}.${name}`;
    return typeof each === 'string' ? { [key]: each } : keysIn(key, Object(each));
  });
  return Object.assign({}, ...below);
}

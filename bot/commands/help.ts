import { commandCard, helpCard, type CommandHelp, type Drawn, type Texts } from '../../cards/index.ts';
import type { Place } from '../../src/rights/caller.ts';
import { COMMAND_RIGHTS } from '../../src/rights/operations.ts';
import type { Uses } from '../turn/bot-deps.ts';
import type { Turn } from '../turn/turn.ts';
import { furtherWords } from './argument.ts';
import { command, type Command } from './command.ts';

type HelpUses = Uses<'channels' | 'rights' | 'log'>;
type Asked = Pick<Turn, 'texts' | 'place'>;
type AskedBy = Asked & Pick<Turn, 'caller'>;

/** Makes `help`, which tells of the other commands and of itself. */
export function createHelp(others: readonly Command[]): Command {
  const help: Command = command({
    name: 'help',
    takes: { about: furtherWords((texts) => texts.arguments.command) },
    async run(deps: HelpUses, turn, { about: [word = ''] }) {
      const table = [...others, help];
      const wanted = table.find(({ name }) => name === word.toLowerCase());
      if (wanted !== undefined) return explained(turn, wanted);
      return word.toLowerCase() === 'all' ? allCommands(turn, table) : shortHelp(deps, turn, table, 'help');
    },
  });
  return help;
}

/** What Rootdesk is for, with the next step and a few buttons. */
export async function shortHelp(
  deps: HelpUses,
  { texts, place, caller }: AskedBy,
  table: readonly Command[],
  of: 'help' | 'hello' | 'unknown',
): Promise<Drawn> {
  const waiting = of === 'unknown' ? 0 : await waitingFor(deps, place, caller.person.id);
  const isLinked = await isLinkedChannel(deps, place);
  return helpCard(texts, {
    of,
    place: isLinked ? 'linked' : helpPlace(place),
    waiting,
    commands: commandHelp(texts, table, place),
  });
}

/** Requests that wait for the reader, whom their own chat alone tells of them; help comes whatever storage and directory do. */
export async function waitingFor(
  { rights, log }: Uses<'rights' | 'log'>,
  place: Place,
  personId: string,
): Promise<number> {
  if (place.kind !== 'personal') return 0;
  try {
    return await rights.waitingFor(personId);
  } catch (error) {
    log.warn({ err: error }, 'help was given without knowing what waits for the reader');
    return 0;
  }
}

/** Help comes whatever the storage does. */
async function isLinkedChannel({ channels, log }: HelpUses, place: Place): Promise<boolean> {
  if (place.kind !== 'channel') return false;
  try {
    return ((await channels.channel(place.channelId))?.roles.length ?? 0) > 0;
  } catch (error) {
    log.warn({ err: error }, 'help was given without knowing whether the channel is linked');
    return false;
  }
}

/** The first message after the installation. */
export function greeting(
  { texts, place }: Asked,
  table: readonly Command[],
  { addedBy, waiting = 0 }: { readonly addedBy?: string | undefined; readonly waiting?: number },
): Drawn {
  return helpCard(texts, {
    of: 'added',
    place: helpPlace(place),
    addedBy,
    waiting,
    commands: commandHelp(texts, table, place),
  });
}

function allCommands({ texts, place }: Asked, table: readonly Command[]): Drawn {
  return helpCard(texts, { of: 'all', place: helpPlace(place), commands: commandHelp(texts, table, place) });
}

/** How one command is written. */
function explained({ texts, place }: Asked, wanted: Command): Drawn {
  const { name, example, variants = [] } = wanted;
  const where: readonly string[] = COMMAND_RIGHTS[name].where;
  const isPersonal = where.includes('personal');
  const parts = wanted.arguments(texts).map(({ label, meaning }) => ({ usage: label, description: meaning }));
  return commandCard(texts, {
    name,
    usage: wanted.fullUsage(texts),
    description: texts.commands[name],
    parts: [...parts, ...variants.map((variant) => texts.variants[variant])],
    example: example === name ? '' : example,
    place: where.length > 1 ? 'both' : isPersonal ? 'personal' : 'channel',
    canRequest: name === 'request' && place.kind === 'personal',
    isInChannel: place.kind === 'channel',
  });
}

function helpPlace(place: Place): 'personal' | 'channel' {
  return place.kind === 'personal' ? 'personal' : 'channel';
}

/** In the chat all commands, so that people learn of `link`; in a channel those that work there, in every form. */
function commandHelp(texts: Texts, table: readonly Command[], place: Place): readonly CommandHelp[] {
  const helpOf = (each: Command): CommandHelp => ({
    usage: each.usage(texts),
    description: texts.commands[each.name],
  });
  if (helpPlace(place) === 'personal') return table.map(helpOf);
  return table
    .filter(({ name }) => COMMAND_RIGHTS[name].where.some((kind) => kind === 'channel'))
    .flatMap((each) => [helpOf(each), ...(each.variants ?? []).map((variant) => texts.variants[variant])]);
}

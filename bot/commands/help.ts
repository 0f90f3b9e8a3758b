import { closest, distance } from 'fastest-levenshtein';
import { helpCard, type CommandHelp, type Drawn, type Texts } from '../../cards/index.ts';
import type { Place } from '../../src/rights/caller.ts';
import { COMMAND_RIGHTS } from '../../src/rights/operations.ts';
import type { Turn } from '../turn/turn.ts';
import { command, type Command } from './command.ts';

/** More changes than this are another word, not a slip of the finger. */
const SLIPS_MOST = 3;

/** Makes `help`, which tells of the other commands and of itself. */
export function createHelp(others: readonly Command[]): Command {
  const help: Command = command({
    name: 'help',
    takes: {},
    run: async (_, { texts, place }) => drawHelp(texts, [...others, help], place),
  });
  return help;
}

export function drawHelp(texts: Texts, table: readonly Command[], place: Place): Drawn {
  return helpCard(texts, { place: helpPlace(place), commands: commandHelp(texts, table, place) });
}

/** Help for words that are no command, with the command that they are closest to. */
export function notUnderstood(
  { texts, place }: Pick<Turn, 'texts' | 'place'>,
  table: readonly Command[],
  word: string,
): Drawn {
  const names = table.map(({ name }) => name);
  const nearest = closest(word, names);
  const isNear = distance(word, nearest) <= Math.min(SLIPS_MOST, nearest.length - 2);
  return helpCard(texts, {
    place: helpPlace(place),
    commands: commandHelp(texts, table, place),
    notUnderstood: true,
    didYouMean: isNear ? nearest : undefined,
  });
}

/** The first message after the installation. */
export function greeting(texts: Texts, table: readonly Command[], place: Place): Drawn {
  return helpCard(texts, {
    place: helpPlace(place),
    commands: commandHelp(texts, table, place),
    greeting: true,
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

import { closest, distance } from 'fastest-levenshtein';
import { helpCard, type CommandHelp, type Drawn } from '../../cards/index.ts';
import type { Place } from '../../src/rights/caller.ts';
import { COMMAND_RIGHTS } from '../../src/rights/operations.ts';
import { command, type Command } from './command.ts';

/** More changes than this are another word, not a slip of the finger. */
const SLIPS_MOST = 3;

/** Makes `help`, which tells of the other commands and of itself. */
export function createHelp(others: readonly Command[]): Command {
  const help: Command = command({
    name: 'help',
    description: 'Show what Rootdesk can do.',
    takes: {},
    run: async (_, { place }) => drawHelp([...others, help], place),
  });
  return help;
}

export function drawHelp(table: readonly Command[], place: Place): Drawn {
  return helpCard({ place: helpPlace(place), commands: commandHelp(table, place) });
}

/** Help for words that are no command, with the command that they are closest to. */
export function notUnderstood(table: readonly Command[], place: Place, word: string): Drawn {
  const names = table.map(({ name }) => name);
  const nearest = closest(word, names);
  const isNear = distance(word, nearest) <= Math.min(SLIPS_MOST, nearest.length - 2);
  return helpCard({
    place: helpPlace(place),
    commands: commandHelp(table, place),
    notUnderstood: true,
    didYouMean: isNear ? nearest : undefined,
  });
}

/** The first message after the installation. */
export function greeting(table: readonly Command[], place: Place): Drawn {
  return helpCard({ place: helpPlace(place), commands: commandHelp(table, place), greeting: true });
}

function helpPlace(place: Place): 'personal' | 'channel' {
  return place.kind === 'personal' ? 'personal' : 'channel';
}

/** In the chat all commands, so that people learn of `link`; in a channel those that work there, in every form. */
function commandHelp(table: readonly Command[], place: Place): readonly CommandHelp[] {
  if (helpPlace(place) === 'personal') return table.map(({ usage, description }) => ({ usage, description }));
  return table
    .filter(({ name }) => COMMAND_RIGHTS[name].where.some((kind) => kind === 'channel'))
    .flatMap(({ usage, description, variants }) => [{ usage, description }, ...(variants ?? [])]);
}

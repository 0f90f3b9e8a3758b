import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { english } from '../../cards/index.ts';
import type { Command } from '../../bot/commands/command.ts';
import { COMMAND_RIGHTS } from '../../src/rights/operations.ts';

const Fields = z.record(z.string(), z.unknown());
const Bots = z.tuple([Fields]);

/** The Teams manifest with the lists of commands that Teams offers, each command where it works. */
export async function withCommandLists(
  manifest: string,
  commands: readonly Command[],
  path: string,
): Promise<string> {
  const fields = Fields.parse(JSON.parse(manifest));
  const [bot] = Bots.parse(fields['bots']);
  const commandLists = [
    { scopes: ['personal'], commands: offeredIn(commands, 'personal') },
    { scopes: ['team'], commands: offeredIn(commands, 'channel') },
  ];
  // In the place of the old ones, so that all else stays where it stands.
  const whole = { ...fields, bots: [{ ...bot, commandLists }] };
  return format(JSON.stringify(whole, undefined, 2), { ...(await resolveConfig(path)), filepath: path });
}

function offeredIn(
  commands: readonly Command[],
  place: 'personal' | 'channel',
): readonly { readonly title: string; readonly description: string }[] {
  return commands
    .filter(({ name }) => COMMAND_RIGHTS[name].where.some((kind) => kind === place))
    .map(({ name }) => ({ title: name, description: english.commands[name] }));
}

import { noteCard, type CommandHelp } from '../../cards/index.ts';
import type { CommandName } from '../../src/rights/operations.ts';
import type { BotDeps } from '../turn/bot-deps.ts';
import type { Said, Turn } from '../turn/turn.ts';
import { readArguments, type Argument, type ArgumentHelp, type ArgumentsFor } from './argument.ts';

interface Described {
  readonly name: CommandName;
  /** Other words for it, which help does not name. */
  readonly alsoCalled?: readonly string[];
  /** One sentence, at most 128 characters (the manifest's limit). */
  readonly description: string;
  /** Further ways to write it, with what they do. */
  readonly variants?: readonly CommandHelp[];
}

interface CommandDescription<Values extends object> extends Described {
  readonly takes: ArgumentsFor<Values>;
  /** Does it. Says by the type of `deps` what it uses. */
  readonly run: (deps: BotDeps, turn: Turn, values: Values) => Promise<Said>;
}

/**
 * A command that people write, made of one description. Usage, help, the closest match for words that are none, the app manifest
 * and docs/chat-commands.md come from it.
 */
export interface Command extends Described {
  /** As help shows it: `bind <alias> <account id>`. */
  readonly usage: string;
  /** With every argument: `bind <alias> <account id> [account name]`. */
  readonly fullUsage: string;
  /** As somebody would write it, without what may be left out. */
  readonly example: string;
  readonly arguments: readonly ArgumentHelp[];
  /** Reads the words after the name and does it, or says what is missing or wrong. */
  answer(deps: BotDeps, turn: Turn, words: readonly string[]): Promise<Said>;
}

export function command<Values extends object>(description: CommandDescription<Values>): Command {
  const { takes, run, ...described } = description;
  const { name } = described;
  const all = Object.values<Argument<unknown>>(takes);
  const written = (deps: readonly (string | undefined)[]): string =>
    [name, ...deps.filter((part) => part !== undefined)].join(' ');
  const fullUsage = written(all.map(({ label }) => label));
  const example = written(all.map((argument) => argument.example));
  return {
    ...described,
    usage: written(all.filter(({ isMinor }) => isMinor !== true).map(({ label }) => label)),
    fullUsage,
    example,
    arguments: all,
    async answer(deps, turn, words) {
      const reading = readArguments(takes, { words, mentioned: turn.mentioned });
      if (reading === 'absent') {
        return noteCard('Something is missing', `Write \`${fullUsage}\`, for instance \`${example}\`.`);
      }
      return 'fault' in reading ? reading.fault : run(deps, turn, reading.value);
    },
  };
}

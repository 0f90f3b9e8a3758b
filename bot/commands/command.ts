import { joined, plain, type CardText, type Texts } from '../../cards/index.ts';
import type { CommandName } from '../../src/rights/operations.ts';
import type { BotDeps } from '../turn/bot-deps.ts';
import { drawAliasList } from '../turn/draw-alias-list.ts';
import type { Said, Turn } from '../turn/turn.ts';
import { ALIAS, readArguments, type Argument, type ArgumentHelp, type ArgumentsFor } from './argument.ts';

interface Described {
  readonly name: CommandName;
  /** Further ways to write it, of which help tells as well. */
  readonly variants?: readonly (keyof Texts['variants'])[];
}

interface CommandDescription<Values extends object> extends Described {
  readonly takes: ArgumentsFor<Values>;
  /** Does it. Says by the type of `deps` what it uses. */
  readonly run: (deps: BotDeps, turn: Turn, values: Values) => Promise<Said>;
  /** Asks for what is missing, in a form; left out where nothing but an alias can be missing, which is chosen from a list. */
  readonly ask?: (deps: BotDeps, turn: Turn, words: readonly string[]) => Promise<Said>;
}

/**
 * A command that people write, made of one description. Usage, help, the app manifest
 * and docs/chat-commands.md come from it.
 */
export interface Command extends Described {
  /** As help shows it: `bind <alias> <account id>`. */
  usage(texts: Texts): CardText;
  /** With every argument: `bind <alias> <account id> [account name]`. */
  fullUsage(texts: Texts): CardText;
  /** As somebody would write it, without what may be left out. */
  readonly example: string;
  arguments(texts: Texts): readonly ArgumentHelp[];
  /** Reads the words after the name and does it, or says what is missing or wrong. */
  answer(deps: BotDeps, turn: Turn, words: readonly string[]): Promise<Said>;
}

export function command<Values extends object>(description: CommandDescription<Values>): Command {
  const { takes, run, ask, ...described } = description;
  const { name } = described;
  const all = Object.values<Argument<unknown>>(takes);
  const example = [name, ...all.flatMap((argument) => argument.example ?? [])].join(' ');
  const usageOf = (texts: Texts, shown: readonly Argument<unknown>[]): CardText =>
    joined([plain(name, 40), ...shown.map((argument) => argument.told(texts).label)], ' ');
  return {
    ...described,
    usage: (texts) =>
      usageOf(
        texts,
        all.filter(({ isMinor }) => isMinor !== true),
      ),
    fullUsage: (texts) => usageOf(texts, all),
    example,
    arguments: (texts) => all.map((argument) => argument.told(texts)),
    async answer(deps, turn, words) {
      const { texts, mentioned } = turn;
      const reading = readArguments(takes, { words, texts, mentioned });
      if (reading === 'absent') {
        const usage = usageOf(texts, all);
        const isAboutAlias = words.length === 0 && all[0] === ALIAS;
        if (isAboutAlias) return undone(await drawAliasList(deps, turn, 0, { command: name, usage }));
        if (ask === undefined) throw new TypeError(`nobody asks for what ${name} lacks`);
        return undone(await ask(deps, turn, words));
      }
      return 'fault' in reading ? undone(reading.fault) : run(deps, turn, reading.value);
    },
  };
}

function undone(said: Said): Said {
  return { ...said, isUndone: true };
}

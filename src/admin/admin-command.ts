import { Option, type Command } from 'commander';
import type { Installation } from './admin-context.ts';
import type { CommandOutput } from './command-output.ts';

/** 0 done, 1 not done or something is left to do, 2 not understood. */
export type ExitCode = 0 | 1 | 2;

/** What every command is given. */
export interface CommandDeps extends Installation {
  readonly io: CommandOutput;
}

/** An administrators' command. Its help, and what its options may be, come from the description of each option. */
interface Description<Optional extends string, Required extends string> {
  readonly name: string;
  readonly does: string;
  /** What is written after the name, as `<file>`, `[alias]` or `[ids...]`. */
  readonly takes?: Readonly<Record<string, string>>;
  /** By how they are written: `--apply`, `--alias <address>`. */
  readonly options?: Readonly<Record<Optional, string>>;
  /** Options without which it is not understood. */
  readonly needs?: Readonly<Record<Required, string>>;
  /** What is below the options in the help. */
  readonly more?: string;
  /** @returns what the program ends with where it is not 0 */
  readonly run: (
    deps: CommandDeps,
    options: OptionsOf<Optional> & Values<Required>,
    taken: readonly string[],
  ) => Promise<ExitCode | void>;
}

type OptionsOf<Flags extends string> = Partial<Values<Flags>>;
type Values<Flags extends string> = {
  readonly [Each in Flags as NameOf<Each>]: Each extends `${string} <${string}...>`
    ? readonly string[]
    : Each extends `${string} <${string}>`
      ? string
      : boolean;
};
type NameOf<Flag extends string> = Flag extends
  `--no-${infer Name}` | `--${infer Name} <${string}` | `--${infer Name}`
  ? Camel<Name>
  : never;
type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

/** Adds the command to the program; `end` takes what it ends with. */
export type AdminCommand = (program: Command, deps: CommandDeps, end: (code: ExitCode) => void) => void;

/** A command made of its description. */
export function adminCommand<Optional extends string = never, Required extends string = never>(
  description: Description<Optional, Required>,
): AdminCommand {
  const { name, does, takes = {}, options = {}, needs = {}, more, run } = description;
  return (program, deps, end) => {
    const command = program.command(name).description(does);
    for (const [argument, words] of Object.entries<string>(takes)) command.argument(argument, words);
    for (const [flags, words] of Object.entries<string>(options)) command.option(flags, words);
    for (const [flags, words] of Object.entries<string>(needs)) {
      command.addOption(new Option(flags, words).makeOptionMandatory());
    }
    if (more !== undefined) command.addHelpText('after', `\n${more}`);
    command.action(async () => {
      end((await run(deps, command.opts<OptionsOf<Optional> & Values<Required>>(), command.args)) ?? 0);
    });
  };
}

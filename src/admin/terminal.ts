import type { Config } from '../config.ts';
import { failureText } from '../shared/in-words.ts';
import { createInstallation } from './admin-context.ts';
import { runCommandLine } from './command-line.ts';
import { AdminFault, type CommandOutput } from './command-output.ts';
import { whyNot } from './files/why-not.ts';

/** Runs the command that this process was started for, on its terminal. */
export async function runOnTerminal(config: () => Config): Promise<void> {
  const args = process.argv.slice(2);
  const json = args.includes('--json');
  const io = openTerminal(json);
  sayWhenStopped(io, json);
  process.exitCode = await runCommandLine(args, io, createInstallation(config));
}

/** Ends the program in peace when a reader has seen enough, such as `head`, and in words where a disk is full. */
function openTerminal(json: boolean): CommandOutput {
  const err = (text: string): unknown => process.stderr.write(text);
  process.stdout.on('error', (cause) => {
    if ('code' in cause && cause.code === 'EPIPE') process.exit();
    const fault = new AdminFault(
      'unwritable-output',
      `What the command says cannot be written: ${whyNot(cause)}.`,
      'Look at where its output goes. What the command changed in the table stays changed.',
      { cause },
    );
    err(failureText(fault, json));
    process.exit(1);
  });
  // Whoever closed it does not want to read it.
  process.stderr.on('error', () => undefined);
  return { out: (text) => process.stdout.write(text), err, progress: process.stderr.isTTY };
}

/** Says what it means that a command is stopped (Ctrl-C), and lets it be stopped. */
function sayWhenStopped({ err }: Pick<CommandOutput, 'err'>, json: boolean): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      const fault = new AdminFault(
        'stopped',
        'The command was stopped before it was done. What it had written into the table stays.',
        'Run it again: it goes on, and does nothing twice.',
      );
      err(failureText(fault, json));
      // Nobody listens any more, so that whoever started the command sees that it was stopped.
      process.kill(process.pid, signal);
    });
  }
}

import type { CommandOutput } from './command-output.ts';

/** The command's terminal. Ends the program in peace when a reader has seen enough, such as `head`. */
export function standardOutput(): CommandOutput {
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit();
    throw error;
  });
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    progress: process.stderr.isTTY,
  };
}

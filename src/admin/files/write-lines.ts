import { open } from 'node:fs/promises';
import { AdminFault, type CommandOutput } from '../command-output.ts';

/**
 * Writes lines, each with its line end, to standard output or into a new file.
 * @throws {AdminFault} where there is such a file already: what was exported once is left alone
 */
export async function writeLines(
  lines: AsyncIterable<string>,
  path: string | undefined,
  io: CommandOutput,
): Promise<void> {
  if (path === undefined) {
    for await (const line of lines) io.out(line);
    return;
  }
  const file = await open(path, 'wx').catch((cause: unknown) => {
    throw new AdminFault('unwritable-file', `${path} cannot be written.`, 'Choose a new file.', { cause });
  });
  try {
    let count = 0;
    for await (const line of lines) {
      await file.write(line);
      count += 1;
    }
    io.err(`${path}: ${count} ${count === 1 ? 'line' : 'lines'}.\n`);
  } finally {
    await file.close();
  }
}

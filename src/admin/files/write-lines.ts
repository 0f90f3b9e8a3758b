import type { CommandOutput } from '../command-output.ts';
import { withNewFile } from './new-file.ts';

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
  const count = await withNewFile(path, async (file) => {
    let written = 0;
    for await (const line of lines) {
      await file.write(line);
      written += 1;
    }
    return written;
  });
  io.err(`${path}: ${count} ${count === 1 ? 'line' : 'lines'}.\n`);
}

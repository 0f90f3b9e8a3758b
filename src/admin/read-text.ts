import { readFile } from 'node:fs/promises';
import { AdminFault } from './command-output.ts';

/** A file's text. @throws {AdminFault} */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new AdminFault(
      'unreadable-file',
      `${path} cannot be read.`,
      'Check the path and the permissions.',
      {
        cause,
      },
    );
  }
}

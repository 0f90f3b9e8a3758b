import { access, link, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { unwritable } from './file-trouble.ts';

/**
 * Writes a new file, which gets its name when it is whole: one that was cut short must not pass for all there is.
 * @throws {AdminFault} unwritable-file: it is there already, or cannot be written to its end
 */
export async function withNewFile<T>(path: string, write: (file: FileHandle) => Promise<T>): Promise<T> {
  const part = `${path}.${process.pid}.part`;
  try {
    await refuseWhatIsThere(path);
    const file = await open(part, 'w');
    try {
      const written = await write(file);
      await file.sync();
      await file.close();
      await giveName(part, path);
      return written;
    } finally {
      await file.close();
      await rm(part, { force: true });
    }
  } catch (error) {
    throw isOfFiles(error) ? unwritable(path, error) : error;
  }
}

async function refuseWhatIsThere(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw alreadyThere();
}

function alreadyThere(): Error {
  return Object.assign(new Error('it is there already'), { code: 'EEXIST', syscall: 'open' });
}

/** Not over a file that came meanwhile; where the disk knows no links, only one that was there before is seen. */
async function giveName(part: string, path: string): Promise<void> {
  try {
    await link(part, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    await refuseWhatIsThere(path);
    await rename(part, path);
  }
}

/** What was to be written may fail, too: that has an error of its own. */
function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

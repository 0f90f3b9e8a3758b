import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The file of the stand's key, in its folder. */
export const API_KEY_FILE = 'api-key';

/** The stand's key for the API: made once for a state, so that what was tried yesterday works today. */
export async function standApiKey(folder: string): Promise<string> {
  const file = join(folder, API_KEY_FILE);
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

export function sha256Of(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex');
}

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Whether a browser can be opened from here. On Linux the Playground starts `xdg-open`, and ends where there is none (measured with
 * 0.2.28); macOS and Windows bring theirs.
 * @param path the folders of commands, as in the variable PATH
 */
export function canOpenBrowser(platform: NodeJS.Platform, path: string): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return path.split(delimiter).some((folder) => folder !== '' && isExecutable(join(folder, 'xdg-open')));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

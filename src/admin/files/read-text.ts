import { readFile } from 'node:fs/promises';
import { AdminFault } from '../command-output.ts';
import { unreadable } from './file-trouble.ts';

/** @throws {AdminFault} unreadable-file */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/**
 * A file's text, without byte order mark: UTF-8, or the UTF-16 that `>` writes in Windows PowerShell 5.1
 * (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_character_encoding).
 * Text of any other encoding is refused: guessed letters would be stored for good.
 *
 * @throws {AdminFault}
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  // What cannot be decoded becomes U+FFFD; one in the file itself is what is left of a letter that was lost before.
  const lost = text.search(/[\uFFFD\0]/);
  if (lost < 0) return text;
  const line = text.slice(0, lost).split(/\r\n|\r|\n/).length;
  throw new AdminFault(
    'broken-text',
    `${path} is not whole ${encoding.toUpperCase()} text: line ${line} holds letters that cannot be read. Nothing was taken from it.`,
    [
      'Write it again as UTF-8: editors ask for the encoding when saving, spreadsheets call the format "CSV UTF-8".',
      'A list of AWS accounts is UTF-8 when the AWS CLI runs in AWS CloudShell, on Linux or on macOS.',
    ].join('\n'),
  );
}

/** By the byte order mark; without one, by the zero byte that every ASCII letter has in UTF-16. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/** What the operating system says, in words that end a sentence. */
const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not',
  EEXIST: 'it is there already, and is left as it is',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'no space is left on the disk',
  ENOTDIR: 'a part of the path is no folder',
  EPERM: 'this user may not',
  EROFS: 'the disk can only be read',
};

/** Why something could not be done with a file: the words for the error, or else its code. */
export function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return WORDS[code] ?? (code === '' ? 'the reason is unknown' : code);
}

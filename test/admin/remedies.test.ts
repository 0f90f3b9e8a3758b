import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../bot/commands/commands.ts';
import { runCommandLine } from '../../src/admin/command-line.ts';
import { ADMIN_RIGHTS } from '../../src/rights/operations.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CHAT = new Set<string>(COMMANDS.map(({ name }) => name));
const ADMIN = new Set(Object.keys(ADMIN_RIGHTS));
/** Other programs, and what follows the name of a command. */
const OTHERS = new Set(['az', 'terraform', 'npm', 'rootdesk', 'aws', 'here', 'all']);

interface Named {
  readonly file: string;
  readonly words: string;
}

async function sources(...folders: readonly string[]): Promise<readonly { file: string; text: string }[]> {
  const each = folders.map(async (folder) => {
    const names = (await readdir(join(ROOT, folder), { recursive: true })).filter((name) =>
      name.endsWith('.ts'),
    );
    return Promise.all(
      names.map(async (name) => {
        const file = join(folder, name);
        // Comments say nothing to people.
        const text = (await readFile(join(ROOT, file), 'utf8'))
          .replaceAll(/\/\*[\s\S]*?\*\//g, '')
          .replaceAll(/^\s*\/\/.*$/gm, '');
        return { file, text };
      }),
    );
  });
  return (await Promise.all(each)).flat();
}

const PATTERNS = {
  /** In a string between quotation marks: `write ``link`` there`. */
  quoted: /'[^'\n]*'/g,
  command: /`([a-z][a-z-]*)(?: ([^`']*))?`/g,
  /** In a sentence of the command line: verify --fix takes them out. */
  withOption:
    /(?<![\w-])([a-z][a-z-]+)((?: [A-Z]+(?:\.\.\.)?)* --[a-z][a-z-]*(?:(?: [A-Z]+(?:\.\.\.)?)? --[a-z][a-z-]*)*)/g,
};

async function optionsOf(command: string): Promise<ReadonlySet<string>> {
  let help = '';
  const out = (text: string): void => void (help += text);
  const never = (): never => {
    throw new Error('help needs no configuration');
  };
  await runCommandLine(
    [command, '--help'],
    { out, err: out, progress: false },
    { config: never, open: never },
  );
  return new Set(help.match(/--[a-z][a-z-]*/g));
}

describe('what remedies tell people to do', () => {
  it('is a command that chat or command line has, wherever a sentence names one', async () => {
    const named: Named[] = (await sources('src', 'bot', 'cards')).flatMap(({ file, text }) =>
      (text.match(PATTERNS.quoted) ?? []).flatMap((literal) =>
        [...literal.matchAll(PATTERNS.command)].map(([, words = '']) => ({ file, words })),
      ),
    );
    expect(named.length).toBeGreaterThan(40);
    const unknown = named.filter(({ words }) => !CHAT.has(words) && !ADMIN.has(words) && !OTHERS.has(words));
    expect(unknown).toEqual([]);
  });

  it('is an option that the command has, wherever a sentence of the command line names one', async () => {
    const calls = (await sources('src/admin')).flatMap(({ file, text }) =>
      [...text.matchAll(PATTERNS.withOption)].map(([, command = '', options = '']) => ({
        file,
        command,
        options: options.match(/--[a-z][a-z-]*/g) ?? [],
      })),
    );
    const ours = calls.filter(({ command }) => ADMIN.has(command));
    expect(ours.length).toBeGreaterThan(15);
    for (const { file, command, options } of ours) {
      const known = await optionsOf(command);
      expect([file, command, options.filter((option) => !known.has(option))]).toEqual([file, command, []]);
    }
  });
});

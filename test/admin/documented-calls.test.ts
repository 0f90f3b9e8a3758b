import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { runCommandLine } from '../../src/admin/command-line.ts';
import { createMemoryContext } from './memory-context.ts';

const ROOT = new URL('../../', import.meta.url);
const GUID = '00000000-0000-4000-8000-00000000000a';

/** How people call the command line, on their machine and in a container. */
const CALL =
  /^(?:\$ )?(?:npm run (?:-s )?(?:local:)?admin -- |rootdesk |node (?:--env-file=\S+ )?src\/admin\/main\.ts )([a-z-]+\b.*)/;

interface DocumentedCall {
  readonly page: string;
  readonly call: string;
  readonly args: readonly string[];
}

async function documentedCalls(): Promise<readonly DocumentedCall[]> {
  const docs = (await readdir(new URL('docs/', ROOT), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`);
  const pages = ['README.md', 'CONTRIBUTING.md', 'infra/README.md', 'appPackage/README.md', ...docs];
  const texts = await Promise.all(
    pages.map(async (page) => ({ page, text: await readFile(new URL(page, ROOT), 'utf8') })),
  );
  return texts.flatMap(({ page, text }) =>
    codeIn(text).flatMap((call): DocumentedCall[] => {
      const [, rest] = CALL.exec(call) ?? [];
      return rest === undefined ? [] : [{ page, call, args: rest.trim().split(/\s+/) }];
    }),
  );
}

/** Lines of code blocks and pieces of code in sentences. */
function codeIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^ *```.*\n([\s\S]*?)^ *```/gm)].flatMap(([, block = '']) =>
    block.split('\n').map((line) => line.trim()),
  );
  const spans = text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/`([^`\n]+)`/g);
  return [...blocks, ...[...spans].map(([, span = '']) => span)];
}

const calls = await documentedCalls();

describe('commands in the documentation', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-calls-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function run(args: readonly string[]) {
    let printed = '';
    const out = (text: string): void => {
      printed += text;
    };
    const exitCode = await runCommandLine(
      args,
      { out, err: out, progress: false },
      {
        config: () => readConfig({}),
        open: async () => createMemoryContext(),
      },
    );
    return { exitCode, printed };
  }

  /** What stands for a file is one of this test's, what stands for an id becomes one. */
  function withValues(args: readonly string[]): readonly string[] {
    return args.map((arg) =>
      /\.(?:csv|json|jsonl|ps1)$/.test(arg) ? join(folder, arg) : /^(?:…|\$\w+)$/.test(arg) ? GUID : arg,
    );
  }

  it('stand on the pages for those who install and run it', () => {
    for (const page of ['docs/install.md', 'docs/operations.md', 'docs/cli.md', 'infra/README.md']) {
      expect(calls.filter((each) => each.page === page)).not.toEqual([]);
    }
  });

  it.each(calls.map(({ page, call, args }) => [page, call, args] as const))(
    '%s: %s',
    async (_page, _call, [command = '', ...options]) => {
      const { printed } = await run([command, '--help']);
      expect(printed).toMatch(new RegExp(`(?:Usage: rootdesk|npm run -s admin --) ${command}\\b`));
      if (options.length === 0) return;
      const { exitCode } = await run([command, ...withValues(options)]);
      // 2 is: not understood. Without files and rows some of them find nothing to do, which is 1.
      expect(exitCode).not.toBe(2);
    },
  );

  it('would be missed if they named what is not there', async () => {
    expect((await run(['replay', '--sideways'])).exitCode).toBe(2);
    expect((await run(['explode', '--help'])).printed).not.toContain('explode');
  });
});

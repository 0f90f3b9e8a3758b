import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AdminContext } from '../../../src/admin/admin-context.ts';
import { runCommandLine } from '../../../src/admin/command-line.ts';
import { readConfig } from '../../../src/config.ts';
import { added, allottedAlias, freeAlias } from '../../fakes/aliases.ts';
import { createMemoryContext } from '../memory-context.ts';

let folder: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  folder = await mkdtemp(join(tmpdir(), 'rootdesk-running-'));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

/** Runs a command to its end, however long it waits. */
async function run(context: AdminContext, ...args: readonly string[]) {
  const written = { out: '', err: '' };
  const io = {
    out: (text: string) => void (written.out += text),
    err: (text: string) => void (written.err += text),
    progress: false,
  };
  const over = new AbortController();
  const ran = runCommandLine(args, io, { config: () => readConfig({}), open: async () => context }).finally(
    () => {
      over.abort();
    },
  );
  while (!over.signal.aborted) {
    await vi.advanceTimersByTimeAsync(500);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return { exitCode: await ran, ...written };
}

it('a backup is not mixed into a table on which Rootdesk runs', async () => {
  const context = createMemoryContext();
  await added(context.register, allottedAlias(freeAlias()));
  const file = join(folder, 'backup.jsonl');
  expect(await run(context, 'backup', '--out', file)).toMatchObject({ exitCode: 0 });

  let renewals = 0;
  const running: AdminContext = {
    ...context,
    lease: {
      async load() {
        renewals += 1;
        return { owner: 'a-copy', epoch: 1, renewals, expiresAt: new Date(0), version: String(renewals) };
      },
    },
  };
  const before = await context.table.range('root', '', '~~');
  expect(await run(running, 'restore', file, '--merge')).toMatchObject({
    exitCode: 1,
    out: '',
    err: expect.stringMatching(
      /^Rootdesk is running on this table\. Nothing was changed\.\n {2}Stop it first/,
    ),
  });
  expect(await context.table.range('root', '', '~~')).toEqual(before);
  expect(await run(context, 'restore', file, '--merge')).toMatchObject({ exitCode: 0 });
});

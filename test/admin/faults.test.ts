import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/admin/command-line.ts';
import type { Config } from '../../src/config.ts';
import type { ADMIN_RIGHTS } from '../../src/rights/operations.ts';
import { RegisterUnavailable } from '../../src/store/unavailable.ts';
import { standConfig } from '../../local/stand-config.ts';
import { added, allottedAlias, freeAlias } from '../fakes/aliases.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';
import { createMemoryContext } from './memory-context.ts';

const ALIAS = allottedAlias(freeAlias('3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c0001'));
const ACCOUNT = '999988887777';
const CONTAINER = ['--in', 'http://127.0.0.1:1/backups'];

/** How a command is called: what it reads goes in place of FILE, what it writes in place of NEW. */
interface Call {
  readonly args: readonly string[];
  /** What FILE says when all is well; undefined: it reads none. */
  readonly file?: string;
  /** Nothing of the table is asked. */
  readonly needsTable?: false;
}

const CALLS: Readonly<Record<keyof typeof ADMIN_RIGHTS, Call>> = {
  plan: {
    args: ['--mailboxes', '1', '--aliases', '1', '--domain', 'company.com', '--out', 'NEW'],
    needsTable: false,
  },
  // It tries everything, and tells of a fault as of a finding.
  doctor: { args: [], needsTable: false },
  import: { args: ['FILE'], file: 'alias,root_mailbox\naws_9@company.com,root-01@company.com\n' },
  verify: { args: ['--mailbox', 'root-01@company.com'] },
  adopt: {
    args: ['FILE', '--apply'],
    file: JSON.stringify({
      Accounts: [{ Id: ACCOUNT, Email: ALIAS.address, Name: 'shop', Status: 'ACTIVE' }],
    }),
  },
  free: { args: ['--held'] },
  assign: { args: ['FILE', '--apply'], file: `alias,owner\n${ALIAS.address},nobody@company.com\n` },
  find: { args: ['aws'] },
  show: { args: [ALIAS.address] },
  bind: { args: [ALIAS.address, ACCOUNT, '--reason', 'why'] },
  transfer: { args: [ALIAS.address, 'nobody@company.com', '--reason', 'why'] },
  release: { args: [ALIAS.address, '--reason', 'why'] },
  backup: { args: ['--out', 'NEW'] },
  restore: { args: ['FILE'], file: 'not a backup' },
  store: { args: ['FILE', ...CONTAINER], file: 'anything', needsTable: false },
  purge: { args: ['--older-than', '400'] },
  export: { args: ['--out', 'NEW'] },
  pool: { args: [] },
  audit: { args: ['--out', 'NEW'] },
  'reveal-log': { args: ['--out', 'NEW'] },
  replay: { args: ['--dead'] },
  reindex: { args: [] },
};
const ALL = Object.entries(CALLS).map(([command, call]) => ({ command, ...call }));
const READERS = ALL.filter(({ file }) => file !== undefined);
const WRITERS = ALL.filter(({ args }) => args.includes('NEW'));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rootdesk-faults-'));
  await mkdir(join(folder, 'a-folder'));
  await writeFile(join(folder, 'empty'), '');
  await writeFile(join(folder, 'half-a-letter'), Buffer.from('\uFEFFalias\nx', 'utf16le').subarray(0, 15));
  await writeFile(join(folder, 'zip'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
});
afterAll(() => rm(folder, { recursive: true }));

/**
 * Runs a command on a small register.
 * @param operations of the table until it goes away
 */
async function run(
  { command, args }: { readonly command: string; readonly args: readonly string[] },
  files: { readonly read?: string; readonly written?: string },
  operations = Number.POSITIVE_INFINITY,
) {
  let left = Number.POSITIVE_INFINITY;
  const table = createMemoryTable(async () => {
    if ((left -= 1) < 0) throw new RegisterUnavailable('reading a row');
  });
  const context = createMemoryContext(table);
  await added(context.register, ALIAS);
  left = operations;
  const written = { out: '', err: '' };
  const io = {
    out: (text: string) => void (written.out += text),
    err: (text: string) => void (written.err += text),
    progress: false,
  };
  const config = (): Config =>
    standConfig({
      port: 0,
      tableConnectionString: 'UseDevelopmentStorage=true',
      graphUrl: 'http://127.0.0.1:1',
      tokenUrl: 'http://127.0.0.1:1/token',
      apiKeySha256: '',
    });
  const places: Readonly<Record<string, string>> = {
    FILE: join(folder, files.read ?? 'none'),
    NEW: join(folder, files.written ?? 'new'),
  };
  const exitCode = await runCommandLine([command, ...args.map((arg) => places[arg] ?? arg)], io, {
    config,
    open: async () => context,
  });
  return { exitCode, ...written };
}

/** A sentence that says what happened, and below it what to do; the same as JSON where JSON is wanted. */
async function saysWhatToDo(
  call: { readonly command: string; readonly args: readonly string[] },
  ...where: Parameters<typeof run> extends [unknown, ...infer Rest] ? Rest : never
): Promise<string> {
  const ran = await run(call, ...where);
  expect(ran).toMatchObject({ exitCode: 1, out: '' });
  expect(ran.err).toMatch(/^\S.*\.\n(?: {2}\S.*\n)+$/);
  expect(ran.err).not.toMatch(/did not foresee|^\s+at /m);
  const asJson = await run({ ...call, args: [...call.args, '--json'] }, ...where);
  if (call.command === 'store') return ran.err;
  expect(asJson).toMatchObject({ exitCode: 1, out: '' });
  expect(JSON.parse(asJson.err)).toEqual({
    error: ran.err.split('\n')[0],
    code: expect.stringMatching(/^[a-z-]+$/),
    remedy: expect.stringMatching(/\S/),
  });
  return ran.err;
}

describe.each(READERS)('$command, of a file', (call) => {
  it.each([
    ['that is not there', 'nowhere', 'cannot be read: there is no such file or folder.'],
    ['that is a folder', 'a-folder', 'cannot be read: it is a folder.'],
  ])('%s', async (_, name, words) => {
    expect(await saysWhatToDo(call, { read: name })).toContain(`${join(folder, name)} ${words}`);
  });
});

// What is stored may be anything.
describe.each(READERS.filter(({ command }) => command !== 'store'))('$command, of a file', (call) => {
  it.each(['empty', 'half-a-letter', 'zip'])('that holds no such thing: %s', async (name) => {
    expect(await saysWhatToDo(call, { read: name })).toContain(join(folder, name));
  });
});

describe.each(WRITERS)('$command, into a file', (call) => {
  it('whose folder is not there', async () => {
    const words = await saysWhatToDo(call, { written: join('nowhere', 'new') });
    expect(words).toContain('cannot be written: there is no such file or folder.');
  });

  it('that is a folder, or there already, leaves it as it is', async () => {
    const isThere = call.command === 'plan' ? 'it is a folder' : 'it is there already, and is left as it is';
    const words = await saysWhatToDo(call, { written: 'a-folder' });
    expect(words).toContain(`${join(folder, 'a-folder')} cannot be written: ${isThere}.`);
  });
});

describe.each(WRITERS.filter(({ needsTable = true }) => needsTable))('$command', (call) => {
  it('leaves no file behind that is not whole', async () => {
    await saysWhatToDo(call, { written: 'cut-short' }, 0);
    expect((await readdir(folder)).filter((name) => name.startsWith('cut-short'))).toEqual([]);
  });
});

describe.each(ALL.filter(({ needsTable = true }) => needsTable))('$command', (call) => {
  it('says what to do wherever the table goes away', async () => {
    await writeFile(join(folder, `${call.command}.in`), call.file ?? '');
    let operations = 0;
    for (; operations < 50; operations += 1) {
      const files = { read: `${call.command}.in`, written: `${call.command}-${operations}` };
      const { err, out } = await run(call, files, operations);
      if (!err.includes('The table storage did not answer')) break;
      expect([out, err]).toEqual(['', expect.stringMatching(/^\S.*\.\n {2}Try again in a minute\. .*\n$/)]);
    }
    // A file that is none comes before the table.
    expect(operations).toBeGreaterThan(call.command === 'restore' ? -1 : 0);
    expect(operations).toBeLessThan(50);
  });
});

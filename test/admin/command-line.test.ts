import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommandLine } from '../../src/admin/command-line.ts';
import type { AdminContext } from '../../src/admin/admin-context.ts';
import { readConfig } from '../../src/config.ts';
import { RegisterUnavailable } from '../../src/store/unavailable.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { ADA, auditOf } from '../fakes/aliases.ts';
import { createCompany, fillPool } from '../fakes/company.ts';
import { oldRow } from '../fakes/old-scheme.ts';
import { createMemoryContext } from './memory-context.ts';

const PIPELINE = { kind: 'trusted', actor: { kind: 'client', name: 'pipeline' } } as const;
const ADAS = { kind: 'person', person: ADA } as const;
const audited = z.object({ at: z.string(), action: z.string(), actor: z.string(), reason: z.string() });

describe('the administrators’ command line', () => {
  let context: AdminContext;
  let folder: string;
  beforeEach(async () => {
    context = createMemoryContext();
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-admin-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function run(...args: string[]) {
    let out = '';
    let err = '';
    const io = {
      out: (text: string) => {
        out += text;
      },
      err: (text: string) => {
        err += text;
      },
      progress: false,
    };
    const exitCode = await runCommandLine(args, io, {
      config: () => readConfig({}),
      open: async () => context,
    });
    return { exitCode, out, err };
  }

  it('says which Rootdesk it is', async () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile('package.json', 'utf8')));
    expect(await run('--version')).toEqual({ exitCode: 0, out: `${version}\n`, err: '' });
  });

  it.each([
    ['not understood', ['adopt', '--json'], 2, 'bad-option'],
    ['an unknown option', ['import', 'x.csv', '--json', '--nonsense'], 2, 'bad-option'],
    ['an unknown command', ['nonsense', '--json'], 2, 'bad-option'],
    ['a bad value', ['audit', '--json', '--from', 'soon'], 2, 'bad-option'],
    ['no such list', ['adopt', '--json', 'none.json'], 1, 'unreadable-file'],
    ['no such table', ['import', '--json', 'none.csv'], 1, 'unreadable-file'],
    ['a plan that was not understood', ['plan', '--json'], 2, 'bad-option'],
  ] as const)('tells a failure in JSON where JSON is wanted: %s', async (_, args, exitCode, code) => {
    const ran = await run(...args);
    expect(ran).toMatchObject({ exitCode, out: '' });
    expect(JSON.parse(ran.err)).toEqual({
      error: expect.stringMatching(/\S/),
      code,
      remedy: expect.stringMatching(/\S/),
    });
  });

  it.each([
    [['--help']],
    [['audit', '--help']],
    [['reindex', '--help']],
    [['replay', '--help']],
    [['reveal-log', '--help']],
    [['plan', '--help']],
    [['doctor', '--help']],
  ])('explains itself: %j', async (args) => {
    const { exitCode, out } = await run(...args);
    expect(exitCode).toBe(0);
    expect(out).toContain('--help');
  });

  it.each([
    [['fly']],
    [['audit', '--sideways']],
    [['audit', '--from', 'yesterday']],
    [['audit', '--until', '2026-13-45']],
    [['audit', '--format', 'xml']],
    [['reveal-log', '--until', 'tomorrow']],
    [['replay']],
    [['replay', '--alias', 'aws_1@company.com']],
    [['replay', '--dead', 'some-id']],
  ])('says what it did not understand: %j', async (args) => {
    const { exitCode, out, err } = await run(...args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).not.toBe('');
  });

  it.each([
    [
      { statusCode: 403, code: 'AuthorizationPermissionMismatch' },
      'It said: 403 AuthorizationPermissionMismatch.',
      /role Storage Table Data Contributor/,
    ],
    [{ statusCode: 404, code: 'TableNotFound' }, 'It said: 404 TableNotFound.', /TABLE_NAME/],
    [{ statusCode: 503 }, 'It said: 503.', /^Try again in a minute/],
    [new Error('nobody listens'), 'did not answer while opening the table.', /^Try again in a minute/],
  ])('tells what the table storage said, and what to do (%j)', async (cause, said, remedy) => {
    context.table.get = async () => {
      throw new RegisterUnavailable('opening the table', { cause });
    };
    const { exitCode, err } = await run('show', 'aws_1@company.com', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(err)).toEqual({
      code: 'register-unavailable',
      error: expect.stringContaining(said),
      remedy: expect.stringMatching(remedy),
    });
  });

  describe('audit', () => {
    let address: string;
    beforeEach(async () => {
      const { register } = context;
      await fillPool(register, 3);
      const company = createCompany(register);
      const owner = { mail: ADA.mail, id: ADA.id, name: ADA.name };
      ({ address } = await company.aliases.allot(PIPELINE, { owner }));
      await company.aliases.allot(PIPELINE, { owner });
      company.setTime(new Date('2026-03-05T10:00:00Z'));
      await company.aliases.release(ADAS, address, '=HYPERLINK("evil") , "done"\nreally');
    });

    const entries = (out: string) =>
      out
        .trim()
        .split('\n')
        .map((line) => audited.parse(JSON.parse(line)));

    it('gives one JSON object a line, oldest first', async () => {
      const { exitCode, out } = await run('audit', '--until', '2026-04-01');
      expect(exitCode).toBe(0);
      expect(entries(out).map(({ action }) => action)).toEqual(['allot', 'allot', 'release']);
    });

    it('of one alias, of one person, of a time', async () => {
      const ofAlias = entries((await run('audit', '--alias', address.toUpperCase())).out);
      expect(ofAlias.map(({ action }) => action)).toEqual(['allot', 'release']);
      for (const who of [ADA.id, ADA.name.toUpperCase()]) {
        const ofPerson = entries((await run('audit', '--person', who)).out);
        expect(ofPerson.map(({ action }) => action)).toEqual(['release']);
      }
      const ofTime = entries((await run('audit', '--from', '2026-03-02', '--until', '2026-03-05')).out);
      expect(ofTime.map(({ action }) => action)).toEqual(['allot', 'allot']);
      const ofClient = entries((await run('audit', '--person', 'pipeline', '--alias', address)).out);
      expect(ofClient).toHaveLength(1);
    });

    it('gives CSV that spreadsheets neither run nor tear apart', async () => {
      const { out } = await run('audit', '--format', 'csv', '--from', '2026-03-05', '--until', '2026-03-06');
      expect(out.split('\r\n')[0]).toBe(
        'at,actor,actorId,actorKind,action,aliasId,requestId,before,after,reason',
      );
      expect(out).toContain(`"'=HYPERLINK(""evil"") , ""done""\nreally"\r\n`);
    });

    it('goes into a file, and into no file that is there already', async () => {
      const file = join(folder, 'audit.jsonl');
      expect((await run('audit', '--out', file, '--until', '2026-04-01')).exitCode).toBe(0);
      expect(entries(await readFile(file, 'utf8'))).toHaveLength(3);
      const again = await run('audit', '--out', file);
      expect(again.exitCode).toBe(1);
      expect(again.err).toContain(file);
    });

    it('of an alias that is not in the pool is refused with a remedy', async () => {
      const { exitCode, err } = await run('audit', '--alias', 'aws_nobody@company.com');
      expect(exitCode).toBe(1);
      expect(err).toContain('There is no such alias in the pool.');
    });

    it('of more than a page is complete', async () => {
      const { register } = context;
      for (let count = 0; count < 30; count += 1) {
        const many = Array.from({ length: 40 }, () => auditOf(undefined, new Date('2026-05-01T00:00:00Z')));
        const [first, ...others] = many;
        if (first !== undefined) await register.commit({ id: newId(), audit: [first, ...others] });
      }
      const { out } = await run('audit', '--from', '2026-05-01', '--until', '2026-05-02');
      expect(entries(out)).toHaveLength(1_200);
    });
  });

  describe('reindex', () => {
    it('takes a table over and tells what it found', async () => {
      for (const row of [oldRow(), oldRow({ in_use: true })]) {
        await context.table.write({ kind: 'create', row });
      }
      const { exitCode, out } = await run('reindex');
      // Something contradicts itself.
      expect(exitCode).toBe(1);
      expect(out).toContain('2 aliases: 2 set right, 0 were in order.');
      expect(out).toContain('nobody owns it');
      expect((await run('reindex')).out).toContain('2 aliases: 0 set right, 2 were in order.');
    });

    it('says what it would do, and changes nothing', async () => {
      await context.table.write({ kind: 'create', row: oldRow() });
      const before = await context.table.range('root', '', '~~');
      const { out } = await run('reindex', '--dry-run');
      expect(out).toContain('1 aliases: 1 would be set right, 0 were in order.');
      expect(out).toContain('Nothing was changed.');
      expect(await context.table.range('root', '', '~~')).toEqual(before);
      expect((await run('reindex')).out).toContain('1 aliases: 1 set right, 0 were in order.');
    });

    it('speaks JSON', async () => {
      await context.table.write({ kind: 'create', row: oldRow() });
      const { out } = await run('reindex', '--json');
      expect(JSON.parse(out)).toEqual({
        dryRun: false,
        aliases: 1,
        repaired: 1,
        left: 0,
        removed: 0,
        contradictions: [],
      });
    });
  });
});

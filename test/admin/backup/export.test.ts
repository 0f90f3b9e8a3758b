import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ADA, added, allottedAlias, freeAlias, PAYMENTS } from '../../fakes/aliases.ts';
import { linkChannel } from '../../fakes/company.ts';
import { startContext, type AdminContext } from '../admin-context.ts';

const HEAD =
  'alias,root_mailbox,id,state,owner,owner_name,owner_id,channel,channel_id,account_id,account_name,allotted_at,released_at,quarantined_until\r\n';
const FIRST = freeAlias('00000000-0000-4000-8000-000000000001');
const SECOND = freeAlias('00000000-0000-4000-8000-000000000002');

describe('export', () => {
  let context: AdminContext;
  let folder: string;
  beforeEach(async () => {
    context = await startContext({}, []);
    const { register } = context;
    await added(register, SECOND);
    await added(register, allottedAlias(FIRST, { accountId: '012345678901', accountName: '=1+1' }));
    await linkChannel(register);
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-export-'));
  });
  afterEach(async () => {
    await context.graph[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  it('writes every alias as CSV that spreadsheets do not run', async () => {
    const { exitCode, out } = await context.run(['export']);
    const [channel] = await context.register.channels();
    const name = `${channel?.value.teamName ?? ''} / ${channel?.value.name ?? ''}`;
    expect(exitCode).toBe(0);
    expect(out).toBe(
      `${HEAD}${FIRST.address},root-01@company.com,${FIRST.id},allotted,${ADA.mail},${ADA.name},${ADA.id},` +
        `${name},${PAYMENTS},012345678901,'=1+1,2026-03-01T09:00:00.000Z,,\r\n` +
        `${SECOND.address},root-01@company.com,${SECOND.id},free,,,,,,,,,,\r\n`,
    );
  });

  it('writes one JSON object a line, and those in a state alone', async () => {
    const { out } = await context.run(['export', '--json', '--state', 'allotted']);
    const shape = z.object({ alias: z.string(), account_id: z.string(), account_name: z.string() });
    expect(shape.parse(JSON.parse(out))).toEqual({
      alias: FIRST.address,
      account_id: '012345678901',
      account_name: '=1+1',
    });
  });

  it('goes into a new file, and into no file that is there already', async () => {
    const path = join(folder, 'aliases.csv');
    expect(await context.run(['export', '--out', path])).toEqual({
      exitCode: 0,
      out: '',
      err: `${path}: 3 lines.\n`,
    });
    expect(await readFile(path, 'utf8')).toContain(HEAD);
    const lines = join(folder, 'aliases.jsonl');
    expect((await context.run(['export', '--json', '--out', lines])).err).toBe(`${lines}: 2 lines.\n`);
    await writeFile(path, 'mine');
    expect((await context.run(['export', '--out', path])).exitCode).toBe(1);
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  it('can be imported elsewhere, with its ids; nothing is free there until somebody says whose it is', async () => {
    const path = join(folder, 'aliases.csv');
    await context.run(['export', '--out', path]);
    const elsewhere = await startContext({}, []);
    const { exitCode, out } = await elsewhere.run(['import', path, '--skip-invalid']);
    expect(exitCode).toBe(0);
    expect(out).toContain('2 added');
    expect(await elsewhere.register.freeAliases('', 9)).toEqual([]);
    for (const { id } of [FIRST, SECOND]) {
      expect((await elsewhere.register.alias(id))?.value.state).toBe('held');
    }
    await elsewhere.graph[Symbol.asyncDispose]();
  });

  it.each([
    ['--state', 'lost'],
    ['--format', 'xml'],
  ])('says which %s it knows', async (option, value) => {
    const { exitCode, err } = await context.run(['export', option, value]);
    expect(exitCode).toBe(2);
    expect(err).toContain(`${option} is none of`);
  });
});

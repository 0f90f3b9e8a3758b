import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planScript } from '../../../src/admin/pool/make-plan.ts';
import { readConfig } from '../../../src/config.ts';
import { runWith, type Ran } from '../admin-context.ts';

const usual = ['--mailboxes', '10', '--aliases', '300', '--domain', 'company.com'];

function run(...args: string[]): Promise<Ran> {
  return runWith(['plan', ...args], () => readConfig({}));
}

describe('the plan command', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-plan-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('writes the script on standard output', async () => {
    const { exitCode, out, err } = await run(...usual, '--central', 'root@company.com');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toBe(
      planScript({ mailboxes: 10, aliases: 300, domain: 'company.com', central: 'root@company.com' }),
    );
  });

  it('writes the script into a file and says what it holds', async () => {
    const file = join(folder, 'plan.ps1');
    const { exitCode, out } = await run(...usual, '--out', file);
    expect(exitCode).toBe(0);
    expect(out).toContain('10 root mailboxes with 300 aliases each');
    expect(await readFile(file, 'utf8')).toContain("'aws-root-10@company.com'");
  });

  it('speaks JSON', async () => {
    const { out } = await run(...usual, '--json');
    expect(JSON.parse(out)).toMatchObject({ central: 'aws@company.com', aliases: 3000 });
  });

  it('explains itself', async () => {
    const { exitCode, out } = await run('--help');
    expect(exitCode).toBe(0);
    for (const option of ['--mailboxes', '--aliases', '--domain', '--central', '--out', '--json']) {
      expect(out).toContain(option);
    }
  });

  it.each([
    ['nothing', [], /--mailboxes, --aliases, --domain are missing/],
    ['a number that is none', [...usual, '--aliases', 'many'], /--aliases is missing or malformed/],
    ['an option that is none', [...usual, '--colour', 'red'], /--colour/],
    ['a word too many', [...usual, 'now'], /too many arguments/],
  ])('does not understand %s', async (_, args, words) => {
    const { exitCode, out, err } = await run(...args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(words);
    expect(err).toContain('--help');
  });

  it('refuses a plan that cannot work, writes nothing and names every fault', async () => {
    const file = join(folder, 'plan.ps1');
    const args = ['--mailboxes', '10', '--aliases', '321', '--domain', 'a-very-long-company-name.com'];
    const { exitCode, out, err } = await run(...args, '--out', file);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toContain('321');
    expect(err).toContain('AWS takes 64');
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('says when the file cannot be written', async () => {
    const { exitCode, err } = await run(...usual, '--out', join(folder, 'nowhere', 'plan.ps1'));
    expect(exitCode).toBe(1);
    expect(err).toContain('cannot be written');
  });
});

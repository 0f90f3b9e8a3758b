import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FOUR, ONE, ROOT_1, ROOT_2, startPremises, THREE, TWO, type Premises } from './premises.ts';

describe('import', () => {
  let premises: Premises;
  let folder: string;
  beforeEach(async () => {
    premises = await startPremises({}, []);
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-import-'));
  });
  afterEach(async () => {
    await premises.graph[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  async function file(...lines: readonly string[]): Promise<string> {
    const path = join(folder, 'aliases.csv');
    await writeFile(path, lines.join('\r\n'));
    return path;
  }
  const free = async () => (await premises.register.freeAliases('', 100)).map(({ value }) => value);

  it('puts what the plan’s script writes into the pool, and nothing twice', async () => {
    const path = await file('"alias","root_mailbox"', `"${ONE}","${ROOT_1}"`, `"${TWO}","${ROOT_1}"`, '');
    expect(await premises.run(['import', path])).toEqual({
      exitCode: 0,
      out: '2 added, 0 were in the pool, 0 refused.\n',
      err: '',
    });
    const longer = await file(
      'alias,root_mailbox',
      `${ONE},${ROOT_1}`,
      `${TWO},${ROOT_1}`,
      `${THREE},${ROOT_2}`,
    );
    expect((await premises.run(['import', longer])).out).toBe('1 added, 2 were in the pool, 0 refused.\n');
    expect((await free()).map(({ address, rootMailbox }) => [address, rootMailbox])).toEqual([
      [ONE, ROOT_1],
      [TWO, ROOT_1],
      [THREE, ROOT_2],
    ]);
  });

  it('says beforehand what it would do', async () => {
    const path = await file('alias,root_mailbox', `${ONE},${ROOT_1}`, `bad,${ROOT_1}`);
    const { exitCode, out } = await premises.run(['import', '--dry-run', path]);
    expect(exitCode).toBe(1);
    expect(out).toBe(
      '1 would be added, 0 were in the pool, 1 refused.\n  bad: it has 3 characters; AWS takes 6 to 64\nNothing was changed.\n',
    );
    expect(await free()).toEqual([]);
  });

  it('lists what it refuses, puts in the others, and ends with 1', async () => {
    const path = await file(
      'root_mailbox,alias',
      `${ROOT_1},${ONE}`,
      `${ROOT_1},aws_é@company.com`,
      `nowhere,${TWO}`,
      `${ROOT_1},`,
    );
    const { exitCode, out } = await premises.run(['import', '--json', path]);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toEqual({
      dryRun: false,
      added: 1,
      present: 0,
      refused: [
        { address: TWO, reason: 'its root mailbox is not a mail address' },
        { address: 'aws_é@company.com', reason: 'it holds a character that is not printable ASCII' },
        { address: '', reason: 'it has 0 characters; AWS takes 6 to 64' },
      ],
    });
  });

  it('reads what a spreadsheet has saved again', async () => {
    const path = await file('\uFEFFalias;root_mailbox;note', `${FOUR};${ROOT_2};"a; ""note"""`);
    expect((await premises.run(['import', path])).out).toBe('1 added, 0 were in the pool, 0 refused.\n');
  });

  it.each([
    ['of another kind', ['address,mailbox', `${ONE},${ROOT_1}`]],
    ['that is torn', ['alias,root_mailbox', `"${ONE},${ROOT_1}`]],
    ['with a line too short', ['alias,root_mailbox', ONE]],
    ['without aliases', ['alias,root_mailbox']],
  ])('refuses a file %s and says which it wants', async (_, lines) => {
    const { exitCode, err } = await premises.run(['import', await file(...lines)]);
    expect(exitCode).toBe(1);
    expect(err).toContain('is not a list of aliases');
    expect(err).toContain('alias,root_mailbox');
  });

  it('names a file that is not there', async () => {
    const { exitCode, err } = await premises.run(['import', join(folder, 'none.csv')]);
    expect(exitCode).toBe(1);
    expect(err).toContain('none.csv cannot be read');
  });
});

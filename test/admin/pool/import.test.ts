import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FOUR, ONE, ROOT_1, ROOT_2, startContext, THREE, TWO, type AdminContext } from '../admin-context.ts';

describe('import', () => {
  let context: AdminContext;
  let folder: string;
  beforeEach(async () => {
    context = await startContext({}, []);
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-import-'));
  });
  afterEach(async () => {
    await context.graph[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  async function file(...lines: readonly string[]): Promise<string> {
    const path = join(folder, 'aliases.csv');
    await writeFile(path, lines.join('\r\n'));
    return path;
  }
  const free = async () => (await context.register.freeAliases('', 100)).map(({ value }) => value);

  it('puts what the plan’s script writes into the pool, and nothing twice', async () => {
    const path = await file('"alias","root_mailbox"', `"${ONE}","${ROOT_1}"`, `"${TWO}","${ROOT_1}"`, '');
    expect(await context.run(['import', '--new', path])).toEqual({
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
    expect((await context.run(['import', '--new', longer])).out).toBe(
      '1 added, 2 were in the pool, 0 refused.\n',
    );
    expect((await free()).map(({ address, rootMailbox }) => [address, rootMailbox])).toEqual([
      [ONE, ROOT_1],
      [TWO, ROOT_1],
      [THREE, ROOT_2],
    ]);
  });

  it('says beforehand what it would do', async () => {
    const path = await file('alias,root_mailbox', `${ONE},${ROOT_1}`, `bad,${ROOT_1}`);
    const { exitCode, out } = await context.run(['import', '--new', '--dry-run', path]);
    expect(exitCode).toBe(1);
    expect(out).toBe(
      [
        '0 would be added, 0 were in the pool, 1 refused.',
        '  line 3: bad: it has 3 characters; AWS takes 6 to 64',
        '  > Nothing is added while a line is wrong. Correct these lines and run import again.',
        '  > Or add the other 1 without them: import --skip-invalid.',
        'Nothing was changed.\n',
      ].join('\n'),
    );
    expect(await free()).toEqual([]);
  });

  it('lists what it refuses by line, puts in the others only when told to, and ends with 1', async () => {
    const path = await file(
      'root_mailbox,alias',
      `${ROOT_1},${ONE}`,
      `${ROOT_1},aws_é@company.com`,
      `nowhere,${TWO}`,
      `${ROOT_1},`,
    );
    const refused = [
      { line: 3, address: 'aws_é@company.com', reason: 'it holds a character that is not printable ASCII' },
      { line: 4, address: TWO, reason: 'its root mailbox is not a mail address' },
      { line: 5, address: '', reason: 'it has 0 characters; AWS takes 6 to 64' },
    ];
    const none = await context.run(['import', '--new', '--json', path]);
    expect(none.exitCode).toBe(1);
    expect(JSON.parse(none.out)).toEqual({
      dryRun: false,
      added: 0,
      present: 0,
      refused,
      held: 0,
      heldBack: 1,
    });
    expect(await free()).toEqual([]);
    const rest = await context.run(['import', '--new', '--json', '--skip-invalid', path]);
    expect(rest.exitCode).toBe(1);
    expect(JSON.parse(rest.out)).toEqual({
      dryRun: false,
      added: 1,
      present: 0,
      refused,
      held: 0,
      heldBack: 0,
    });
    expect(await free()).toMatchObject([{ address: ONE }]);
  });

  it.each([
    ['semicolons, a byte order mark', ['\uFEFFalias;root_mailbox;note', `${FOUR};${ROOT_2};"a; ""note"""`]],
    ['sep=; as its first line', ['sep=;', 'alias;root_mailbox;note', `${FOUR};${ROOT_2};a, note`]],
    ['sep=, among empty cells', ['\uFEFF"sep=,",', 'alias,root_mailbox', `${FOUR},${ROOT_2}`]],
    ['sep=|', ['SEP=|', 'alias|root_mailbox', `${FOUR}|${ROOT_2}`]],
    ['tabs', ['alias\troot_mailbox', `${FOUR}\t${ROOT_2}`]],
    ['heads in capitals', ['ALIAS,Root_Mailbox', `${FOUR},${ROOT_2}`]],
    ['empty cells and lines at the end', ['alias,root_mailbox', `${FOUR},${ROOT_2},,`, ',', '', ',,']],
  ] as const)('reads what a spreadsheet has saved again: %s', async (_, lines) => {
    const { out } = await context.run(['import', '--new', await file(...lines)]);
    expect(out).toBe('1 added, 0 were in the pool, 0 refused.\n');
    expect(await free()).toMatchObject([{ address: FOUR, rootMailbox: ROOT_2 }]);
  });

  it('reads UTF-16, as Windows PowerShell writes', async () => {
    const path = await file();
    await writeFile(path, `\uFEFFalias,root_mailbox\r\n${ONE},${ROOT_1}\r\n`, 'utf16le');
    expect((await context.run(['import', '--new', path])).out).toBe(
      '1 added, 0 were in the pool, 0 refused.\n',
    );
  });

  const contradicting = `the lines contradict each other: line 3 says ${ROOT_1}; line 4 says ${ROOT_2}`;
  it.each([
    ['a column too few', [TWO], [[3, 'it has 1 column, the first line names 2']]],
    ['a column too many', [`${TWO},${ROOT_1},x`], [[3, 'it has 3 columns, the first line names 2']]],
    ['the head once more', ['alias,root_mailbox'], [[3, 'its root mailbox is not a mail address']]],
    [
      'an alias on two root mailboxes',
      [`${TWO},${ROOT_1}`, `${TWO.toUpperCase()},${ROOT_2}`],
      [
        [3, contradicting],
        [4, contradicting],
      ],
    ],
  ] as const)('names the line that is wrong, and adds nothing: %s', async (_, lines, wrong) => {
    const path = await file('alias,root_mailbox', `${ONE},${ROOT_1}`, ...lines);
    const { exitCode, out } = await context.run(['import', '--new', path]);
    expect(exitCode).toBe(1);
    for (const [line, reason] of wrong) expect(out).toMatch(new RegExp(`^  line ${line}: .*${reason}$`, 'm'));
    expect(out).toContain(`0 added, 0 were in the pool, ${wrong.length} refused.`);
    expect(out).toContain('Correct these lines and run import again.\n  > Or add the other 1 without them');
    expect(await free()).toEqual([]);
    expect((await context.run(['import', '--new', path, '--skip-invalid'])).exitCode).toBe(1);
    expect(await free()).toMatchObject([{ address: ONE }]);
  });

  it('believes no line of an alias that another line calls allotted', async () => {
    const path = await file('alias,root_mailbox,state', `${ONE},${ROOT_1},free`, `${ONE},${ROOT_1},allotted`);
    const { out } = await context.run(['import', '--new', path, '--skip-invalid']);
    expect(out).toContain('0 added, 0 were in the pool, 2 refused.');
    expect(await free()).toEqual([]);
  });

  const states = async () => {
    const found: string[][] = [];
    for await (const { value } of context.register.everyAlias()) found.push([value.address, value.state]);
    return found;
  };

  it('holds what the table does not know, unless it is said that the addresses are new', async () => {
    const path = await file('alias,root_mailbox', `${ONE},${ROOT_1}`);
    const { exitCode, out } = await context.run(['import', path]);
    expect(exitCode).toBe(0);
    expect(out).toContain('1 added, 0 were in the pool, 0 refused.\n  Of these, nobody is handed one until');
    expect(await states()).toEqual([[ONE, 'held']]);
    // What is held stays held: it may be in use.
    expect((await context.run(['import', '--new', path])).out).toContain('0 added, 1 were in the pool');
    expect(await states()).toEqual([[ONE, 'held']]);
  });

  it('hands out nothing that an export calls anybody’s, and keeps retired what was', async () => {
    const path = await file(
      'alias,root_mailbox,state,account_id',
      `${ONE},${ROOT_1},free,`,
      `${TWO},${ROOT_1},allotted,111122223333`,
      `${THREE},${ROOT_2},retired,444455556666`,
      `${FOUR},${ROOT_2},quarantined,`,
    );
    const { exitCode } = await context.run(['import', '--new', path]);
    expect(exitCode).toBe(0);
    expect(await states()).toEqual([
      [ONE, 'free'],
      [TWO, 'held'],
      [THREE, 'retired'],
      [FOUR, 'held'],
    ]);
    const [found] = await context.register.search('accountId', '444455556666');
    expect((await context.register.alias(found?.id ?? ''))?.value).toMatchObject({
      address: THREE,
      boundOnce: true,
    });
  });

  it('refuses a state that nobody knows', async () => {
    const path = await file('alias,root_mailbox,state', `${ONE},${ROOT_1},mine`);
    expect((await context.run(['import', path])).out).toContain('line 2: ' + ONE + ': mine is no state');
    expect(await free()).toEqual([]);
  });

  it.each([
    ['i-short.csv', 'line 3: aws_3153b629-df98-4247-902e-719cdf7a489e@company.com: it has 1 column'],
    ['i-twobox.csv', 'line 2 says aws-root-01@company.com; line 3 says aws-root-02@company.com'],
  ])('adds nothing of %s, and says why', async (name, reason) => {
    const path = fileURLToPath(new URL(`../../fixtures/files/${name}`, import.meta.url));
    const { exitCode, out } = await context.run(['import', '--new', path]);
    expect(exitCode).toBe(1);
    expect(out).toContain(reason);
    expect(await free()).toEqual([]);
  });

  it('names the line from which a torn file cannot be read', async () => {
    const path = await file('sep=,', 'alias,root_mailbox', `${ONE},${ROOT_1}`, `"${TWO},${ROOT_1}`, '', '');
    const { exitCode, err } = await context.run(['import', '--new', path, '--skip-invalid']);
    expect(exitCode).toBe(1);
    expect(err).toContain(`${path} cannot be read from line 4 on: a quotation mark`);
    expect(await free()).toEqual([]);
  });

  it.each([
    ['of another kind', ['address,mailbox', `${ONE},${ROOT_1}`]],
    ['that names a column twice', ['alias,alias,root_mailbox', `${ONE},${TWO},${ROOT_1}`]],
    ['without aliases', ['alias,root_mailbox']],
  ])('refuses a file %s and says which it wants', async (_, lines) => {
    const { exitCode, err } = await context.run(['import', '--new', await file(...lines)]);
    expect(exitCode).toBe(1);
    expect(err).toContain('is not a list of aliases');
    expect(err).toContain('alias,root_mailbox');
  });

  it('names a file that is not there', async () => {
    const { exitCode, err } = await context.run(['import', '--new', join(folder, 'none.csv')]);
    expect(exitCode).toBe(1);
    expect(err).toContain('none.csv cannot be read');
  });
});

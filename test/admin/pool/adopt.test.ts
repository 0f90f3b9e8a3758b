import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adopted, compareAccounts, type Account } from '../../../src/admin/pool/compare-accounts.ts';
import type { Alias } from '../../../src/aliases/alias.ts';
import type { Versioned } from '../../../src/store/change.ts';
import { ADA, added, allottedAlias, freeAlias } from '../../fakes/aliases.ts';
import { startContext, type AdminContext } from '../admin-context.ts';

const A = '111122223333';
const B = '444455556666';
const C = '777788889999';

function account(change: Partial<Account>): Account {
  return { id: A, email: 'aws_x@company.com', name: 'shop', status: 'ACTIVE', closed: false, ...change };
}
const isOfPool = (address: string): boolean => address.startsWith('aws_');
const versioned = (value: Alias): Versioned<Alias> => ({ value, version: '1' });

describe('comparing the register with AWS', () => {
  const free = freeAlias();
  const email = free.address;

  it.each([
    ['bound as AWS says', allottedAlias(free, { accountId: A }), 'inOrder'],
    ['retired after its account', { ...free, state: 'retired', accountId: A }, 'inOrder'],
    ['allotted, and no account noted', allottedAlias(free), 'bindable'],
    ['free', free, 'unowned'],
    ['quarantined', { ...free, state: 'quarantined' }, 'unowned'],
    ['of another account', allottedAlias(free, { accountId: B }), 'contradictions'],
    ['missing', { ...free, state: 'missing' }, 'contradictions'],
  ] as const)('an alias %s', (_, alias, group) => {
    const adoption = compareAccounts([versioned(alias)], [account({ email })], isOfPool);
    expect(adoption[group]).toHaveLength(1);
    const { notListed, ...judged } = adoption;
    expect(Object.values(judged).flat()).toHaveLength(1);
    // The other account of the alias is not in the list either.
    expect(notListed).toHaveLength(alias.accountId === B ? 1 : 0);
  });

  it('an account at another alias than AWS says is a contradiction, whatever the alias', () => {
    const other = allottedAlias(freeAlias(), { accountId: A });
    for (const alias of [free, allottedAlias(free)]) {
      const { contradictions } = compareAccounts(
        [versioned(alias), versioned(other)],
        [account({ email })],
        isOfPool,
      );
      expect(contradictions).toEqual([
        { kind: 'account-is-elsewhere', address: email, accountId: A, register: other.address },
      ]);
    }
  });

  it('an account that AWS does not list is named, and no contradiction', () => {
    const alias = allottedAlias(free, { accountId: C });
    expect(compareAccounts([versioned(alias)], [], isOfPool)).toMatchObject({
      contradictions: [],
      notListed: [{ address: email, accountId: C }],
    });
  });

  it('never leaves an address in the pool that AWS knows', () => {
    const at = new Date('2026-03-01T09:00:00Z');
    const match = { account: account({ email }), alias: versioned(free) };
    expect(adopted(match, at)).toMatchObject({ state: 'allotted', owner: undefined, accountId: A });
    expect(adopted({ ...match, account: account({ closed: true }) }, at).state).toBe('retired');
    const resting = versioned({ ...free, state: 'quarantined', quarantinedUntil: new Date() } as const);
    expect(adopted({ ...match, alias: resting }, at)).toMatchObject({
      state: 'retired',
      quarantinedUntil: undefined,
      boundOnce: true,
    });
  });
});

describe('adopt', () => {
  let context: AdminContext;
  let folder: string;
  let file: string;
  let ada: Alias;
  let unowned: Alias;
  let contested: Alias;
  beforeEach(async () => {
    context = await startContext({}, []);
    const { register } = context;
    [ada, unowned, contested] = [freeAlias(), freeAlias(), freeAlias()];
    await added(register, allottedAlias(ada, { accountName: 'payments' }));
    await added(register, unowned);
    await added(register, allottedAlias(contested, { accountId: C }));
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-adopt-'));
    file = join(folder, 'accounts.json');
    await writeFile(
      file,
      JSON.stringify({
        Accounts: [
          {
            Id: A,
            Email: ada.address.toUpperCase(),
            Name: 'Payments (AWS)',
            Status: 'ACTIVE',
            Arn: 'arn:aws:…',
          },
          { Id: B, Email: unowned.address, Name: 'shop', State: 'ACTIVE' },
          { Id: '012345678901', Email: contested.address, Name: 'odd', Status: 'ACTIVE' },
          { Id: '000000000042', Email: 'old@elsewhere.com', Name: 'old', Status: 'ACTIVE' },
        ],
      }),
    );
  });
  afterEach(async () => {
    await context.graph[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const stored = async ({ address }: Alias) => (await context.register.aliasByAddress(address))?.value;

  it('shows what is clear, what contradicts and what is outside, and changes nothing', async () => {
    const { exitCode, out } = await context.run(['adopt', file]);
    expect(exitCode).toBe(1);
    expect(out).toContain('4 accounts: 0 in order, 2 clear, 1 outside the pool, 1 contradiction.');
    expect(out).toContain(`${ada.address} (allotted): account ${A} Payments (AWS)`);
    expect(out).toContain(`${unowned.address} (free): account ${B} shop`);
    expect(out).toContain(`${contested.address}: AWS says account 012345678901, the register ${C}`);
    expect(out).toContain(`not in the lists:\n  ${contested.address}: account ${C}\n`);
    expect(out).toContain('old@elsewhere.com: account 000000000042 old');
    expect(await stored(ada)).toMatchObject({ accountId: undefined });
    expect(await stored(unowned)).toMatchObject({ state: 'free' });
  });

  it('--apply binds what is clear, keeps the names that people gave, and leaves contradictions alone', async () => {
    const { exitCode, out } = await context.run(['adopt', file, '--apply', '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ left: 1, refused: [] });
    expect(await stored(ada)).toMatchObject({
      state: 'allotted',
      accountId: A,
      accountName: 'payments',
      owner: { mail: ADA.mail },
    });
    expect(await stored(unowned)).toMatchObject({ state: 'allotted', owner: undefined, accountId: B });
    expect(await context.register.freeAliases('', 10)).toEqual([]);
    expect((await context.register.history(unowned.id)).at(-1)).toMatchObject({
      action: 'adopt',
      actor: { kind: 'system', name: 'adopt' },
      reason: { code: 'listed-by-aws' },
    });
    expect((await context.register.aliasByAccount(B))?.value.address).toBe(unowned.address);
    expect(await stored(contested)).toMatchObject({ accountId: C });

    const again = await context.run(['adopt', file, '--apply']);
    expect(again.out).toContain('4 accounts: 2 in order, 0 clear, 1 outside the pool, 1 contradiction.');
    expect(again.out).not.toContain('written');
  });

  it('ends with 0 when nothing is left to do', async () => {
    await writeFile(file, JSON.stringify({ Accounts: [{ Id: C, Email: contested.address, Name: 'x' }] }));
    expect((await context.run(['adopt', file])).exitCode).toBe(0);
  });

  it.each(['', '[]', '{"Accounts":[{"Id":"1","Email":"a@b.c"}]}'])(
    'refuses another file: %s',
    async (text) => {
      await writeFile(file, text);
      const { exitCode, err } = await context.run(['adopt', file]);
      expect(exitCode).toBe(1);
      expect(err).toContain(
        'is not a list of AWS accounts.\n  Write it with: aws organizations list-accounts',
      );
    },
  );

  const write = async (name: string, accounts: readonly object[], rest = {}): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify({ Accounts: accounts, ...rest }));
    return path;
  };
  const entry = ({ address }: Alias, Id: string, State = 'ACTIVE') => ({
    Id,
    Email: address,
    Name: 'n',
    State,
  });

  it('compares the files of several organizations as one: what one of them lists is listed', async () => {
    const one = await write('one.json', [entry(contested, C)]);
    const two = await write('two.json', [entry(ada, A), entry(contested, C)]);
    const { out } = await context.run(['adopt', one, two, '--apply']);
    expect(out).toContain('2 accounts: 1 in order, 1 clear, 0 outside the pool, 0 contradictions.');
    expect(out).not.toContain('not in the lists');
    expect(await stored(ada)).toMatchObject({ accountId: A });
  });

  it('refuses lists that contradict each other, and names both files', async () => {
    for (const other of [entry(unowned, A), entry(ada, B), entry(ada, A, 'SUSPENDED')]) {
      const files = [await write('one.json', [entry(ada, A)]), await write('two.json', [other])];
      const { exitCode, out, err } = await context.run(['adopt', ...files, '--apply']);
      expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
      for (const path of files) expect(err).toContain(path);
      expect(err).toContain('Write all of them again at the same time');
    }
    expect(await stored(ada)).toMatchObject({ accountId: undefined });
  });

  it.each(['SUSPENDED', 'CLOSED', 'PENDING_CLOSURE'])(
    'names an account that is %s and whose alias is allotted, which is no fault',
    async (state) => {
      const path = await write('closed.json', [entry(contested, C, state)]);
      const { exitCode, out } = await context.run(['adopt', path]);
      expect(out).toContain(`still allotted:\n  ${contested.address} (allotted): account ${C} n, ${state}\n`);
      expect(exitCode).toBe(0);
    },
  );

  it('what the lists do not name is no fault: another organization, or closed long ago', async () => {
    const { exitCode, out } = await context.run(['adopt', await write('other.json', [])]);
    expect(out).toContain(`not in the lists:\n  ${contested.address}: account ${C}\n  > No fault where`);
    expect(exitCode).toBe(0);
  });

  it('says that a list is not whole, and ends with 1', async () => {
    const path = await write('part.json', [entry(contested, C)], { NextToken: 'eyJleHAi' });
    const { exitCode, out } = await context.run(['adopt', path]);
    expect(out).toContain(`NextToken says that more accounts follow:\n  ${path}\n  > What they do name`);
    expect(exitCode).toBe(1);
    const json = await context.run(['adopt', path, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ cutShort: [path] });
    for (const NextToken of [null, '']) {
      const whole = await write('whole.json', [entry(contested, C)], { NextToken });
      expect((await context.run(['adopt', whole])).exitCode).toBe(0);
    }
    expect((await context.run(['adopt', given('partial.json')])).out).toContain('more accounts follow');
  });

  it('reads what Windows PowerShell wrote, with every letter, and takes nothing where letters are lost', async () => {
    const gross = { ...freeAlias(), address: 'aws_000f5dd4-1852-8ec9-8e0e-dd632b523fa1@company.com' };
    await added(context.register, allottedAlias(gross));
    const { exitCode, err } = await context.run(['adopt', given('cp1252.json'), '--apply']);
    expect(exitCode).toBe(1);
    expect(err).toContain('is not whole UTF-8 text: line 1 holds letters that cannot be read.');
    expect(err).toContain('Write it again as UTF-8');
    expect(await stored(gross)).toMatchObject({ accountId: undefined });
    const { out } = await context.run(['adopt', given('utf16le.json'), '--apply']);
    expect(out).toContain('5 accounts: ');
    const name = 'Größe & Straße 東京';
    expect(await stored(gross)).toMatchObject({ accountId: '555566667777', accountName: name });
  });

  it('refuses half a letter that JSON escapes, instead of storing another', async () => {
    const text = JSON.stringify({ Accounts: [entry(ada, A)] }).replace('"n"', String.raw`"\ud83d"`);
    await writeFile(file, text);
    const { exitCode, err } = await context.run(['adopt', file, '--apply', '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(err)).toEqual({
      error: `${file} is not a list of AWS accounts.`,
      code: 'not-a-list-of-accounts',
      remedy: expect.stringContaining('The first fault is at Accounts.0.Name.'),
    });
  });
});

function given(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/files/${name}`, import.meta.url));
}

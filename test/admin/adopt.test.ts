import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adopted, compareAccounts, type Account } from '../../src/admin/adopt.ts';
import type { Alias } from '../../src/aliases/alias.ts';
import type { Versioned } from '../../src/aliases/register.ts';
import { ADA, added, allottedAlias, freeAlias } from '../fakes/aliases.ts';
import { startPremises, type Premises } from './premises.ts';

const A = '111122223333';
const B = '444455556666';
const C = '777788889999';

function account(change: Partial<Account>): Account {
  return { id: A, email: 'aws_x@company.com', name: 'shop', closed: false, ...change };
}
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
    const adoption = compareAccounts([versioned(alias)], [account({ email })]);
    // The other account of the alias is not in the list either.
    const most = alias.accountId === B ? 2 : 1;
    expect(adoption[group]).toHaveLength(most);
    expect(Object.values(adoption).flat()).toHaveLength(most);
  });

  it('an account at another alias than AWS says is a contradiction, whatever the alias', () => {
    const other = allottedAlias(freeAlias(), { accountId: A });
    for (const alias of [free, allottedAlias(free)]) {
      const { contradictions } = compareAccounts([versioned(alias), versioned(other)], [account({ email })]);
      expect(contradictions).toEqual([
        { kind: 'account-is-elsewhere', address: email, accountId: A, register: other.address },
      ]);
    }
  });

  it('an account that AWS does not list is a contradiction', () => {
    const alias = allottedAlias(free, { accountId: C });
    expect(compareAccounts([versioned(alias)], []).contradictions).toEqual([
      { kind: 'account-not-listed', address: email, accountId: C, register: C },
    ]);
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
  let premises: Premises;
  let folder: string;
  let file: string;
  let ada: Alias;
  let unowned: Alias;
  let contested: Alias;
  beforeEach(async () => {
    premises = await startPremises({}, []);
    const { register } = premises;
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
    await premises.graph[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const stored = async ({ address }: Alias) => (await premises.register.aliasByAddress(address))?.value;

  it('shows what is clear, what contradicts and what is outside, and changes nothing', async () => {
    const { exitCode, out } = await premises.run(['adopt', file]);
    expect(exitCode).toBe(1);
    expect(out).toContain('4 accounts: 0 in order, 2 clear, 1 outside the pool, 2 contradictions.');
    expect(out).toContain(`${ada.address} (allotted): account ${A} Payments (AWS)`);
    expect(out).toContain(`${unowned.address} (free): account ${B} shop`);
    expect(out).toContain(`${contested.address}: AWS says account 012345678901, the register ${C}`);
    expect(out).toContain(`the register says account ${C}, which AWS does not list`);
    expect(out).toContain('old@elsewhere.com: account 000000000042 old');
    expect(await stored(ada)).toMatchObject({ accountId: undefined });
    expect(await stored(unowned)).toMatchObject({ state: 'free' });
  });

  it('--apply binds what is clear, keeps the names that people gave, and leaves contradictions alone', async () => {
    const { exitCode, out } = await premises.run(['adopt', file, '--apply', '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ left: 2, refused: [] });
    expect(await stored(ada)).toMatchObject({
      state: 'allotted',
      accountId: A,
      accountName: 'payments',
      owner: { mail: ADA.mail },
    });
    expect(await stored(unowned)).toMatchObject({ state: 'allotted', owner: undefined, accountId: B });
    expect(await premises.register.freeAliases('', 10)).toEqual([]);
    expect((await premises.register.history(unowned.id)).at(-1)).toMatchObject({
      action: 'adopt',
      actor: { kind: 'system', name: 'adopt' },
      reason: 'listed by AWS Organizations',
    });
    expect((await premises.register.aliasByAccount(B))?.value.address).toBe(unowned.address);
    expect(await stored(contested)).toMatchObject({ accountId: C });

    const again = await premises.run(['adopt', file, '--apply']);
    expect(again.out).toContain('4 accounts: 2 in order, 0 clear, 1 outside the pool, 2 contradictions.');
    expect(again.out).not.toContain('written');
  });

  it('ends with 0 when nothing is left to do', async () => {
    await writeFile(file, JSON.stringify({ Accounts: [{ Id: C, Email: contested.address, Name: 'x' }] }));
    expect((await premises.run(['adopt', file])).exitCode).toBe(0);
  });

  it.each(['', '[]', '{"Accounts":[{"Id":"1","Email":"a@b.c"}]}'])(
    'refuses another file: %s',
    async (text) => {
      await writeFile(file, text);
      const { exitCode, err } = await premises.run(['adopt', file]);
      expect(exitCode).toBe(1);
      expect(err).toContain(
        'is not a list of AWS accounts.\n  Write it with: aws organizations list-accounts',
      );
    },
  );
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Alias } from '../../src/aliases/alias.ts';
import type { Register } from '../../src/register.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { isMigrated, migrate, type MigrationOptions } from '../../src/azure/migration.ts';
import type { Table } from '../../src/azure/table.ts';
import { azuriteLocation, newTable, newTableName } from '../fakes/azurite-table.ts';
import { createCompany, linkChannel } from '../fakes/company.ts';
import { createOldScheme, oldRow, type OldScheme } from '../fakes/old-scheme.ts';

const OPTIONS: MigrationOptions = { quarantineDays: 90, clock: () => new Date('2026-03-02T08:00:00Z') };
const PIPELINE = { kind: 'trusted', actor: { kind: 'client', name: 'pipeline' } } as const;
const CLARA = { mail: 'clara@company.com', id: undefined, name: undefined };

describe('a table of the old scheme', () => {
  let old: OldScheme;
  let table: Table;
  let register: Register;
  beforeEach(async () => {
    const name = newTableName();
    old = await createOldScheme(azuriteLocation().connectionString, name);
    table = await newTable(name);
    register = createTableRegister(table);
  });

  async function everyAlias(): Promise<Alias[]> {
    const found: Alias[] = [];
    for await (const { value } of register.everyAlias()) found.push(value);
    return found;
  }

  /** The promise to old clients: what is not in use is free, and nothing else is. */
  async function expectOldColumnsTrue(): Promise<void> {
    const free = (await everyAlias()).filter(({ state }) => state === 'free').map(({ address }) => address);
    const offered = (await old.rows('in_use eq false')).map((row) => row.aws_mail);
    expect(offered.toSorted()).toEqual(free.toSorted());
  }

  it('of 3,000 aliases, some in use, is taken over with progress and served on', async () => {
    const used = Array.from({ length: 120 }, (_, count) =>
      oldRow({
        in_use: true,
        user_mail: `Engineer-${count % 7}@company.com`,
        aws_account_id: count % 2 === 0 ? String(100_000_000_000 + count) : '',
      }),
    );
    await old.write([...used, ...Array.from({ length: 2_880 }, () => oldRow())]);
    const before = await old.rows('in_use eq true');

    const progress: { done: number; total: number }[] = [];
    expect(await isMigrated(table)).toBe(false);
    const report = await migrate(table, { ...OPTIONS, onProgress: (step) => progress.push(step) });
    expect(report).toMatchObject({
      aliases: 3_000,
      repaired: 3_000,
      left: 0,
      removed: 0,
      contradictions: [],
    });
    expect(progress.at(0)).toEqual({ done: 0, total: 3_000 });
    expect(progress.at(-1)).toEqual({ done: 3_000, total: 3_000 });
    expect(await isMigrated(table)).toBe(true);

    const again = await migrate(table, OPTIONS);
    expect(again).toMatchObject({ aliases: 3_000, repaired: 0, left: 0, removed: 0, contradictions: [] });

    await expectOldColumnsTrue();
    const after = await old.rows('in_use eq true');
    const accountsOf = (rows: typeof after) => new Map(rows.map((row) => [row.aws_mail, row.aws_account_id]));
    expect(accountsOf(after)).toEqual(accountsOf(before));
    expect(await register.aliasesOfOwner('engineer-3@company.com')).toHaveLength(17);
    expect((await register.aliasByAccount('100000000002'))?.value.owner?.mail).toBe('engineer-2@company.com');

    await linkChannel(register);
    const { aliases } = createCompany(register);
    const mine = await aliases.allot(PIPELINE, { owner: CLARA });
    expect((await old.rows(`aws_mail eq '${mine.address}'`))[0]).toMatchObject({
      in_use: true,
      user_mail: CLARA.mail,
    });
    await expect(aliases.bind(PIPELINE, mine.address, { id: '1000-0000-0002' })).rejects.toMatchObject({
      code: 'account-bound-elsewhere',
    });
    await aliases.release(PIPELINE, mine.address, 'not needed');
    await expectOldColumnsTrue();
  });

  it('can be taken over in pieces: cut short anywhere, the next run goes on', async () => {
    await old.write(Array.from({ length: 150 }, () => oldRow()));
    let left = 2;
    const breaking: Table = {
      ...table,
      transaction: (actions) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('the cable was pulled')) : table.transaction(actions);
      },
    };
    await expect(migrate(breaking, OPTIONS)).rejects.toThrow('cable');
    expect(await isMigrated(table)).toBe(false);
    const rest = await migrate(table, OPTIONS);
    expect(rest.repaired).toBeLessThan(150);
    expect(rest.repaired).toBeGreaterThan(0);
    expect((await migrate(table, OPTIONS)).repaired).toBe(0);
    expect(await register.freeAliases('', 200)).toHaveLength(150);
  });

  it('is taken over by two at the same moment without harm', async () => {
    await old.write(Array.from({ length: 100 }, () => oldRow()));
    await Promise.all([migrate(table, OPTIONS), migrate(table, OPTIONS)]);
    await migrate(table, OPTIONS);
    expect(await migrate(table, OPTIONS)).toMatchObject({ repaired: 0, left: 0, removed: 0 });
    expect(await register.freeAliases('', 200)).toHaveLength(100);
    await expectOldColumnsTrue();
  });

  it('shows its contradictions and lets nobody be harmed by them', async () => {
    const rows = {
      one: oldRow({ in_use: true, user_mail: 'ada@company.com', aws_account_id: '111111111111' }),
      other: oldRow({ in_use: true, user_mail: 'bea@company.com', aws_account_id: '111111111111' }),
      ownerless: oldRow({ in_use: true }),
      malformed: oldRow({ in_use: true, user_mail: 'ada@company.com', aws_account_id: 'see wiki' }),
      freeWithAccount: oldRow({ aws_account_id: '222222222222' }),
      freeWithOwner: oldRow({ user_mail: 'ada@company.com' }),
      tooLong: oldRow({ aws_mail: `aws_${'x'.repeat(40)}@subsidiary.company.com` }),
      fine: oldRow(),
    };
    const twin = oldRow({ aws_mail: rows.one.aws_mail });
    await old.write([...Object.values(rows), twin]);
    const report = await migrate(table, OPTIONS);
    const kinds = (id: string) =>
      report.contradictions.filter((found) => found.id === id).map(({ kind }) => kind);
    expect(kinds(rows.one.id)).toEqual(['address-twice', 'account-twice']);
    expect(kinds(rows.other.id)).toEqual(['account-twice']);
    expect(kinds(rows.ownerless.id)).toEqual(['in-use-without-owner']);
    expect(kinds(rows.malformed.id)).toEqual(['account-id-malformed']);
    expect(kinds(rows.freeWithAccount.id)).toEqual(['free-with-account']);
    expect(kinds(rows.freeWithOwner.id)).toEqual(['free-with-owner']);
    expect(kinds(rows.tooLong.id)).toEqual(['address-refused-by-aws']);
    expect(kinds(twin.id)).toEqual(['address-twice']);
    expect(kinds(rows.fine.id)).toEqual([]);

    // Only the row without a fault can be handed out, by us or by an old client.
    expect((await register.freeAliases('', 20)).map(({ value }) => value.id)).toEqual([rows.fine.id]);
    await expectOldColumnsTrue();
    expect((await old.rows(`RowKey eq '${rows.malformed.id}'`))[0]?.aws_account_id).toBe('see wiki');
    expect((await register.aliasByAddress(rows.one.aws_mail))?.value.id).toBe(rows.one.id);
    expect((await migrate(table, OPTIONS)).repaired).toBe(0);

    // The account id that two rows have is nobody else's.
    const { aliases } = createCompany(register);
    await expect(aliases.allot(PIPELINE, { owner: CLARA, accountId: '111111111111' })).rejects.toMatchObject({
      code: 'account-bound-elsewhere',
    });
  });

  it('lists rows that are no aliases and goes on', async () => {
    await old.write([oldRow()]);
    await table.write({ kind: 'create', row: { partitionKey: 'root', rowKey: 'a-note', text: 'hello' } });
    const report = await migrate(table, OPTIONS);
    expect(report.contradictions).toEqual([{ id: 'a-note', address: '', kind: 'unreadable' }]);
    expect(report.aliases).toBe(1);
  });

  describe('with old clients that go on writing', () => {
    it('an alias that one took is not handed out again, and is theirs after the next run', async () => {
      await old.write([oldRow(), oldRow()]);
      await migrate(table, OPTIONS);
      const taken = await old.newAwsRootAccount('pipeline@company.com');
      const { aliases } = createCompany(register);
      const mine = await aliases.allot(PIPELINE, { owner: CLARA });
      expect(mine.address).not.toBe(taken?.aws_mail);
      await expect(aliases.allot(PIPELINE, { owner: CLARA })).rejects.toMatchObject({ code: 'pool-empty' });
      await migrate(table, OPTIONS);
      expect((await register.aliasesOfOwner('pipeline@company.com')).map(({ address }) => address)).toEqual([
        taken?.aws_mail,
      ]);
      await expectOldColumnsTrue();
    });

    it('an alias that one freed is released by our rules: quarantined, or retired where an account was bound', async () => {
      await old.write([oldRow(), oldRow(), oldRow()]);
      await migrate(table, OPTIONS);
      const { aliases } = createCompany(register);
      const unbound = await aliases.allot(PIPELINE, { owner: CLARA });
      const bound = await aliases.allot(PIPELINE, { owner: CLARA, accountId: '333333333333' });
      await old.deleteAwsRootAccount(unbound.address);
      await old.deleteAwsRootAccount(bound.address);
      expect((await register.aliasByAddress(unbound.address))?.value.state).toBe('quarantined');
      expect((await register.aliasByAddress(bound.address))?.value.state).toBe('retired');

      const report = await migrate(table, OPTIONS);
      expect(report.contradictions.map(({ kind }) => kind)).toEqual([
        'freed-while-allotted',
        'freed-while-allotted',
      ]);
      await expectOldColumnsTrue();
      expect((await register.aliasByAddress(unbound.address))?.value.quarantinedUntil).toBeInstanceOf(Date);
      // The account may go on to another alias, as after any release.
      await aliases.allot(PIPELINE, { owner: CLARA, accountId: '333333333333' });
    });

    it('an alias that one freed and handed out again has nothing of the owner before', async () => {
      await old.write([oldRow()]);
      await migrate(table, OPTIONS);
      await linkChannel(register);
      const { aliases } = createCompany(register);
      const first = await aliases.allot(PIPELINE, {
        owner: CLARA,
        channelId: '19:payments@thread.tacv2',
        accountName: 'clara-dev',
      });
      await old.deleteAwsRootAccount(first.address);
      await old.newAwsRootAccount('Next@company.com');
      const seen = (await register.aliasByAddress(first.address))?.value;
      expect(seen).toMatchObject({ state: 'allotted', owner: { mail: 'next@company.com', id: undefined } });
      expect(seen?.channelId).toBeUndefined();
      expect(seen?.accountName).toBeUndefined();
      const report = await migrate(table, OPTIONS);
      expect(report.contradictions.map(({ kind }) => kind)).toEqual(['changed-hands']);
      expect(await register.aliasesOfOwner(CLARA.mail)).toEqual([]);
      expect(await register.aliasesOfOwner('next@company.com')).toHaveLength(1);
      expect(await register.aliasesOfChannel('19:payments@thread.tacv2')).toEqual([]);
    });

    it('an account id that one wrote is found after the next run, and held', async () => {
      await old.write([oldRow(), oldRow()]);
      await migrate(table, OPTIONS);
      const { aliases } = createCompany(register);
      const { address } = await aliases.allot(PIPELINE, { owner: CLARA, accountId: '444444444444' });
      await old.updateAwsRootAccount(address, '555555555555');
      expect(await register.aliasByAccount('444444444444')).toBeUndefined();
      const report = await migrate(table, OPTIONS);
      expect(report.removed).toBe(1);
      expect((await register.aliasByAccount('555555555555'))?.value.address).toBe(address);
      await expect(
        aliases.allot(PIPELINE, { owner: CLARA, accountId: '555555555555' }),
      ).rejects.toMatchObject({ code: 'account-bound-elsewhere' });
    });

    it('a quarantined or retired alias that one freed again is taken out of their reach', async () => {
      await old.write([oldRow()]);
      await migrate(table, OPTIONS);
      const { aliases } = createCompany(register);
      const { address } = await aliases.allot(PIPELINE, { owner: CLARA });
      await aliases.release(PIPELINE, address, '');
      await old.deleteAwsRootAccount(address);
      expect(await old.rows('in_use eq false')).toHaveLength(1);
      await migrate(table, OPTIONS);
      expect(await old.rows('in_use eq false')).toEqual([]);
      expect(await old.newAwsRootAccount('pipeline@company.com')).toBeUndefined();
    });

    it('an alias that one took while we were about to is theirs', async () => {
      await old.write([oldRow()]);
      await migrate(table, OPTIONS);
      const free = await register.someFreeAlias();
      if (free === undefined) throw new Error('nothing is free');
      await old.newAwsRootAccount('pipeline@company.com');
      const { aliases } = createCompany({ ...register, someFreeAlias: firstThen(free, register) });
      await expect(aliases.allot(PIPELINE, { owner: CLARA })).rejects.toMatchObject({ code: 'pool-empty' });
      expect((await register.alias(free.value.id))?.value.owner?.mail).toBe('pipeline@company.com');
    });
  });
});

/** What was read a while ago comes first. */
function firstThen(
  free: Awaited<ReturnType<Register['someFreeAlias']>>,
  register: Register,
): Register['someFreeAlias'] {
  const early = [free];
  return async () => early.pop() ?? register.someFreeAlias();
}

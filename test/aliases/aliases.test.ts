import { beforeEach, describe, expect, it } from 'vitest';
import type { Alias } from '../../src/aliases/alias.ts';
import { endQuarantines } from '../../src/aliases/end-quarantines.ts';
import type { Register } from '../../src/register.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { ADA, BEA, CARL, PAYMENTS } from '../fakes/aliases.ts';
import { APPROVER, createCompany, fillPool, linkChannel, type Company } from '../fakes/company.ts';
import type { Doer } from '../fakes/callers.ts';
import { named } from '../fakes/named.ts';
import { countTable, type CountedTable } from '../fakes/counted-table.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';

const PIPELINE: Doer = { kind: 'trusted', actor: { kind: 'client', name: 'pipeline' } };
const ADAS: Doer = { kind: 'person', person: ADA };
const BEAS: Doer = { kind: 'person', person: BEA };
const APPROVERS: Doer = { kind: 'person', person: APPROVER };
const LEDGER_CHANNEL = '19:ledger@thread.tacv2';
const ACCOUNT = '123456789012';

describe('aliases', () => {
  let table: CountedTable;
  let register: Register;
  let company: Company;
  beforeEach(async () => {
    table = countTable(createMemoryTable());
    register = createTableRegister(table);
    company = createCompany(register);
    await linkChannel(register);
    await linkChannel(register, { id: LEDGER_CHANNEL, name: 'ledger', teamName: 'Finance' });
    await fillPool(register, 10);
  });

  const allot = (change: { accountId?: string; accountName?: string } = {}): Promise<Alias> =>
    company.aliases.allot(PIPELINE, {
      owner: { mail: ADA.mail, id: ADA.id, name: ADA.name },
      channelId: PAYMENTS,
      ...change,
    });
  const stored = async (alias: Alias): Promise<Alias | undefined> => (await register.alias(alias.id))?.value;

  describe('binding an account', () => {
    it.each(['123456789012', '1234-5678-9012', ' 1234 5678 9012 '])(
      'forgives dashes and spaces: %j',
      async (id) => {
        const alias = await allot();
        const bound = await company.aliases.bind(ADAS, alias.address.toUpperCase(), { id, name: 'payments' });
        expect(bound).toMatchObject({ accountId: ACCOUNT, accountName: 'payments' });
        expect(await stored(alias)).toEqual(bound);
        expect((await register.history(alias.id)).at(-1)).toMatchObject({
          action: 'bind',
          actor: { kind: 'person', id: ADA.id, name: ADA.name },
          before: { code: 'account' },
          after: { code: 'account', accountId: ACCOUNT, accountName: 'payments' },
        });
      },
    );

    it.each(['', '12345678901', '1234567890123', '12345678901a', '１２３４５６７８９０１２'])(
      'refuses what is no account id, and changes nothing: %j',
      async (id) => {
        const alias = await allot();
        await expect(company.aliases.bind(ADAS, alias.address, { id })).rejects.toMatchObject({
          code: 'account-id-malformed',
          remedy: expect.stringContaining('12 digits'),
        });
        expect(await stored(alias)).toEqual(alias);
      },
    );

    it('refuses an account that is bound elsewhere and says where', async () => {
      const one = await allot({ accountId: ACCOUNT });
      const other = await allot();
      await expect(company.aliases.bind(ADAS, other.address, { id: ACCOUNT })).rejects.toMatchObject({
        code: 'account-bound-elsewhere',
        message: expect.stringContaining(one.address),
      });
      expect(await stored(other)).toEqual(other);
    });

    it('said twice is said once', async () => {
      const alias = await allot();
      await company.aliases.bind(ADAS, alias.address, { id: ACCOUNT });
      const { length } = await register.history(alias.id);
      await company.aliases.bind(ADAS, alias.address, { id: ACCOUNT });
      expect(await register.history(alias.id)).toHaveLength(length);
    });

    it('corrected lets the mistaken id go on', async () => {
      const alias = await allot({ accountId: '111111111111' });
      await company.aliases.bind(ADAS, alias.address, { id: ACCOUNT });
      const other = await allot({ accountId: '111111111111' });
      expect((await register.aliasByAccount('111111111111'))?.value.id).toBe(other.id);
    });
  });

  describe('releasing', () => {
    it('retires an alias to which an account was bound, for good', async () => {
      const alias = await allot({ accountId: ACCOUNT });
      const released = await company.aliases.release(ADAS, alias.address, 'account closed');
      expect(released).toMatchObject({ state: 'retired', owner: { mail: ADA.mail }, channelId: PAYMENTS });
      company.setTime(new Date('2046-01-01T00:00:00Z'));
      expect(await endQuarantines({ register, clock: company.clock })).toBe(0);
      expect((await stored(alias))?.state).toBe('retired');
      expect(await register.aliasByAccount(ACCOUNT)).toBeUndefined();
    });

    it('retires an alias also when its account was corrected, or cleared by an old client', async () => {
      const alias = await allot({ accountId: ACCOUNT });
      await table.write({
        kind: 'upsert',
        row: { partitionKey: 'root', rowKey: alias.id, aws_account_id: '' },
      });
      expect((await stored(alias))?.accountId).toBeUndefined();
      expect((await company.aliases.release(ADAS, alias.address, '')).state).toBe('retired');
    });

    it('quarantines another for 90 days, and then it is free by itself, without a past', async () => {
      const alias = await allot({ accountName: 'never-made' });
      const released = await company.aliases.release(ADAS, alias.address, '');
      expect(released).toMatchObject({
        state: 'quarantined',
        quarantinedUntil: new Date('2026-05-31T08:00:00Z'),
      });
      company.setTime(new Date('2026-05-31T07:59:59Z'));
      expect(await endQuarantines({ register, clock: company.clock })).toBe(0);
      company.setTime(new Date('2026-05-31T08:00:00Z'));
      expect(await endQuarantines({ register, clock: company.clock })).toBe(1);
      expect(await stored(alias)).toMatchObject({
        state: 'free',
        owner: undefined,
        channelId: undefined,
        accountName: undefined,
      });
      expect((await register.history(alias.id)).map(({ action }) => action)).toEqual([
        'allot',
        'release',
        'free',
      ]);
      expect(await register.freeAliases('', 20)).toHaveLength(10);
    });

    it('refuses an alias that was released before', async () => {
      const alias = await allot();
      await company.aliases.release(ADAS, alias.address, '');
      await expect(company.aliases.release(ADAS, alias.address, '')).rejects.toMatchObject({
        code: 'alias-not-allotted',
      });
    });
  });

  describe('transferring', () => {
    it('gives an alias to another owner and another linked channel', async () => {
      const alias = await allot();
      const bea = { mail: 'BEA@company.com', id: BEA.id, name: BEA.name };
      const moved = await company.aliases.transfer(
        ADAS,
        alias.address,
        { owner: bea, channelId: LEDGER_CHANNEL },
        'moves to finance',
      );
      expect(moved).toMatchObject({ owner: { mail: BEA.mail }, channelId: LEDGER_CHANNEL });
      expect(await register.aliasesOfOwner(ADA.mail)).toEqual([]);
      expect(await register.aliasesOfOwner(BEA.mail)).toEqual([moved]);
      expect(await register.aliasesOfChannel(PAYMENTS)).toEqual([]);
      expect((await register.history(alias.id)).at(-1)).toMatchObject({
        action: 'transfer',
        before: { code: 'owned', by: ADA.mail },
        after: { code: 'owned', by: BEA.mail, mailTo: { teamName: 'Finance', name: 'ledger' } },
        reason: { code: 'said', text: 'moves to finance' },
      });
      await expect(company.aliases.release(ADAS, alias.address, '')).rejects.toMatchObject({
        code: 'no-right',
      });
    });

    it.each(named(['19:unknown@thread.tacv2', '', 'x'.repeat(5_000)]))(
      'refuses a channel that is not linked, and changes nothing: $name',
      async ({ text: channelId }) => {
        const alias = await allot();
        await expect(company.aliases.transfer(ADAS, alias.address, { channelId }, '')).rejects.toMatchObject({
          code: 'channel-not-linked',
          remedy: expect.stringContaining('link'),
        });
        expect(await stored(alias)).toEqual(alias);
      },
    );

    it('refuses a channel that is linked for something else', async () => {
      await linkChannel(register, { id: '19:triage@thread.tacv2', roles: ['triage'] });
      const alias = await allot();
      await expect(
        company.aliases.transfer(ADAS, alias.address, { channelId: '19:triage@thread.tacv2' }, ''),
      ).rejects.toMatchObject({ code: 'channel-not-linked' });
    });

    it('refuses an owner without a mail address', async () => {
      const alias = await allot();
      const owner = { mail: ' ', id: CARL.id, name: CARL.name };
      await expect(company.aliases.transfer(ADAS, alias.address, { owner }, '')).rejects.toMatchObject({
        code: 'mail-unknown',
      });
    });
  });

  describe('rights', () => {
    it('an owner changes their own aliases, an approver everybody’s, others none', async () => {
      const alias = await allot();
      for (const attempt of [
        () => company.aliases.bind(BEAS, alias.address, { id: ACCOUNT }),
        () => company.aliases.transfer(BEAS, alias.address, { channelId: LEDGER_CHANNEL }, ''),
        () => company.aliases.release(BEAS, alias.address, ''),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'no-right' });
      }
      expect(await stored(alias)).toEqual(alias);
      await company.aliases.bind(APPROVERS, alias.address, { id: ACCOUNT });
    });

    it('an owner of the old scheme is known by the address alone, an owner of ours never is', async () => {
      const old = await company.aliases.allot(PIPELINE, {
        owner: { mail: BEA.mail, id: undefined, name: undefined },
      });
      await company.aliases.bind(BEAS, old.address, { id: ACCOUNT });
      const alias = await allot();
      const impostor: Doer = { kind: 'person', person: { ...BEA, mail: ADA.mail } };
      await expect(company.aliases.release(impostor, alias.address, '')).rejects.toMatchObject({
        code: 'no-right',
      });
    });

    it.each(named(['aws_nobody@company.com', '', "' or 1 eq 1", 'x'.repeat(10_000)]))(
      'an alias that is not in the pool is refused: $name',
      async ({ text: address }) => {
        await expect(company.aliases.release(APPROVERS, address, '')).rejects.toMatchObject({
          code: 'alias-unknown',
        });
        await expect(company.aliases.history(APPROVERS, address)).rejects.toMatchObject({
          code: 'alias-unknown',
        });
      },
    );

    it('a free alias cannot be bound, transferred or released', async () => {
      const free = (await register.someFreeAlias())?.value;
      await expect(
        company.aliases.bind(APPROVERS, free?.address ?? '', { id: ACCOUNT }),
      ).rejects.toMatchObject({
        code: 'alias-not-allotted',
      });
    });
  });

  describe('a direct allotment', () => {
    it('takes owner, channel and account in one step', async () => {
      const alias = await allot({ accountId: '1234-5678-9012', accountName: 'payments' });
      expect(alias).toMatchObject({ state: 'allotted', accountId: ACCOUNT, channelId: PAYMENTS });
      expect((await register.aliasByAccount(ACCOUNT))?.value).toEqual(alias);
    });

    it('refuses what cannot be, and takes no alias', async () => {
      await allot({ accountId: ACCOUNT });
      const owner = { mail: ADA.mail, id: undefined, name: undefined };
      const attempts = [
        { wanted: { owner, accountId: ACCOUNT }, code: 'account-bound-elsewhere' },
        { wanted: { owner, accountId: '42' }, code: 'account-id-malformed' },
        { wanted: { owner, channelId: 'nowhere' }, code: 'channel-not-linked' },
        { wanted: { owner: { ...owner, mail: 'ada' } }, code: 'mail-unknown' },
      ];
      for (const { wanted, code } of attempts) {
        await expect(company.aliases.allot(PIPELINE, wanted)).rejects.toMatchObject({ code });
      }
      expect(await register.freeAliases('', 20)).toHaveLength(9);
    });

    it('of an empty pool says how to add more', async () => {
      for (let count = 0; count < 10; count += 1) await allot();
      await expect(allot()).rejects.toMatchObject({
        code: 'pool-empty',
        remedy: expect.stringContaining('import'),
      });
    });
  });

  describe('finding', () => {
    it('finds an alias by each of its names, exactly and by the beginning', async () => {
      const alias = await allot({ accountId: ACCOUNT, accountName: 'Ürümqi Payments (prod)' });
      await allot();
      const texts = [
        alias.address,
        alias.address.slice(0, 12).toUpperCase(),
        ACCOUNT,
        '1234-5678-9012',
        '12345',
        'ürümqi payments (prod)',
        'ÜRÜMQI',
      ];
      for (const text of texts)
        expect((await company.aliases.find(APPROVERS, text)).aliases).toEqual([alias]);
      for (const text of [ADA.mail, 'ada@', 'Payments', 'aws-root', PAYMENTS]) {
        expect((await company.aliases.find(APPROVERS, text)).aliases).toHaveLength(2);
      }
    });

    it('puts what equals the text first', async () => {
      const longer = await allot({ accountName: 'payments-prod' });
      const exact = await allot({ accountName: 'payments' });
      const { aliases } = await company.aliases.find(APPROVERS, 'payments');
      expect(aliases[0]).toEqual(exact);
      expect(aliases).toContainEqual(longer);
    });

    it.each(['', '   ', 'nothing like this', "'", '~', '~free:', '='])(
      'finds nothing for %j',
      async (text) => {
        await allot({ accountId: ACCOUNT, accountName: 'payments' });
        expect(await company.aliases.find(APPROVERS, text)).toEqual({ aliases: [], from: 0, all: 0 });
      },
    );

    it('says how many there are, and gives them page by page', async () => {
      await fillPool(register, 60);
      for (let count = 0; count < 12; count += 1) await allot();
      const first = await company.aliases.find(APPROVERS, ADA.mail);
      expect([first.aliases.length, first.from, first.all]).toEqual([10, 0, 12]);
      const second = await company.aliases.find(APPROVERS, ADA.mail, 10);
      expect([second.aliases.length, second.from, second.all]).toEqual([2, 10, 12]);
      expect((await company.aliases.find(APPROVERS, ADA.mail, 500)).from).toBe(10);
    });

    it('reads by key: the number of rows read follows the answer, not the pool', async () => {
      await fillPool(register, 200);
      await allot({ accountId: ACCOUNT, accountName: 'payments' });
      table.taken();
      await company.aliases.find(APPROVERS, '12345');
      const operations = table.taken();
      expect(operations).toHaveLength(7);
      const rows = operations.map((operation) => Number(/\d+$/.exec(operation)?.[0] ?? 1));
      expect(Math.max(...rows)).toBeLessThanOrEqual(2);
    });
  });
});

import { auditWords } from '../../cards/audit-words.ts';
import { english } from '../../cards/texts/languages.ts';
import { said } from '../../src/store/audit-fact.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Register } from '../../src/register.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { ROOT } from '../../src/azure/keys.ts';
import type { Table } from '../../src/azure/table.ts';
import { migrate } from '../../src/azure/migration.ts';
import { newId } from '../../src/shared/identifiers.ts';
import {
  ADA,
  added,
  aliasChange,
  allottedAlias,
  auditOf,
  BEA,
  freeAlias,
  PAYMENTS,
} from '../fakes/aliases.ts';
import { newTable } from '../fakes/azurite-table.ts';
import { countTable, type CountedTable } from '../fakes/counted-table.ts';
import { named } from '../fakes/named.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';

const drivers: readonly { name: string; open: () => Promise<Table> }[] = [
  { name: 'Azurite', open: () => newTable() },
  { name: 'memory', open: async () => createMemoryTable() },
];

describe.each(drivers)('the register on $name', ({ open }) => {
  let table: CountedTable;
  let register: Register;
  beforeEach(async () => {
    table = countTable(await open());
    register = createTableRegister(table);
  });

  describe('a commit', () => {
    it('is all or nothing: one stale alias keeps the whole change out', async () => {
      const one = await added(register, freeAlias());
      const other = await added(register, freeAlias());
      await register.commit(aliasChange(other, allottedAlias(other.value)));

      const outcome = await register.commit({
        id: newId(),
        aliases: [
          { before: one, after: allottedAlias(one.value) },
          { before: other, after: allottedAlias(other.value, { accountName: 'second' }) },
        ],
        audit: [auditOf(one.value.id)],
        jobs: [{ kind: 'redraw-request', requestId: newId() }],
      });

      expect(outcome).toEqual({ kind: 'stale' });
      expect((await register.alias(one.value.id))?.value).toEqual(one.value);
      expect((await register.alias(other.value.id))?.value.accountName).toBeUndefined();
      expect(await register.history(one.value.id)).toHaveLength(1);
      expect(await table.range(ROOT, '~errand:', '~errand:~')).toEqual([]);
    });

    it('sent twice is committed twice and done once', async () => {
      const free = await added(register, freeAlias());
      const change = aliasChange(free, allottedAlias(free.value));
      expect(await register.commit(change)).toEqual({ kind: 'committed' });
      expect(await register.commit(change)).toEqual({ kind: 'committed' });
      expect(await register.history(free.value.id)).toHaveLength(2);
    });

    it('is committed for one of many hands', async () => {
      const free = await added(register, freeAlias());
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => register.commit(aliasChange(free, allottedAlias(free.value)))),
      );
      expect(outcomes.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'stale')).toHaveLength(9);
    });

    it('refuses an account id that another alias holds, and says so', async () => {
      const accountId = '123456789012';
      const one = await added(register, freeAlias());
      const other = await added(register, freeAlias());
      await register.commit(aliasChange(one, allottedAlias(one.value, { accountId })));
      expect(await register.commit(aliasChange(other, allottedAlias(other.value, { accountId })))).toEqual({
        kind: 'account-taken',
        accountId,
      });
      expect((await register.alias(other.value.id))?.value.state).toBe('free');
      expect((await register.aliasByAccount(accountId))?.value.id).toBe(one.value.id);
    });

    it('binds an account id for one of two hands at the same moment', async () => {
      const accountId = '123456789012';
      const aliases = await Promise.all(Array.from({ length: 8 }, () => added(register, freeAlias())));
      const outcomes = await Promise.all(
        aliases.map((each) => register.commit(aliasChange(each, allottedAlias(each.value, { accountId })))),
      );
      expect(outcomes.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
    });

    it('lets an account id go on when its alias is retired', async () => {
      const accountId = '123456789012';
      const one = await added(register, freeAlias());
      const other = await added(register, freeAlias());
      await register.commit(aliasChange(one, allottedAlias(one.value, { accountId })));
      const bound = await register.alias(one.value.id);
      await register.commit(aliasChange(bound, allottedAlias(one.value, { accountId, state: 'retired' })));
      expect(await register.commit(aliasChange(other, allottedAlias(other.value, { accountId })))).toEqual({
        kind: 'committed',
      });
      expect((await register.aliasByAccount(accountId))?.value.id).toBe(other.value.id);
      expect((await register.search('accountId', accountId)).map(({ id }) => id)).toEqual([
        other.value.id,
        one.value.id,
      ]);
    });

    it('replaces a mark for one of two hands', async () => {
      const change = (version: string | undefined) => ({
        id: newId(),
        marks: [{ name: 'turn', version, text: 'taken' }],
        audit: [auditOf(undefined)] as const,
      });
      const outcomes = await Promise.all([
        register.commit(change(undefined)),
        register.commit(change(undefined)),
      ]);
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['committed', 'stale']);
      const mark = await register.mark('turn');
      expect(mark?.value).toBe('taken');
      expect(await register.commit(change(mark?.version))).toEqual({ kind: 'committed' });
      expect(await register.commit(change(mark?.version))).toEqual({ kind: 'stale' });
    });

    it('refuses to be larger than a transaction', async () => {
      const aliases = Array.from({ length: 25 }, () => ({ before: undefined, after: freeAlias() }));
      const [first, ...others] = aliases.map(({ after }) => auditOf(after.id));
      if (first === undefined) throw new Error('unreachable');
      await expect(register.commit({ id: newId(), aliases, audit: [first, ...others] })).rejects.toThrow(
        RangeError,
      );
    });
  });

  describe('index rows', () => {
    it('follow an alias through its life', async () => {
      const free = await added(register, freeAlias());
      const { id } = free.value;
      expect((await register.freeAliases('', 10)).map(({ value }) => value.id)).toEqual([id]);

      await register.commit(aliasChange(free, allottedAlias(free.value, { accountName: 'Pay & Go 100%' })));
      expect(await register.freeAliases('', 10)).toEqual([]);
      expect((await register.aliasesOfOwner('ADA@company.com')).map((alias) => alias.id)).toEqual([id]);
      expect((await register.aliasesOfChannel(PAYMENTS)).map((alias) => alias.id)).toEqual([id]);
      expect((await register.search('accountName', 'pay & g')).map((alias) => alias.id)).toEqual([id]);
      expect((await register.search('owner', 'ad')).map((alias) => alias.id)).toEqual([id]);
      expect((await register.search('address', `AWS_${id.slice(0, 6)}`)).map((a) => a.id)).toEqual([id]);

      const quarantinedUntil = new Date('2026-06-01T00:00:00Z');
      const allotted = await register.alias(id);
      await register.commit(
        aliasChange(allotted, allottedAlias(free.value, { state: 'quarantined', quarantinedUntil })),
      );
      expect(await register.aliasesOfOwner(ADA.mail)).toEqual([]);
      expect(await register.quarantineOver(new Date('2026-05-31T23:59:59Z'), 10)).toEqual([]);
      expect(await register.quarantineOver(quarantinedUntil, 10)).toHaveLength(1);
    });

    it('that are missing are mended, so that the next try gets through', async () => {
      const free = await added(register, freeAlias());
      await table.write({ kind: 'delete', partition: ROOT, key: `~free:${free.value.id}` });
      const change = () => aliasChange(free, allottedAlias(free.value));
      expect(await register.commit(change())).toEqual({ kind: 'stale' });
      expect(await register.commit(change())).toEqual({ kind: 'committed' });
    });

    it('that are left from before are not believed', async () => {
      const free = await added(register, freeAlias());
      await register.commit(aliasChange(free, allottedAlias(free.value)));
      const stray = { partitionKey: ROOT, alias_id: free.value.id };
      for (const rowKey of [
        `~free:${free.value.id}`,
        '~account:111122223333',
        `~owner:bea@company.com:${free.value.id}`,
        `~owner-id:${BEA.id}:${free.value.id}`,
      ]) {
        await table.write({ kind: 'create', row: { ...stray, rowKey } });
      }
      expect(await register.freeAliases('', 10)).toEqual([]);
      expect(await register.aliasByAccount('111122223333')).toBeUndefined();
      expect(await register.aliasesOfOwner('bea@company.com')).toEqual([]);
      expect(await register.aliasesOfPerson(BEA.id)).toEqual([]);
      const other = await added(register, freeAlias());
      expect(
        await register.commit(aliasChange(other, allottedAlias(other.value, { accountId: '111122223333' }))),
      ).toEqual({ kind: 'committed' });
      expect((await register.aliasByAccount('111122223333'))?.value.id).toBe(other.value.id);
    });

    it('of an owner are found by their object id, whatever their address was then, and by no other id', async () => {
      const free = await added(register, freeAlias());
      const owner = { ...ADA, mail: 'ada.before@company.com' };
      await register.commit(aliasChange(free, allottedAlias(free.value, { owner })));
      expect((await register.aliasesOfPerson(ADA.id)).map(({ id }) => id)).toEqual([free.value.id]);
      for (const id of [BEA.id, ADA.id.toUpperCase(), ADA.id.slice(0, -1), '', '*', '\u0000']) {
        expect(await register.aliasesOfPerson(id)).toEqual([]);
      }
      await register.commit(
        aliasChange(await register.alias(free.value.id), allottedAlias(free.value, { owner: BEA })),
      );
      expect(await register.aliasesOfPerson(ADA.id)).toEqual([]);
      expect(await register.aliasesOfPerson(BEA.id)).toHaveLength(1);
    });

    it('by object id are written for aliases of earlier versions by the repair, and missed by no change', async () => {
      const [one, other] = [await added(register, freeAlias()), await added(register, freeAlias())];
      for (const free of [one, other]) {
        await register.commit(aliasChange(free, allottedAlias(free.value)));
        const key = `~owner-id:${ADA.id}:${free.value.id}`;
        await table.write({ kind: 'delete', partition: ROOT, key });
      }
      expect(await register.aliasesOfPerson(ADA.id)).toEqual([]);
      // The first try writes what is missing.
      const give = async () =>
        register.commit(
          aliasChange(await register.alias(one.value.id), allottedAlias(one.value, { owner: BEA })),
        );
      expect(await give()).toEqual({ kind: 'stale' });
      expect(await give()).toEqual({ kind: 'committed' });
      await migrate(table, { quarantineDays: 90 });
      expect((await register.aliasesOfPerson(ADA.id)).map(({ id }) => id)).toEqual([other.value.id]);
      expect((await register.aliasesOfPerson(BEA.id)).map(({ id }) => id)).toEqual([one.value.id]);
      expect((await migrate(table, { quarantineDays: 90 })).repaired).toBe(0);
    });

    it('of one owner do not show up for another whose address begins alike', async () => {
      const free = await added(register, freeAlias());
      await register.commit(aliasChange(free, allottedAlias(free.value)));
      for (const mail of ['ada@company.co', 'ada@company.com.evil.org', 'da@company.com', '']) {
        expect(await register.aliasesOfOwner(mail)).toEqual([]);
      }
    });
  });

  describe('ranges', () => {
    it('of free aliases begin where asked, end at the last, and stop when there are enough', async () => {
      const ids = ['1', '5', '9', 'f'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`);
      for (const id of ids) await added(register, freeAlias(id));
      const found = async (from: string, atMost: number) =>
        (await register.freeAliases(from, atMost)).map(({ value }) => value.id);
      expect(await found('', 10)).toEqual(ids);
      expect(await found('55555555-0000-4000-8000-000000000000', 10)).toEqual(ids.slice(1));
      expect(await found('6', 1)).toEqual([ids[2]]);
      expect(await found('ffffffff-ffff-4fff-8fff-ffffffffffff', 10)).toEqual([]);
    });
  });

  describe('a free alias by chance', () => {
    it('is never one twice within a process, and none when none is left', async () => {
      const ids = new Set<string>();
      for (let count = 0; count < 5; count += 1) ids.add((await added(register, freeAlias())).value.id);
      const taken = new Set<string>();
      for (let count = 0; count < 5; count += 1) {
        const free = await register.someFreeAlias();
        if (free === undefined) throw new Error('there should be one more');
        taken.add(free.value.id);
        await register.commit(aliasChange(free, allottedAlias(free.value)));
      }
      expect(taken).toEqual(ids);
      expect(await register.someFreeAlias()).toBeUndefined();
    });

    it('costs a read of the alias, and a range for two hundred', async () => {
      for (let count = 0; count < 3; count += 1) await added(register, freeAlias());
      table.taken();
      await register.someFreeAlias();
      expect(table.taken().filter((operation) => operation === 'get')).toHaveLength(1);
      await register.someFreeAlias();
      expect(table.taken()).toEqual(['get']);
    });

    it('is not one that an old client took, whose index row is removed', async () => {
      const free = await added(register, freeAlias());
      await table.write({
        kind: 'upsert',
        row: { partitionKey: ROOT, rowKey: free.value.id, in_use: true, user_mail: 'old@company.com' },
      });
      expect(await register.someFreeAlias()).toBeUndefined();
      expect(await table.get(ROOT, `~free:${free.value.id}`)).toBeUndefined();
    });

    it('may be any of the pool', async () => {
      for (let count = 0; count < 8; count += 1) await added(register, freeAlias());
      const seen = new Set<string | undefined>();
      while (seen.size < 8) seen.add((await createTableRegister(table).someFreeAlias())?.value.id);
      expect(seen.has(undefined)).toBe(false);
    });
  });

  describe('odd keys', () => {
    const forged = [
      'a/b\\c#d?e',
      "x' or PartitionKey ne 'x",
      '..',
      '%2e%2e%2f',
      '~free:',
      '',
      ' ',
      'ü\u0000\u202e',
      'x'.repeat(10_000),
      `h-${'0'.repeat(64)}`,
    ];
    it.each(named(forged))('find nothing and break nothing: $name', async ({ text }) => {
      await added(register, freeAlias());
      expect(await register.alias(text)).toBeUndefined();
      expect(await register.aliasByAddress(text)).toBeUndefined();
      expect(await register.aliasByAccount(text)).toBeUndefined();
      expect(await register.aliasesOfOwner(text)).toEqual([]);
      expect(await register.aliasesOfChannel(text)).toEqual([]);
      expect(await register.request(text)).toBeUndefined();
      expect(await register.channel(text)).toBeUndefined();
      expect(await register.openRequestsOf(text)).toEqual([]);
      expect(await register.history(text)).toEqual([]);
      expect(await register.mark(text)).toBeUndefined();
    });

    it.each(
      named([
        `o'hara+"x"/\\#?%@company.com`,
        `${'ö'.repeat(60)}@company.com`,
        `${'x'.repeat(9_000)}@company.com`,
      ]),
    )('own aliases like others: $name', async ({ text: mail }) => {
      const free = await added(register, freeAlias());
      const owner = { mail, id: undefined, name: undefined };
      const change = aliasChange(
        free,
        allottedAlias(free.value, { owner, channelId: "19:a/b'c?d#e@thread.v2" }),
      );
      expect(await register.commit(change)).toEqual({ kind: 'committed' });
      expect((await register.aliasesOfOwner(mail)).map(({ id }) => id)).toEqual([free.value.id]);
      expect(await register.aliasesOfChannel("19:a/b'c?d#e@thread.v2")).toHaveLength(1);
    });
  });

  describe('look-ups', () => {
    it('are reads by key, whatever the size of the pool', async () => {
      const accountId = '123456789012';
      const free = await added(register, freeAlias());
      await register.commit(
        aliasChange(free, allottedAlias(free.value, { accountId, accountName: 'Payments' })),
      );
      for (let count = 0; count < 5; count += 1) await added(register, freeAlias());
      const { id, address } = free.value;
      const cost = async (look: () => Promise<unknown>): Promise<readonly string[]> => {
        table.taken();
        await look();
        return table.taken();
      };
      expect(await cost(() => register.alias(id))).toEqual(['get']);
      expect(await cost(() => register.aliasByAddress(address.toUpperCase()))).toEqual(['get']);
      expect(await cost(() => register.aliasByAccount(accountId))).toEqual(['get', 'get']);
      expect(await cost(() => register.aliasesOfOwner(ADA.mail))).toEqual(['range of 1', 'get']);
      expect(await cost(() => register.aliasesOfPerson(ADA.id))).toEqual(['range of 1', 'get']);
      expect(await cost(() => register.aliasesOfChannel(PAYMENTS))).toEqual(['range of 1', 'get']);
      expect(await cost(() => register.search('accountName', 'pay'))).toEqual(['range of 1']);
      expect(await cost(() => register.search('owner', 'ada'))).toEqual(['range of 1']);
      expect(await cost(() => register.freeAliases('', 1))).toEqual(['range of 1', 'get']);
      expect(await cost(() => register.history(id))).toEqual(['range of 2', 'get', 'get']);
      expect(await cost(() => register.openRequestsOf(ADA.id))).toEqual(['range of 0']);
      expect(await cost(() => register.commit(aliasChange(undefined, freeAlias())))).toEqual(['transaction']);
    });
  });

  it('believes the row of an alias, not the id that an address seems to name', async () => {
    const { value: other } = await added(register, freeAlias());
    const own = { ...freeAlias(), address: `aws_${other.id}@elsewhere.com` };
    await added(register, own);
    const plain = await added(register, { ...freeAlias(), address: 'aws+finops@company.com' });
    expect((await register.aliasByAddress(own.address))?.value).toMatchObject({ id: own.id });
    expect((await register.aliasByAddress(other.address))?.value).toMatchObject({ id: other.id });
    expect((await register.aliasByAddress('aws+finops@company.com'))?.value).toEqual(plain.value);
    expect(await register.aliasByAddress(`aws_${other.id}@nowhere.com`)).toBeUndefined();
  });

  it('lists the whole pool in key order and nothing else', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push((await added(register, freeAlias())).value.id);
    await table.write({
      kind: 'create',
      row: { partitionKey: ROOT, rowKey: 'note-of-somebody', text: 'hello' },
    });
    const listed: string[] = [];
    for await (const { value } of register.everyAlias()) listed.push(value.id);
    expect(listed).toEqual(ids.toSorted());
  });

  it('gives the audit of a time and no more, oldest first', async () => {
    const at = (day: number): Date => new Date(`2026-03-0${day}T00:00:00Z`);
    for (const day of [3, 1, 2]) {
      await register.commit({
        id: newId(),
        audit: [{ ...auditOf(undefined, at(day)), reason: said(`day ${day}`) }],
      });
    }
    const reasons: string[] = [];
    for await (const { reason } of register.audit(at(1), at(3))) reasons.push(auditWords(english, reason));
    expect(reasons).toEqual(['day 1', 'day 2']);
  });
});

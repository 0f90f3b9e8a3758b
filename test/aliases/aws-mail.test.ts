import { beforeEach, describe, expect, it } from 'vitest';
import type { Alias } from '../../src/aliases/alias.ts';
import { noteAwsMail, usedSince } from '../../src/aliases/aws-mail.ts';
import { endQuarantines } from '../../src/aliases/end-quarantines.ts';
import type { Register } from '../../src/register.ts';
import { createTableLedger } from '../../src/azure/table-ledger.ts';
import { createTableOutbox } from '../../src/azure/table-outbox.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { ledgerIdOf, type Ledger, type LedgerEntry } from '../../src/mail/ledger.ts';
import type { Table } from '../../src/azure/table.ts';
import { ADA, allottedAlias, freeAlias } from '../fakes/aliases.ts';
import { collect } from '../fakes/collect.ts';
import type { Doer } from '../fakes/callers.ts';
import { createCompany, fillPool, linkChannel, QUARANTINE_DAYS, type Company } from '../fakes/company.ts';
import { silentLog } from '../fakes/log.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';

const PIPELINE: Doer = { kind: 'trusted', actor: { kind: 'client', name: 'pipeline' } };
const ADAS: Doer = { kind: 'person', person: ADA };
const AT = new Date('2026-03-01T09:00:00Z');
const DAY_MS = 24 * 60 * 60_000;

describe('mail that AWS certainly sent', () => {
  let table: Table;
  let register: Register;
  let ledger: Ledger;
  let company: Company;
  beforeEach(async () => {
    table = createMemoryTable();
    register = createTableRegister(table);
    ledger = createTableLedger(table, silentLog());
    company = createCompany(register);
    company.setTime(AT);
    await linkChannel(register);
    await fillPool(register, 3);
  });

  const allot = (): Promise<Alias> => company.aliases.allot(PIPELINE, { owner: { ...ADA } });
  const stored = async ({ id }: Pick<Alias, 'id'>): Promise<Alias | undefined> =>
    (await register.alias(id))?.value;
  const note = ({ id }: Pick<Alias, 'id'>): Promise<void> =>
    noteAwsMail({ register, clock: company.clock }, id, company.clock());
  const told = async (): Promise<readonly string[]> =>
    (await collect(createTableOutbox(table, silentLog()).due(new Date('2099-01-01')))).map(
      ({ job }) => job.kind,
    );
  const anyFree = async (): Promise<Alias> => {
    const free = await register.someFreeAlias();
    if (free === undefined) throw new Error('none is free');
    return free.value;
  };

  /** A ledger entry as the versions before wrote it, with nothing on the alias. */
  async function recordedBefore(
    { id: aliasId }: Pick<Alias, 'id'>,
    genuine: LedgerEntry['genuine'] = 'yes',
  ): Promise<void> {
    const messageId = newId();
    const entry: LedgerEntry = {
      id: ledgerIdOf(messageId, aliasId),
      messageId,
      aliasId,
      triageReason: undefined,
      receivedAt: AT,
      category: 'billing',
      severity: 'info',
      genuine,
      withheld: false,
      announced: false,
      accountId: undefined,
      readable: true,
    };
    await ledger.record([entry]);
  }

  it('is noted once, with a line of history and no message while somebody has the alias', async () => {
    const alias = await allot();
    await note(alias);
    company.setTime(new Date(AT.getTime() + DAY_MS));
    await Promise.all([note(alias), note(alias)]);
    expect(await stored(alias)).toMatchObject({
      state: 'allotted',
      awsWroteAt: AT,
      ownership: alias.ownership,
    });
    const lines = (await register.history(alias.id)).filter(({ action }) => action === 'aws-wrote');
    expect(lines).toHaveLength(1);
    expect(await told()).toEqual([]);
  });

  it('retires the alias at its release, and whoever is asked before is told', async () => {
    const alias = await allot();
    await note(alias);
    expect((await company.aliases.releasable(ADAS, alias.address)).awsWroteAt).toEqual(AT);
    expect((await company.aliases.release(ADAS, alias.address, '')).state).toBe('retired');
    await expect(company.aliases.release(ADAS, alias.address, '')).rejects.toThrow('retired for good');
  });

  it('takes an alias out of the pool that is free or rests, and triage hears of it once', async () => {
    const free = await anyFree();
    const resting = await allot();
    await company.aliases.release(ADAS, resting.address, '');
    for (const alias of [free, resting]) {
      await Promise.all([note(alias), note(alias)]);
      expect(await stored(alias)).toMatchObject({ state: 'retired', quarantinedUntil: undefined });
    }
    expect((await told()).filter((kind) => kind === 'alias-retired')).toHaveLength(2);
    company.setTime(new Date(AT.getTime() + 2 * QUARANTINE_DAYS * DAY_MS));
    expect(await endQuarantines({ register, clock: company.clock })).toBe(0);
  });

  it('that came at the moment of an allotment takes the alias or finds it taken, and never both', async () => {
    const [free, ...others] = (await register.freeAliases('', 3)).map(({ value }) => value);
    if (free === undefined) throw new Error('none is free');
    for (const other of others) await note(other);
    const [allotted] = await Promise.allSettled([allot(), note(free)]);
    const now = await stored(free);
    expect(now?.awsWroteAt).toEqual(AT);
    expect(now?.state).toBe(allotted.status === 'fulfilled' ? 'allotted' : 'retired');
  });

  describe('before that was noted on aliases', () => {
    it('retires the alias at its release, and the question says so', async () => {
      const alias = await allot();
      await recordedBefore(alias);
      expect((await company.aliases.releasable(ADAS, alias.address)).awsWroteAt).toEqual(AT);
      expect((await company.aliases.release(ADAS, alias.address, '')).state).toBe('retired');
    });

    it('retires it at a release that nobody was asked about', async () => {
      const alias = await allot();
      await recordedBefore(alias);
      expect((await company.aliases.release(PIPELINE, alias.address, '')).state).toBe('retired');
    });

    it('retires it at the end of its rest', async () => {
      const alias = await allot();
      await company.aliases.release(ADAS, alias.address, '');
      await recordedBefore(alias);
      company.setTime(new Date(AT.getTime() + 2 * QUARANTINE_DAYS * DAY_MS));
      expect(await endQuarantines({ register, clock: company.clock })).toBe(0);
      expect((await stored(alias))?.state).toBe('retired');
      expect(await told()).toEqual(['alias-retired']);
    });

    it('keeps it from being handed out, where it had become free again', async () => {
      const [first, second] = await register.freeAliases('', 3);
      for (const each of [first, second]) await recordedBefore({ id: each?.value.id ?? '' });
      const alias = await allot();
      expect([first?.value.id, second?.value.id]).not.toContain(alias.id);
      await expect(allot()).rejects.toMatchObject({ code: 'pool-empty' });
    });

    it('is found behind any number of mails that nobody can be sure of', async () => {
      const alias = await allot();
      await recordedBefore(alias);
      for (let more = 0; more < 45; more += 1) await recordedBefore(alias, 'suspicious');
      expect(await register.verifiedMail(alias.id)).toEqual(AT);
    });

    it('counts only where AWS certainly sent it', async () => {
      const alias = await allot();
      await recordedBefore(alias, 'suspicious');
      expect((await company.aliases.release(ADAS, alias.address, '')).state).toBe('quarantined');
    });
  });

  it('to an alias that is missing in Exchange keeps it from coming back as free', () => {
    const missing = usedSince({ ...freeAlias(), state: 'missing' }, AT);
    expect(missing.state).toBe('missing');
    expect(
      usedSince({ ...allottedAlias(freeAlias()), state: 'quarantined', quarantinedUntil: AT }, AT),
    ).toMatchObject({
      state: 'retired',
      quarantinedUntil: undefined,
    });
  });
});

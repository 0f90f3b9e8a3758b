import { describe, expect, it } from 'vitest';
import { poolReport, watchPool } from '../../src/aliases/pool.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { ADA, allottedAlias, freeAlias } from '../fakes/aliases.ts';
import { createCompany, fillPool } from '../fakes/company.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';

const NOW = new Date('2026-03-29T00:00:00Z');
const OWNER = { mail: ADA.mail, id: ADA.id, name: ADA.name };
const PIPELINE = { kind: 'trusted', actor: { kind: 'client', name: 'pipeline' } } as const;

describe('the pool', () => {
  it('is counted by state and root mailbox, with the day on which it runs out', () => {
    const used = Array.from({ length: 8 }, () =>
      allottedAlias(freeAlias(), { allottedAt: new Date('2026-03-10T00:00:00Z') }),
    );
    const released = allottedAlias(freeAlias(), {
      state: 'retired',
      allottedAt: new Date('2020-01-01T00:00:00Z'),
    });
    const elsewhere = { ...freeAlias(), rootMailbox: 'root-02@company.com' };
    const free = Array.from({ length: 5 }, () => freeAlias());
    const report = poolReport([...used, released, elsewhere, ...free], NOW);
    expect(report).toMatchObject({
      total: 15,
      states: { free: 6, allotted: 8, quarantined: 0, retired: 1, missing: 0 },
      mailboxes: [
        { rootMailbox: 'root-01@company.com', free: 5, total: 14 },
        { rootMailbox: 'root-02@company.com', free: 1, total: 1 },
      ],
      // Eight in four weeks; six are left: three weeks.
      allotmentsAWeek: 2,
      runsOutOn: new Date('2026-04-19T00:00:00Z'),
    });
  });

  it('that nobody takes from, and one that is empty, run out never and today', () => {
    expect(poolReport([freeAlias()], NOW).runsOutOn).toBeUndefined();
    expect(poolReport([], NOW)).toMatchObject({ total: 0, runsOutOn: undefined, mailboxes: [] });
    const last = allottedAlias(freeAlias(), { allottedAt: new Date('2026-03-28T00:00:00Z') });
    expect(poolReport([last], NOW).runsOutOn).toEqual(NOW);
  });

  it('that gets low alerts once, and again only after it recovered', async () => {
    const register = createTableRegister(createMemoryTable());
    await fillPool(register, 4);
    const { aliases, clock } = createCompany(register);
    let wakes = 0;
    const look = async (): Promise<boolean> => {
      const alert = () => [{ kind: 'pool-empty', requestId: 'none', to: { kind: 'triage' } }] as const;
      const wake = (): void => {
        wakes += 1;
      };
      return (await watchPool({ register, clock, lowWater: 3, alert, wake })).alerted;
    };
    expect(await look()).toBe(false);
    await aliases.allot(PIPELINE, { owner: OWNER });
    expect(await look()).toBe(false);
    await aliases.allot(PIPELINE, { owner: OWNER });
    const looks = await Promise.all([look(), look(), look()]);
    expect(looks.filter(Boolean)).toHaveLength(1);
    expect(await look()).toBe(false);
    await fillPool(register, 5);
    expect(await look()).toBe(false);
    expect(wakes).toBe(1);
    for (let count = 0; count < 5; count += 1) await aliases.allot(PIPELINE, { owner: OWNER });
    expect(await look()).toBe(true);
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { importAliases, type ImportProgress } from '../../src/aliases/import.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import type { Table } from '../../src/azure/table.ts';
import { newTable } from '../fakes/azurite-table.ts';
import { countTable } from '../fakes/counted-table.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';

function wanted(count: number) {
  return Array.from({ length: count }, () => ({
    address: `aws_${randomUUID()}@company.com`,
    rootMailbox: 'root-01@company.com',
  }));
}

describe('importing aliases', () => {
  it('adds them free, with the GUID of their address as id, and says how far it is', async () => {
    const register = createTableRegister(createMemoryTable());
    const aliases = wanted(100);
    const progress: ImportProgress[] = [];
    const outcome = await importAliases(register, aliases, (step) => progress.push(step));
    expect(outcome).toEqual({ added: 100, present: 0, refused: [] });
    expect(progress[0]).toEqual({ done: 0, total: 100 });
    expect(progress.at(-1)).toEqual({ done: 100, total: 100 });
    const [first] = aliases;
    const stored = await register.aliasByAddress(first?.address ?? '');
    expect(stored?.value).toMatchObject({ state: 'free', id: first?.address.slice(4, 40) });
  });

  it('run again adds what is missing, and recognises a full pool of 3,000 in four requests', async () => {
    const table = countTable(await newTable());
    const register = createTableRegister(table);
    const aliases = wanted(3_000);
    await importAliases(register, aliases.slice(0, 1_234));
    expect(await importAliases(register, aliases)).toEqual({ added: 1_766, present: 1_234, refused: [] });
    table.taken();
    expect(await importAliases(register, aliases)).toEqual({ added: 0, present: 3_000, refused: [] });
    expect(table.taken()).toEqual(['range of 1000', 'range of 1000', 'range of 1000', 'range of 0']);
  });

  it('cut short goes on where it was', async () => {
    const table = createMemoryTable();
    let left = 3;
    const breaking: Table = {
      ...table,
      transaction: (actions) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('the cable was pulled')) : table.transaction(actions);
      },
    };
    const aliases = wanted(200);
    await expect(importAliases(createTableRegister(breaking), aliases)).rejects.toThrow('cable');
    const outcome = await importAliases(createTableRegister(table), aliases);
    expect(outcome).toEqual({ added: 200 - 99, present: 99, refused: [] });
  });

  it('done by two at the same moment adds nothing twice', async () => {
    const register = createTableRegister(await newTable());
    const aliases = wanted(150);
    const outcomes = await Promise.all([importAliases(register, aliases), importAliases(register, aliases)]);
    expect(outcomes.reduce((sum, { added }) => sum + added, 0)).toBe(150);
    expect(await register.freeAliases('', 1_000)).toHaveLength(150);
  });

  it('refuses what AWS would refuse, what is no GUID, and what contradicts the pool', async () => {
    const register = createTableRegister(createMemoryTable());
    const id = randomUUID();
    const rootMailbox = 'root-01@company.com';
    const outcome = await importAliases(register, [
      { address: `aws_${id}@company.com`, rootMailbox },
      { address: `AWS_${id}@Company.com`, rootMailbox },
      { address: 'another@company.com', rootMailbox, id },
      { address: 'third@company.com', rootMailbox, id: 'x/y' },
      { address: `aws_${'x'.repeat(60)}@company.com`, rootMailbox },
      { address: 'a,b@company.com', rootMailbox },
      { address: 'ä@company.com', rootMailbox },
      { address: 'no-address', rootMailbox },
      { address: 'plain@company.com', rootMailbox },
    ]);
    expect(outcome.added).toBe(2);
    expect(outcome.present).toBe(1);
    expect(outcome.refused.map(({ reason }) => reason)).toEqual([
      `its id ${id} belongs to aws_${id}@company.com`,
      'its id x/y is not a GUID',
      'it has 76 characters; AWS takes 6 to 64',
      'it holds a character that AWS refuses in a root-user address',
      'it holds a character that is not printable ASCII',
      'it is not of the form name@domain',
    ]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Register } from '../../src/register.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { openTable } from '../../src/azure/table.ts';
import { added, aliasChange, allottedAlias, freeAlias } from '../fakes/aliases.ts';
import { azuriteLocation, newTableName } from '../fakes/azurite-table.ts';
import { openLossyNetwork, type Fate, type LossyNetwork } from '../fakes/lossy-network.ts';

const PATIENCE_MS = 1_000;

describe('the register over a network on which things get lost', () => {
  let network: LossyNetwork;
  let register: Register;
  beforeEach(async () => {
    network = await openLossyNetwork(azuriteLocation().connectionString);
    const { connectionString } = network;
    register = createTableRegister(
      await openTable({ kind: 'emulator', connectionString }, newTableName(), PATIENCE_MS),
    );
  });
  afterEach(() => network.close());

  const isTransaction = (seen: string): boolean => seen.endsWith('$batch');
  const transactions = (): number => network.seen.filter(isTransaction).length;

  /** The fate of the first so many transactions; everything else passes. */
  function transactionsMeet(fate: Fate, times: number): void {
    let left = times;
    network.meet((seen) => (isTransaction(seen) && left-- > 0 ? fate : 'pass'));
  }

  it('knows its own success when the answer was lost and the SDK sent the transaction again', async () => {
    const free = await added(register, freeAlias());
    network.seen.length = 0;
    transactionsMeet('lose-answer', 1);
    const outcome = await register.commit(aliasChange(free, allottedAlias(free.value)));
    expect(outcome).toEqual({ kind: 'committed' });
    expect(transactions()).toBe(2);
    expect((await register.alias(free.value.id))?.value.state).toBe('allotted');
    expect(await register.history(free.value.id)).toHaveLength(2);
  });

  it('knows its own success when every answer of the transaction was lost', async () => {
    const free = await added(register, freeAlias());
    transactionsMeet('lose-answer', Number.POSITIVE_INFINITY);
    const outcome = await register.commit(aliasChange(free, allottedAlias(free.value)));
    expect(outcome).toEqual({ kind: 'committed' });
    expect(await register.history(free.value.id)).toHaveLength(2);
  });

  it('knows its own success when the storage did the work and fell silent', async () => {
    const free = await added(register, freeAlias());
    transactionsMeet('never-answer', 1);
    const outcome = await register.commit(aliasChange(free, allottedAlias(free.value)));
    expect(outcome).toEqual({ kind: 'committed' });
  });

  it('takes a lost answer about a mark or an account id for no conflict', async () => {
    const free = await added(register, freeAlias());
    transactionsMeet('lose-answer', 1);
    const change = {
      ...aliasChange(free, allottedAlias(free.value, { accountId: '123456789012' })),
      marks: [{ name: 'turn', version: undefined, text: 'mine' }],
    };
    expect(await register.commit(change)).toEqual({ kind: 'committed' });
  });

  it('tries again when the storage is busy', async () => {
    const free = await added(register, freeAlias());
    transactionsMeet('refuse-503', 2);
    const outcome = await register.commit(aliasChange(free, allottedAlias(free.value)));
    expect(outcome).toEqual({ kind: 'committed' });
  });

  it.each<Fate>(['never-answer', 'refuse-503', 'lose-answer'])(
    'says that the storage does not answer: %s',
    async (fate) => {
      const free = await added(register, freeAlias());
      network.meet(() => fate);
      await expect(register.alias(free.value.id)).rejects.toMatchObject({ code: 'register-unavailable' });
      await expect(register.freeAliases('', 1)).rejects.toMatchObject({ code: 'register-unavailable' });
      await expect(register.commit(aliasChange(free, allottedAlias(free.value)))).rejects.toMatchObject({
        code: 'register-unavailable',
      });
    },
  );

  it('asks the storage once a look-up', async () => {
    const free = await added(register, freeAlias());
    network.seen.length = 0;
    await register.aliasByAddress(free.value.address);
    expect(network.seen).toHaveLength(1);
    network.seen.length = 0;
    await register.freeAliases('', 1);
    expect(network.seen).toHaveLength(2);
  });
});

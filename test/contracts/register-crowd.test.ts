import { describe, expect, it } from 'vitest';
import type { Alias } from '../../src/aliases/alias.ts';
import type { Register } from '../../src/register.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { newTable } from '../fakes/azurite-table.ts';
import {
  APPROVER,
  createCompany,
  fillPool,
  linkChannel,
  pendingRequests,
  SECOND_APPROVER,
  somePeople,
  FORM,
} from '../fakes/company.ts';

const CROWD = 300;

async function poolOf(size: number): Promise<Register> {
  const register = createTableRegister(await newTable());
  await linkChannel(register);
  await fillPool(register, size);
  return register;
}

async function allottedAliases(register: Register): Promise<Alias[]> {
  const found: Alias[] = [];
  for await (const { value } of register.everyAlias()) if (value.state === 'allotted') found.push(value);
  return found;
}

describe('many hands at once', () => {
  it.each([3_000, CROWD])(
    '300 approvals on %i free aliases give 300 distinct ones, none lost, and so do 300 direct allotments on as many',
    async (size) => {
      const register = await poolOf(size);
      const { requests, aliases } = createCompany(register);
      const asked = await pendingRequests(register, somePeople(CROWD));
      const outcomes = await Promise.all(
        asked.map(({ id }) => requests.decide(APPROVER, id, { kind: 'approve', comment: '' })),
      );
      expect(outcomes.filter(({ kind }) => kind === 'decided')).toHaveLength(CROWD);
      const addresses = new Set(outcomes.map(({ request }) => request.aliasAddress));
      expect(addresses.size).toBe(CROWD);
      const allotted = await allottedAliases(register);
      expect(new Set(allotted.map(({ address }) => address))).toEqual(addresses);
      const owners = new Map(allotted.map(({ address, owner }) => [address, owner?.id]));
      for (const { request } of outcomes)
        expect(owners.get(request.aliasAddress ?? '')).toBe(request.asker.id);
      expect(await register.pendingRequests()).toEqual([]);
      expect(await register.freeAliases('', 10_000)).toHaveLength(size - CROWD);

      if (size === CROWD) await fillPool(register, CROWD);
      const by = { kind: 'trusted', actor: { kind: 'client', name: 'pipeline' } } as const;
      const got = await Promise.all(
        somePeople(CROWD).map(({ mail, name }) =>
          aliases.allot(by, { owner: { mail, name, id: undefined } }),
        ),
      );
      expect(new Set([...addresses, ...got.map(({ address }) => address)]).size).toBe(2 * CROWD);
      expect(await allottedAliases(register)).toHaveLength(2 * CROWD);
    },
  );

  it('one more than there are free aliases is refused, and its request stays pending', async () => {
    const register = await poolOf(20);
    const { requests } = createCompany(register);
    const asked = await pendingRequests(register, somePeople(25));
    const outcomes = await Promise.allSettled(
      asked.map(({ id }) => requests.decide(APPROVER, id, { kind: 'approve', comment: '' })),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(5);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'pool-empty' });
    expect(await register.pendingRequests()).toHaveLength(5);
  });

  it('two approvers at the same moment: one decides, the other is told who did', async () => {
    const register = await poolOf(20);
    const { requests } = createCompany(register);
    const [asker] = somePeople(1);
    if (asker === undefined) throw new Error('nobody asks');
    for (let round = 0; round < 10; round += 1) {
      const { id } = await requests.submit(asker, newId(), FORM);
      const outcomes = await Promise.all([
        requests.decide(APPROVER, id, { kind: 'approve', comment: 'fine' }),
        requests.decide(SECOND_APPROVER, id, { kind: 'deny', comment: 'why?' }),
      ]);
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['decided', 'settled']);
      const [one, other] = outcomes.map(({ request }) => request.settled?.by?.name);
      expect(one).toBeDefined();
      expect(one).toBe(other);
    }
  });

  it('a decision sent again and again is one: the same alias, one line of history', async () => {
    const register = await poolOf(20);
    const { requests } = createCompany(register);
    const [asker] = somePeople(1);
    if (asker === undefined) throw new Error('nobody asks');
    const { id } = await requests.submit(asker, newId(), FORM);
    const answer = { kind: 'approve', comment: '' } as const;
    const outcomes = [
      ...(await Promise.all(Array.from({ length: 5 }, () => requests.decide(APPROVER, id, answer)))),
      await requests.decide(APPROVER, id, answer),
    ];
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['decided']));
    expect(new Set(outcomes.map(({ request }) => request.aliasAddress)).size).toBe(1);
    const [alias] = await allottedAliases(register);
    const approvals = (await register.history(alias?.id ?? '')).filter(({ action }) => action === 'approve');
    expect(approvals).toHaveLength(1);
    expect(await allottedAliases(register)).toHaveLength(1);
  });

  it('a person cannot open more requests at once than one at a time', async () => {
    const register = await poolOf(5);
    const { requests } = createCompany(register, { openRequestsMost: 3 });
    const [asker] = somePeople(1);
    if (asker === undefined) throw new Error('nobody asks');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => requests.submit(asker, newId(), FORM)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await register.openRequestsOf(asker.id)).toHaveLength(3);
  });

  it('the same form sent many times at once is one request', async () => {
    const register = await poolOf(5);
    const { requests } = createCompany(register);
    const [asker] = somePeople(1);
    if (asker === undefined) throw new Error('nobody asks');
    const id = newId();
    const sent = await Promise.all(Array.from({ length: 8 }, () => requests.submit(asker, id, FORM)));
    expect(new Set(sent.map((request) => request.id))).toEqual(new Set([id]));
    expect(await register.pendingRequests()).toHaveLength(1);
  });

  it('the same key of an API client gives the same alias, also at the same moment', async () => {
    const register = await poolOf(20);
    const { aliases } = createCompany(register);
    const by = { kind: 'trusted', actor: { kind: 'client', name: 'pipeline' } } as const;
    const form = { owner: { mail: 'ada@company.com', id: undefined, name: undefined }, onceKey: 'run 42' };
    const got = await Promise.all(Array.from({ length: 8 }, () => aliases.allot(by, form)));
    expect(new Set(got.map(({ address }) => address)).size).toBe(1);
    expect(await allottedAliases(register)).toHaveLength(1);
    const other = await aliases.allot(by, { ...form, onceKey: 'run 43' });
    expect(other.address).not.toBe(got[0]?.address);
  });
});

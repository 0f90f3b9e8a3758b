import * as fc from '../fast-check.ts';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/store/refusal.ts';
import { NoRight } from '../../src/rights/no-right.ts';
import { importAliases } from '../../src/aliases/import.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { migrate } from '../../src/azure/migration.ts';
import type { Table } from '../../src/azure/table.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { newTable } from '../fakes/azurite-table.ts';
import { createCompany, linkChannel, QUARANTINE_DAYS, FORM, type Company } from '../fakes/company.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';
import { ACCOUNTS, after, APPROVERS, ASKERS, OPEN_MOST, type Stamp, type Model } from './register-model.ts';

const POOL = 3;
const REQUESTS = 4;

const asker = fc.constantFrom('ada' as const, 'bea' as const);
const approver = fc.constantFrom('avery' as const, 'sam' as const);
const account = fc.constantFrom(...ACCOUNTS);
const request = fc.nat({ max: REQUESTS - 1 });
const alias = fc.nat({ max: POOL - 1 });
const stamp: fc.Arbitrary<Stamp> = fc.oneof(
  fc.record({ kind: fc.constant('submit' as const), asker, request }),
  fc.record({
    kind: fc.constantFrom('approve' as const, 'approve' as const, 'deny' as const),
    approver,
    request,
  }),
  fc.record({ kind: fc.constant('cancel' as const), asker, request }),
  fc.record({
    kind: fc.constant('allot' as const),
    owner: asker,
    account: fc.option(account, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('bind' as const), by: asker, alias, account }),
  fc.record({ kind: fc.constant('transfer' as const), by: asker, alias, to: asker }),
  fc.record({ kind: fc.constant('release' as const), by: asker, alias }),
);
/** Stamps of one inner list happen at the same moment. */
const course = fc.array(fc.array(stamp, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

interface World {
  readonly table: Table;
  readonly company: Company;
  /** Addresses by place. */
  readonly names: readonly string[];
  readonly requestIds: readonly string[];
}

async function createWorld(table: Table): Promise<World> {
  const register = createTableRegister(table);
  await linkChannel(register);
  const names = Array.from({ length: POOL }, () => `aws_${randomUUID()}@company.com`);
  await importAliases(
    register,
    names.map((address) => ({ address, rootMailbox: 'root-01@company.com' })),
  );
  const requestIds = Array.from({ length: REQUESTS }, newId);
  return { table, names, requestIds, company: createCompany(register, { openRequestsMost: OPEN_MOST }) };
}

/** Does the stamp and says in a word how it ended. */
async function does(world: World, step: Stamp): Promise<string> {
  try {
    return await act(world, step);
  } catch (error) {
    if (error instanceof Refusal || error instanceof NoRight) return error.code;
    throw error;
  }
}

async function act({ company, names, requestIds }: World, step: Stamp): Promise<string> {
  const { requests, aliases } = company;
  switch (step.kind) {
    case 'submit':
      return (await requests.submit(ASKERS[step.asker], requestIds[step.request] ?? '', FORM)).state;
    case 'cancel':
      return (await requests.cancel(ASKERS[step.asker], requestIds[step.request] ?? '')).state;
    case 'approve':
    case 'deny': {
      const answer = { kind: step.kind, comment: 'so be it' };
      const id = requestIds[step.request] ?? '';
      const outcome = await requests.decide(APPROVERS[step.approver], id, answer);
      return `${outcome.kind} ${outcome.request.state} ${outcome.request.aliasAddress ?? ''}`;
    }
    case 'allot': {
      const by = { kind: 'trusted', actor: { kind: 'client', name: 'pipeline' } } as const;
      const owner = { ...ASKERS[step.owner] };
      return (await aliases.allot(by, { owner, accountId: step.account })).address;
    }
    case 'bind':
    case 'transfer':
    case 'release':
      await change(company, step, names[step.alias] ?? '');
      return 'done';
  }
}

async function change(
  { aliases }: Company,
  step: Extract<Stamp, { kind: 'bind' | 'transfer' | 'release' }>,
  name: string,
): Promise<void> {
  const by = { kind: 'person', person: ASKERS[step.by] } as const;
  if (step.kind === 'bind') await aliases.bind(by, name, { id: step.account });
  else if (step.kind === 'release') await aliases.release(by, name, '');
  else await aliases.transfer(by, name, { owner: ASKERS[step.to] }, '');
}

/** What the register holds, in the model's words. */
async function stored({ company: { register }, names, requestIds }: World): Promise<Model> {
  const model = emptyModel(names);
  const aliases = new Map(model.aliases);
  for await (const { value } of register.everyAlias()) {
    const { state, owner, accountId } = value;
    if (state === 'missing' || state === 'held') throw new Error(`nobody said that an alias is ${state}`);
    const lines = (await register.history(value.id)).length;
    aliases.set(value.address, { state, owner: owner?.mail, account: accountId, lines });
  }
  const requests: [number, NonNullable<ReturnType<Model['requests']['get']>>][] = [];
  for (const [place, id] of requestIds.entries()) {
    const found = (await register.request(id))?.value;
    if (found === undefined) continue;
    if (found.state === 'expired') throw new Error('no time has passed');
    const who = found.asker.id === ASKERS.ada.id ? 'ada' : 'bea';
    const decided = found.state === 'approved' || found.state === 'denied';
    const by = decided ? approverOf(found.settled?.by?.id) : undefined;
    requests.push([place, { asker: who, state: found.state, by, alias: found.aliasAddress }]);
  }
  return { aliases, requests: new Map(requests) };
}

function approverOf(id: string | undefined): string | undefined {
  return Object.entries(APPROVERS).find(([, person]) => person.id === id)?.[0];
}

function emptyModel(names: readonly string[]): Model {
  const free = { state: 'free', owner: undefined, account: undefined, lines: 0 } as const;
  return { aliases: new Map(names.map((name) => [name, free])), requests: new Map() };
}

/** Every model to which the stamps lead, one after the other in some order, each ending as it was seen to end. */
function possible(
  model: Model,
  stamps: readonly { readonly step: Stamp; readonly seen: string }[],
  names: readonly string[],
): readonly Model[] {
  if (stamps.length === 0) return [model];
  return stamps.flatMap((first, place) => {
    const next = after(model, first.step, first.seen, names);
    return next === undefined ? [] : possible(next, stamps.toSpliced(place, 1), names);
  });
}

/**
 * Runs the course, round by round, and finds after each round an order in which its stamps, done one after the other, would have
 * ended and left everything as it is.
 */
async function holds(world: World, rounds: readonly (readonly Stamp[])[]): Promise<void> {
  let model = emptyModel(world.names);
  for (const round of rounds) {
    const seen = await Promise.all(round.map((step) => does(world, step)));
    const now = await stored(world);
    const stamps = round.map((step, place) => ({ step, seen: seen[place] ?? '' }));
    const ends = possible(model, stamps, world.names);
    expect({ stamps, ends }).toEqual({ stamps, ends: expect.arrayContaining([now]) });
    model = now;
  }
  const order = await migrate(world.table, { quarantineDays: QUARANTINE_DAYS });
  expect(order).toMatchObject({ repaired: 0, removed: 0, contradictions: [] });
}

describe('whatever hands do at the same moment, it is as if they had come one after the other', () => {
  it('in every order of storage operations', async () => {
    const property = fc.asyncProperty(fc.scheduler(), course, async (scheduler, rounds) => {
      let scheduled = false;
      const table = createMemoryTable(async () => {
        if (scheduled) await scheduler.schedule(Promise.resolve());
      });
      const world = await createWorld(table);
      scheduled = true;
      await scheduler.waitFor(holds(world, rounds));
    });
    await expect(fc.assert(property, { numRuns: 800 })).resolves.toBeUndefined();
  });

  it('on Azurite', async () => {
    const property = fc.asyncProperty(course, async (rounds) =>
      holds(await createWorld(await newTable()), rounds),
    );
    await expect(fc.assert(property, { numRuns: 20 })).resolves.toBeUndefined();
  });
});

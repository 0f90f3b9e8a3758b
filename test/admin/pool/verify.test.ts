import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ADA } from '../../fakes/aliases.ts';
import { createCompany } from '../../fakes/company.ts';
import {
  ALIASES,
  FOUR,
  ONE,
  ROOT_1,
  ROOT_2,
  startContext,
  THREE,
  TWO,
  type AdminContext,
} from '../admin-context.ts';

const NEW = 'aws_3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c0005@company.com';
const shown = z.object({ address: z.string(), state: z.string() });
const report = z.object({
  notInExchange: z.array(shown),
  again: z.array(shown),
  notInTable: z.array(z.object({ address: z.string(), rootMailbox: z.string() })),
  elsewhere: z.array(z.object({ address: z.string(), foundIn: z.string() })),
  noMailbox: z.array(z.string()),
  fixed: z.array(shown),
  left: z.number(),
});
const PIPELINE = { kind: 'trusted', actor: { kind: 'client', name: 'pipeline' } } as const;

describe('verify', () => {
  const running: AdminContext[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ graph }) => graph[Symbol.asyncDispose]()));
  });
  async function start(...given: Parameters<typeof startContext>): Promise<AdminContext> {
    const context = await startContext(...given);
    running.push(context);
    return context;
  }
  async function verify(context: AdminContext, ...args: readonly string[]) {
    const { exitCode, out } = await context.run(['verify', '--json', ...args]);
    const found = report.parse(JSON.parse(out));
    expect(exitCode).toBe(found.left === 0 ? 0 : 1);
    return found;
  }
  const stateOf = async ({ register }: AdminContext, address: string) =>
    (await register.aliasByAddress(address))?.value.state;

  it('finds no difference where there is none', async () => {
    const { exitCode, out } = await (await start()).run(['verify']);
    expect(out).toBe('4 aliases compared with 2 root mailboxes: no differences.\n');
    expect(exitCode).toBe(0);
  });

  it('shows both differences and changes nothing', async () => {
    const context = await start({ [ROOT_1]: [ONE, NEW], [ROOT_2]: [FOUR, THREE, 'office@company.com'] });
    const found = await verify(context);
    expect(found.notInExchange).toEqual([{ address: TWO, state: 'free' }]);
    expect(found.notInTable).toEqual([{ address: NEW, rootMailbox: ROOT_1 }]);
    expect(found.fixed).toEqual([]);
    expect(await stateOf(context, TWO)).toBe('free');
    const { exitCode, out } = await context.run(['verify']);
    expect(exitCode).toBe(1);
    expect(out).toContain(`1 in the table, but not in Exchange Online:\n  ${TWO} (free) of ${ROOT_1}\n  > `);
    expect(out).toContain(`1 in Exchange Online, but not in the table:\n  ${NEW} on ${ROOT_1}\n  > `);
  });

  it('--fix takes out of the pool what is not there, and writes it down', async () => {
    const context = await start({ [ROOT_1]: [ONE], [ROOT_2]: [THREE, FOUR] });
    const found = await verify(context, '--fix');
    expect(found).toMatchObject({ fixed: [{ address: TWO, state: 'missing' }], left: 0 });
    const alias = await context.register.aliasByAddress(TWO);
    expect(alias?.value.state).toBe('missing');
    expect((await context.register.history(alias?.value.id ?? '')).at(-1)).toMatchObject({
      actor: { kind: 'system', name: 'verify' },
      action: 'missing',
      before: { code: 'state', state: 'free' },
      after: { code: 'state', state: 'missing' },
    });
    expect(await context.register.freeAliases('', 10)).toHaveLength(3);
    expect(await verify(context)).toMatchObject({ notInExchange: [], left: 0 });
  });

  it('--fix puts back what is there again, quarantined where its time is not over', async () => {
    const context = await start();
    const { aliases } = createCompany(context.register);
    const owner = { mail: ADA.mail, id: ADA.id, name: ADA.name };
    const { address } = await aliases.allot(PIPELINE, { owner });
    await aliases.release(PIPELINE, address, 'not needed');
    const free = ALIASES.map((alias) => alias.address).find((each) => each !== address) ?? '';

    // Another Exchange lost two aliases; it is compared with the same table.
    const kept = (addresses: readonly string[]) =>
      addresses.filter((each) => each !== free && each !== address);
    const broken = await start({ [ROOT_1]: kept([ONE, TWO]), [ROOT_2]: kept([THREE, FOUR]) }, []);
    const lost = await broken.run(['verify', '--fix'], (config) => ({
      ...config,
      table: context.config.table,
    }));
    expect(lost.exitCode).toBe(0);
    expect([await stateOf(context, free), await stateOf(context, address)]).toEqual(['missing', 'missing']);

    expect((await verify(context)).again).toHaveLength(2);
    expect((await verify(context, '--fix')).left).toBe(0);
    expect([await stateOf(context, free), await stateOf(context, address)]).toEqual(['free', 'quarantined']);
  });

  it('never changes an alias in use: its lost mail is for people', async () => {
    const context = await start({ [ROOT_1]: [], [ROOT_2]: [] });
    const { aliases } = createCompany(context.register);
    const owner = { mail: ADA.mail, id: ADA.id, name: ADA.name };
    const { address } = await aliases.allot(PIPELINE, { owner });
    const { exitCode, out } = await context.run(['verify', '--fix']);
    expect(exitCode).toBe(1);
    expect(out).toContain(
      `1 in use or held, but not in Exchange Online: their mail is lost:\n  ${address} (allotted)`,
    );
    expect(await stateOf(context, address)).toBe('allotted');
  });

  it('says nothing about the aliases of a mailbox that is not there', async () => {
    const context = await start({ [ROOT_1]: [ONE, TWO] });
    const found = await verify(context, '--fix');
    expect(found).toMatchObject({ noMailbox: [ROOT_2], notInExchange: [], fixed: [], left: 1 });
    expect(await context.register.freeAliases('', 10)).toHaveLength(4);
  });

  it('names an alias that moved to another root mailbox, and looks into mailboxes that are named', async () => {
    const context = await start({ [ROOT_1]: [ONE], [ROOT_2]: [TWO, THREE] }, ALIASES.slice(0, 2));
    const found = await verify(context, '--mailbox', ROOT_2.toUpperCase());
    expect(found.elsewhere).toEqual([{ address: TWO, foundIn: ROOT_2 }]);
    expect(found.notInTable).toEqual([{ address: THREE, rootMailbox: ROOT_2 }]);
  });

  it('changes nothing when Graph refuses', async () => {
    const context = await start({ [ROOT_1]: [], [ROOT_2]: [] });
    context.graph.faults.always('v1.0/users?', { kind: 'error', status: 403 });
    const { exitCode, err } = await context.run(['verify', '--fix']);
    expect(exitCode).toBe(1);
    expect(err).toContain('Microsoft Graph answered 403');
    expect(await context.register.freeAliases('', 10)).toHaveLength(4);
  });
});

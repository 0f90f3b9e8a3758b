import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { approvers } from '../../../local/people.ts';
import { ADA, added, allottedAlias, freeAlias, PAYMENTS } from '../../fakes/aliases.ts';
import { linkChannel } from '../../fakes/company.ts';
import type { Alias } from '../../../src/aliases/alias.ts';
import { startContext, type AdminContext } from '../admin-context.ts';

const [MEGAN] = approvers.members;
const MAIL = MEGAN?.mail ?? '';
const WHY = ['--reason', 'ticket 7'];
const A = '111122223333';
const B = '444455556666';
const failure = z.object({ error: z.string(), code: z.string(), remedy: z.string() });

describe('aliases on the command line', () => {
  let context: AdminContext;
  let alias: Alias;
  beforeEach(async () => {
    context = await startContext({}, []);
    await linkChannel(context.register);
    alias = (await added(context.register, allottedAlias(freeAlias(), { accountName: 'payments-prod' })))
      .value;
  });
  afterEach(() => context.graph[Symbol.asyncDispose]());

  const stored = async () => (await context.register.alias(alias.id))?.value;
  const lastLine = async () => (await context.register.history(alias.id)).at(-1);
  async function fails(...args: readonly string[]) {
    const { exitCode, out, err } = await context.run([...args, '--json']);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    return failure.parse(JSON.parse(err)).code;
  }

  it('find finds what find in chat finds', async () => {
    for (const text of [alias.address, 'payments', ADA.mail]) {
      const { exitCode, out } = await context.run(['find', text]);
      expect({ exitCode, out }).toEqual({
        exitCode: 0,
        out: expect.stringContaining(`${alias.address} (allotted): owner ${ADA.mail}`),
      });
    }
    const { exitCode, out } = await context.run(['find', 'nothing-of-that', '--json']);
    expect({ exitCode, out: JSON.parse(out) }).toEqual({ exitCode: 1, out: { aliases: [], all: 0 } });
  });

  it('show tells everything of one alias, by its address or account', async () => {
    await context.run(['bind', alias.address, A, ...WHY]);
    for (const name of [alias.address.toUpperCase(), A, '1111-2222-3333']) {
      const { exitCode, out } = await context.run(['show', name]);
      expect(exitCode).toBe(0);
      expect(out).toMatch(new RegExp(`^alias +${alias.address}$`, 'm'));
      expect(out).toContain(`bind by administrator: no account → account ${A} (payments-prod) (ticket 7)`);
    }
    const { out } = await context.run(['show', alias.address, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      alias: alias.address,
      account_id: A,
      history: expect.any(Array),
    });
    expect(await fails('show', 'aws_nobody@company.com')).toBe('alias-unknown');
    expect(await fails('show', B)).toBe('alias-unknown');
  });

  it('bind notes an account, and replaces one only where that is said', async () => {
    expect((await context.run(['bind', alias.address, '1111 2222 3333', ...WHY])).exitCode).toBe(0);
    expect(await stored()).toMatchObject({ accountId: A, accountName: 'payments-prod' });
    expect(await lastLine()).toMatchObject({
      actor: { kind: 'system', name: 'administrator' },
      reason: { text: 'ticket 7' },
    });
    expect(await fails('bind', alias.address, B, ...WHY)).toBe('account-bound-already');
    expect(
      (await context.run(['bind', alias.address, B, '--replace', '--name', 'shop', ...WHY])).exitCode,
    ).toBe(0);
    expect(await stored()).toMatchObject({ accountId: B, accountName: 'shop' });
    expect(await fails('bind', alias.address, '12', '--replace', ...WHY)).toBe('account-id-malformed');
    expect(await fails('bind', alias.address, B, '--name', 'é', ...WHY)).toBe('account-name-refused');
    expect(await fails('bind', 'aws_nobody@company.com', B, ...WHY)).toBe('alias-unknown');
    const other = (await added(context.register, allottedAlias(freeAlias()))).value;
    expect(await fails('bind', other.address, B, ...WHY)).toBe('account-bound-elsewhere');
  });

  it('transfer gives it to a person of the directory, or its mail to a linked channel', async () => {
    const given = await context.run(['transfer', alias.address, MAIL.toUpperCase(), ...WHY]);
    expect(given.exitCode).toBe(0);
    expect(await stored()).toMatchObject({ owner: { mail: MAIL, id: MEGAN?.id } });
    expect(await lastLine()).toMatchObject({ action: 'transfer', reason: { text: 'ticket 7' } });
    const link = `https://teams.microsoft.com/l/channel/${encodeURIComponent(PAYMENTS)}/aws-root?groupId=x&tenantId=y`;
    for (const channel of [link, PAYMENTS, 'payments / AWS-root']) {
      expect((await context.run(['transfer', alias.address, '--channel', channel, ...WHY])).exitCode).toBe(0);
      expect(await stored()).toMatchObject({ owner: { mail: MAIL }, channelId: PAYMENTS });
    }
    expect(await fails('transfer', alias.address, 'nobody@company.com', ...WHY)).toBe('person-unknown');
    expect(await fails('transfer', alias.address, '--channel', '19:other@thread.tacv2', ...WHY)).toBe(
      'channel-not-linked',
    );
    expect((await context.run(['transfer', alias.address, ...WHY])).exitCode).toBe(2);
  });

  it('release takes it back by the rules of the register, once', async () => {
    const { exitCode, out } = await context.run(['release', alias.address, ...WHY]);
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: expect.stringContaining('(quarantined)') });
    expect(await lastLine()).toMatchObject({
      action: 'release',
      after: { state: 'quarantined' },
      reason: { text: 'ticket 7' },
    });
    expect(await fails('release', alias.address, ...WHY)).toBe('alias-not-allotted');
  });

  it('nothing is changed without a reason', async () => {
    for (const change of [
      ['bind', alias.address, A],
      ['transfer', alias.address, MAIL],
      ['release', alias.address],
    ]) {
      expect((await context.run(change)).exitCode).toBe(2);
      expect((await context.run([...change, '--reason', ' '])).exitCode).toBe(2);
    }
    expect(await stored()).toEqual(alias);
  });
});

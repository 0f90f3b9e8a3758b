import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../../../src/store/refusal.ts';
import { noteAwsMail } from '../../../src/aliases/aws-mail.ts';
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

const PIPELINE = { kind: 'trusted', actor: { kind: 'client', name: 'pipeline' } } as const;
const FORM = { owner: { mail: ADA.mail, id: ADA.id, name: ADA.name } };
const report = z.object({
  held: z.array(z.string()),
  freed: z.array(z.object({ address: z.string(), state: z.string() })),
  left: z.number(),
});

describe('an address of the pool that the table does not know', () => {
  let context: AdminContext;
  let folder: string;
  beforeEach(async () => {
    context = await startContext({ [ROOT_1]: [ONE, TWO], [ROOT_2]: [THREE, FOUR] }, []);
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-held-'));
  });
  afterEach(async () => {
    await context.graph[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const stateOf = async (address: string) => (await context.register.aliasByAddress(address))?.value.state;
  async function accounts(...used: readonly string[]): Promise<string> {
    const path = join(folder, 'accounts.json');
    const listed = used.map((Email, place) => {
      return { Id: `11112222333${place}`, Email, Name: `account ${place}`, Status: 'ACTIVE' };
    });
    await writeFile(path, JSON.stringify({ Accounts: listed }));
    return path;
  }
  /** The table is lost: what verify finds in the mailboxes comes back. */
  const foundByVerify = () => context.run(['verify', '--mailbox', ROOT_1, ROOT_2, '--fix']);

  it('comes back held, and is handed to nobody', async () => {
    const { exitCode, out } = await foundByVerify();
    expect(exitCode).toBe(0);
    expect(out).toContain(`${ONE}: held now`);
    for (const { address } of ALIASES) expect(await stateOf(address)).toBe('held');
    const { aliases } = createCompany(context.register);
    await expect(aliases.allot(PIPELINE, FORM)).rejects.toThrow(Refusal);
    expect((await context.run(['verify'])).exitCode).toBe(0);
  });

  it('verify says what an empty table means, and finds fault with it', async () => {
    const { exitCode, out } = await context.run(['verify']);
    expect(exitCode).toBe(1);
    expect(out).toContain('The table knows no alias');
  });

  it('adopt names it as a case of its own, and advises no change at AWS', async () => {
    const { exitCode, out } = await context.run(['adopt', await accounts(ONE, 'old@elsewhere.com')]);
    expect(exitCode).toBe(1);
    expect(out).toContain(`not in the table:\n  ${ONE}: account 111122223330`);
    expect(out).toContain('1 outside the pool');
    expect(out).not.toMatch(/give them an alias/);
  });

  it('adopt says of those that are held which an account uses, and they wait for their owner', async () => {
    await foundByVerify();
    const { exitCode } = await context.run(['adopt', await accounts(ONE), '--apply']);
    expect(exitCode).toBe(0);
    expect((await context.register.aliasByAddress(ONE))?.value).toMatchObject({
      state: 'allotted',
      owner: undefined,
      accountId: '111122223330',
    });
  });

  it('is freed by word of an administrator, and retired where AWS wrote to it', async () => {
    await foundByVerify();
    const { register } = context;
    const written = await register.aliasByAddress(TWO);
    await noteAwsMail({ register, clock: () => new Date() }, written?.value.id ?? '', new Date());
    expect(await stateOf(TWO)).toBe('held');

    const listed = await context.run(['free', '--held', '--json']);
    expect(listed.exitCode).toBe(1);
    expect(report.parse(JSON.parse(listed.out))).toMatchObject({ left: 4, freed: [] });
    const one = await context.run(['free', ONE, '--apply', '--reason', 'made yesterday']);
    expect(one).toMatchObject({ exitCode: 0, out: expect.stringContaining(`${ONE}: free now`) });
    const rest = await context.run(['free', '--held', '--apply', '--reason', 'nobody has them', '--json']);
    expect(rest.exitCode).toBe(0);
    expect(report.parse(JSON.parse(rest.out)).freed).toHaveLength(3);
    expect([await stateOf(ONE), await stateOf(TWO), await stateOf(THREE)]).toEqual([
      'free',
      'retired',
      'free',
    ]);
    const history = await register.history((await register.aliasByAddress(ONE))?.value.id ?? '');
    expect(history.at(-1)).toMatchObject({
      action: 'free',
      before: { code: 'state', state: 'held' },
      reason: { code: 'said', text: 'made yesterday' },
    });
    // Said again, there is nothing left to say.
    expect((await context.run(['free', ONE])).exitCode).toBe(1);
    expect((await context.run(['free', '--held'])).exitCode).toBe(0);
  });
});

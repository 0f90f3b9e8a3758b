import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/admin/command-line.ts';
import { readConfig } from '../../src/config.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { RootdeskError } from '../../src/shared/rootdesk-error.ts';
import type { Caller } from '../../src/rights/caller.ts';
import {
  ADMIN_RIGHTS,
  API_RIGHTS,
  COMMAND_RIGHTS,
  RIGHTS,
  ROLES,
  type Operation,
  type Role,
} from '../../src/rights/operations.ts';
import { createMemoryContext } from '../admin/memory-context.ts';
import { ADA, added, allottedAlias, BEA, freeAlias, PAYMENTS } from '../fakes/aliases.ts';
import { APPROVER, createCompany, linkChannel, pendingRequests } from '../fakes/company.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';
import { allows } from '../../docs/generate/rights-tables.ts';

const ADDRESS = 'aws_3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c0001@company.com';
type Command = keyof typeof ADMIN_RIGHTS;

/** What is written behind each command: as it should be, with something wrong, and nothing; each with its exit code. */
const CALLS: Readonly<Record<Command, readonly (readonly [args: readonly string[], exitCode: number])[]>> = {
  plan: [
    [['--mailboxes', '1', '--aliases', '1', '--domain', 'company.com'], 0],
    [['--mailboxes', 'one', '--aliases', '1', '--domain', 'company.com'], 2],
    [[], 2],
  ],
  // Without a mailbox and Teams it finds much, and says so.
  doctor: [
    [['--json'], 1],
    [['--nonsense'], 2],
    [[], 1],
  ],
  import: [
    [['aliases.csv'], 0],
    [['accounts.json'], 1],
    [[], 2],
  ],
  verify: [
    [['--json'], 1],
    [['--nonsense'], 2],
    [[], 1],
  ],
  // The account uses an address that the table does not know.
  adopt: [
    [['accounts.json'], 1],
    [['aliases.csv'], 1],
    [[], 2],
  ],
  assign: [
    [['owners.csv'], 1],
    [['aliases.csv'], 1],
    [[], 2],
  ],
  find: [
    [['shop'], 1],
    [['shop', '--nonsense'], 2],
    [[], 2],
  ],
  show: [
    [[ADDRESS], 1],
    [[ADDRESS, '--nonsense'], 2],
    [[], 2],
  ],
  bind: [
    [[ADDRESS, '111122223333', '--reason', 'why'], 1],
    [[ADDRESS, '111122223333'], 2],
    [[], 2],
  ],
  transfer: [
    [[ADDRESS, 'ada@company.com', '--reason', 'why'], 1],
    [[ADDRESS, 'ada@company.com'], 2],
    [[], 2],
  ],
  release: [
    [[ADDRESS, '--reason', 'why'], 1],
    [[ADDRESS], 2],
    [[], 2],
  ],
  free: [
    [['--held'], 0],
    [['--held', '--apply'], 2],
    [[], 2],
  ],
  // No storage account answers on this machine.
  purge: [
    [['--older-than', '400'], 0],
    [['--older-than', 'soon'], 2],
    [[], 2],
  ],
  store: [
    [['aliases.csv', '--in', 'http://127.0.0.1:1/backups'], 1],
    [['aliases.csv', '--in', 'https://somewhere.example/backups'], 1],
    [[], 2],
  ],
  backup: [
    [['--out', 'backup.jsonl'], 1],
    [['--nonsense'], 2],
    [[], 2],
  ],
  restore: [
    [['accounts.json'], 1],
    [['--nonsense'], 2],
    [[], 2],
  ],
  export: [
    [['--state', 'free'], 0],
    [['--state', 'nonsense'], 2],
    [[], 0],
  ],
  pool: [
    [['--json'], 0],
    [['--nonsense'], 2],
    [[], 0],
  ],
  audit: [
    [['--from', '2026-03-01'], 0],
    [['--from', 'yesterday'], 2],
    [[], 0],
  ],
  'reveal-log': [
    [['--from', '2026-03-01'], 0],
    [['--from', 'yesterday'], 2],
    [[], 0],
  ],
  replay: [
    [['--dead'], 0],
    [['--from', 'yesterday'], 2],
    [[], 2],
  ],
  reindex: [
    [['--dry-run'], 0],
    [['--nonsense'], 2],
    [[], 0],
  ],
};
const ALL = Object.entries(CALLS).flatMap(([command, calls]) =>
  calls.map(([args, exitCode]) => ({ command, args, exitCode })),
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rootdesk-walk-'));
  await writeFile(join(folder, 'aliases.csv'), `alias,root_mailbox\n${ADDRESS},root-01@company.com\n`);
  await writeFile(join(folder, 'owners.csv'), `alias,owner\n${ADDRESS},ada@company.com\n`);
  const account = { Id: '111122223333', Email: ADDRESS, Name: 'payments', Status: 'ACTIVE' };
  await writeFile(join(folder, 'accounts.json'), JSON.stringify({ Accounts: [account] }));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(command: string, args: readonly string[], isAdministrator: boolean) {
  let said = '';
  const write = (text: string): void => void (said += text);
  const context = createMemoryContext();
  const config = (): never => readConfigOfNobody();
  const exitCode = await runCommandLine(
    [command, ...args.map((arg) => (/\.(?:csv|jsonl?)$/.test(arg) ? join(folder, arg) : arg))],
    { out: write, err: write, progress: false },
    { config, open: async () => (isAdministrator ? context : config()) },
  );
  return { exitCode, said };
}

/** Somebody without the settings of Rootdesk has nothing that opens its table or mailbox. */
function readConfigOfNobody(): never {
  readConfig({});
  throw new Error('a configuration of nothing was taken');
}

describe('each command of the command line', () => {
  it.each(ALL)('$command $args', async ({ command, args, exitCode }) => {
    const ran = await run(command, args, true);
    expect([ran.exitCode, ran.said]).toEqual([exitCode, expect.not.stringContaining('may not do this')]);
  });

  it.each(ALL.filter(({ command, exitCode }) => command !== 'plan' && exitCode !== 2))(
    '$command $args does nothing for whoever is no administrator',
    async ({ command, args }) => {
      const { exitCode, said } = await run(command, args, false);
      expect(exitCode).toBe(1);
      expect(said).toContain('CENTRAL_MAILBOX is missing');
    },
  );
});

/** What everybody is who does not come through Teams: one role each. */
const TRUSTED = ROLES.filter((role) => /^Aliases\.|^administrator$|^Teams$/.test(role));
const PEOPLE = { asker: ADA, owner: ADA, approver: APPROVER, 'anybody else': BEA } as const;

describe('each cell of the table for whoever does not come through Teams, and theirs for people', () => {
  async function createWorld() {
    const register = createTableRegister(createMemoryTable());
    await linkChannel(register);
    const { value: alias } = await added(register, allottedAlias(freeAlias()));
    const [request] = await pendingRequests(register, [ADA]);
    const company = createCompany(register);
    for (const person of Object.values(PEOPLE)) company.meet(person);
    const names = { alias: alias.address, request: request?.id ?? '', channel: PAYMENTS };
    return { rights: company.rights, names };
  }

  type World = Awaited<ReturnType<typeof createWorld>>;

  async function outcome({ rights, names }: World, operation: Operation, caller: Caller): Promise<string> {
    const { subject } = RIGHTS[operation];
    const name =
      subject === 'alias' || subject === 'request' || subject === 'channel' ? names[subject] : newId();
    try {
      await rights.grant(operation, caller, name);
      return 'granted';
    } catch (error) {
      if (error instanceof RootdeskError) return error.code;
      throw error;
    }
  }

  const operations = Object.keys(RIGHTS).filter((name): name is Operation => name in RIGHTS);

  it.each(TRUSTED)('%s', async (role: Role) => {
    const world = await createWorld();
    const caller = { kind: 'trusted', actor: { kind: 'client', name: 'x' }, roles: new Set([role]) } as const;
    for (const operation of operations) {
      const right = RIGHTS[operation];
      // The request is of a person.
      const may = allows({ ...right, may: right.may.filter((each) => each !== 'anyone') }, [role]);
      const expected = may && right.ownOnly !== role ? 'granted' : 'no-right';
      expect([operation, await outcome(world, operation, caller)]).toEqual([operation, expected]);
    }
  });

  it.each(Object.entries(PEOPLE))('%s sees a request of Ada’s as the table says', async (what, person) => {
    const world = await createWorld();
    const place = { kind: 'personal' } as const;
    const caller: Caller = { kind: 'person', person, place, conversationId: 'a:1' };
    const may = RIGHTS['see-request'].may.some((role) => role === what) || person === ADA;
    expect(await outcome(world, 'see-request', caller)).toBe(may ? 'granted' : 'no-right');
  });

  it.each(Object.entries(PEOPLE))('%s is neither a client nor an administrator', async (_what, person) => {
    const world = await createWorld();
    const caller: Caller = {
      kind: 'person',
      person,
      place: { kind: 'channel', teamId: '19:payments-team@thread.tacv2', channelId: PAYMENTS },
      conversationId: PAYMENTS,
    };
    // What people have in chat too is granted there.
    const theirs = operations.filter(
      (operation) => (operation in API_RIGHTS || operation in ADMIN_RIGHTS) && !(operation in COMMAND_RIGHTS),
    );
    expect(theirs.length).toBeGreaterThan(15);
    for (const operation of theirs) {
      expect([operation, await outcome(world, operation, caller)]).toEqual([operation, 'no-right']);
    }
  });
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../src/app.ts';
import { runWith, type Ran } from '../admin/admin-context.ts';
import { silentLog } from '../fakes/log.ts';
import { openLossyNetwork } from '../fakes/lossy-network.ts';
import { ADDRESSES, ALEX, MEGAN, PAYMENTS, PLATFORM, SAM, SEARCH, TRIAGE } from './company.ts';
import { worldConfig } from './world-config.ts';
import { openWorld, type World } from './world.ts';
import { FIND, mail, NOBODYS, PAY } from './mail.ts';
import { RESET } from './secret-mails.ts';

const REPEAT = 'May be a repeat';
const BILL = 'your bill is $42.17';
/** Longer than a lease or a claim lasts. */
const LEASES_END = 120_000;

const isColumn = (name: string): boolean => name !== 'etag' && name !== 'timestamp';
const restored = z.object({
  written: z.number(),
  present: z.number(),
  conflicts: z.array(z.object({ partition: z.string(), key: z.string() })),
  different: z.array(z.unknown()),
  held: z.number(),
});

describe('a lost table', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-lost-'));
    file = join(folder, 'backup.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** The command line beside the program, not through its network. */
  const admin = (world: World, ...args: readonly string[]): Promise<Ran> =>
    runWith(args, () => worldConfig(world.surroundings));
  async function restore(world: World, ...args: readonly string[]) {
    const ran = await admin(world, 'restore', file, '--json', ...args);
    expect(ran.err).toBe('');
    return { exitCode: ran.exitCode, ...restored.parse(JSON.parse(ran.out)) };
  }
  async function loseTable({ surroundings: { storage, tableName } }: World): Promise<void> {
    await TableClient.fromConnectionString(storage, tableName, {
      allowInsecureConnection: true,
    }).deleteTable();
  }
  async function asks(world: World, accountName: string): Promise<void> {
    const form = await world.says(ALEX, 'request');
    await world.clicks(ALEX, form, 'submit-request', {
      accountName,
      purpose: 'Card payments',
      environment: 'production',
      channelId: PAYMENTS.id,
    });
  }
  const bills = (world: World, channel = PAYMENTS): readonly boolean[] =>
    world.channel(channel).flatMap(({ text }) => (text.includes(BILL) ? [text.includes(REPEAT)] : []));
  async function listings(world: World): Promise<readonly string[]> {
    const ran = await Promise.all([
      admin(world, 'export'),
      admin(world, 'reveal-log'),
      admin(world, 'audit', '--alias', PAY),
      admin(world, 'audit', '--alias', FIND),
    ]);
    return ran.map(({ out }) => out);
  }
  async function ledger(world: World): Promise<readonly string[]> {
    const rows = (await world.rows()).filter(({ partitionKey }) => partitionKey === 'ledger');
    return rows.map((row) => JSON.stringify(row, Object.keys(row).filter(isColumn).toSorted())).toSorted();
  }

  /** Work of some days: mail that was posted, one that was revealed, a request that waits. */
  async function openOffice(): Promise<World> {
    const world = await openWorld();
    await world.says(ALEX, 'help');
    await world.owns(ALEX, PAYMENTS, PAY, '111122223333');
    await world.owns(SAM, SEARCH, FIND);
    await world.mailArrives(mail({ to: PAY }));
    await world.mailArrives(RESET);
    await world.sweeps();
    const card = await world.sees(PAYMENTS, 'Text withheld');
    await world.clicks(ALEX, card, 'reveal-mail');
    await world.clicks(MEGAN, await world.sees(PLATFORM, 'wants to read'), 'agree-reveal');
    await world.sees(ALEX, 'TOKENTOKEN42');
    world.later(10 * 60_000);
    await world.rests();
    await asks(world, 'payments-prod');
    return world;
  }

  it('comes back as it was, where nothing happened since: what people see and do goes on', async () => {
    await using world = await openOffice();
    const backup = await admin(world, 'backup', '--out', file);
    expect(backup).toMatchObject({ exitCode: 0, err: '', out: expect.stringContaining('rows of the table') });
    const before = { listings: await listings(world), ledger: await ledger(world) };
    const request = await world.sees(PLATFORM, 'payments-prod');
    const posted = world.teams.calls.length;

    await world.restarts(async () => {
      await loseTable(world);
      const outcome = await restore(world, '--nothing-since');
      expect(outcome).toMatchObject({ exitCode: 0, conflicts: [], different: [], held: 0 });
      expect({ listings: await listings(world), ledger: await ledger(world) }).toEqual(before);
    });
    world.later(LEASES_END);
    await world.sweeps();
    await world.doesHousekeeping();
    // Not a card more: everything was told before.
    expect(world.teams.calls.slice(posted).filter(({ path }) => path.includes('conversations'))).toEqual([]);

    await world.clicks(MEGAN, request, 'approve');
    await world.sees(ALEX, 'Your alias is ready');
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    expect(bills(world)).toEqual([false, false]);
    const { out } = await admin(world, 'audit', '--person', 'restore');
    expect(out).toContain('said: nobody was given an alias after the backup');
  });

  it('comes back without what happened since: nothing that was handed out is free, no mail comes again unmarked', async () => {
    await using world = await openOffice();
    expect((await admin(world, 'backup', '--out', file)).exitCode).toBe(0);
    // After the backup an alias is handed out, and a mail is posted.
    await world.clicks(MEGAN, await world.sees(PLATFORM, 'payments-prod'), 'approve');
    const told = await world.sees(ALEX, 'Your alias is ready');
    const address = ADDRESSES.find((each) => told.text.includes(each)) ?? '';
    await world.mailArrives(mail({ to: FIND }));
    await world.sweeps();
    expect(bills(world, SEARCH)).toEqual([false]);
    const posted = bills(world).length;

    await world.restarts(async () => {
      await loseTable(world);
      const { exitCode, held } = await restore(world);
      expect({ exitCode, held }).toEqual({ exitCode: 0, held: ADDRESSES.length - 2 });
    });
    world.later(LEASES_END);
    await world.sweeps();
    await world.doesHousekeeping();
    expect(bills(world, SEARCH)).toEqual([false, true]);
    expect(bills(world)).toHaveLength(posted);

    // Nobody is handed an alias of which nobody knows whose it is.
    await asks(world, 'search-prod');
    const card = await world.sees(PLATFORM, 'search-prod');
    expect((await world.clicks(MEGAN, card, 'approve')).text).toContain('No free alias');
    // AWS tells that an account uses the one that was handed out; the others are nobody's.
    const accounts = join(folder, 'accounts.json');
    const listed = [{ Id: '444455556666', Email: address, Name: 'payments-prod', Status: 'ACTIVE' }];
    await writeFile(accounts, JSON.stringify({ Accounts: listed }));
    await admin(world, 'adopt', accounts, '--apply');
    expect((await world.register.aliasByAddress(address))?.value).toMatchObject({
      state: 'allotted',
      owner: undefined,
    });
    const freed = await admin(world, 'free', '--held', '--apply', '--reason', 'asked everybody');
    expect(freed.exitCode).toBe(0);
    await world.clicks(MEGAN, card, 'approve');
    const again = await world.sees(ALEX, 'Your alias is ready');
    expect(again.text).not.toContain(address);
    expect(world.channel(TRIAGE).filter(({ text }) => text.includes('missed'))).toEqual([]);
  });

  it('is restored by a second call where the first was cut short, and nothing runs on a part of it', async () => {
    await using world = await openOffice();
    await admin(world, 'backup', '--out', file);
    const whole = await ledger(world);
    await world.restarts(async () => {
      await loseTable(world);
      const { storage } = world.surroundings;
      // The storage goes away in the middle.
      const usual = worldConfig(world.surroundings);
      const network = await openLossyNetwork(storage);
      let batches = 0;
      network.meet((seen) => (seen.includes('$batch') && (batches += 1) > 1 ? 'refuse-503' : 'pass'));
      const place = { kind: 'emulator', connectionString: network.connectionString } as const;
      const first = await runWith(['restore', file], () => ({ ...usual, table: { ...usual.table, place } }));
      await network.close();
      expect(first.exitCode).toBe(1);
      await expect(createApp(usual, silentLog())).rejects.toMatchObject({ code: 'restore-unfinished' });

      const second = await restore(world);
      expect(second).toMatchObject({ exitCode: 0, conflicts: [], different: [] });
      expect(second.present).toBeGreaterThan(0);
      expect(await ledger(world)).toEqual(whole);
    });
  });

  it('of which partition `sweep` alone is gone, posts nothing twice: the mailbox is read again from its beginning', async () => {
    await using world = await openOffice();
    const posted = world.teams.calls.length;
    await world.restarts(async () => {
      const { storage, tableName } = world.surroundings;
      const table = TableClient.fromConnectionString(storage, tableName, { allowInsecureConnection: true });
      const lost = (await world.rows()).filter(({ partitionKey }) => partitionKey === 'sweep');
      expect(lost.length).toBeGreaterThan(2);
      for (const { rowKey } of lost) await table.deleteEntity('sweep', String(rowKey));
    });
    await world.sweeps();
    expect(world.teams.calls.slice(posted).filter(({ path }) => path.includes('conversations'))).toEqual([]);
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    expect(bills(world)).toEqual([false, false]);
  });

  it('is mixed with nothing that is there, unless told; then what differs is named and stays', async () => {
    await using world = await openOffice();
    await admin(world, 'backup', '--out', file);
    const refused = await admin(world, 'restore', file);
    expect(refused).toMatchObject({ exitCode: 1, err: expect.stringContaining('The table is not empty') });

    const { id } = await world.owns(SAM, SEARCH, NOBODYS);
    await world.mailArrives(mail({ to: FIND }));
    await world.sweeps();
    const merged = await restore(world, '--merge');
    expect(merged).toMatchObject({ exitCode: 1, different: [], held: 0 });
    expect(merged.conflicts).toContainEqual({ partition: 'root', key: id });
    expect(merged.present).toBeGreaterThan(50);
    expect((await world.register.alias(id))?.value).toMatchObject({
      state: 'allotted',
      owner: { id: SAM.id },
    });
    const { out } = await admin(world, 'restore', file, '--merge');
    expect(out).toContain(`\n  root ${id}\n`);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, -40)],
    ['changed by a hand', (text: string) => text.replace('"allotted"', '"free"    ')],
    ['no backup at all', () => 'alias,root_mailbox\n'],
    ['of a newer version', (text: string) => text.replace('"version":1', '"version":9')],
  ])('is not restored from a file that is %s', async (_, spoil) => {
    await using world = await openOffice();
    await admin(world, 'backup', '--out', file);
    await writeFile(file, spoil(await readFile(file, 'utf8')));
    await world.restarts(async () => {
      await loseTable(world);
      const { exitCode, err } = await admin(world, 'restore', file, '--json');
      expect(exitCode).toBe(1);
      expect(['broken-backup', 'not-a-backup', 'newer-backup']).toContain(JSON.parse(err).code);
      const rows = await world.rows().catch(() => []);
      expect(rows).toEqual([]);
    });
  });
});

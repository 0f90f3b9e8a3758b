import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../src/admin/backup/backup.ts';
import { backupInto } from '../../src/admin/backup/backup-file.ts';
import { openWholeTable } from '../../src/azure/whole-table.ts';
import { runWith } from '../admin/admin-context.ts';
import { ADDRESSES, ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM, SAM, SEARCH } from './company.ts';
import { FIND, mail, PAY } from './mail.ts';
import { worldConfig } from './world-config.ts';
import { openWorld, type World } from './world.ts';

const PATIENCE_MS = 30_000;
const MINUTE = 60_000;
/** Longer than a lease or a claim lasts. */
const LEASES_END = 2 * MINUTE;
const REPEAT = 'May be a repeat';

/** A copy of the table in which what happened after a first reading of it, and what it took away, is known by later ones alone. */
async function backedUp(world: World, path: string, meanwhile: () => Promise<void>): Promise<void> {
  const { storage, tableName } = world.surroundings;
  const whole = await openWholeTable({ kind: 'emulator', connectionString: storage }, tableName, PATIENCE_MS);
  let isFirst = true;
  const rows: typeof whole.rows = async function* (since) {
    yield* whole.rows(since);
    if (isFirst) await meanwhile();
    isFirst = false;
  };
  await using file = await open(path, 'w');
  const about = { table: tableName, clock: () => new Date(), onProgress: () => undefined };
  const { settled } = await backUp({ rows }, backupInto(file), about);
  expect(settled).toBe(true);
}

/** What is posted, and not only drawn anew. */
function posts(world: World): readonly string[] {
  return world.teams.calls
    .filter(({ method, path }) => method === 'POST' && path.startsWith('/v3/conversations'))
    .map(({ body }) => JSON.stringify(body));
}

describe('what was done and taken away while a backup was taken, or afterwards', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-meanwhile-'));
    file = join(folder, 'backup.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function asks(world: World, accountName: string): Promise<void> {
    const form = await world.says(ALEX, 'request');
    const fields = { accountName, purpose: 'Cards', environment: 'production', channelId: PAYMENTS.id };
    await world.clicks(ALEX, form, 'submit-request', fields);
  }

  async function comesBack(world: World): Promise<void> {
    const { storage, tableName } = world.surroundings;
    await world.restarts(async () => {
      await TableClient.fromConnectionString(storage, tableName, {
        allowInsecureConnection: true,
      }).deleteTable();
      const config = worldConfig(world.surroundings);
      const { exitCode, err } = await runWith(['restore', file, '--nothing-since'], () => config);
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    });
    world.later(LEASES_END);
    await world.sweeps();
    await world.doesHousekeeping();
    await world.rests();
  }

  it.each([
    ['meanwhile', async (world: World, to: string, work: () => Promise<void>) => backedUp(world, to, work)],
    [
      'afterwards',
      async (world: World, to: string, work: () => Promise<void>) => {
        await backedUp(world, to, async () => undefined);
        await work();
      },
    ],
  ])('is not told a second time unmarked (%s)', async (_, backUpBeside) => {
    await using world = await openWorld();
    for (const person of [ALEX, SAM, ISAIAH]) await world.says(person, 'help');
    await world.owns(ALEX, PAYMENTS, PAY);
    await world.owns(SAM, SEARCH, FIND);
    await world.clicks(SAM, await world.says(SAM, 'unlink', SEARCH), 'unlink-channel');
    // From now on everything waits: mail, one without a channel among it, a request, what is told of a transfer.
    const heal = world.teams.answerBy(({ method, path }) =>
      method === 'POST' && path === '/v3/conversations'
        ? { status: 429, headers: { 'retry-after': '60' } }
        : undefined,
    );
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    await asks(world, 'payments-prod');
    await world.gives(ALEX, `transfer ${ADDRESSES[0] ?? ''} ${ISAIAH.mail}`);
    // Nobody has read this one yet.
    await world.mailArrives(mail({ to: FIND, subject: 'Your bill of search' }));
    const waiting = posts(world).length;
    await backUpBeside(world, file, async () => {
      heal();
      world.later(MINUTE + 1_000);
      await world.sweeps();
      await world.rests();
    });
    const before = posts(world);
    expect(before.slice(waiting).length).toBeGreaterThan(3);
    expect(before.slice(waiting).filter((body) => body.includes(REPEAT))).toEqual([]);

    await comesBack(world);
    const again = posts(world).slice(before.length);
    expect(again.length).toBeGreaterThan(1);
    expect(again.filter((body) => !body.includes(REPEAT))).toEqual([]);
  });

  it('is not undone: an alias that was handed out is nobody else’s, a decided request waits for nobody', async () => {
    await using world = await openWorld({ pool: 1 });
    await world.says(ALEX, 'help');
    await asks(world, 'payments-prod');
    const card = await world.sees(PLATFORM, 'payments-prod');
    await asks(world, 'search-prod');
    const other = await world.sees(PLATFORM, 'search-prod');
    await backedUp(world, file, async () => {
      await world.clicks(MEGAN, card, 'approve');
      await world.sees(ALEX, 'Your alias is ready');
      await world.clicks(SAM, await world.says(SAM, 'unlink', SEARCH), 'unlink-channel');
    });
    await comesBack(world);
    expect((await world.register.channel(SEARCH.id))?.value.roles).toEqual([]);
    expect((await world.clicks(MEGAN, other, 'approve')).text).toContain('No free alias');
    const { out } = await runWith(['reindex'], () => worldConfig(world.surroundings));
    expect(out).toContain('1 aliases: 0 set right, 1 were in order.');
    world.later(5 * 60 * MINUTE);
    await world.doesHousekeeping();
    await world.rests();
    const reminders = posts(world).filter((body) => body.includes('still waits for a decision'));
    expect(
      reminders.map((body) => ['payments-prod', 'search-prod'].filter((name) => body.includes(name))),
    ).toEqual([['search-prod']]);
  });
});

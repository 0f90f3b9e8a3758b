import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { standPool } from '../../local/pool.ts';
import type { Config } from '../../src/config.ts';
import { runWith, type Ran } from '../admin/admin-context.ts';
import { oldRow } from '../fakes/old-scheme.ts';
import {
  failingShare,
  figures,
  readAlertBounds,
  unreadSeconds,
  waitsSeconds,
  type AlertBounds,
} from './alert-bounds.ts';
import { ALEX, MEGAN, PAYMENTS, PLATFORM, SAM, SEARCH, TRIAGE } from './company.ts';
import { mail } from './mail.ts';
import { worldConfig } from './world-config.ts';
import { openWorld, type World } from './world.ts';

/** Root mailboxes and aliases in each. `STORY_POOL=10x300` walks the whole way with 3,000 rows, which takes two minutes. */
const [ROOTS, EACH] = z
  .tuple([z.coerce.number().int().min(2).max(10), z.coerce.number().int().min(10).max(300)])
  .parse((process.env['STORY_POOL'] ?? '3x10').split('x'));
const MINUTE = 60_000;
/** Longer than a lease or a claim lasts. */
const LEASES_END = 2 * MINUTE;
const PROBES = {
  withinDays: 1,
  mailboxEveryMs: MINUTE,
  patienceMs: 3 * MINUTE,
  perMinuteMost: ROOTS,
  lookMs: 1_000,
};
const BILL = 'Billing Statement';

interface Placed {
  readonly address: string;
  readonly rootMailbox: string;
  readonly place: number;
}

/** The pool of the scheme's description, as much of it as the story takes. */
const POOL: readonly Placed[] = standPool()
  .mailboxes.roots.slice(0, ROOTS)
  .flatMap(({ address: rootMailbox, aliases }) =>
    aliases.slice(0, EACH).map((address, place) => ({ address, rootMailbox, place })),
  );
/** One in five is somebody's, half of those with an account id. */
const USED = POOL.filter(({ place }) => place % 5 === 0);
const isBound = (alias: Placed): boolean => USED.indexOf(alias) % 2 === 0;
const accountOf = (alias: Placed): string => String(100_000_000_000 + POOL.indexOf(alias));
const ROWS = POOL.map((alias) => {
  const id = alias.address.slice('aws_'.length, alias.address.indexOf('@'));
  const taken = USED.includes(alias);
  return oldRow({
    rowKey: id,
    id,
    aws_mail: alias.address,
    root_mailbox: alias.rootMailbox,
    in_use: taken,
    user_mail: taken ? ALEX.mail.toUpperCase() : '',
    aws_account_id: taken && isBound(alias) ? accountOf(alias) : '',
  });
});
const [, ALEXS = '', SAMS = ''] = USED.map(({ address }) => address);
/** Free in the old table, and an account of the second organization uses it. */
const FORGOTTEN = placed((alias) => !USED.includes(alias));

function placed(is: (alias: Placed) => boolean): Placed {
  const found = POOL.find(is);
  if (found === undefined) throw new Error('the pool has no such alias');
  return found;
}

let folder: string;
let bounds: AlertBounds;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rootdesk-admin-'));
  bounds = await readAlertBounds();
});
afterAll(() => rm(folder, { recursive: true }));

/** The command line as the pages have it, beside the program. */
async function admin(world: World, call: string, change = (same: Config): Config => same): Promise<Ran> {
  const args = call.split(' ').map((word) => (/\.\w+$/.test(word) ? join(folder, word) : word));
  return runWith(args, () => change({ ...worldConfig(world.surroundings), probes: PROBES }));
}

/** As {@link admin}, and it has to end like that. */
async function does(world: World, call: string, ...words: readonly string[]): Promise<string> {
  const ran = await admin(world, call);
  expect({ call, ...ran }).toMatchObject({ exitCode: 0, err: '' });
  for (const each of words) expect(ran.out).toContain(each);
  return ran.out;
}

const listed = (alias: Placed, status = 'ACTIVE') => ({
  Id: accountOf(alias),
  Email: alias.address,
  Name: `account-${POOL.indexOf(alias)}`,
  Status: status,
});

const billsAt = (world: World, channel: typeof PAYMENTS): readonly string[] =>
  world.channel(channel).flatMap(({ text }) => (text.includes(BILL) ? [text] : []));

/** Minutes in each of which one root mailbox is probed, and the mailbox is swept. */
async function minutesPass(world: World, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await world.probes();
    await world.sweeps();
    world.later(MINUTE);
  }
}

/** An alias is asked for in chat; gives the card that approvers have. */
async function asks(world: World, accountName: string) {
  await world.clicks(ALEX, await world.says(ALEX, 'request'), 'submit-request', {
    accountName,
    purpose: 'Card payments',
    environment: 'production',
    channelId: PAYMENTS.id,
  });
  return world.sees(PLATFORM, accountName);
}

async function takesOver(world: World): Promise<void> {
  await does(world, 'reindex --dry-run', `${ROWS.length} aliases`);
  await does(
    world,
    'pool',
    `${ROWS.length} aliases: ${ROWS.length - USED.length} free, ${USED.length} allotted`,
  );
}

/** Both organizations: what the register lacks, an account that is closed, one outside the pool, and one that nobody had noted. */
async function adopts(world: World): Promise<void> {
  const [closed, ...open] = USED;
  if (closed === undefined) throw new Error('nothing is in use');
  const outside = { Id: '999988887777', Email: 'aws-old@company.com', Name: 'legacy', Status: 'ACTIVE' };
  const one = { Accounts: [listed(closed, 'SUSPENDED'), ...open.map((each) => listed(each))] };
  const two = { Accounts: [listed(FORGOTTEN), outside] };
  await writeFile(join(folder, 'one.json'), JSON.stringify(one, undefined, 2));
  // As Windows PowerShell writes what a program prints.
  await writeFile(join(folder, 'two.json'), `\uFEFF${JSON.stringify(two)}`, 'utf16le');
  const found = await admin(world, 'adopt one.json two.json');
  const unbound = USED.filter((each) => !isBound(each)).length;
  expect(found).toMatchObject({ exitCode: 1, err: '' });
  expect(found.out).toContain(`${unbound + 1} clear, 1 outside the pool, 0 contradictions`);
  await does(
    world,
    'adopt one.json two.json --apply',
    `${closed.address} (allotted): account ${accountOf(closed)}`,
    `${unbound + 1} written`,
  );
  await does(world, 'adopt one.json two.json', ' 0 clear, ');
}

/** Nobody had a channel: half of the aliases go to Sam's, the others to Alex's. */
async function assigns(world: World): Promise<void> {
  const lines = USED.map(({ address }, index) =>
    index % 2 === 1
      ? `${address};${ALEX.mail};Payments / ${PAYMENTS.name}`
      : `${address};${SAM.mail};${SEARCH.id}`,
  );
  const list = ['sep=;', 'Alias;Owner;Channel', ...lines].join('\r\n');
  await writeFile(join(folder, 'owners.csv'), `\uFEFF${list}`);
  expect((await admin(world, 'assign owners.csv')).out).toContain(`${USED.length} to assign, 0 wrong`);
  await does(world, 'assign owners.csv --apply --no-notices', `${USED.length} written`);
  await does(world, 'assign owners.csv', `${USED.length} as the list says, 0 to assign, 0 wrong`);
  for (const address of [ALEXS, SAMS]) await world.mailArrives(mail({ to: address }), address);
  await world.sweeps();
  expect([billsAt(world, PAYMENTS).length, billsAt(world, SEARCH).length]).toEqual([1, 1]);
}

/** What was done after the backup is known from AWS and from the approvers' channel; the rest is nobody's. */
async function losesAndRestores(world: World): Promise<void> {
  await does(world, 'backup --out rootdesk.jsonl', 'rows of the table');
  const before = await does(world, 'export --state allotted');
  await world.clicks(MEGAN, await asks(world, 'payments-prod'), 'approve');
  const told = await world.sees(ALEX, 'Your alias is ready');
  const since = placed(({ address }) => told.text.includes(address));
  const posted = billsAt(world, PAYMENTS).length;

  await world.restarts(async () => {
    const { storage, tableName } = world.surroundings;
    const table = TableClient.fromConnectionString(storage, tableName, { allowInsecureConnection: true });
    await table.deleteTable();
    await does(world, 'restore rootdesk.jsonl');
  });
  expect(await does(world, 'export --state allotted')).toBe(before);
  await does(world, 'pool', ' 0 free, ', ` ${POOL.length - USED.length - 1} held`);
  world.later(LEASES_END);
  await world.sweeps();
  expect(billsAt(world, PAYMENTS)).toHaveLength(posted);

  await writeFile(join(folder, 'three.json'), JSON.stringify({ Accounts: [listed(since)] }));
  await does(world, 'adopt one.json two.json three.json --apply', `${since.address}: allotted`);
  await writeFile(
    join(folder, 'since.csv'),
    `alias,owner,channel\n${since.address},${ALEX.mail},${PAYMENTS.id}\n`,
  );
  await does(world, 'assign since.csv --apply', '1 written');
  await does(world, 'free --held --apply --reason checked');
  await does(world, 'pool', ` ${POOL.length - USED.length - 2} free, `, ' 0 held');
  await world.clicks(MEGAN, await asks(world, 'payments-test'), 'approve');
  expect((await world.sees(ALEX, 'Your alias is ready')).text).not.toContain(since.address);
}

async function findsBrokenForwarding(world: World): Promise<void> {
  const [, broken = ''] = [...new Set(POOL.map(({ rootMailbox }) => rootMailbox))];
  await minutesPass(world, 2 * ROOTS);
  world.graph.upsets.stop(broken);
  await minutesPass(world, 5 * ROOTS);
  const pool = await does(world, 'pool');
  expect(pool.split('\n').filter((line) => line.includes('PROBES DO NOT COME BACK'))).toEqual([
    expect.stringContaining(broken),
  ]);
  const doctor = await admin(world, 'doctor');
  expect(doctor.exitCode).toBe(1);
  expect(doctor.out).toMatch(new RegExp(`FAILS +probes +none comes back through ${broken}\n`));
  await world.observes();
  const troubles = await figures(world, 'rootdesk_root_mailbox_trouble');
  const inTrouble = [...troubles].filter(([, trouble]) => trouble > 0);
  expect(inTrouble).toEqual([[`mailbox="${broken.split('@')[0]}"`, bounds.silent]]);
  expect((await world.sees(TRIAGE, 'A root mailbox does not forward')).text).toContain(broken);
  world.graph.upsets.repair(broken);
  await minutesPass(world, 4 * ROOTS);
  expect(await does(world, 'pool')).not.toContain('PROBES DO NOT COME BACK');
}

/** Of the program, and of the administrator who did not sign in. */
async function losesItsCredential(world: World): Promise<void> {
  world.graph.faults.refuseTokens = true;
  const doctor = await admin(world, 'doctor');
  expect(doctor.exitCode).toBe(1);
  expect(doctor.out).toMatch(/FAILS +sign-in to Graph +Rootdesk could not sign in to .*\n +> \S/);
  const place = {
    kind: 'azure',
    endpoint: 'https://rootdeskcompany.table.core.windows.net',
  } as const;
  const pool = await admin(world, 'pool', (config) => ({ ...config, table: { ...config.table, place } }));
  expect(pool).toMatchObject({ exitCode: 1, out: '' });
  // A sentence and what to do, and no stack.
  expect(pool.err).toMatch(/^.*could not sign in to https:\/\/storage\.azure\.com .*\n +\S.*\n$/);

  // What the program was given lasts for an hour.
  world.later(61 * MINUTE);
  const posted = billsAt(world, PAYMENTS).length;
  await world.mailArrives(mail({ to: ALEXS }), ALEXS);
  await expect(world.sweeps()).rejects.toMatchObject({ code: 'mailbox-unavailable' });
  expect(await unreadSeconds(world)).toBeGreaterThan(bounds.unreadSeconds);
  world.graph.faults.refuseTokens = false;
  await world.sweeps();
  expect(await unreadSeconds(world)).toBeLessThan(bounds.unreadSeconds);
  expect(billsAt(world, PAYMENTS)).toHaveLength(posted + 1);
}

async function outlivesTeams(world: World): Promise<void> {
  const before = await figures(world, 'rootdesk_posts_total');
  const posted = billsAt(world, PAYMENTS).length;
  const heal = world.teams.answerBy(() => ({ status: 503 }));
  await world.mailArrives(mail({ to: ALEXS }), ALEXS);
  await world.sweeps();
  world.later(15 * MINUTE);
  await world.sweeps();
  expect(failingShare(bounds, before, await figures(world, 'rootdesk_posts_total'))).toBeGreaterThan(
    bounds.share,
  );
  expect(await waitsSeconds(world)).toBeGreaterThan(bounds.waitsSeconds);
  heal();
  world.later(15 * MINUTE);
  await world.sweeps();
  expect(billsAt(world, PAYMENTS)).toHaveLength(posted + 1);
  expect(await waitsSeconds(world)).toBe(0);
}

it('an administrator takes the older scheme over, gives its aliases to owners, loses the table, and gets over what the surroundings do', async () => {
  await using world = await openWorld({ takesOver: ROWS, probes: PROBES, watchedBy: [] });
  for (const person of [ALEX, SAM]) await world.says(person, 'help');
  await takesOver(world);
  await adopts(world);
  await assigns(world);
  await does(world, 'doctor', 'Nothing fails');
  await does(world, 'verify');
  await losesAndRestores(world);
  await does(world, 'verify');
  await findsBrokenForwarding(world);
  await losesItsCredential(world);
  await outlivesTeams(world);
  const { exitCode, out } = await admin(world, 'doctor');
  expect([exitCode, out]).toEqual([0, expect.stringContaining('Nothing fails')]);
});

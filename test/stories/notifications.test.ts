import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/shared/log.ts';
import { openFrontDoor, type FrontDoor } from '../fakes/front-door.ts';
import { ALEX, PAYMENTS, SAM, SEARCH } from './company.ts';
import { openWorld, type World } from './world.ts';
import { FIND, mail, PAY } from './mail.ts';
import { until } from '../until.ts';

/** So rarely does the schedule sweep that whatever arrives, arrives because somebody was told. */
const HARDLY_EVER = 3_600;
const HOUR_MS = 60 * 60_000;

/** A company behind a public address. The world's own program never sweeps; copies do. */
interface Office extends AsyncDisposable {
  readonly world: World;
  readonly door: FrontDoor;
  /** Starts another copy, which waits for its turn. */
  starts(sweepSeconds: number): Promise<Copy>;
  /** Lets time pass for the copies. */
  later(ms: number): void;
}

interface Copy {
  readonly url: string;
  log(): Promise<string>;
  stop(): Promise<void>;
}

async function openOffice(options: Parameters<typeof openWorld>[0] = {}): Promise<Office> {
  const world = await openWorld(options);
  await world.owns(ALEX, PAYMENTS, PAY);
  const door = await openFrontDoor();
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-copies-'));
  const running = new Set<Copy>();
  let offsetMs = 0;
  return {
    world,
    door,
    later: (ms) => void (offsetMs += ms),
    async starts(sweepSeconds) {
      const { http, schedule } = world.config;
      const config = {
        ...world.config,
        http: { ...http, publicUrl: door.url },
        schedule: { ...schedule, sweepSeconds },
      };
      const logFile = join(folder, `${running.size}.log`);
      const clock = (): Date => new Date(Date.now() + offsetMs);
      const app = await createApp(config, createLog('info', logFile), clock);
      const copy: Copy = {
        url: `http://127.0.0.1:${await app.start()}`,
        log: () => readFile(logFile, 'utf8'),
        async stop() {
          if (running.delete(copy)) await app.stop();
        },
      };
      // Before the copy has its turn, which takes it a question to the table.
      door.leadTo(copy.url);
      running.add(copy);
      return copy;
    },
    async [Symbol.asyncDispose]() {
      world.graph.faults.clear();
      for (const copy of running) await copy.stop();
      await Promise.all([door[Symbol.asyncDispose](), world[Symbol.asyncDispose]()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const ids = ({ graph }: World): readonly string[] => graph.subscriptions.list().map(({ id }) => id);

async function subscribed(world: World, before: readonly string[] = [], folders = 2): Promise<void> {
  await until(() => {
    const now = ids(world).filter((id) => !before.includes(id));
    expect(now).toHaveLength(folders);
  });
}

const arrives = (world: World, subject: string): Promise<void> =>
  world.mailArrives(mail({ to: PAY, subject }));

async function isPosted(world: World, subject: string): Promise<void> {
  const posted = (): string =>
    world
      .channel(PAYMENTS)
      .map(({ text }) => text)
      .join('\n');
  await until(() => expect(posted()).toContain(subject));
}

/** How often the mailbox was swept: of an empty folder one page is read a sweep. */
const sweeps = ({ graph }: World): number =>
  graph.faults.requests.filter(({ target }) => target.includes('/junkemail/messages/delta')).length;

/** A copy that sweeps hardly ever by itself, after what it does at its beginning. */
async function startsQuietly(office: Office): Promise<Copy> {
  const { world } = office;
  const copy = await office.starts(HARDLY_EVER);
  await subscribed(world);
  // The first mail may be found by what a copy does when its turn begins.
  await arrives(world, 'Bill no. 0');
  await isPosted(world, 'Bill no. 0');
  return copy;
}

describe('when Microsoft 365 tells of a mail', () => {
  it('the mail is in its channel at once, each time', async () => {
    await using office = await openOffice();
    const { world } = office;
    await startsQuietly(office);
    for (const number of [1, 2, 3]) {
      await arrives(world, `Bill no. ${number}`);
      await isPosted(world, `Bill no. ${number}`);
    }
    await world.graph.subscriptions.settled();
    expect(world.graph.subscriptions.sent.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
  });

  it('each of two central mailboxes tells, and the mail of each comes at once', async () => {
    await using office = await openOffice({ atSecondCentral: [FIND] });
    const { world } = office;
    await world.owns(SAM, SEARCH, FIND);
    await office.starts(HARDLY_EVER);
    await subscribed(world, [], 4);
    for (const [to, channel] of [
      [PAY, PAYMENTS],
      [FIND, SEARCH],
      [PAY, PAYMENTS],
      [FIND, SEARCH],
    ] as const) {
      const before = world.channel(channel).length;
      await world.mailArrives(mail({ to }), to);
      await until(() => expect(world.channel(channel).length).toBe(before + 1));
    }
  });

  it('a burst of mails makes a few sweeps, and every mail is posted once', async () => {
    await using office = await openOffice();
    const { world } = office;
    await startsQuietly(office);
    world.graph.faults.notifications = 'doubled';
    const before = sweeps(world);
    const numbers = Array.from({ length: 15 }, (_, index) => `Invoice no. ${100 + index}`);
    await Promise.all(numbers.map((subject) => arrives(world, subject)));
    for (const subject of numbers) await isPosted(world, subject);
    await world.graph.subscriptions.settled();
    const told = world.graph.subscriptions.sent.length;
    expect(told).toBeGreaterThan(30);
    expect(sweeps(world) - before).toBeLessThan(told / 2);
    const posted = world.channel(PAYMENTS).flatMap(({ text }) => /Invoice no\. \d+/.exec(text)?.[0] ?? []);
    expect(posted.toSorted()).toEqual(numbers);
  });

  it('a copy that does not sweep tells the one that does', async () => {
    await using office = await openOffice();
    const { world, door } = office;
    await startsQuietly(office);
    const other = await office.starts(HARDLY_EVER);
    door.leadTo(other.url);
    for (const number of [1, 2]) {
      await arrives(world, `Bill no. ${number}`);
      await isPosted(world, `Bill no. ${number}`);
    }
    expect(await other.log()).not.toContain('took the lease');
    expect((await world.rows()).map(({ rowKey }) => rowKey)).toContain('bell');
  });

  it('and it gets lost, the schedule finds the mail', async () => {
    await using office = await openOffice();
    const { world } = office;
    await office.starts(1);
    await subscribed(world);
    world.graph.faults.notifications = 'lost';
    await arrives(world, 'Bill no. 1');
    await isPosted(world, 'Bill no. 1');
    expect(world.graph.subscriptions.sent).toEqual([]);
  });

  it('with a client state that is not ours, it is answered alike and counted in the log', async () => {
    await using office = await openOffice();
    const { world } = office;
    const copy = await startsQuietly(office);
    world.graph.faults.notifications = 'forged';
    await arrives(world, 'Bill no. 1');
    await world.graph.subscriptions.settled();
    expect(world.graph.subscriptions.sent.at(-1)).toMatchObject({ status: 202 });
    await until(async () => {
      expect(await copy.log()).toContain('notifications that do not come from Microsoft 365 were ignored');
    });
    expect(await copy.log()).not.toContain('not the one');
    world.graph.faults.notifications = 'sent';
    await arrives(world, 'Bill no. 2');
    await isPosted(world, 'Bill no. 1');
  });
});

describe('when Microsoft 365 tells of a subscription', () => {
  it('that it was removed, there are new ones', async () => {
    await using office = await openOffice();
    const { world } = office;
    await startsQuietly(office);
    const before = ids(world);
    await world.graph.subscriptions.tell('subscriptionRemoved');
    await subscribed(world, before);
    expect(ids(world).filter((id) => before.includes(id))).toEqual([]);
    await arrives(world, 'Bill no. 1');
    await isPosted(world, 'Bill no. 1');
  });

  it('that it must be authorised again, it is renewed, by the copy that sweeps and whoever was told', async () => {
    await using office = await openOffice();
    const { world, door } = office;
    await startsQuietly(office);
    const other = await office.starts(HARDLY_EVER);
    door.leadTo(other.url);
    const before = world.graph.subscriptions.list();
    office.later(HOUR_MS);
    await world.graph.subscriptions.tell('reauthorizationRequired');
    await until(() => {
      const now = world.graph.subscriptions.list();
      expect(now.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      for (const [index, { expiresAt }] of now.entries()) {
        const gained = expiresAt.getTime() - (before[index]?.expiresAt.getTime() ?? Infinity);
        expect(gained).toBeGreaterThanOrEqual(HOUR_MS);
      }
    });
  });

  it('that something was missed, the mailbox is swept', async () => {
    await using office = await openOffice();
    const { world } = office;
    await startsQuietly(office);
    world.graph.faults.notifications = 'lost';
    await arrives(world, 'Bill no. 1');
    await world.graph.subscriptions.settled();
    world.graph.faults.notifications = 'sent';
    await world.graph.subscriptions.tell('missed');
    expect(world.graph.subscriptions.sent.at(-1)).toMatchObject({ status: 202 });
    await isPosted(world, 'Bill no. 1');
  });
});

describe('a subscription', () => {
  it('is taken over by the next copy, and made anew when Graph has forgotten it meanwhile', async () => {
    await using office = await openOffice();
    const { world } = office;
    const first = await startsQuietly(office);
    const before = ids(world);
    await first.stop();
    const second = await office.starts(HARDLY_EVER);
    await until(async () => expect(await second.log()).toContain('renewed the subscription'));
    expect(ids(world)).toEqual(before);
    await second.stop();
    world.graph.subscriptions.forget();
    await office.starts(HARDLY_EVER);
    await subscribed(world, before);
  });

  it('that Graph refuses keeps no mail back, and is asked for again', async () => {
    await using office = await openOffice();
    const { world } = office;
    world.graph.faults.always('/subscriptions', { kind: 'error', status: 403 });
    const copy = await office.starts(1);
    await arrives(world, 'Bill no. 1');
    await isPosted(world, 'Bill no. 1');
    await until(async () => expect(await copy.log()).toContain('no change notifications'));
    world.graph.faults.clear();
    await subscribed(world);
  });

  it('has a secret that is nowhere but with Microsoft', async () => {
    await using office = await openOffice();
    const { world } = office;
    const copy = await startsQuietly(office);
    await world.graph.subscriptions.tell('reauthorizationRequired');
    const written = [await world.everything(), await copy.log()].join('\n');
    const secrets = world.graph.subscriptions.list().map(({ clientState }) => clientState);
    expect(secrets).toHaveLength(2);
    for (const secret of secrets) expect(written).not.toContain(secret);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Answer, Call } from '../fakes/connector.ts';
import { ALEX, PAYMENTS, SAM, SEARCH, TRIAGE, type Channel } from './company.ts';
import { openWorld, type World } from './world.ts';
import { FIND, mail, PAY, UNKNOWN } from './mail.ts';

const PROGRAM = fileURLToPath(new URL('program.ts', import.meta.url));
const MINUTES = 60_000;
const REPEAT = 'May be a repeat';

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

/** A process with the program that is to be killed; `sweeping` resolves when it has begun. */
function startProgram(world: World, aheadMs: number): { child: ChildProcess; sweeping: Promise<unknown> } {
  const { tableName, storage, graphUrl, tokenUrl } = world.surroundings;
  const child = spawn(process.execPath, [PROGRAM, tableName, storage, graphUrl, tokenUrl, String(aheadMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  return { child, sweeping: once(child.stdout, 'data') };
}

async function killed(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  running.delete(child);
}

/** A mail that can be told from all others, and where it belongs. */
interface Sent {
  readonly name: string;
  readonly channels: readonly Channel[];
}

const PLACES: readonly (Omit<Sent, 'name'> & { readonly to: string; readonly cc?: string })[] = [
  { to: PAY, channels: [PAYMENTS] },
  { to: FIND, channels: [SEARCH] },
  { to: PAY, cc: FIND, channels: [PAYMENTS, SEARCH] },
  { to: UNKNOWN, channels: [TRIAGE] },
];

async function send(world: World, number: number): Promise<Sent> {
  const name = `Ship ${String(number).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}.`;
  const { channels, ...to } = pick(PLACES);
  await world.mailArrives(mail({ ...to, subject: `Amazon Web Services Billing Statement for ${name}` }));
  return { name, channels };
}

function pick<T>(all: readonly [T, ...T[]] | readonly T[]): T {
  const picked = all[randomInt(all.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

const Posted = z.object({ channelData: z.object({ channel: z.object({ id: z.string() }) }) });

/** Attempts to post the mail in the channel that may stand there: all but those that Teams refused. */
function standing(world: World, { name }: Sent, channel: Channel): readonly Call[] {
  return world.teams.calls.filter(({ method, path, body, answer }) => {
    if (method !== 'POST' || path !== '/v3/conversations') return false;
    const refused = typeof answer === 'object' && answer.status === 429;
    const place = Posted.safeParse(body).data?.channelData.channel.id;
    return !refused && place === channel.id && JSON.stringify(body).includes(name);
  });
}

function isTaken({ answer }: Call): boolean {
  return typeof answer === 'object' && answer.status < 300;
}

/** What is wrong with how a mail was posted, in words; empty when nothing is. */
function faultsOf(world: World, sent: Sent): readonly string[] {
  return sent.channels.flatMap((channel) => {
    const posts = standing(world, sent, channel);
    const silent = posts.slice(1).filter(({ body }) => !JSON.stringify(body).includes(REPEAT));
    return [
      ...(posts.some(isTaken) ? [] : [`${sent.name} is missing in ${channel.name}`]),
      ...(silent.length === 0 ? [] : [`${sent.name} was posted again in ${channel.name} without saying so`]),
    ];
  });
}

const TEAMS_TROUBLE: readonly Answer[] = [
  { status: 429, headers: { 'retry-after': '1' } },
  { status: 429 },
  { status: 500 },
  { status: 503 },
  'reset',
  'silence',
];

/** Teams and Graph answer badly about every third time, until the returned function is called. */
function trouble(world: World): () => void {
  const heal = world.teams.answerBy(({ path }) =>
    path === '/v3/conversations' && randomInt(3) === 0 ? pick(TEAMS_TROUBLE) : undefined,
  );
  const orders = [
    { kind: 'throttle', retryAfterSeconds: 1 },
    { kind: 'throttle', retryAfterSeconds: 0 },
    { kind: 'error', status: 500 },
    { kind: 'error', status: 503 },
    { kind: 'cut' },
    { kind: 'hang' },
  ] as const;
  const timer = setInterval(() => {
    world.graph.faults.clear();
    world.graph.faults.skip(randomInt(6));
    world.graph.faults.next(pick(orders), 1 + randomInt(3));
  }, 60);
  return () => {
    clearInterval(timer);
    heal();
    world.graph.faults.clear();
    world.teams.cutSilent();
  };
}

async function openOffice(): Promise<World> {
  const world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  await world.owns(SAM, SEARCH, FIND);
  return world;
}

/** Everything that may have been left undone is done, hours later. */
async function afterwards(world: World): Promise<void> {
  world.later(24 * 60 * MINUTES);
  await world.sweeps();
  await world.rests();
}

describe('when the program is killed', () => {
  it('at random moments of a bad day: no mail is lost, and none is posted twice without saying so', async () => {
    await using world = await openOffice();
    const heal = trouble(world);
    const sent: Sent[] = [];
    for (let life = 1; life <= 8; life += 1) {
      // Whoever comes next finds the claims of the one before over.
      const { child, sweeping } = startProgram(world, life * 20 * MINUTES);
      await sweeping;
      for (let count = randomInt(1, 6); count > 0; count -= 1) {
        sent.push(await send(world, sent.length));
        await pause(randomInt(150));
      }
      await pause(randomInt(600));
      await killed(child);
    }
    heal();
    await afterwards(world);
    expect(sent.flatMap((each) => faultsOf(world, each))).toEqual([]);
    // Eight starts of a program take a busy machine a minute and more.
  });
});

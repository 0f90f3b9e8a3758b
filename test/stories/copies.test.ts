import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ALEX, PAYMENTS } from './company.ts';
import { openWorld, type World } from './world.ts';
import { mail, PAY } from './mail.ts';
import { until } from '../until.ts';

const COPY = fileURLToPath(new URL('copy.ts', import.meta.url));
/** A dead copy is noticed within half a minute; machines may be busy. */

interface Copy extends Disposable {
  readonly child: ChildProcess;
  /** Whether it took the lease of the sweep. */
  sweeps: boolean;
}

function startCopy(world: World): Copy {
  const config = { ...world.config, schedule: { ...world.config.schedule, sweepSeconds: 1 } };
  const child = spawn(process.execPath, [COPY, JSON.stringify(config)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const copy: Copy = { child, sweeps: false, [Symbol.dispose]: () => void child.kill('SIGKILL') };
  createInterface({ input: child.stdout }).on('line', (line) => {
    copy.sweeps ||= line.includes('"msg":"took the lease"');
  });
  return copy;
}

async function sweeper(copies: readonly Copy[]): Promise<Copy> {
  return until(() => {
    const found = copies.find(({ sweeps }) => sweeps);
    if (found === undefined) throw new Error('no copy sweeps');
    return found;
  });
}

const bills = (world: World): readonly string[] =>
  world
    .channel(PAYMENTS)
    .flatMap(({ text }) => /Bill no\. \d+/.exec(text)?.[0] ?? [])
    .toSorted();

async function arrive(world: World, ...numbers: readonly number[]): Promise<void> {
  for (const number of numbers) await world.mailArrives(mail({ to: PAY, subject: `Bill no. ${number}` }));
}

async function arePosted(world: World, ...numbers: readonly number[]): Promise<void> {
  const expected = numbers.map((number) => `Bill no. ${number}`);
  await until(() => expect(bills(world)).toEqual(expected));
}

it('of three copies one sweeps; when it is killed another goes on, and every mail is posted once', async () => {
  await using world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  using first = startCopy(world);
  using second = startCopy(world);
  using third = startCopy(world);
  const copies = [first, second, third];

  const killed = await sweeper(copies);
  await arrive(world, 1, 2, 3);
  await arePosted(world, 1, 2, 3);
  expect(copies.filter(({ sweeps }) => sweeps)).toEqual([killed]);

  killed.child.kill('SIGKILL');
  await arrive(world, 4, 5);
  await arePosted(world, 1, 2, 3, 4, 5);

  const left = copies.filter((copy) => copy !== killed);
  expect(left.filter(({ sweeps }) => sweeps)).toHaveLength(1);
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ALEX, PAYMENTS } from './company.ts';
import { openWorld, type World } from './world.ts';
import { mail, PAY } from './mail.ts';
import { until } from '../until.ts';

const COPY = fileURLToPath(new URL('copy.ts', import.meta.url));
const ON_DISCONNECT = new URL('../../local/end-with-parent.ts', import.meta.url).href;
const BILL = 'your bill is $42.17';
/** A machine may be busy. */

interface Copy extends Disposable {
  readonly child: ChildProcess;
  readonly log: readonly string[];
}

/** The program in a process of its own, with its schedule. */
function startCopy(world: World): Copy {
  const config = { ...world.config, schedule: { ...world.config.schedule, sweepSeconds: 1 } };
  const child = spawn(process.execPath, ['--import', ON_DISCONNECT, COPY, JSON.stringify(config)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const log: string[] = [];
  if (child.stdout !== null) createInterface({ input: child.stdout }).on('line', (line) => log.push(line));
  return { child, log, [Symbol.dispose]: () => void child.kill('SIGKILL') };
}

/** As a deployment asks a process to stop; Windows has no such signal, so there the channel to it is closed. */
function asksToStop({ child }: Copy): void {
  if (process.platform === 'win32') child.disconnect();
  else child.kill('SIGTERM');
}

const soon = (holds: () => void): Promise<void> => until(holds);

it('SIGTERM lets a post that is in flight end: it is marked, the process ends well, and the next one posts nothing twice', async () => {
  await using world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  const inFlight = Promise.withResolvers<undefined>();
  const answered = Promise.withResolvers<undefined>();
  world.teams.holdBy(({ body }) => {
    if (!JSON.stringify(body ?? '').includes(BILL)) return undefined;
    inFlight.resolve(undefined);
    return answered.promise;
  });
  using first = startCopy(world);
  await world.mailArrives(mail({ to: PAY }));
  await inFlight.promise;

  asksToStop(first);
  await soon(() => expect(first.log.join('\n')).toContain('"msg":"stopping"'));
  expect(first.child.exitCode).toBeNull();
  const exited = once(first.child, 'exit');
  answered.resolve(undefined);
  expect(await exited).toEqual([0, null]);
  const rows = await world.rows();
  const told = rows.filter(({ rowKey, ended }) => String(rowKey).startsWith('e-') && ended === 'told');
  expect(told).toHaveLength(1);

  using second = startCopy(world);
  await world.mailArrives(mail({ to: PAY, text: 'The next one: your bill is $17.04.' }));
  const next = (): boolean => world.channel(PAYMENTS).some(({ text }) => text.includes('The next one'));
  await soon(() => expect(next()).toBe(true));
  const bills = world.teams.calls.filter(({ body }) => JSON.stringify(body ?? '').includes(BILL));
  expect(bills).toHaveLength(1);
  asksToStop(second);
  expect(await once(second.child, 'exit')).toEqual([0, null]);
});

import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '../../src/app.ts';
import type { Log } from '../../src/log.ts';
import { silentLog } from '../fakes/log.ts';
import { deskConfig } from './desk-config.ts';

/**
 * The whole program in a process of its own, until it is killed. By its schedule it sweeps when it has its turn; out of turn it
 * sweeps without pause, whoever else does. It writes a line when it has begun: `sweeping`, by the schedule once it has its turn.
 *
 * Arguments: table, storage, Graph's URL, token URL, by how many milliseconds its clock is ahead, `scheduled` or `out-of-turn`.
 */
const [tableName = '', storage = '', graphUrl = '', tokenUrl = '', aheadMs = '0', how] =
  process.argv.slice(2);

const usual = deskConfig({ tableName, storage, graphUrl, tokenUrl });
const config = { ...usual, schedule: { ...usual.schedule, sweepSeconds: 1 } };
const clock = (): Date => new Date(Date.now() + Number(aheadMs));
const begun = (): void => void process.stdout.write('sweeping\n');

if (how === 'scheduled') {
  const app = await createApp(config, tellingOfTurns(), clock);
  await app.start();
} else {
  const app = await createApp(config, silentLog(), clock);
  await app.listen();
  begun();
  for (;;) {
    // What goes wrong is the story; the next round goes on.
    await Promise.allSettled([app.sweepNow()]);
    await pause(20);
  }
}

function tellingOfTurns(): Log {
  const log = silentLog();
  const info: Log['info'] = (_: unknown, text?: unknown) => {
    if (text === 'took the lease') begun();
  };
  return Object.assign(log, { info });
}

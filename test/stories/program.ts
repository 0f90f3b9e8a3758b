import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '../../src/app.ts';
import { silentLog } from '../fakes/log.ts';
import { worldConfig } from './world-config.ts';

/**
 * The whole program in a process of its own, until it is killed. It sweeps without pause, and writes a line when it has begun.
 *
 * Arguments: table, storage, Graph's URL, token URL, by how many milliseconds its clock is ahead.
 */
const [tableName = '', storage = '', graphUrl = '', tokenUrl = '', aheadMs = '0'] = process.argv.slice(2);

const clock = (): Date => new Date(Date.now() + Number(aheadMs));
const app = await createApp(worldConfig({ tableName, storage, graphUrl, tokenUrl }), silentLog(), clock);
await app.listen();
process.stdout.write('sweeping\n');
for (;;) {
  // What goes wrong is the story; the next round goes on.
  await Promise.allSettled([app.sweepNow()]);
  await pause(20);
}

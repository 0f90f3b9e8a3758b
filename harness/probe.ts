/**
 * Loaded into a process that is measured before its own code (`node --import`): tells the parent once a second what the process holds,
 * as `probe-sample.ts` has it. The program knows nothing of it.
 */
import { subscribe } from 'node:diagnostics_channel';

const EVERY_MS = 1_000;
/** Not held by anything: they are over with the turn of the event loop. */
const PASSING = new Set(['Immediate', 'TickObject', 'Microtask']);

let tableOperations = 0;
// node:http is used by the Azure SDK alone; Graph and Teams are asked with fetch.
subscribe('http.client.request.start', () => {
  tableOperations += 1;
});

setInterval(() => {
  const { rss: rssBytes, heapUsed: heapBytes } = process.memoryUsage();
  const held = process.getActiveResourcesInfo().filter((kind) => !PASSING.has(kind));
  const timers = held.filter((kind) => kind === 'Timeout').length;
  const handles = held.length - timers;
  process.send?.({ probe: { rssBytes, heapBytes, handles, timers, tableOperations } });
}, EVERY_MS).unref();

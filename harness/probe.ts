/**
 * Loaded into a process that is measured before its own code (`node --import`): tells the parent once a second what the process holds,
 * as `probe-sample.ts` has it. The program knows nothing of it. With `?collects` behind its name it has V8 collect all garbage now and
 * then, and give back what it keeps for later: what is left is held by something.
 */
import { subscribe } from 'node:diagnostics_channel';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';

const EVERY_MS = 1_000;
/** It stops everything for some tenths of a second. */
const SAMPLES_A_COLLECTION = 15;
/** Not held by anything: they are over with the turn of the event loop. */
const PASSING = new Set(['Immediate', 'TickObject', 'Microtask']);

let tableOperations = 0;
// node:http is used by the Azure SDK alone; Graph and Teams are asked with fetch.
subscribe('http.client.request.start', () => {
  tableOperations += 1;
});

type Collect = (how: { readonly type: 'major'; readonly flavor: 'last-resort' }) => unknown;
const collect = new URL(import.meta.url).searchParams.has('collects') ? collector() : undefined;

function collector(): Collect {
  setFlagsFromString('--expose-gc');
  return z.custom<Collect>((gc) => typeof gc === 'function').parse(runInNewContext('gc'));
}

let samples = 0;
setInterval(() => {
  samples += 1;
  const isCollected = collect !== undefined && samples % SAMPLES_A_COLLECTION === 1;
  if (isCollected) collect({ type: 'major', flavor: 'last-resort' });
  const { rss: rssBytes, heapUsed: heapBytes } = process.memoryUsage();
  const held = process.getActiveResourcesInfo().filter((kind) => !PASSING.has(kind));
  const timers = held.filter((kind) => kind === 'Timeout').length;
  const handles = held.length - timers;
  process.send?.({ probe: { rssBytes, heapBytes, isCollected, handles, timers, tableOperations } });
}, EVERY_MS).unref();

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { probeSample } from '../harness/probe-sample.ts';
import { fillPool, openStandTable } from '../harness/register.ts';
import { sha256Of } from '../local/api-key.ts';
import { startAzurite } from '../local/azurite.ts';
import { startGraphServer } from '../local/graph/server.ts';
import { CENTRAL_MAILBOX } from '../local/pool.ts';
import { findFreePort } from '../local/ports.ts';
import { startPart, type PartOptions } from '../local/processes.ts';
import { STAND_SETTINGS, type StandSettings } from '../local/rootdesk-settings.ts';
import { createTableRegister } from '../src/azure/table-register.ts';
import { MALLOC_ARENAS, YOUNG_OBJECTS } from '../src/shared/small-heap.ts';
import { figureOf, type Figure } from './figure.ts';

/** Milliseconds of several starts of one copy, with a pool as large as it usually is, and of Node with nothing in it, in turns. */
export interface StartBench {
  /** From the start of the process to the first 200 of `/readyz`. */
  readonly readyMs: Figure;
  /** The same of Node with a server that answers 200. */
  readonly rawReadyMs: Figure;
  /** From the request to stop to the end of the process, with nothing in flight. */
  readonly stopMs: Figure;
  readonly rawStopMs: Figure;
  /** Memory (RSS) half a minute after the start and for as long again, with nothing to do but look for mail. */
  readonly rssMiB: Figure;
  readonly rawRssMiB: Figure;
}

type Run = Readonly<Record<'readyMs' | 'stopMs', number>>;

const IDLE_MS = 30_000;
const MIB = 1024 * 1024;
const PROBE = new URL('../harness/probe.ts', import.meta.url);

const POOL = 3_000;
const STARTS = 7;
/** The first one reads the program from the disk. */
const WARM_UP = 1;
const PROGRAM = fileURLToPath(new URL('../local/rootdesk.ts', import.meta.url));
/** As the image sets it. */
const MEMORY = { NODE_OPTIONS: YOUNG_OBJECTS, ...MALLOC_ARENAS };
const EMPTY = fileURLToPath(new URL('empty.ts', import.meta.url));

/** Starts and stops the program as the local stand does, metrics served, on an Azurite of its own. */
export async function benchStart(): Promise<StartBench> {
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-start-'));
  const azurite = await startAzurite({ port: 0 });
  const graph = await startGraphServer({
    port: 0,
    stateFolder: folder,
    directory: { users: [], groups: [] },
    mailboxes: { central: CENTRAL_MAILBOX, roots: [] },
  });
  const settings = async (): Promise<StandSettings> => ({
    port: await findFreePort(),
    tableConnectionString: azurite.connectionString,
    graphUrl: graph.url,
    tokenUrl: graph.tokenUrl,
    logFile: join(folder, 'log'),
    apiKeySha256: sha256Of(randomUUID()),
  });
  try {
    await fillPool(createTableRegister(await openStandTable(azurite.connectionString)), POOL);
    const [runs, bare]: [Run[], Run[]] = [[], []];
    for (let run = 0; run < WARM_UP + STARTS; run += 1) {
      runs.push(await startAndStop(programOptions(await settings())));
      bare.push(await startAndStop(emptyOptions(await findFreePort())));
    }
    const over = (of: readonly Run[], what: keyof Run): Figure =>
      figureOf(of.slice(WARM_UP).map((run) => run[what]));
    return {
      readyMs: over(runs, 'readyMs'),
      rawReadyMs: over(bare, 'readyMs'),
      stopMs: over(runs, 'stopMs'),
      rawStopMs: over(bare, 'stopMs'),
      rssMiB: await idleRss(programOptions(await settings())),
      rawRssMiB: await idleRss(emptyOptions(await findFreePort())),
    };
  } finally {
    await Promise.all([graph.close(), azurite.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function startAndStop(options: PartOptions): Promise<Run> {
  const began = performance.now();
  const part = await startPart(options);
  const ready = performance.now();
  await part.close();
  return { readyMs: ready - began, stopMs: performance.now() - ready };
}

function programOptions(settings: StandSettings): PartOptions {
  return {
    name: 'Rootdesk',
    script: PROGRAM,
    env: { ...MEMORY, [STAND_SETTINGS]: JSON.stringify(settings) },
    isReady: answersOn(settings.port),
  };
}

function emptyOptions(port: number): PartOptions {
  return { name: 'Node', script: EMPTY, args: [String(port)], env: MEMORY, isReady: answersOn(port) };
}

function answersOn(port: number): PartOptions['isReady'] {
  return async (signal) => (await fetch(`http://127.0.0.1:${port}/readyz`, { signal })).status === 200;
}

async function idleRss(options: PartOptions): Promise<Figure> {
  const samples: number[] = [];
  const part = await startPart({
    ...options,
    preload: [PROBE],
    onMessage(message) {
      const sample = probeSample.safeParse(message);
      if (sample.success) samples.push(sample.data.probe.rssBytes / MIB);
    },
  });
  await pause(IDLE_MS);
  samples.length = 0;
  await pause(IDLE_MS);
  await part.close();
  return figureOf(samples);
}

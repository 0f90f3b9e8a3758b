import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256Of } from '../local/api-key.ts';
import { startAzurite } from '../local/azurite.ts';
import { startGraphServer } from '../local/graph/server.ts';
import { CENTRAL_MAILBOX } from '../local/pool.ts';
import { findFreePort } from '../local/ports.ts';
import { startPart } from '../local/processes.ts';
import { STAND_SETTINGS, type StandSettings } from '../local/rootdesk-settings.ts';
import { importAliases } from '../src/aliases/import.ts';
import { createTableRegister } from '../src/azure/table-register.ts';
import { openTable } from '../src/azure/table.ts';
import { median } from './figure.ts';

/** Milliseconds, medians of several starts of one copy, with a pool as large as it usually is. */
export interface StartBench {
  /** From the start of the process to the first 200 of `/readyz`. */
  readonly readyMs: number;
  /** From the request to stop to the end of the process, with nothing in flight. */
  readonly stopMs: number;
}

const POOL = 3_000;
const STARTS = 7;
/** The first one reads the program from the disk. */
const WARM_UP = 1;
const PATIENCE_MS = 60_000;
const PROGRAM = fileURLToPath(new URL('../local/rootdesk.ts', import.meta.url));

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
  try {
    await fill(azurite.connectionString);
    const runs: StartBench[] = [];
    for (let run = 0; run < WARM_UP + STARTS; run += 1) {
      runs.push(
        await startAndStop({
          port: await findFreePort(),
          tableConnectionString: azurite.connectionString,
          graphUrl: graph.url,
          tokenUrl: graph.tokenUrl,
          logFile: join(folder, 'log'),
          apiKeySha256: sha256Of(randomUUID()),
        }),
      );
    }
    const counted = runs.slice(WARM_UP);
    return {
      readyMs: median(counted.map(({ readyMs }) => readyMs)),
      stopMs: median(counted.map(({ stopMs }) => stopMs)),
    };
  } finally {
    await Promise.all([graph.close(), azurite.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(connectionString: string): Promise<void> {
  const table = await openTable({ kind: 'emulator', connectionString }, 'awsrootaccounts', PATIENCE_MS);
  const addresses = Array.from({ length: POOL }, () => `aws_${randomUUID()}@company.com`);
  await importAliases(
    createTableRegister(table),
    addresses.map((address) => ({ address, rootMailbox: 'root-01@company.com' })),
  );
}

async function startAndStop(settings: StandSettings): Promise<StartBench> {
  const began = performance.now();
  const part = await startPart({
    name: 'Rootdesk',
    script: PROGRAM,
    env: { [STAND_SETTINGS]: JSON.stringify(settings) },
    isReady: async (signal) =>
      (await fetch(`http://127.0.0.1:${settings.port}/readyz`, { signal })).status === 200,
  });
  const ready = performance.now();
  await part.close();
  return { readyMs: ready - began, stopMs: performance.now() - ready };
}

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256Of } from '../local/api-key.ts';
import { startAzurite } from '../local/azurite.ts';
import { startGraphServer } from '../local/graph/server.ts';
import { findFreePort } from '../local/ports.ts';
import { startPart } from '../local/processes.ts';
import { startSmtpIntake } from '../local/smtp.ts';
import type { Table } from '../src/azure/table.ts';
import type { TeamsSide } from './activities.ts';
import type { Company } from './company.ts';
import { probeSample, type ProbeSample } from './probe-sample.ts';
import { openStandTable } from './register.ts';
import { startRecorder, type Recorder } from './recorder.ts';
import { settle } from './settle.ts';

/** The whole program in a process of its own, with all that is around it. */
export interface Stand extends AsyncDisposable {
  readonly teams: TeamsSide;
  readonly apiKey: string;
  readonly smtpPort: number;
  readonly recorder: Recorder;
  readonly table: Table;
}

export interface StandWishes {
  /** Mails and log. */
  readonly folder: string;
  readonly company: Company;
  /** Told once a second what the program holds. */
  readonly onSample?: (sample: ProbeSample) => void;
  /** Has the program's garbage collected now and then, so that what it holds shows. */
  readonly collects?: boolean;
}

const GRAPH_PAGE = 50;
const READY_MS = 120_000;
const STOP_MS = 15_000;

export async function startStand({
  folder,
  company,
  onSample,
  collects = false,
}: StandWishes): Promise<Stand> {
  await using opened = new AsyncDisposableStack();
  const kept = <T extends { close(): Promise<unknown> }>(part: T): T =>
    opened.adopt(part, async (each) => void (await each.close()));

  const { connectionString } = kept(await startAzurite({ port: 0 }));
  const graph = kept(
    await startGraphServer({
      port: 0,
      stateFolder: join(folder, 'mailbox'),
      directory: company.directory,
      mailboxes: company.mailboxes,
      largestPage: GRAPH_PAGE,
    }),
  );
  const smtp = kept(await startSmtpIntake({ port: 0, deliver: graph.take, accepts: graph.accepts }));
  const recorder = kept(await startRecorder(company.teams));
  const serviceUrl = `${recorder.url}/`;
  const table = await openStandTable(connectionString);
  await settle(table, company, serviceUrl);

  const apiKey = randomBytes(32).toString('base64url');
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    port,
    publicUrl: url,
    tableConnectionString: connectionString,
    graphUrl: graph.url,
    tokenUrl: graph.tokenUrl,
    logFile: join(folder, 'rootdesk.log'),
    apiKeySha256: sha256Of(apiKey),
  };
  kept(
    await startPart({
      name: 'Rootdesk',
      script: fileURLToPath(new URL('copy.ts', import.meta.url)),
      args: [JSON.stringify(settings)],
      preload: [new URL(collects ? 'probe.ts?collects' : 'probe.ts', import.meta.url)],
      isReady: async (signal) => (await fetch(`${url}/readyz`, { signal })).ok,
      readyWithinMs: READY_MS,
      endWithinMs: STOP_MS,
      onMessage(message) {
        const sample = probeSample.safeParse(message);
        if (sample.success) onSample?.(sample.data.probe);
      },
    }),
  );
  const closing = opened.move();
  return {
    teams: { url, serviceUrl },
    apiKey,
    smtpPort: smtp.port,
    recorder,
    table,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

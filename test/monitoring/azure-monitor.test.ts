import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AzureMonitorExporterOptions } from '@azure/monitor-opentelemetry-exporter';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLog, type Log } from '../../src/shared/log.ts';
import { createAzureMonitor } from '../../src/monitoring/azure-monitor.ts';
import { openMonitoring, type Monitoring } from '../../src/monitoring/monitoring.ts';
import { until } from '../until.ts';

type HttpClient = NonNullable<AzureMonitorExporterOptions['httpClient']>;

const CONNECTION =
  'InstrumentationKey=11111111-2222-4333-8444-555555555555;IngestionEndpoint=https://ingestion.test/';
const TOKEN = 'the-token-of-the-identity';
const credential = { getToken: async () => ({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }) };

/** What the exporters send, packed or not. */
const bytes = z.union([z.instanceof(Uint8Array), z.string().transform((text) => Buffer.from(text))]);

interface Sent {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

let folder: string;
let log: Log;
let logFile: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rootdesk-azure-monitor-'));
  logFile = join(folder, 'log');
  log = createLog('debug', logFile);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The log, as soon as it has what is looked for: Azure Monitor is told in the background. */
function logWith(words: RegExp): Promise<string> {
  return until(async () => {
    const written = await readFile(logFile, 'utf8');
    expect(written).toMatch(words);
    return written;
  });
}

/** Azure Monitor's ingestion, answering with the status, and what it was sent. */
function ingestion(status: number): { client: HttpClient; sent: Sent[] } {
  const sent: Sent[] = [];
  const client: HttpClient = {
    async sendRequest(request) {
      const packed = bytes.parse(request.body);
      const isPacked = request.headers.get('content-encoding') === 'gzip';
      const body = Buffer.from(isPacked ? gunzipSync(packed) : packed).toString('utf8');
      sent.push({ url: request.url, authorization: request.headers.get('authorization'), body });
      const itemsReceived = body.split('\n').length;
      const answer = { itemsReceived, itemsAccepted: status === 200 ? itemsReceived : 0, errors: [] };
      return { request, status, headers: request.headers, bodyAsText: JSON.stringify(answer) };
    },
  };
  return { client, sent };
}

async function watchedBy(client: HttpClient, withIdentity: boolean): Promise<Monitoring> {
  const choice = { connectionString: CONNECTION, withIdentity };
  const destination = createAzureMonitor(choice, credential, log, { httpClient: client });
  return openMonitoring({ choice: undefined, credential, log, destinations: [destination] });
}

async function something({ telemetry }: Monitoring): Promise<void> {
  telemetry.count('rootdesk_deliveries_total', { ending: 'told' });
  await telemetry.step({ name: 'sweep', kind: 'root' }, () =>
    telemetry.step({ name: 'graph request', kind: 'call' }, async () => {}),
  );
}

describe('Azure Monitor', () => {
  it('has metrics and traces, the last ones when Rootdesk stops', async () => {
    const { client, sent } = ingestion(200);
    const monitoring = await watchedBy(client, false);
    await something(monitoring);
    await monitoring.stop();
    const told = sent.map(({ body }) => body).join('\n');
    expect(told).toContain('rootdesk_deliveries_total');
    expect(told).toContain('"name":"sweep"');
    expect(told).toContain('graph request');
    expect(new Set(sent.map(({ url }) => new URL(url).host))).toEqual(new Set(['ingestion.test']));
    expect(sent.map(({ authorization }) => authorization)).toEqual(sent.map(() => undefined));
  });

  it('is told who sends it where the connection string alone is not believed', async () => {
    const { client, sent } = ingestion(200);
    const monitoring = await watchedBy(client, true);
    await something(monitoring);
    await monitoring.stop();
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.map(({ authorization }) => authorization)).toEqual(sent.map(() => `Bearer ${TOKEN}`));
  });

  it('that refuses everything holds nothing up, and the log says so', async () => {
    const { client } = ingestion(403);
    const monitoring = await watchedBy(client, true);
    await something(monitoring);
    await monitoring.stop();
    const written = await logWith(/"status":403.*Azure Monitor takes no metrics and traces/);
    expect(written.match(/takes no metrics/g)).toHaveLength(1);
    expect(written).not.toContain(TOKEN);
  });
});

describe('without anybody who watches', () => {
  it('nothing is served, and traces have ids all the same', async () => {
    const monitoring = await openMonitoring({ choice: {}, credential, log });
    expect(monitoring.scrape).toBeUndefined();
    await monitoring.telemetry.step({ name: 'sweep', kind: 'root' }, async () => log.info('within'));
    expect(await logWith(/within/)).toMatch(/"trace":"[0-9a-f]{32}"/);
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../shared/log.ts';
import { unwatched, type Telemetry } from '../shared/telemetry.ts';
import type { AzureCredential, AzureMonitorChoice } from './azure-monitor.ts';
import type { Destination } from './destination.ts';

/** Who watches; nobody unless configured. */
export interface MonitoringChoice {
  /** Where `/metrics` is served: the port of everything else, or one of its own. */
  readonly metricsPort?: number;
  readonly azureMonitor?: AzureMonitorChoice;
}

export interface Monitoring {
  readonly telemetry: Telemetry;
  /** The metrics as they are now, in Prometheus' text format; undefined where nobody may ask for them. */
  readonly scrape: (() => Promise<string>) | undefined;
  /** Sends what has not been sent, in a few seconds or not at all. Never rejects. */
  stop(): Promise<void>;
}

export interface MonitoringDeps {
  readonly choice: MonitoringChoice | undefined;
  readonly credential: AzureCredential;
  readonly log: Log;
  /** Further places for metrics and traces. */
  readonly destinations?: readonly Destination[];
}

/** Whoever stops has ten seconds for everything. */
const LAST_WORDS_MS = 3_000;

/** Loads what was chosen and nothing else: OpenTelemetry and Azure's exporter take a part of a second each. */
export async function openMonitoring(deps: MonitoringDeps): Promise<Monitoring> {
  const { choice = {}, log } = deps;
  const destinations = [...(deps.destinations ?? [])];
  if (choice.azureMonitor !== undefined) {
    const { createAzureMonitor } = await import('./azure-monitor.ts');
    destinations.push(createAzureMonitor(choice.azureMonitor, deps.credential, log));
  }
  if (choice.metricsPort === undefined && destinations.length === 0) {
    return { telemetry: unwatched, scrape: undefined, stop: async () => {} };
  }
  const { createPrometheus } = await import('./prometheus.ts');
  const { createOpenTelemetry } = await import('./open-telemetry.ts');
  const prometheus = choice.metricsPort === undefined ? undefined : createPrometheus();
  const running = createOpenTelemetry({
    readers: [
      ...(prometheus === undefined ? [] : [prometheus.reader]),
      ...destinations.flatMap(({ readers = [] }) => readers),
    ],
    spanProcessors: destinations.flatMap(({ spanProcessors = [] }) => spanProcessors),
  });
  return {
    telemetry: running.telemetry,
    scrape: prometheus?.scrape,
    async stop() {
      const late = pause(LAST_WORDS_MS, 'late', { ref: false });
      try {
        const ended = await Promise.race([running.stop(), late]);
        if (ended === 'late') log.warn('the last metrics and traces could not be sent in time');
      } catch (error) {
        log.warn({ err: error }, 'the last metrics and traces could not be sent');
      }
    },
  };
}

import {
  AzureMonitorMetricExporter,
  AzureMonitorTraceExporter,
  type AzureMonitorExporterOptions,
} from '@azure/monitor-opentelemetry-exporter';
import { PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Log } from '../shared/log.ts';
import type { Destination } from './destination.ts';

export type AzureCredential = NonNullable<AzureMonitorExporterOptions['credential']>;

export interface AzureMonitorChoice {
  readonly connectionString: string;
  /** True: Rootdesk proves who it is; false: the connection string alone is believed. */
  readonly withIdentity: boolean;
}

/** Azure Monitor keeps metrics by the minute. */
const EXPORT_MS = 60_000;
/** One attempt to send. */
const SEND_MS = 10_000;

/**
 * Metrics and traces to Azure Monitor.
 *
 * @param options further options of the exporters
 */
export function createAzureMonitor(
  choice: AzureMonitorChoice,
  credential: AzureCredential,
  log: Log,
  options: Pick<AzureMonitorExporterOptions, 'httpClient'> = {},
): Destination {
  // The exporters also report their own health to Microsoft, and nothing but the environment keeps them from it.
  process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] = 'true';
  process.env['APPLICATIONINSIGHTS_SDKSTATS_DISABLED'] = 'true';
  const settings: AzureMonitorExporterOptions = {
    ...options,
    connectionString: choice.connectionString,
    ...(choice.withIdentity && { credential }),
    // The file system is read-only where it should be, and figures of an outage are no loss.
    disableOfflineStorage: true,
    additionalPolicies: [{ policy: createEar(log), position: 'perCall' }],
  };
  const spans = new AzureMonitorTraceExporter(settings);
  const metrics = new AzureMonitorMetricExporter(settings);
  return {
    readers: [
      new PeriodicExportingMetricReader({
        exporter: metrics,
        exportIntervalMillis: EXPORT_MS,
        exportTimeoutMillis: SEND_MS,
      }),
    ],
    spanProcessors: [new BatchSpanProcessor(spans, { exportTimeoutMillis: SEND_MS })],
  };
}

type Policy = NonNullable<AzureMonitorExporterOptions['additionalPolicies']>[number]['policy'];

/**
 * Hears how each request ended: the exporters call it a success when Azure Monitor refused what was sent and nothing is kept to be
 * sent again (1.0.0-beta.47). The log has the first failure of a row, and when it is over.
 */
function createEar(log: Log): Policy {
  let isFailing = false;
  function hear(failed: boolean, how: object): void {
    if (failed && !isFailing) log.warn(how, 'Azure Monitor takes no metrics and traces');
    if (!failed && isFailing) log.info('Azure Monitor takes metrics and traces again');
    isFailing = failed;
  }
  return {
    name: 'rootdeskEar',
    async sendRequest(request, next) {
      try {
        const answer = await next(request);
        hear(answer.status >= 400, { status: answer.status });
        return answer;
      } catch (error) {
        hear(true, { err: error });
        throw error;
      }
    },
  };
}

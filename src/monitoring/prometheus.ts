import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import type { IMetricReader } from '@opentelemetry/sdk-metrics';

export interface Prometheus {
  readonly reader: IMetricReader;
  /** The metrics as they are now, in Prometheus' text format. */
  scrape(): Promise<string>;
}

/** OpenTelemetry's exporter without the server that it would start: that one answers everybody on every address. */
export function createPrometheus(): Prometheus {
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const serializer = new PrometheusSerializer(undefined, false, undefined, true, true);
  return {
    reader: exporter,
    async scrape() {
      const { resourceMetrics, errors } = await exporter.collect();
      if (errors.length > 0) throw new AggregateError(errors, 'the metrics could not be collected');
      return serializer.serialize(resourceMetrics);
    },
  };
}

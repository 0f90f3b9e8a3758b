import type { IMetricReader } from '@opentelemetry/sdk-metrics';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-base';

/** Somewhere that metrics and traces go. */
export interface Destination {
  readonly readers?: readonly IMetricReader[];
  readonly spanProcessors?: readonly SpanProcessor[];
}

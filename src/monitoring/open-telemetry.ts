import { AsyncLocalStorage } from 'node:async_hooks';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Counter,
  type Histogram,
  type Span,
} from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, type IMetricReader } from '@opentelemetry/sdk-metrics';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BasicTracerProvider,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { RootdeskError } from '../shared/rootdesk-error.ts';
import { METRICS, type MetricName } from '../shared/metrics.ts';
import { withinTrace, type Step, type Telemetry } from '../shared/telemetry.ts';

const NAME = 'rootdesk';
const KINDS = { root: SpanKind.SERVER, call: SpanKind.CLIENT } as const;

export interface OpenTelemetryDeps {
  /** Where metrics go. */
  readonly readers: readonly IMetricReader[];
  /** Where traces go; without any, spans are not recorded. */
  readonly spanProcessors: readonly SpanProcessor[];
}

export interface RunningTelemetry {
  readonly telemetry: Telemetry;
  /** Sends what has not been sent. Rejects when it could not be. */
  stop(): Promise<void>;
}

/**
 * {@link Telemetry} through the OpenTelemetry SDK, with providers of its own: nothing global is set, so that several can be in
 * one process and no library adds spans that nobody has looked at.
 */
export function createOpenTelemetry(deps: OpenTelemetryDeps): RunningTelemetry {
  const resource = resourceFromAttributes({ 'service.name': NAME });
  const meters = new MeterProvider({ resource, readers: [...deps.readers] });
  const spans = new BasicTracerProvider({
    resource,
    sampler: deps.spanProcessors.length === 0 ? new AlwaysOffSampler() : new AlwaysOnSampler(),
    spanProcessors: [...deps.spanProcessors],
  });
  return {
    telemetry: { ...measures(meters), step: steps(spans) },
    async stop() {
      await Promise.all([meters.shutdown(), spans.shutdown()]);
    },
  };
}

function measures(meters: MeterProvider): Omit<Telemetry, 'step'> {
  const meter = meters.getMeter(NAME);
  const counters = new Map<MetricName, Counter>();
  const histograms = new Map<MetricName, Histogram>();
  for (const [name, metric] of entriesOf(METRICS)) {
    const description = metric.help;
    if (metric.kind === 'counter') counters.set(name, meter.createCounter(name, { description }));
    if (metric.kind === 'histogram') {
      const advice = { explicitBucketBoundaries: [...metric.buckets] };
      histograms.set(name, meter.createHistogram(name, { description, advice }));
    }
  }
  return {
    count: (metric, labels) => counters.get(metric)?.add(1, labels),
    observe: (metric, value, labels) => histograms.get(metric)?.record(value, labels),
    watch(metric, read) {
      const gauge = meter.createObservableGauge(metric, { description: METRICS[metric].help });
      gauge.addCallback((result) => {
        for (const { value, labels } of read()) result.observe(value, labels);
      });
    },
  };
}

/** Object.entries with the keys that the type knows. */
function entriesOf<T extends object>(of: T): [keyof T & string, T[keyof T]][] {
  const keys: (keyof T & string)[] = [];
  for (const key in of) keys.push(key);
  return keys.map((key) => [key, of[key]]);
}

function steps(provider: BasicTracerProvider): Telemetry['step'] {
  const tracer = provider.getTracer(NAME);
  const contexts = new AsyncLocalStorage<Context>();
  return async (step, work) => {
    const parent = step.kind === 'root' ? ROOT_CONTEXT : (contexts.getStore() ?? ROOT_CONTEXT);
    const span = tracer.startSpan(step.name, optionsOf(step), parent);
    try {
      const { traceId } = span.spanContext();
      return await withinTrace(traceId, () => contexts.run(trace.setSpan(parent, span), work));
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  };
}

function optionsOf({ attributes, kind }: Step) {
  return {
    kind: kind === undefined ? SpanKind.INTERNAL : KINDS[kind],
    ...(attributes !== undefined && { attributes: { ...attributes } }),
  };
}

/** Of an error only its code or class leaves: words of other people's errors may hold addresses and ids. */
function markFailed(span: Span, error: unknown): void {
  const name = error instanceof Error ? error.name : 'unknown';
  span.setAttribute('error.type', error instanceof RootdeskError ? error.code : name);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

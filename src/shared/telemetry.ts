import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { CounterName, GaugeName, HistogramName, LabelsOf } from './metrics.ts';

/**
 * What the program tells those who watch it: counts, durations and traces. Never fails, and costs next to nothing where nobody
 * watches. No secret, address, id or subject goes in.
 */
export interface Telemetry {
  /** Adds one. */
  count<Name extends CounterName>(metric: Name, labels: LabelsOf<Name>): void;
  /** One value of a distribution, in the metric's unit. */
  observe<Name extends HistogramName>(metric: Name, value: number, labels: LabelsOf<Name>): void;
  /** The gauge is what `read` gives whenever the metrics are collected; it must be at hand. Nothing: not known yet. */
  watch<Name extends GaugeName>(metric: Name, read: () => readonly Reading<Name>[]): void;
  /** Does the work as one step of a trace; what it starts becomes part of it. Gives and throws what the work does. */
  step<T>(step: Step, work: () => Promise<T>): Promise<T>;
}

export interface Reading<Name extends GaugeName> {
  readonly value: number;
  readonly labels: LabelsOf<Name>;
}

/** A part of a trace. */
export interface Step {
  /** One of few: no ids in it. */
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** `root` begins a trace of its own whatever it was started by; `call` is a request to another service. */
  readonly kind?: 'root' | 'call';
}

const traces = new AsyncLocalStorage<string>();

/** The trace that this is done in, 32 hexadecimal digits; undefined outside of any. Stands in every line of the log. */
export function currentTrace(): string | undefined {
  return traces.getStore();
}

export function withinTrace<T>(id: string, work: () => T): T {
  return traces.run(id, work);
}

/** Nobody watches; traces have ids all the same, so that lines of the log that belong together can be found. */
export const unwatched: Telemetry = {
  count() {},
  observe() {},
  watch() {},
  step({ kind }, work) {
    const id = kind === 'root' ? undefined : currentTrace();
    return withinTrace(id ?? randomBytes(16).toString('hex'), work);
  },
};

/** Does the work and tells how many seconds it took, whatever comes of it. */
export async function timed<T>(
  work: () => Promise<T>,
  tell: (seconds: number, tried: { readonly done: T } | { readonly error: unknown }) => void,
): Promise<T> {
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1_000;
  try {
    const done = await work();
    tell(seconds(), { done });
    return done;
  } catch (error) {
    tell(seconds(), { error });
    throw error;
  }
}

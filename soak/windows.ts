import type { Timed } from '../harness/people-at-work.ts';
import type { ProbeSample } from '../harness/probe-sample.ts';

/** What was measured in one stretch of the run; undefined where nothing was. */
export interface Window {
  /** Its middle, in minutes from the begin. */
  readonly at: number;
  readonly values: Readonly<Record<MetricName, number | undefined>>;
}

interface Metric {
  readonly title: string;
  readonly unit: string;
  readonly isJudged: boolean;
  /** A change over the run that is no matter: code that is still compiled, caches that fill up to their limits. */
  readonly belowNotice?: number;
}

export const METRICS = {
  rss: { title: 'Memory of the process (RSS) without garbage', unit: 'MiB', isJudged: true, belowNotice: 3 },
  heap: { title: 'Heap in use without garbage', unit: 'MiB', isJudged: true, belowNotice: 3 },
  rssAtAll: { title: 'Memory of the process (RSS) at any time', unit: 'MiB', isJudged: false },
  handles: { title: 'Sockets, pipes and files', unit: '', isJudged: true },
  timers: { title: 'Timers', unit: '', isJudged: true },
  operations: { title: 'Table operations, all of them, for each mail', unit: '', isJudged: true },
  mailToRaw: { title: 'A mail to its card, in bare table reads', unit: '', isJudged: true },
  clickToRaw: { title: 'The answer to a click, in bare table reads', unit: '', isJudged: true },
  callToRaw: { title: 'The answer of the API, in bare table reads', unit: '', isJudged: true },
  mail: { title: 'A mail to its card', unit: 'ms', isJudged: false },
  click: { title: 'The answer to a click', unit: 'ms', isJudged: false },
  call: { title: 'The answer of the API', unit: 'ms', isJudged: false },
  raw: { title: 'A bare read of the table', unit: 'ms', isJudged: false },
} as const satisfies Readonly<Record<string, Metric>>;
export type MetricName = keyof typeof METRICS;
export const METRIC_NAMES: readonly MetricName[] = Object.keys(METRICS).filter((name): name is MetricName =>
  Object.hasOwn(METRICS, name),
);

export function belowNotice(name: MetricName): number {
  const metric: Metric = METRICS[name];
  return metric.belowNotice ?? 0;
}

/** Collects what is measured, and gives it window by window. */
export interface Windows {
  sampled(sample: ProbeSample): void;
  took(what: Timed | 'raw', ms: number): void;
  /** Ends a window. @param at its middle, in minutes */
  close(at: number): void;
  readonly closed: readonly Window[];
  /** Of all that was timed in the whole run, in milliseconds. */
  readonly all: Readonly<Record<Timed | 'raw', readonly number[]>>;
}

const MIB = 1024 * 1024;

export function createWindows(): Windows {
  const closed: Window[] = [];
  const all = { mail: [], click: [], command: [], call: [], raw: [] } satisfies Record<
    Timed | 'raw',
    number[]
  > as Record<Timed | 'raw', number[]>;
  let samples: ProbeSample[] = [];
  let times: Partial<Record<Timed | 'raw', number[]>> = {};
  let operationsBefore: number | undefined;

  function valuesNow(): Window['values'] {
    const median = (what: Timed | 'raw'): number | undefined => medianOf(times[what] ?? []);
    const raw = median('raw');
    const toRaw = (what: Timed): number | undefined => divided(median(what), raw);
    const last = samples.at(-1)?.tableOperations;
    const operations =
      last === undefined || operationsBefore === undefined ? undefined : last - operationsBefore;
    const of = (value: (sample: ProbeSample) => number): readonly number[] =>
      samples.map((each) => value(each));
    // Between two collections memory grows by what is garbage already, in saw teeth of minutes.
    const held = samples.filter(({ isCollected }) => isCollected);
    return {
      rss: leastOf(held.map(({ rssBytes }) => rssBytes / MIB)),
      heap: leastOf(held.map(({ heapBytes }) => heapBytes / MIB)),
      rssAtAll: medianOf(of(({ rssBytes }) => rssBytes / MIB)),
      handles: medianOf(of(({ handles }) => handles)),
      timers: medianOf(of(({ timers }) => timers)),
      operations: divided(operations, times.mail?.length),
      mailToRaw: toRaw('mail'),
      clickToRaw: toRaw('click'),
      callToRaw: toRaw('call'),
      mail: median('mail'),
      click: median('click'),
      call: median('call'),
      raw,
    };
  }

  return {
    sampled: (sample) => void samples.push(sample),
    took(what, ms) {
      all[what].push(ms);
      (times[what] ??= []).push(ms);
    },
    close(at) {
      closed.push({ at, values: valuesNow() });
      operationsBefore = samples.at(-1)?.tableOperations ?? operationsBefore;
      samples = [];
      times = {};
    },
    closed,
    all,
  };
}

function divided(value: number | undefined, by: number | undefined): number | undefined {
  return value === undefined || by === undefined || by === 0 ? undefined : value / by;
}

function leastOf(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : Math.min(...numbers);
}

function medianOf(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

import { trendOf, verdictOn, type Point, type Trend, type Verdict } from './trend.ts';
import { belowNotice, METRIC_NAMES, METRICS, type MetricName, type Window } from './windows.ts';

/** How one metric went. */
export interface Judged {
  readonly metric: MetricName;
  /** All of it; what came before the program had warmed up is drawn and not judged. */
  readonly points: readonly Point[];
  readonly judgedFrom: number;
  /** Undefined where there was too little to tell. */
  readonly trend: Trend | undefined;
  readonly verdict: Verdict | 'unknown';
}

/** Of the run: Node compiles, connections are opened, caches fill up to their limits. */
const WARM_UP = 1 / 4;
const POINTS_LEAST = 8;

export function judge(windows: readonly Window[]): readonly Judged[] {
  const judgedFrom = windows[Math.floor(windows.length * WARM_UP)]?.at ?? 0;
  return METRIC_NAMES.map((metric) => {
    const points = windows.flatMap(({ at, values }) => {
      const value = values[metric];
      return value === undefined ? [] : [{ at, value }];
    });
    const warm = points.filter(({ at }) => at >= judgedFrom);
    const trend = warm.length < POINTS_LEAST ? undefined : trendOf(warm);
    return {
      metric,
      points,
      judgedFrom,
      trend,
      verdict: trend === undefined ? 'unknown' : verdictOn(trend, belowNotice(metric)),
    };
  });
}

/** What rises although it should not, or could not be told. */
export function faultsIn(judged: readonly Judged[]): readonly Judged[] {
  return judged.filter(
    ({ metric, verdict }) => METRICS[metric].isJudged && (verdict === 'rises' || verdict === 'unknown'),
  );
}

import type { Judged } from './judge.ts';
import type { Soaked } from './run.ts';
import { METRICS } from './windows.ts';

/** The figures of a run, for machines. */
export function figuresOf(seed: number, { done, failed, all }: Soaked, judged: readonly Judged[]): object {
  const metrics = judged.map(({ metric, trend, verdict }) => [metric, { verdict, ...trend }]);
  const p99 = Object.entries(all).map(([what, times]) => [what, percentile(times)]);
  return {
    seed,
    done,
    failed: failed.length,
    p99Ms: Object.fromEntries(p99),
    metrics: Object.fromEntries(metrics),
  };
}

/** The same for people: a line for each metric. */
export function linesOf({ done, failed, all }: Soaked, judged: readonly Judged[]): readonly string[] {
  const counts = Object.entries(done).map(([event, count]) => `${count} ${event}`);
  const times = Object.entries(all).map(([what, each]) => `${what} ${Math.round(percentile(each))}`);
  return [
    `Done: ${counts.join(', ')}; not come to its end: ${failed.length}`,
    `The slowest of a hundred, ms: ${times.join(', ')}`,
    ...judged.map(({ metric, trend, verdict }) => {
      const { title, unit, isJudged } = METRICS[metric];
      const word = (isJudged ? verdict : '-').padEnd(8);
      if (trend === undefined) return `${word} ${title}: too little was measured`;
      const { slope, slopeBetween, growth, noise } = trend;
      const hourly = [slope, ...slopeBetween].map((each) => signed(each * 60));
      return `${word} ${title}: ${signed(growth)} ${unit} over the run, noise ${plain(noise)}; an hour ${hourly[0]} (99.9 %: ${hourly[1]} to ${hourly[2]})`;
    }),
  ];
}

function percentile(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? Number.NaN;
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${plain(value)}`;
}

function plain(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A measured value at a moment. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

/** How values go with time, whatever single ones do: Theil and Sen's estimate. */
export interface Trend {
  /** Median of the slopes between all pairs, for each unit of `at`. */
  readonly slope: number;
  /**
   * Between which slopes the true one is, with 99.9 % confidence: Sen 1968, by the variance of Kendall's S, which is larger where each
   * value hangs on the one before it (Hamed and Rao 1998). Memory moves in saw teeth, and half of one is no leak.
   */
  readonly slopeBetween: readonly [number, number];
  /** Of the line at `at` = 0. */
  readonly intercept: number;
  /** How far values usually are from the line: the median distance, as a standard deviation of normal noise. */
  readonly noise: number;
  /** What the line gains from the first point to the last. */
  readonly growth: number;
}

/** Two-sided, 99.9 %: eight metrics of a run are judged, and none should be blamed for chance. */
const CONFIDENCE_Z = 3.291;
/** A median distance of 1 is a standard deviation of so much, where noise is normal. */
const DEVIATION_OF_MEDIAN = 1.4826;
const POINTS_LEAST = 8;

/** @throws {RangeError} for fewer points than a confidence can be told of */
export function trendOf(points: readonly Point[]): Trend {
  if (points.length < POINTS_LEAST) throw new RangeError(`a trend takes ${POINTS_LEAST} points`);
  const slopes = points
    .flatMap((one, index) =>
      points.slice(index + 1).map((other) => (other.value - one.value) / (other.at - one.at)),
    )
    .toSorted((one, other) => one - other);
  const slope = median(slopes);
  const intercept = median(points.map(({ at, value }) => value - slope * at));
  const residuals = points.map(({ at, value }) => value - intercept - slope * at);
  const moments = points.map(({ at }) => at);
  return {
    slope,
    slopeBetween: confidence(slopes, residuals),
    intercept,
    noise: DEVIATION_OF_MEDIAN * median(residuals.map(Math.abs)),
    growth: slope * (Math.max(...moments) - Math.min(...moments)),
  };
}

function confidence(slopes: readonly number[], residuals: readonly number[]): readonly [number, number] {
  const { length: count } = residuals;
  const variance = ((count * (count - 1) * (2 * count + 5)) / 18) * inflation(residuals);
  const spread = CONFIDENCE_Z * Math.sqrt(variance);
  const low = Math.floor((slopes.length - spread) / 2);
  const high = Math.ceil((slopes.length + spread) / 2);
  const at = (place: number): number => slopes[Math.min(slopes.length - 1, Math.max(0, place))] ?? Number.NaN;
  return [at(low), at(high)];
}

/** How many times larger the variance of S is than for values that do not hang on each other, by the ranks of what is left without the trend. */
function inflation(residuals: readonly number[]): number {
  const { length: count } = residuals;
  const sorted = residuals.toSorted((one, other) => one - other);
  const ranks = residuals.map((each) => sorted.indexOf(each) - (count - 1) / 2);
  const power = ranks.reduce((sum, rank) => sum + rank * rank, 0);
  if (power === 0) return 1;
  let sum = 0;
  for (let lag = 1; lag < count - 2; lag += 1) {
    const correlation =
      ranks.slice(lag).reduce((all, rank, index) => all + rank * (ranks[index] ?? 0), 0) / power;
    // What cannot be told from chance counts for nothing.
    if (Math.abs(correlation) < 1.96 / Math.sqrt(count)) continue;
    sum += (count - lag) * (count - lag - 1) * (count - lag - 2) * correlation;
  }
  return Math.max(1, 1 + (2 / (count * (count - 1) * (count - 2))) * sum);
}

/** Flat where what it gains cannot be told from chance, is less than the values move by themselves anyway, or no matter. */
export type Verdict = 'flat' | 'rises' | 'falls';

export function verdictOn({ slopeBetween: [low, high], growth, noise }: Trend, belowNotice = 0): Verdict {
  if (Math.abs(growth) <= Math.max(noise, belowNotice)) return 'flat';
  if (low > 0) return 'rises';
  return high < 0 ? 'falls' : 'flat';
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

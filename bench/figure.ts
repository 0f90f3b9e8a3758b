/** What was measured several times: the median, between which values half of the runs were, and all of them. */
export interface Figure {
  readonly median: number;
  /** The lower and the upper quartile. */
  readonly half: readonly [number, number];
  /** The least and the most. */
  readonly all: readonly [number, number];
}

export function figureOf(numbers: readonly number[]): Figure {
  return {
    median: median(numbers),
    half: [quantile(numbers, 0.25), quantile(numbers, 0.75)],
    all: [quantile(numbers, 0), quantile(numbers, 1)],
  };
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The number below which that share of all lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** So many in this time, as a service counts them. */
export interface Allowance {
  readonly most: number;
  readonly withinMs: number;
}

/** Counts what a service takes, for each place by itself, and refuses what is over its limits. */
export interface SlidingLimit {
  /** Takes so many for the place, or says after how many milliseconds there is room again; nothing is taken then. */
  take(place: string, count: number, now: number): number | undefined;
  /** How often it refused. */
  readonly refused: number;
  /** The most that were taken for a place within the time of the first allowance. */
  readonly most: number;
}

interface Taken {
  readonly at: number;
  readonly count: number;
}

export function createSlidingLimit(allowances: readonly Allowance[]): SlidingLimit {
  const places = new Map<string, Taken[]>();
  const longestMs = Math.max(...allowances.map(({ withinMs }) => withinMs));
  let refused = 0;
  let most = 0;

  function sumWithin(taken: readonly Taken[], withinMs: number, now: number): number {
    return taken.filter(({ at }) => at > now - withinMs).reduce((sum, { count }) => sum + count, 0);
  }

  return {
    get refused() {
      return refused;
    },
    get most() {
      return most;
    },
    take(place, count, now) {
      const taken = (places.get(place) ?? []).filter(({ at }) => at > now - longestMs);
      places.set(place, taken);
      const full = allowances.filter(
        (allowance) => sumWithin(taken, allowance.withinMs, now) + count > allowance.most,
      );
      if (full.length > 0) {
        refused += 1;
        return Math.max(...full.map(({ withinMs }) => roomIn(taken, withinMs, now)));
      }
      taken.push({ at: now, count });
      const [first] = allowances;
      if (first !== undefined) most = Math.max(most, sumWithin(taken, first.withinMs, now));
      return undefined;
    },
  };
}

/** When the oldest that still counts no longer does. */
function roomIn(taken: readonly Taken[], withinMs: number, now: number): number {
  const oldest = taken.find(({ at }) => at > now - withinMs);
  return oldest === undefined ? withinMs : Math.max(1, oldest.at + withinMs - now);
}

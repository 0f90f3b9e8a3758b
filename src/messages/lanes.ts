/**
 * What an attempt tells of the place that it was for: it took it, it asked for patience, it did not take it, or Teams said no for good, which
 * may not be so for long; else nothing.
 */
export type PlaceNews = 'takes' | 'rests' | 'fails' | 'denies';

/** The way of one attempt to its place. */
export interface Way {
  /** It is unanswered for so long that nothing else should go there beside it. */
  slow(): void;
  /** How long the place will rest should this fail, in milliseconds: what failed comes after whatever waits besides. */
  restAfterFailure(): number;
  /** It has ended. @param restMs how long the place wants to rest, where it said so */
  end(news: PlaceNews | undefined, restMs?: number): void;
}

/**
 * Which places of Teams take what is sent to them. A place in trouble has one attempt under way and rests after it; everything
 * else for it keeps its place in the queue, unclaimed, and costs nobody an attempt.
 */
export interface Lanes {
  /**
   * A way to the place, which has to be ended; undefined while nothing else may go there.
   * @param wasDenied it was refused there before: then it goes only as often as a place that says no is asked again
   */
  enter(place: string, wasDenied?: boolean): Way | undefined;
  /** Places that said no may be asked at once: a channel was linked. */
  askAgain(): void;
  /** Called whenever something may go where nothing could. @returns what ends that */
  onOpen(look: () => void): () => void;
}

/** From one attempt to the next at a place that does not take anything: it doubles from the first to the last. */
const FIRST_REST_MS = 2_000;
export const LONGEST_REST_MS = 20_000;
/** So often a place that says no is asked so soon, about half an hour; then less and less often. */
const QUICK_DENIALS = 90;
const LONGEST_DENIAL_MS = 15 * 60_000;
/** A service in trouble is not asked about every place at once. */
const PROBES_MOST = 4;

function restMsAfter(failures: number): number {
  return Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** failures);
}

function denialMsAfter(denials: number): number {
  if (denials < QUICK_DENIALS) return restMsAfter(denials);
  return Math.min(LONGEST_DENIAL_MS, LONGEST_REST_MS * 2 ** (denials - QUICK_DENIALS));
}

interface Lane {
  underWay: number;
  slow: number;
  /** Attempts in a row that it did not take. */
  failures: number;
  /** By the clock of the lanes. */
  restsUntil: number;
  /** Times in a row that it said no, and when what was denied may ask again. */
  denials: number;
  deniedUntil: number;
  /** Attempts under way that ask again. */
  asking: number;
  /** Something was turned away since it was last open. */
  hasWaiting: boolean;
}

/** @param now milliseconds that never go back */
export function createLanes(now: () => number): Lanes {
  const lanes = new Map<string, Lane>();
  const looks = new Set<() => void>();
  let probes = 0;

  const open = (): void => {
    for (const look of looks) look();
  };
  const openLater = (ms: number): void => void setTimeout(open, ms).unref();

  function isClosed(lane: Lane, wasDenied: boolean): boolean {
    if (now() < lane.restsUntil || lane.slow > 0) return true;
    if (lane.failures > 0 && (lane.underWay > 0 || probes >= PROBES_MOST)) return true;
    if (!wasDenied || lane.denials === 0) return false;
    return now() < lane.deniedUntil || lane.asking > 0 || probes >= PROBES_MOST;
  }

  /** What rests after a failure is tried at once: what one place takes, the others may take again. */
  function endRests(): void {
    for (const lane of lanes.values()) if (lane.failures > 0) lane.restsUntil = 0;
  }

  function endDenials(): void {
    for (const lane of lanes.values()) lane.deniedUntil = 0;
  }

  function note(lane: Lane, news: PlaceNews | undefined, restMs: number, isProbe: boolean): void {
    if (news === 'takes') {
      if (lane.failures > 0) endRests();
      if (lane.denials > 0) endDenials();
      lane.failures = 0;
      lane.denials = 0;
    }
    if (news === 'rests') lane.restsUntil = Math.max(lane.restsUntil, now() + restMs);
    // Those that were under way together when it began are one failure.
    if (news === 'fails' && (isProbe || lane.failures === 0)) {
      lane.restsUntil = now() + restMsAfter(lane.failures);
      lane.failures += 1;
    }
    if (news === 'denies' && (isProbe || lane.denials === 0)) {
      lane.deniedUntil = now() + denialMsAfter(lane.denials);
      lane.denials += 1;
    }
  }

  function openInTime(place: string, lane: Lane): void {
    const waitMs = Math.max(lane.restsUntil, lane.deniedUntil) - now();
    if (waitMs > 0) openLater(waitMs);
    else if (lane.underWay === 0 && lane.failures === 0 && lane.denials === 0) lanes.delete(place);
  }

  return {
    enter(place, wasDenied = false) {
      const lane = lanes.get(place) ?? {
        underWay: 0,
        slow: 0,
        failures: 0,
        restsUntil: 0,
        denials: 0,
        deniedUntil: 0,
        asking: 0,
        hasWaiting: false,
      };
      lanes.set(place, lane);
      if (isClosed(lane, wasDenied)) {
        lane.hasWaiting = true;
        return undefined;
      }
      const asks = wasDenied && lane.denials > 0;
      const isProbe = lane.failures > 0 || asks;
      let isSlow = false;
      lane.underWay += 1;
      if (isProbe) probes += 1;
      if (asks) lane.asking += 1;
      return {
        slow() {
          isSlow = true;
          lane.slow += 1;
        },
        restAfterFailure: () => restMsAfter(lane.failures),
        end(news, restMs = 0) {
          lane.underWay -= 1;
          if (isProbe) probes -= 1;
          if (asks) lane.asking -= 1;
          if (isSlow) lane.slow -= 1;
          const hasRecovered = news === 'takes' && (lane.failures > 0 || lane.denials > 0);
          note(lane, news, restMs, isProbe);
          openInTime(place, lane);
          if (!isProbe && !lane.hasWaiting && !hasRecovered) return;
          lane.hasWaiting = false;
          open();
        },
      };
    },
    askAgain() {
      endDenials();
      open();
    },
    onOpen(look) {
      looks.add(look);
      return () => void looks.delete(look);
    },
  };
}

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
export interface CircuitBreakers {
  /**
   * A way to the place, which has to be ended; undefined while nothing else may go there.
   * @param wasDenied it was refused there before: then it goes only as often as a place that says no is asked again
   */
  enter(place: string, wasDenied?: boolean): Way | undefined;
  /** Places that said no may be asked at once: a channel was linked. */
  askAgain(): void;
  /** Called whenever something may go where nothing could. @returns what ends that */
  onFree(look: () => void): () => void;
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

interface Circuit {
  underWay: number;
  slow: number;
  /** Attempts in a row that it did not take. */
  failures: number;
  /** By the clock of the breakers. */
  restsUntil: number;
  /** Times in a row that it said no, and when what was denied may ask again. */
  denials: number;
  deniedUntil: number;
  /** Attempts under way that ask again. */
  asking: number;
  /** Something was turned away since it last let anything through. */
  hasWaiting: boolean;
}

/** @param now milliseconds that never go back */
export function createCircuitBreakers(now: () => number): CircuitBreakers {
  const breakers = new Map<string, Circuit>();
  const looks = new Set<() => void>();
  let probes = 0;

  const tell = (): void => {
    for (const look of looks) look();
  };
  const tellLater = (ms: number): void => void setTimeout(tell, ms).unref();

  function refuses(circuit: Circuit, wasDenied: boolean): boolean {
    if (now() < circuit.restsUntil || circuit.slow > 0) return true;
    if (circuit.failures > 0 && (circuit.underWay > 0 || probes >= PROBES_MOST)) return true;
    if (!wasDenied || circuit.denials === 0) return false;
    return now() < circuit.deniedUntil || circuit.asking > 0 || probes >= PROBES_MOST;
  }

  /** What rests after a failure is tried at once: what one place takes, the others may take again. */
  function endRests(): void {
    for (const circuit of breakers.values()) if (circuit.failures > 0) circuit.restsUntil = 0;
  }

  function endDenials(): void {
    for (const circuit of breakers.values()) circuit.deniedUntil = 0;
  }

  function note(circuit: Circuit, news: PlaceNews | undefined, restMs: number, isProbe: boolean): void {
    if (news === 'takes') {
      if (circuit.failures > 0) endRests();
      if (circuit.denials > 0) endDenials();
      circuit.failures = 0;
      circuit.denials = 0;
    }
    if (news === 'rests') circuit.restsUntil = Math.max(circuit.restsUntil, now() + restMs);
    // Those that were under way together when it began are one failure.
    if (news === 'fails' && (isProbe || circuit.failures === 0)) {
      circuit.restsUntil = now() + restMsAfter(circuit.failures);
      circuit.failures += 1;
    }
    if (news === 'denies' && (isProbe || circuit.denials === 0)) {
      circuit.deniedUntil = now() + denialMsAfter(circuit.denials);
      circuit.denials += 1;
    }
  }

  function tellInTime(place: string, circuit: Circuit): void {
    const waitMs = Math.max(circuit.restsUntil, circuit.deniedUntil) - now();
    if (waitMs > 0) tellLater(waitMs);
    else if (circuit.underWay === 0 && circuit.failures === 0 && circuit.denials === 0)
      breakers.delete(place);
  }

  return {
    enter(place, wasDenied = false) {
      const circuit = breakers.get(place) ?? {
        underWay: 0,
        slow: 0,
        failures: 0,
        restsUntil: 0,
        denials: 0,
        deniedUntil: 0,
        asking: 0,
        hasWaiting: false,
      };
      breakers.set(place, circuit);
      if (refuses(circuit, wasDenied)) {
        circuit.hasWaiting = true;
        return undefined;
      }
      const asks = wasDenied && circuit.denials > 0;
      const isProbe = circuit.failures > 0 || asks;
      let isSlow = false;
      circuit.underWay += 1;
      if (isProbe) probes += 1;
      if (asks) circuit.asking += 1;
      return {
        slow() {
          isSlow = true;
          circuit.slow += 1;
        },
        restAfterFailure: () => restMsAfter(circuit.failures),
        end(news, restMs = 0) {
          circuit.underWay -= 1;
          if (isProbe) probes -= 1;
          if (asks) circuit.asking -= 1;
          if (isSlow) circuit.slow -= 1;
          const hasRecovered = news === 'takes' && (circuit.failures > 0 || circuit.denials > 0);
          note(circuit, news, restMs, isProbe);
          tellInTime(place, circuit);
          if (!isProbe && !circuit.hasWaiting && !hasRecovered) return;
          circuit.hasWaiting = false;
          tell();
        },
      };
    },
    askAgain() {
      endDenials();
      tell();
    },
    onFree(look) {
      looks.add(look);
      return () => void looks.delete(look);
    },
  };
}

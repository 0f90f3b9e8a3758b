import { LRUCache } from 'lru-cache';
import { backOffMs } from './back-off.ts';

/**
 * Which failed attempts count. When nothing gets through the service is in trouble, and no single job is to blame; what fails
 * while others get through counts as often as it would be tried alone, however often it is. Forgotten when the process ends,
 * which only makes it more patient.
 */
export interface FairCount {
  /** A job got through. */
  gotThrough(): void;
  /**
   * @param attempts counted so far, with this one
   * @returns whether this failure counts, and how many there were here, counted or not
   */
  failed(id: string, attempts: number): { readonly counts: boolean; readonly failures: number };
}

const REMEMBERED_MOST = 10_000;

interface Failed {
  /** What had got through, and when it was, at the last failure that counts. */
  readonly through: number;
  readonly at: number;
  readonly failures: number;
}

/** @param now milliseconds that never go back */
export function createFairCount(now: () => number): FairCount {
  let through = 0;
  const known = new LRUCache<string, Failed>({ max: REMEMBERED_MOST });
  return {
    gotThrough() {
      through += 1;
    },
    failed(id, attempts) {
      const last = known.get(id);
      const failures = (last?.failures ?? 0) + 1;
      const counts = last !== undefined && through > last.through && now() - last.at >= backOffMs(attempts);
      const since = counts || last === undefined ? { through, at: now() } : last;
      known.set(id, { ...since, failures });
      return { counts, failures };
    },
  };
}

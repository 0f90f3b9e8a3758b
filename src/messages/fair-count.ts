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
  /** Whether this failure counts. @param attempts counted so far */
  counts(id: string, attempts: number): boolean;
}

const REMEMBERED_MOST = 10_000;

/** @param now milliseconds that never go back */
export function createFairCount(now: () => number): FairCount {
  let through = 0;
  const failed = new LRUCache<string, { readonly through: number; readonly at: number }>({
    max: REMEMBERED_MOST,
  });
  return {
    gotThrough() {
      through += 1;
    },
    counts(id, attempts) {
      const last = failed.get(id);
      const counted = last !== undefined && through > last.through && now() - last.at >= backOffMs(attempts);
      if (counted || last === undefined) failed.set(id, { through, at: now() });
      return counted;
    },
  };
}

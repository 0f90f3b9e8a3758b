import { LRUCache } from 'lru-cache';
import type { Log } from './log.ts';

/** What failed, for a line of the log: a static message, and beside it what varies. */
export interface Trouble {
  /** An error unless it is expected to pass by itself. */
  readonly level: 'warn' | 'error';
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Tells of what is tried again and again, without saying the same each time: the first failure of a thing is written at once, after
 * that its second, fourth, eighth … with how many `times` it was. A failure in other words is news again.
 */
export interface Troubles {
  /** @param thing what failed: an entry, a folder, a round */
  failed(thing: string, trouble: Trouble): void;
  /** The thing works, or nobody tries it any more; told where it had failed repeatedly. */
  over(thing: string): void;
}

/** What is forgotten beyond these is written once more. */
const THINGS_MOST = 10_000;

export function createTroubles(log: Pick<Log, 'info' | 'warn' | 'error'>): Troubles {
  const times = new LRUCache<string, Map<string, number>>({ max: THINGS_MOST });
  return {
    failed(thing, { level, message, details }) {
      const ofThing = times.get(thing) ?? new Map<string, number>();
      const count = (ofThing.get(message) ?? 0) + 1;
      times.set(thing, ofThing.set(message, count));
      if (Number.isInteger(Math.log2(count))) {
        log[level](count === 1 ? details : { ...details, times: count }, message);
      }
    },
    over(thing) {
      for (const [message, count] of times.get(thing) ?? []) {
        if (count > 1) log.info({ thing, after: message, times: count }, 'what had failed is over');
      }
      times.delete(thing);
    },
  };
}

import { LRUCache } from 'lru-cache';

/** A few things kept between two steps of one process; what is pushed out is read again. */
export interface Recent<T> {
  readonly size: number;
  /** How many were taken so far. */
  readonly taken: number;
  keep(id: string, thing: T): void;
  /** Leaves it where it is. */
  peek(id: string): T | undefined;
  /** Gives it once. */
  take(id: string): T | undefined;
  clear(): void;
}

/** Keeps at most so many, the oldest go first. */
export function createRecent<T extends object | string>(most: number): Recent<T> {
  const things = new LRUCache<string, T>({ max: most });
  let taken = 0;
  return {
    get taken() {
      return taken;
    },
    get size() {
      return things.size;
    },
    keep(id, thing) {
      things.set(id, thing);
    },
    peek: (id) => things.peek(id),
    take(id) {
      const thing = things.peek(id);
      if (thing !== undefined) taken += 1;
      things.delete(id);
      return thing;
    },
    clear: () => things.clear(),
  };
}

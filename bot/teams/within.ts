import { setTimeout } from 'node:timers/promises';

/** The result, or undefined when it is not there in time. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const done = new AbortController();
  try {
    return await Promise.race([work, setTimeout(ms, undefined, { signal: done.signal })]);
  } finally {
    done.abort();
  }
}

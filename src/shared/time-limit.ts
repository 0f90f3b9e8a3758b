/** A signal that is aborted with a `TimeoutError` when its time is over, or with the reason of the one that it follows. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** What it was for has ended: the signal stays as it is. */
  end(): void;
}

/**
 * Node keeps a signal of `AbortSignal.timeout`, with whatever listens to it, until its time is over, however early the work ended:
 * a busy process would hold the requests of half a minute. This one is let go as soon as it has ended.
 *
 * @param outer a signal that it follows
 */
export function timeLimit(ms: number, outer?: AbortSignal): TimeLimit {
  const limit = new AbortController();
  const follow = (): void => limit.abort(outer?.reason);
  const timer = setTimeout(() => {
    limit.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  }, ms).unref();
  if (outer?.aborted === true) follow();
  outer?.addEventListener('abort', follow);
  return {
    signal: limit.signal,
    end() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', follow);
    },
  };
}

/** Does the work under a {@link timeLimit} that ends with it. */
export async function withinTime<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): Promise<T> {
  const limit = timeLimit(ms, outer);
  try {
    return await work(limit.signal);
  } finally {
    limit.end();
  }
}

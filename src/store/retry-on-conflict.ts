/** Losing so many races in a row means that something else is wrong. */
const ATTEMPTS = 20;

/**
 * Optimistic concurrency: reads, decides and commits, and starts again with what is there by then whenever another was faster.
 *
 * @param busy the error when every attempt lost
 * @param read what the decision rests on, as it is now
 * @param decide commits; undefined where another was faster
 */
export async function retryOnConflict<Read, Done>(
  busy: () => Error,
  read: () => Promise<Read>,
  decide: (found: Read) => Promise<Done | undefined>,
  attempts = ATTEMPTS,
): Promise<Done> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const done = await decide(await read());
    if (done !== undefined) return done;
  }
  throw busy();
}

/** Reads what was read before at first, and then anew each time. */
export function anew<T extends { again(): Promise<T> }>(first: T): () => Promise<T> {
  let next = async (): Promise<T> => first;
  return async () => {
    const found = await next();
    next = () => found.again();
    return found;
  };
}

/**
 * Does the work for all of them at once; one that fails keeps no other from being done.
 * @throws why the first of those that failed did, when all have ended
 */
export async function eachThenFail<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const ended = await Promise.allSettled(all.map(work));
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
}

import { vi } from 'vitest';

/** Long enough for a busy machine; whoever waits in vain fails. */
const PATIENCE_MS = 20_000;

/**
 * Waits until nothing is thrown, and gives what came of it. The one way to wait in tests: the second that `vi.waitFor` takes by
 * itself is over sooner than a loaded machine comes to the work.
 */
export function until<T>(check: () => T | Promise<T>, withinMs = PATIENCE_MS): Promise<T> {
  return vi.waitFor(check, { timeout: withinMs, interval: 20 });
}

/** Waits until it holds. */
export async function untilTrue(
  holds: () => boolean | Promise<boolean>,
  withinMs = PATIENCE_MS,
): Promise<void> {
  await vi.waitUntil(holds, { timeout: withinMs, interval: 20 });
}

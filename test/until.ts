import { vi } from 'vitest';
import { PATIENCE_MS } from './patience.ts';

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

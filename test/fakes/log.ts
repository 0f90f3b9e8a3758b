import type { Log } from '../../src/log.ts';
import { createLog } from '../../src/log.ts';

/** A log that says nothing. */
export function silentLog(): Log {
  return createLog('silent');
}

import type { Log } from '../../src/shared/log.ts';
import { createLog } from '../../src/shared/log.ts';

/** A log that says nothing. */
export function silentLog(): Log {
  return createLog('silent');
}

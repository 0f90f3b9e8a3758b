import type { AttemptResult } from '../../messages/attempt-result.ts';
import type { Queued } from '../../messages/queue.ts';
import type { LedgerEntry } from '../ledger.ts';

/** From each look for a message that is gone to the next; the first one comes soon after it was missed. */
const BETWEEN_LOOKS_MS: readonly number[] = [40_000, 5 * 60_000];

export interface LookDeps {
  /** Reads and records a message, if it is there. */
  readonly recover: (messageId: string, signal: AbortSignal) => Promise<boolean>;
}

/** Looks once more for a message that could not be found when it was to be read; undefined when it is believed to be gone. */
export async function lookAgain(
  { recover }: LookDeps,
  { job: entry, attempts, mayBeRepeat }: Queued<LedgerEntry>,
  signal: AbortSignal,
): Promise<AttemptResult | undefined> {
  try {
    if (await recover(entry.messageId, signal)) return { kind: 'done', ending: 'dropped' };
  } catch (error) {
    const trouble = {
      level: 'warn',
      message: 'a message that is gone was not looked for',
      details: { err: error },
    } as const;
    return { kind: 'again', mayBeRepeat, trouble };
  }
  const afterMs = BETWEEN_LOOKS_MS[attempts - 1];
  return afterMs === undefined ? undefined : { kind: 'again', afterMs, mayBeRepeat, counted: true };
}

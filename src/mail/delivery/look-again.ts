import type { AttemptResult } from '../../messages/attempt-result.ts';
import type { Queued } from '../../messages/queue.ts';
import type { Clock } from '../../shared/clock.ts';
import type { LedgerEntry } from '../ledger.ts';

/** From the first look for a message that is gone to the second; then twice as long each time, up to the longest. */
const FIRST_WAIT_MS = 5_000;
/** What is there again is not late by more. */
const LONGEST_WAIT_MS = 40_000;
/** Its absence is believed after this time, and so many looks. */
const BELIEVED_AFTER_MS = 6 * 60_000;
const LOOKS_LEAST = 3;
/** Where the clock with which it was noticed was ahead. */
const LOOKS_MOST = 14;

export interface LookDeps {
  /** Reads and records a message, if it is there. */
  readonly recover: (messageId: string, signal: AbortSignal) => Promise<boolean>;
  readonly clock: Clock;
}

/** Looks once more for a message that could not be found when it was to be read; undefined when it is believed to be gone. */
export async function lookAgain(
  { recover, clock }: LookDeps,
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
  const { triageReason } = entry;
  const noticedAt = triageReason?.code === 'vanished' ? triageReason.noticedAt : entry.receivedAt;
  const isLong = clock().getTime() - noticedAt.getTime() >= BELIEVED_AFTER_MS;
  if ((isLong && attempts >= LOOKS_LEAST) || attempts >= LOOKS_MOST) return undefined;
  const afterMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
  return { kind: 'again', afterMs, mayBeRepeat, counted: true };
}

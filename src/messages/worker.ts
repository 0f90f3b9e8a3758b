import PQueue from 'p-queue';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { unwatched, type Telemetry } from '../shared/telemetry.ts';
import { withinTime } from '../shared/time-limit.ts';
import type { PostedCopy } from './poster.ts';
import type { Ending, Queue, Queued } from './queue.ts';

/** What came of one attempt: finished, or to be tried again, and whether it may have arrived all the same. */
export type AttemptResult<T = never> =
  | {
      readonly kind: 'done';
      readonly ending: Ending;
      /** Cards that stand now, for a queue that keeps them with the job. */
      readonly copies?: readonly PostedCopy[];
      /** The job as it was done, where that is less than what was queued. */
      readonly job?: T;
    }
  | {
      readonly kind: 'again';
      readonly afterMs: number;
      readonly mayBeRepeat: boolean;
      /** True: nobody can be reached until a channel is linked; see {@link Worker.unblock}. */
      readonly blocked?: boolean;
      /** True: it does not count as an attempt. */
      readonly uncounted?: boolean;
    };

export interface WorkerDeps<T> {
  readonly name: string;
  readonly queue: Queue<T>;
  /** One attempt; `item.mayBeRepeat` tells whether an earlier one may have arrived. */
  readonly attempt: (item: Queued<T>, signal: AbortSignal) => Promise<AttemptResult<T>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry?: Telemetry;
}

/** Works a queue off, one round at a time, however often it is woken. */
export interface Worker {
  /** Works off what is due; resolves when nothing due is left. Rounds never overlap. */
  run(): Promise<void>;
  /** Asks for a round soon, without waiting for it. */
  wake(): void;
  /** The same, and jobs that waited for a channel to be linked are due at once. */
  unblock(): void;
  /** Lets the attempts under way end, and takes no more. */
  stop(): Promise<void>;
}

/** Longer than any attempt may take: a claim that is older belongs to a process that died. */
const CLAIM_MS = 60_000;
const ATTEMPT_MS = 30_000;
/** Teams allows 50 requests a second for an app and tenant; eight at once stay far below. */
export const ATTEMPTS_AT_ONCE = 8;

export function createWorker<T>(deps: WorkerDeps<T>): Worker {
  const { queue, clock, log, telemetry = unwatched } = deps;
  const attempts = new PQueue({ concurrency: ATTEMPTS_AT_ONCE });
  const stopping = new AbortController();
  const oneJob = { name: `task of ${deps.name}`, kind: 'root' } as const;
  let round: Promise<void> | undefined;
  let wokenMeanwhile = false;
  let unblocking = false;

  async function work(found: Queued<T>): Promise<void> {
    if (stopping.signal.aborted) return;
    try {
      await claimAndAttempt(found);
    } catch (error) {
      // What was claimed is tried again when the claim ends; the other jobs go on.
      log.error(
        { err: error, worker: deps.name, job: found.id },
        'the queue did not take what came of a task',
      );
    }
  }

  async function claimAndAttempt(found: Queued<T>): Promise<void> {
    const claimed = await queue.claim(found, new Date(clock().getTime() + CLAIM_MS));
    if (claimed === undefined) return;
    const result = await attempt({
      ...claimed,
      mayBeRepeat: found.mayBeRepeat,
      blocked: found.blocked,
    });
    if (result.kind === 'done') {
      const { job = claimed.job } = result;
      return queue.done({ ...claimed, job }, result.ending, result.copies);
    }
    const dueAt = new Date(clock().getTime() + result.afterMs);
    const { mayBeRepeat, blocked = false, uncounted = false } = result;
    const counted = uncounted ? found.attempts : claimed.attempts;
    await queue.putBack(claimed, { attempts: counted, dueAt, mayBeRepeat, blocked });
    // A schedule may be slow; what is blocked waits for a link anyway.
    if (!blocked) setTimeout(wake, result.afterMs).unref();
  }

  async function attempt(item: Queued<T>): Promise<AttemptResult<T>> {
    try {
      return await withinTime(ATTEMPT_MS, (signal) => deps.attempt(item, signal));
    } catch (error) {
      log.error({ err: error, worker: deps.name, job: item.id }, 'an attempt ended in an error');
      telemetry.count('rootdesk_attempts_failed_total', { queue: deps.name });
      return { kind: 'again', afterMs: backOffMs(item.attempts), mayBeRepeat: true };
    }
  }

  /** Takes jobs only as fast as they are worked off. */
  async function workOff(due: AsyncIterable<Queued<T>>): Promise<void> {
    try {
      for await (const item of due) {
        if (stopping.signal.aborted) break;
        void attempts.add(() => telemetry.step(oneJob, () => work(item)));
        await attempts.onSizeLessThan(1);
      }
    } finally {
      await attempts.onIdle();
    }
  }

  async function rounds(): Promise<void> {
    try {
      do {
        wokenMeanwhile = false;
        const unblock = unblocking;
        unblocking = false;
        try {
          await workOff(queue.due(clock(), unblock));
        } catch (error) {
          // Nobody links the channel a second time: the next round does it.
          unblocking ||= unblock;
          throw error;
        }
      } while (wokenMeanwhile && !stopping.signal.aborted);
    } finally {
      // In the same step as the last look at `wokenMeanwhile`: whoever wakes it from now on starts a round.
      round = undefined;
    }
  }

  async function run(): Promise<void> {
    wokenMeanwhile = true;
    round ??= telemetry.step({ name: `queue ${deps.name}`, kind: 'root' }, rounds);
    return round;
  }

  function wake(): void {
    if (stopping.signal.aborted) return;
    run().catch((error: unknown) =>
      log.error({ err: error, worker: deps.name }, 'a round ended in an error'),
    );
  }

  return {
    run,
    wake,
    unblock() {
      unblocking = true;
      wake();
    },
    async stop() {
      stopping.abort();
      // How a round failed was told to whoever asked for it.
      await Promise.allSettled([round]);
    },
  };
}

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** How long to wait after so many attempts: doubling from two seconds to a quarter of an hour. */
export function backOffMs(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
}

import PQueue from 'p-queue';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { forNobody } from '../shared/people-first.ts';
import { createTroubles, type Trouble } from '../shared/troubles.ts';
import { unwatched, type Telemetry } from '../shared/telemetry.ts';
import { withinTime } from '../shared/time-limit.ts';
import type { AttemptResult } from './attempt-result.ts';
import { waitMs } from './back-off.ts';
import { createFairCount } from './fair-count.ts';
import {
  createCircuitBreakers,
  LONGEST_REST_MS,
  type CircuitBreakers,
  type PlaceNews,
  type Way,
} from './circuit-breakers.ts';
import { whenAfter, type Queue, type Queued } from './queue.ts';

export interface WorkerDeps<T> {
  readonly name: string;
  readonly queue: Queue<T>;
  /** One attempt; `item.mayBeRepeat` tells whether an earlier one may have arrived. */
  readonly attempt: (item: Queued<T>, signal: AbortSignal) => Promise<AttemptResult<T>>;
  /** What names the job in the log. */
  readonly about?: (job: T) => Readonly<Record<string, string>>;
  /** Where it goes, as far as that is known before; see {@link CircuitBreakers}. */
  readonly placeOf?: (job: T) => string | undefined | Promise<string | undefined>;
  /** Shared by all that send to the same places. */
  readonly breakers?: CircuitBreakers;
  /** Never goes back. */
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry?: Telemetry;
}

/** Works a queue off, one round at a time, however often it is woken. */
export interface Worker {
  /** Works off what is due; resolves when nothing is under way, and nothing due is left that may be tried. Rounds never overlap. */
  run(): Promise<void>;
  /** Asks for a round soon, without waiting for it. */
  wake(): void;
  /** The same, and jobs that waited for a channel to be linked are due at once. */
  unblock(): void;
  /** Whether a round or an attempt is under way. */
  isBusy(): boolean;
  /** Lets the attempts under way end, and takes no more. */
  stop(): Promise<void>;
}

/** Longer than any attempt may take: a claim that is older belongs to a process that died, and its job waits for nothing else. */
const CLAIM_MS = 25_000;
const ATTEMPT_MS = 20_000;
/** Teams allows 50 requests a second for an app and tenant; eight at once stay far below. */
export const ATTEMPTS_AT_ONCE = 8;
/** Teams answers in well under a second: an attempt that takes longer gives its turn to another. */
const SLOW_MS = 1_000;
/** So many may be slow beside those. */
const SLOW_MOST = 16;
/** Between two looks for what is more urgent, during a round. */
const LOOK_MS = 250;
/** So many of them go before one that was there already: it waits, and is not left behind for ever. */
const BEFORE_MOST = 50;
/** What waits for longer is seen by a later round, of which there is one every ten seconds. */
const WAKES_WITHIN_MS = CLAIM_MS;
/** From one round to the next at least, however many jobs are due one after the other. */
const BETWEEN_WAKES_MS = 200;

/** No id of a task. */
const ROUND = 'round';

export function createWorker<T>(deps: WorkerDeps<T>): Worker {
  const { queue, clock, log, telemetry = unwatched } = deps;
  const now = (): number => clock().getTime();
  const { breakers = createCircuitBreakers(now), placeOf = () => undefined, about = () => ({}) } = deps;
  const troubles = createTroubles(log);
  const count = createFairCount(now);
  const turns = new PQueue({ concurrency: ATTEMPTS_AT_ONCE });
  const stopping = new AbortController();
  const oneJob = { name: `task of ${deps.name}`, kind: 'root' } as const;
  /** By the ids of their jobs. */
  const underWay = new Map<string, Promise<void>>();
  let slow = 0;
  let round: Promise<void> | undefined;
  let wokenMeanwhile = false;
  let unblocking = false;
  let isSomethingLeft = false;
  /** Something was queued since it was last looked for what is more urgent. */
  let isNews = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  /** When the first of those is due that were found waiting: a claim of a process that died ends at no moment that anybody is told of. */
  let nextDue: NodeJS.Timeout | undefined;

  /** @param isLast it is not tried any more */
  function failed({ id, job, attempts }: Queued<T>, trouble: Trouble, isLast = false): void {
    const { level, message } = trouble;
    const isGivenUp = isLast ? { isGivenUp: true } : {};
    const details = {
      worker: deps.name,
      task: id,
      ...about(job),
      attempts,
      ...isGivenUp,
      ...trouble.details,
    };
    if (isLast) log[level](details, message);
    else troubles.failed(id, { level, message, details });
  }

  async function work(found: Queued<T>, way: Way | undefined): Promise<void> {
    let result: AttemptResult<T> | undefined;
    try {
      result = await claimAndAttempt(found, way);
    } catch (error) {
      // What was claimed is tried again when the claim ends; the other jobs go on.
      failed(found, {
        level: 'error',
        message: 'the queue did not take what came of a task',
        details: { err: error },
      });
    } finally {
      underWay.delete(found.id);
      if (result?.kind === 'again') way?.end(result.place, result.afterMs);
      else way?.end(isThrough(result) ? 'takes' : undefined);
    }
  }

  async function claimAndAttempt(found: Queued<T>, way?: Way): Promise<AttemptResult<T> | undefined> {
    const claimed = await queue.claim(found, whenAfter(clock(), CLAIM_MS));
    if (claimed === undefined) return undefined;
    const result = await attempt({
      ...claimed,
      mayBeRepeat: found.mayBeRepeat,
      blocked: found.blocked,
    });
    if (result.trouble !== undefined) failed(claimed, result.trouble, result.kind === 'done');
    if (result.kind === 'done') {
      if (isThrough(result)) count.gotThrough();
      const { job = claimed.job } = result;
      // Not the doubt of the claim: what was known of earlier attempts goes on to whatever follows from this end.
      await queue.done({ ...claimed, mayBeRepeat: found.mayBeRepeat, job }, result.ending, result.copies);
      troubles.over(found.id);
      return result;
    }
    const { place, mayBeRepeat, blocked = false } = result;
    const { counts, failures } = place === 'rests' ? UNCOUNTED : count.failed(found.id, claimed.attempts);
    const { counted = counts } = result;
    const attempts = counted ? claimed.attempts : found.attempts;
    const { afterMs = waitAt(place, way, waitMs(attempts, failures)) } = result;
    await queue.putBack(claimed, { ...whenAfter(clock(), afterMs), attempts, mayBeRepeat, blocked });
    // A schedule may be slow.
    setTimeout(wake, afterMs).unref();
    return result;
  }

  async function attempt(item: Queued<T>): Promise<AttemptResult<T>> {
    try {
      return await withinTime(ATTEMPT_MS, (signal) => deps.attempt(item, signal));
    } catch (error) {
      telemetry.count('rootdesk_attempts_failed_total', { queue: deps.name });
      const trouble = {
        level: 'error',
        message: 'an attempt ended in an error',
        details: { err: error },
      } as const;
      return { kind: 'again', mayBeRepeat: true, trouble };
    }
  }

  /** Its turn: as long as it takes, or until others should have it. */
  async function takeTurn(begun: Promise<void>, way: Way | undefined): Promise<void> {
    const isSlow = Promise.withResolvers<'slow'>();
    const timer = setTimeout(() => isSlow.resolve('slow'), SLOW_MS);
    const isEnded = begun.finally(() => clearTimeout(timer));
    if ((await Promise.race([isEnded, isSlow.promise])) !== 'slow') return;
    way?.slow();
    if (slow >= SLOW_MOST) return isEnded;
    slow += 1;
    void isEnded.finally(() => (slow -= 1));
  }

  async function begin(item: Queued<T>): Promise<void> {
    if (underWay.has(item.id)) return;
    const place = await placeOf(item.job);
    const way = place === undefined ? undefined : breakers.enter(place, item.blocked);
    if (place !== undefined && way === undefined) {
      isSomethingLeft = true;
      return;
    }
    void turns.add(async () => {
      if (stopping.signal.aborted) return way?.end(undefined);
      const begun = telemetry.step(oneJob, () => work(item, way));
      underWay.set(item.id, begun);
      await takeTurn(begun, way);
    });
    await turns.onSizeLessThan(1);
  }

  /** What was queued during a round does not wait for its end where it is more urgent than what comes next. */
  async function beginMoreUrgent(item: Queued<T>): Promise<void> {
    if (!isNews || performance.now() - lookedAt < LOOK_MS) return;
    isNews = false;
    lookedAt = performance.now();
    let begun = 0;
    for await (const urgent of queue.moreUrgent(item, clock())) {
      if (begun === BEFORE_MOST) {
        isNews = true;
        return;
      }
      if (stopping.signal.aborted) return;
      await begin(urgent);
      begun += 1;
    }
  }

  /** Takes jobs only as fast as they are worked off. */
  async function workOff(due: AsyncIterable<Queued<T>>): Promise<void> {
    try {
      for await (const item of due) {
        if (stopping.signal.aborted) break;
        await beginMoreUrgent(item);
        await begin(item);
      }
    } finally {
      await turns.onIdle();
    }
  }

  async function rounds(): Promise<void> {
    try {
      do {
        wokenMeanwhile = false;
        isSomethingLeft = false;
        isNews = false;
        const unblock = unblocking;
        unblocking = false;
        try {
          let soonestMs = Number.POSITIVE_INFINITY;
          await workOff(queue.due(clock(), unblock, (ms) => (soonestMs = Math.min(soonestMs, ms))));
          wakeIn(soonestMs);
          troubles.over(ROUND);
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

  function wakeIn(ms: number): void {
    clearTimeout(nextDue);
    if (ms < WAKES_WITHIN_MS) nextDue = setTimeout(wake, Math.max(ms, BETWEEN_WAKES_MS)).unref();
  }

  function ask(): Promise<void> {
    wokenMeanwhile = true;
    isNews = true;
    round ??= forNobody(() => telemetry.step({ name: `queue ${deps.name}`, kind: 'root' }, rounds));
    return round;
  }

  async function run(): Promise<void> {
    await ask();
    while (isBusy()) await Promise.all([round, ...underWay.values()]);
  }

  function isBusy(): boolean {
    return round !== undefined || underWay.size > 0;
  }

  function wake(): void {
    if (stopping.signal.aborted) return;
    ask().catch((error: unknown) =>
      troubles.failed(ROUND, {
        level: 'error',
        message: 'a round ended in an error',
        details: { err: error, worker: deps.name },
      }),
    );
  }

  const stopLooking = breakers.onFree(() => {
    if (isSomethingLeft) wake();
  });
  return {
    run,
    wake,
    isBusy,
    unblock() {
      unblocking = true;
      wake();
    },
    async stop() {
      stopping.abort();
      stopLooking();
      clearTimeout(nextDue);
      // How a round failed was told to whoever asked for it.
      await Promise.allSettled([round, ...underWay.values()]);
    },
  };
}

/** It was posted: its place takes what it gets. */
function isThrough(result: AttemptResult<unknown> | undefined): boolean {
  return result?.kind === 'done' && (result.ending === 'told' || result.ending === 'fell-back');
}

/** Whoever waits because it was told to has not failed. */
const UNCOUNTED = { counts: false, failures: 0 };

/** A place that may take something again at any moment is tried with something else first. */
function waitAt(place: PlaceNews | undefined, way: Way | undefined, ms: number): number {
  if (place !== 'fails' || way === undefined) return ms;
  return Math.max(Math.min(ms, LONGEST_REST_MS), way.restAfterFailure() + OTHERS_FIRST_MS);
}
const OTHERS_FIRST_MS = 1_000;

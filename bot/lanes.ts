import { AsyncLocalStorage } from 'node:async_hooks';
import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import type { Clock } from '../src/clock.ts';
import type { PostOutcome } from '../src/outgoing/poster.ts';

/** How much may be written into one channel or chat. */
export interface LaneLimits {
  readonly perSecond: number;
  readonly perHalfMinute: number;
}

/** Teams: 7 messages a second and 60 in 30 seconds a thread (rate limits of bots, Microsoft documentation). */
const TEAMS_LIMITS: LaneLimits = { perSecond: 7, perHalfMinute: 60 };
const LANES_MOST = 5_000;
/** When there was no room before the attempt had to end. */
const NO_ROOM_MS = 5_000;

/** A lane for each channel and chat: what is written there keeps to Teams' limits, and rests when Teams asks for patience. */
export interface Lanes {
  /** Does the work when there is room; while the lane rests, and when there is no room in time, it is not begun at all. */
  run(place: string, signal: AbortSignal, work: () => Promise<PostOutcome>): Promise<PostOutcome>;
}

interface Lane {
  readonly second: PQueue;
  readonly halfMinute: PQueue;
  /** No earlier than this, in milliseconds since 1970. */
  restsUntil: number;
}

export function createLanes(clock: Clock, limits: LaneLimits = TEAMS_LIMITS): Lanes {
  const lanes = new LRUCache<string, Lane>({ max: LANES_MOST });

  function laneOf(place: string): Lane {
    const lane = lanes.get(place) ?? newLane(limits);
    lanes.set(place, lane);
    return lane;
  }

  return {
    async run(place, signal, work) {
      const lane = laneOf(place);
      const rest = (): number => lane.restsUntil - clock().getTime();
      const hadTime = !signal.aborted;
      // Bound: what is begun when its turn has come belongs to the trace of its caller, not to that of the one before it.
      const begun = AsyncLocalStorage.bind(async (): Promise<PostOutcome> => {
        if (rest() > 0) return { kind: 'throttled', retryAfterMs: rest() };
        if (signal.aborted && hadTime) return { kind: 'throttled', retryAfterMs: NO_ROOM_MS };
        const outcome = await work();
        if (outcome.kind === 'throttled') lane.restsUntil = clock().getTime() + outcome.retryAfterMs;
        return outcome;
      });
      // What rests takes no room from what comes after.
      if (rest() > 0) return begun();
      return lane.halfMinute.add(async () => lane.second.add(begun));
    },
  };
}

function newLane({ perSecond, perHalfMinute }: LaneLimits): Lane {
  return {
    second: new PQueue({ interval: 1_000, intervalCap: perSecond, strict: true }),
    halfMinute: new PQueue({ interval: 30_000, intervalCap: perHalfMinute, strict: true }),
    restsUntil: 0,
  };
}

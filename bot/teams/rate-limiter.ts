import { LRUCache } from 'lru-cache';
import type { Clock } from '../../src/clock.ts';
import type { PostOutcome } from '../../src/outgoing/poster.ts';
import { pause } from '../../src/shared/pause.ts';

/** How much may be written into one channel or chat. */
export interface LaneLimits {
  readonly perSecond: number;
  readonly perHalfMinute: number;
}

/** Teams: 7 messages a second and 60 in 30 seconds a thread (rate limits of bots, Microsoft documentation). */
const TEAMS_LIMITS: LaneLimits = { perSecond: 7, perHalfMinute: 60 };
const SECOND_MS = 1_000;
const HALF_MINUTE_MS = 30_000;
const LANES_MOST = 5_000;
/** Whoever waits in line keeps a place that mail for other channels could have: who would wait longer is sent away at once. */
const PATIENCE_MS = 3_000;
/** When there was no room before the attempt had to end. */
const NO_ROOM_MS = 5_000;

/** A lane for each channel and chat: what is written there keeps to Teams' limits, and rests when Teams asks for patience. */
export interface Lanes {
  /**
   * Does the work when there is room, which it waits some seconds for; while the lane rests, and when there is no room in time,
   * it is not begun at all.
   */
  run(place: string, signal: AbortSignal, work: () => Promise<PostOutcome>): Promise<PostOutcome>;
}

interface Lane {
  /** When something was begun, or will be, in the last half minute; milliseconds of `performance.now()`, oldest first. */
  readonly turns: number[];
  /** When the last of those comes back who were sent away. */
  awayUntil: number;
  /** No earlier than this, in milliseconds since 1970. */
  restsUntil: number;
}

export function createLanes(clock: Clock, limits: LaneLimits = TEAMS_LIMITS): Lanes {
  const lanes = new LRUCache<string, Lane>({ max: LANES_MOST });

  function laneOf(place: string): Lane {
    const lane = lanes.get(place) ?? { turns: [], awayUntil: 0, restsUntil: 0 };
    lanes.set(place, lane);
    return lane;
  }

  return {
    async run(place, signal, work) {
      const lane = laneOf(place);
      const rest = (): number => lane.restsUntil - clock().getTime();
      const hadTime = !signal.aborted;
      // What rests takes no room from what comes after.
      if (rest() > 0) return { kind: 'throttled', retryAfterMs: rest() };
      const now = performance.now();
      const turn = nextTurn(lane, limits, now);
      if (turn - now > PATIENCE_MS) return sendAway(lane, limits, turn, now);
      lane.turns.push(turn);
      if (turn > now) await pause(turn - now);
      if (rest() > 0) return { kind: 'throttled', retryAfterMs: rest() };
      if (signal.aborted && hadTime) return { kind: 'throttled', retryAfterMs: NO_ROOM_MS };
      const outcome = await work();
      if (outcome.kind === 'throttled') lane.restsUntil = clock().getTime() + outcome.retryAfterMs;
      return outcome;
    },
  };
}

/** When one more may be begun behind all that have their turn already. */
function nextTurn({ turns }: Lane, { perSecond, perHalfMinute }: LaneLimits, now: number): number {
  while (turns[0] !== undefined && turns[0] <= now - HALF_MINUTE_MS) turns.shift();
  const afterSecond = (turns.at(-perSecond) ?? Number.NEGATIVE_INFINITY) + SECOND_MS;
  const afterHalfMinute = (turns.at(-perHalfMinute) ?? Number.NEGATIVE_INFINITY) + HALF_MINUTE_MS;
  return Math.max(now, turns.at(-1) ?? now, afterSecond, afterHalfMinute);
}

/** One after another, as fast as the lane can take them in the long run, so that few come back in vain. */
function sendAway(lane: Lane, { perHalfMinute }: LaneLimits, turn: number, now: number): PostOutcome {
  lane.awayUntil = Math.max(lane.awayUntil + HALF_MINUTE_MS / perHalfMinute, turn);
  return { kind: 'throttled', retryAfterMs: lane.awayUntil - now };
}

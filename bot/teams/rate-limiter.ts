import { LRUCache } from 'lru-cache';
import type { Clock } from '../../src/shared/clock.ts';
import type { PostOutcome } from '../../src/messages/poster.ts';
import { pause } from '../../src/shared/pause.ts';

/** How much may be written into one channel or chat. */
export interface RateLimits {
  readonly perSecond: number;
  readonly perHalfMinute: number;
}

/** Teams: 7 messages a second and 60 in 30 seconds a thread (rate limits of bots, Microsoft documentation). */
const TEAMS_LIMITS: RateLimits = { perSecond: 7, perHalfMinute: 60 };
const SECOND_MS = 1_000;
const HALF_MINUTE_MS = 30_000;
const PLACES_MOST = 5_000;
/** Whoever waits in line keeps a place that mail for other channels could have: who would wait longer is sent away at once. */
const PATIENCE_MS = 3_000;
/** When there was no room before the attempt had to end. */
const NO_ROOM_MS = 5_000;

/** What is written into a channel or chat keeps to Teams' limits, each for itself, and rests when Teams asks for patience. */
export interface RateLimiter {
  /**
   * Does the work when there is room, which it waits some seconds for; while the place rests, and when there is no room in time,
   * it is not begun at all.
   */
  run(
    place: string,
    signal: AbortSignal,
    work: () => Promise<PostOutcome>,
    what?: Written,
  ): Promise<PostOutcome>;
}

/** A card that changes can wait for news: what somebody did is on the card of whoever did it. */
export type Written = 'news' | 'redraw';

/** Of the room of a place, so much is left for news. */
const LEFT_FOR_NEWS = 1 / 3;

function roomFor(what: Written, limits: RateLimits): RateLimits {
  if (what === 'news') return limits;
  const some = (most: number): number => Math.max(1, Math.floor(most * (1 - LEFT_FOR_NEWS)));
  return { perSecond: some(limits.perSecond), perHalfMinute: some(limits.perHalfMinute) };
}

interface Usage {
  /** When something was begun, or will be, in the last half minute; milliseconds of `performance.now()`, oldest first. */
  readonly turns: number[];
  /** When the last of those comes back who were sent away, of each kind. */
  readonly awayUntil: Record<Written, number>;
  /** No earlier than this, in milliseconds since 1970. */
  restsUntil: number;
}

export function createRateLimiter(clock: Clock, limits: RateLimits = TEAMS_LIMITS): RateLimiter {
  const usages = new LRUCache<string, Usage>({ max: PLACES_MOST });

  function usageOf(place: string): Usage {
    const usage = usages.get(place) ?? {
      turns: [],
      awayUntil: { news: 0, redraw: 0 },
      restsUntil: 0,
    };
    usages.set(place, usage);
    return usage;
  }

  return {
    async run(place, signal, work, what = 'news') {
      const usage = usageOf(place);
      const room = roomFor(what, limits);
      const rest = (): number => usage.restsUntil - clock().getTime();
      const hadTime = !signal.aborted;
      // What rests takes no room from what comes after.
      if (rest() > 0) return { kind: 'throttled', retryAfterMs: rest() };
      const now = performance.now();
      const turn = nextTurn(usage, room, now);
      if (turn - now > PATIENCE_MS) return sendAway(usage, what, room, turn, now);
      usage.turns.push(turn);
      if (turn > now) await pause(turn - now);
      if (rest() > 0) return { kind: 'throttled', retryAfterMs: rest() };
      if (signal.aborted && hadTime) return { kind: 'throttled', retryAfterMs: NO_ROOM_MS };
      const outcome = await work();
      if (outcome.kind === 'throttled') usage.restsUntil = clock().getTime() + outcome.retryAfterMs;
      return outcome;
    },
  };
}

/** When one more may be begun behind all that have their turn already. */
function nextTurn({ turns }: Usage, { perSecond, perHalfMinute }: RateLimits, now: number): number {
  while (turns[0] !== undefined && turns[0] <= now - HALF_MINUTE_MS) turns.shift();
  const afterSecond = (turns.at(-perSecond) ?? Number.NEGATIVE_INFINITY) + SECOND_MS;
  const afterHalfMinute = (turns.at(-perHalfMinute) ?? Number.NEGATIVE_INFINITY) + HALF_MINUTE_MS;
  return Math.max(now, turns.at(-1) ?? now, afterSecond, afterHalfMinute);
}

/** One after another, as fast as the place can take them in the long run, so that few come back in vain. */
function sendAway(
  { awayUntil }: Usage,
  what: Written,
  { perHalfMinute }: RateLimits,
  turn: number,
  now: number,
): PostOutcome {
  awayUntil[what] = Math.max(awayUntil[what] + HALF_MINUTE_MS / perHalfMinute, turn);
  return { kind: 'throttled', retryAfterMs: awayUntil[what] - now };
}

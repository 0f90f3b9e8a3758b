import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRateLimiter } from '../../../bot/teams/rate-limiter.ts';
import type { PostOutcome } from '../../../src/messages/poster.ts';

const POSTED: PostOutcome = {
  kind: 'posted',
  copy: { serviceUrl: 'https://smba.example/', conversationId: '19:a', activityId: '1' },
};
const PATIENT = new AbortController().signal;
const clock = (): Date => new Date();

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Starts so many posts to a place, each again when it was sent away, and notes when each is made. */
function posts(
  count: number,
  place = '19:a',
  limiter = createRateLimiter(clock),
): { made: number[]; all: Promise<unknown> } {
  const made: number[] = [];
  const start = Date.now();
  const all = Promise.all(
    Array.from({ length: count }, () =>
      untilPosted(() =>
        limiter.run(place, PATIENT, async () => {
          made.push(Date.now() - start);
          return POSTED;
        }),
      ),
    ),
  );
  return { made, all };
}

async function untilPosted(post: () => Promise<PostOutcome>): Promise<void> {
  for (let outcome = await post(); outcome.kind === 'throttled'; outcome = await post()) {
    const { retryAfterMs } = outcome;
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
  }
}

/** The most posts in any stretch of so many milliseconds. */
function mostWithin(made: readonly number[], ms: number): number {
  return Math.max(...made.map((from) => made.filter((at) => at >= from && at < from + ms).length));
}

describe('what is written into one channel', () => {
  it('is at most 7 a second and 60 in 30 seconds, and everything is written', async () => {
    const { made, all } = posts(150);
    await vi.advanceTimersByTimeAsync(120_000);
    await all;
    expect(made).toHaveLength(150);
    expect(mostWithin(made, 1_000)).toBe(7);
    expect(mostWithin(made, 30_000)).toBe(60);
  });

  it('is sent away at once when there is no room for long, each to come back at another time', async () => {
    const limiter = createRateLimiter(clock);
    const first = posts(60, '19:a', limiter);
    await vi.advanceTimersByTimeAsync(20_000);
    await first.all;
    const work = vi.fn(async () => POSTED);
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => limiter.run('19:a', PATIENT, work)));
    expect(work).not.toHaveBeenCalled();
    const waits = outcomes.map((outcome) => (outcome.kind === 'throttled' ? outcome.retryAfterMs : 0));
    expect(Math.min(...waits)).toBeGreaterThan(3_000);
    expect(Math.max(...waits)).toBeLessThan(70_000);
    expect(new Set(waits).size).toBe(100);
  });

  it('leaves a third of the room for news, however many cards are to be drawn again', async () => {
    const limiter = createRateLimiter(clock);
    const drawn = vi.fn(async () => POSTED);
    const redraws = Array.from({ length: 100 }, () => limiter.run('19:a', PATIENT, drawn, 'redraw'));
    await vi.advanceTimersByTimeAsync(9_000);
    for (let more = 0; more < 5; more += 1) {
      redraws.push(...Array.from({ length: 20 }, () => limiter.run('19:a', PATIENT, drawn, 'redraw')));
      await vi.advanceTimersByTimeAsync(3_000);
    }
    await Promise.all(redraws);
    expect(drawn).toHaveBeenCalledTimes(40);
    const news = posts(20, '19:a', limiter);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(news.made).toHaveLength(20);
  });

  it('does not hold up another channel', async () => {
    const limiter = createRateLimiter(clock);
    posts(200, '19:a', limiter);
    const other = posts(7, '19:b', limiter);
    await vi.advanceTimersByTimeAsync(0);
    expect(other.made).toHaveLength(7);
  });

  it('rests as long as Teams says, there alone, and nothing is sent meanwhile', async () => {
    const limiter = createRateLimiter(clock);
    const throttled: PostOutcome = { kind: 'throttled', retryAfterMs: 20_000 };
    expect(await limiter.run('19:a', PATIENT, async () => throttled)).toEqual(throttled);
    await vi.advanceTimersByTimeAsync(5_000);
    const work = vi.fn(async () => POSTED);
    expect(await limiter.run('19:a', PATIENT, work)).toEqual({ kind: 'throttled', retryAfterMs: 15_000 });
    expect(work).not.toHaveBeenCalled();
    expect(await limiter.run('19:b', PATIENT, work)).toEqual(POSTED);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await limiter.run('19:a', PATIENT, work)).toEqual(POSTED);
  });

  it('is not begun when its time has run out while it waited', async () => {
    const limiter = createRateLimiter(clock);
    posts(7, '19:a', limiter);
    const ending = new AbortController();
    const work = vi.fn(async () => POSTED);
    const outcome = limiter.run('19:a', ending.signal, work);
    ending.abort();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await outcome).toMatchObject({ kind: 'throttled' });
    expect(work).not.toHaveBeenCalled();
  });
});

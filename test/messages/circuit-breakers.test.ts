import { beforeEach, describe, expect, it } from 'vitest';
import {
  createCircuitBreakers,
  LONGEST_REST_MS,
  type CircuitBreakers,
  type Way,
} from '../../src/messages/circuit-breakers.ts';

let time = 0;
let breakers: CircuitBreakers;
let freed = 0;
beforeEach(() => {
  time = 0;
  freed = 0;
  breakers = createCircuitBreakers(() => time);
  breakers.onFree(() => (freed += 1));
});

function enters(place: string): Way {
  const way = breakers.enter(place);
  if (way === undefined) throw new Error(`nothing may go to ${place}`);
  return way;
}

describe('a place that takes what it gets', () => {
  it('is open to as many as come, and knows nothing of other places', () => {
    const ways = Array.from({ length: 20 }, () => enters('a'));
    enters('b').end('fails');
    for (const way of ways) way.end('takes');
    expect(breakers.enter('a')).toBeDefined();
  });

  it('is closed while an attempt there is unanswered, and whoever was turned away hears when it is not', () => {
    const way = enters('a');
    way.slow();
    expect([breakers.enter('a'), freed]).toEqual([undefined, 0]);
    way.end('takes');
    expect(freed).toBe(1);
    expect(breakers.enter('a')).toBeDefined();
  });

  it('rests as long as it says', () => {
    enters('a').end('rests', 120_000);
    time = 119_999;
    expect(breakers.enter('a')).toBeUndefined();
    time = 120_000;
    expect(breakers.enter('a')).toBeDefined();
  });
});

describe('a place in trouble', () => {
  it('has one attempt under way, and rests for longer after each', () => {
    enters('a').end('fails');
    const rests: number[] = [];
    for (let failure = 1; failure <= 6; failure += 1) {
      const since = time;
      let probe = breakers.enter('a');
      for (; probe === undefined; probe = breakers.enter('a')) time += 500;
      rests.push(time - since);
      expect(breakers.enter('a')).toBeUndefined();
      probe.end('fails');
    }
    expect(rests).toEqual([2_000, 4_000, 8_000, 16_000, LONGEST_REST_MS, LONGEST_REST_MS]);
  });

  it('counts those that were under way together as one failure', () => {
    const ways = Array.from({ length: 8 }, () => enters('a'));
    for (const way of ways) way.end('fails');
    time = 2_000;
    expect(breakers.enter('a')).toBeDefined();
  });

  it('is open as before once it takes something', () => {
    enters('a').end('fails');
    time = 2_000;
    const probe = enters('a');
    expect(breakers.enter('a')).toBeUndefined();
    probe.end('takes');
    enters('a');
    enters('a');
  });
});

it('what one place in trouble takes has the others tried at once: the service was the trouble', () => {
  for (const place of ['a', 'b', 'c']) {
    for (let failure = 0; failure < 5; failure += 1) {
      time += LONGEST_REST_MS;
      enters(place).end('fails');
    }
  }
  time += LONGEST_REST_MS;
  enters('b').end('fails');
  expect(breakers.enter('b')).toBeUndefined();
  enters('a').end('takes');
  expect(breakers.enter('b')).toBeDefined();
});

it('of many places in trouble four are asked at a time', () => {
  const places = Array.from({ length: 10 }, (_, index) => `place ${index}`);
  for (const place of places) enters(place).end('fails');
  time = LONGEST_REST_MS;
  const probes = places.flatMap((place) => breakers.enter(place) ?? []);
  expect(probes).toHaveLength(4);
  expect(breakers.enter('healthy')).toBeDefined();
  probes[0]?.end('fails');
  expect(breakers.enter('place 9')).toBeDefined();
});

describe('a place that says no', () => {
  it('takes what is new at once, so that it falls back, and is asked by one at a time whether it takes what was denied', () => {
    enters('a').end('denies');
    expect(breakers.enter('a', true)).toBeUndefined();
    enters('a').end('denies');
    time = 2_000;
    const asking = breakers.enter('a', true);
    expect([asking === undefined, breakers.enter('a', true)]).toEqual([false, undefined]);
    asking?.end('denies');
    time = 4_000;
    expect(breakers.enter('a', true)).toBeUndefined();
  });

  it('is asked every twenty seconds for half an hour, and then less and less often', () => {
    enters('a').end('denies');
    const waits: number[] = [];
    for (let denial = 1; denial <= 110; denial += 1) {
      const since = time;
      let asking = breakers.enter('a', true);
      for (; asking === undefined; asking = breakers.enter('a', true)) time += 1_000;
      waits.push(time - since);
      asking.end('denies');
    }
    expect(Math.max(...waits.slice(0, 90))).toBe(LONGEST_REST_MS);
    expect(waits.at(-1)).toBe(15 * 60_000);
  });

  it.each(['something new', 'what asks again', 'another that said no'])(
    'takes what was denied at once when %s got through',
    (what) => {
      for (let denial = 0; denial < 100; denial += 1) {
        time += 15 * 60_000;
        for (const place of ['a', 'b']) (breakers.enter(place, true) ?? enters(place)).end('denies');
      }
      expect(breakers.enter('a', true)).toBeUndefined();
      time += what === 'what asks again' ? 15 * 60_000 : 0;
      const news =
        what === 'another that said no' ? breakers.enter('b') : breakers.enter('a', what !== 'something new');
      const before = freed;
      news?.end('takes');
      expect(freed).toBe(before + 1);
      expect(breakers.enter('a', true)).toBeDefined();
    },
  );

  it('is asked at once when a channel was linked', () => {
    enters('a').end('denies');
    breakers.askAgain();
    expect(freed).toBe(1);
    expect(breakers.enter('a', true)).toBeDefined();
  });
});

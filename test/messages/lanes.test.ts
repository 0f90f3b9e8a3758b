import { beforeEach, describe, expect, it } from 'vitest';
import { createLanes, LONGEST_REST_MS, type Lanes, type Way } from '../../src/messages/lanes.ts';

let time = 0;
let lanes: Lanes;
let opened = 0;
beforeEach(() => {
  time = 0;
  opened = 0;
  lanes = createLanes(() => time);
  lanes.onOpen(() => (opened += 1));
});

function enters(place: string): Way {
  const way = lanes.enter(place);
  if (way === undefined) throw new Error(`nothing may go to ${place}`);
  return way;
}

describe('a place that takes what it gets', () => {
  it('is open to as many as come, and knows nothing of other places', () => {
    const ways = Array.from({ length: 20 }, () => enters('a'));
    enters('b').end('fails');
    for (const way of ways) way.end('takes');
    expect(lanes.enter('a')).toBeDefined();
  });

  it('is closed while an attempt there is unanswered, and whoever was turned away hears when it is not', () => {
    const way = enters('a');
    way.slow();
    expect([lanes.enter('a'), opened]).toEqual([undefined, 0]);
    way.end('takes');
    expect(opened).toBe(1);
    expect(lanes.enter('a')).toBeDefined();
  });

  it('rests as long as it says', () => {
    enters('a').end('rests', 120_000);
    time = 119_999;
    expect(lanes.enter('a')).toBeUndefined();
    time = 120_000;
    expect(lanes.enter('a')).toBeDefined();
  });
});

describe('a place in trouble', () => {
  it('has one attempt under way, and rests for longer after each', () => {
    enters('a').end('fails');
    const rests: number[] = [];
    for (let failure = 1; failure <= 6; failure += 1) {
      const since = time;
      let probe = lanes.enter('a');
      for (; probe === undefined; probe = lanes.enter('a')) time += 500;
      rests.push(time - since);
      expect(lanes.enter('a')).toBeUndefined();
      probe.end('fails');
    }
    expect(rests).toEqual([2_000, 4_000, 8_000, 16_000, LONGEST_REST_MS, LONGEST_REST_MS]);
  });

  it('counts those that were under way together as one failure', () => {
    const ways = Array.from({ length: 8 }, () => enters('a'));
    for (const way of ways) way.end('fails');
    time = 2_000;
    expect(lanes.enter('a')).toBeDefined();
  });

  it('is open as before once it takes something', () => {
    enters('a').end('fails');
    time = 2_000;
    const probe = enters('a');
    expect(lanes.enter('a')).toBeUndefined();
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
  expect(lanes.enter('b')).toBeUndefined();
  enters('a').end('takes');
  expect(lanes.enter('b')).toBeDefined();
});

it('of many places in trouble four are asked at a time', () => {
  const places = Array.from({ length: 10 }, (_, index) => `place ${index}`);
  for (const place of places) enters(place).end('fails');
  time = LONGEST_REST_MS;
  const probes = places.flatMap((place) => lanes.enter(place) ?? []);
  expect(probes).toHaveLength(4);
  expect(lanes.enter('healthy')).toBeDefined();
  probes[0]?.end('fails');
  expect(lanes.enter('place 9')).toBeDefined();
});

describe('a place that says no', () => {
  it('takes what is new at once, so that it falls back, and is asked by one at a time whether it takes what was denied', () => {
    enters('a').end('denies');
    expect(lanes.enter('a', true)).toBeUndefined();
    enters('a').end('denies');
    time = 2_000;
    const asking = lanes.enter('a', true);
    expect([asking === undefined, lanes.enter('a', true)]).toEqual([false, undefined]);
    asking?.end('denies');
    time = 4_000;
    expect(lanes.enter('a', true)).toBeUndefined();
  });

  it('is asked every twenty seconds for half an hour, and then less and less often', () => {
    enters('a').end('denies');
    const waits: number[] = [];
    for (let denial = 1; denial <= 110; denial += 1) {
      const since = time;
      let asking = lanes.enter('a', true);
      for (; asking === undefined; asking = lanes.enter('a', true)) time += 1_000;
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
        for (const place of ['a', 'b']) (lanes.enter(place, true) ?? enters(place)).end('denies');
      }
      expect(lanes.enter('a', true)).toBeUndefined();
      time += what === 'what asks again' ? 15 * 60_000 : 0;
      const news =
        what === 'another that said no' ? lanes.enter('b') : lanes.enter('a', what !== 'something new');
      const before = opened;
      news?.end('takes');
      expect(opened).toBe(before + 1);
      expect(lanes.enter('a', true)).toBeDefined();
    },
  );

  it('is asked at once when a channel was linked', () => {
    enters('a').end('denies');
    lanes.askAgain();
    expect(opened).toBe(1);
    expect(lanes.enter('a', true)).toBeDefined();
  });
});

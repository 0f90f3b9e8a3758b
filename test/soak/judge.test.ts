import { describe, expect, it } from 'vitest';
import { diceOf } from '../../harness/dice.ts';
import { drawSoak } from '../../soak/draw.ts';
import { faultsIn, judge } from '../../soak/judge.ts';
import { trendOf, verdictOn } from '../../soak/trend.ts';
import { belowNotice, METRIC_NAMES, type MetricName, type Window } from '../../soak/windows.ts';

const noise = (name: string): (() => number) => {
  const dice = diceOf(11, name);
  // Twelve throws are nearly normal.
  return () => Array.from({ length: 12 }, () => dice.next()).reduce((sum, each) => sum + each, -6);
};

function points(slope: number, jitter: number, count = 30) {
  const next = noise(`${slope} ${jitter}`);
  return Array.from({ length: count }, (_, at) => ({ at, value: 200 + slope * at + jitter * next() }));
}

describe('a trend', () => {
  it('is the slope of a line, without any noise', () => {
    const { slope, intercept, noise: moved, growth } = trendOf(points(2, 0));
    expect([slope, intercept, moved, growth]).toEqual([2, 200, 0, 58]);
  });

  it('has the true slope in its interval, and is not moved by single values', () => {
    const some = points(0.5, 1).map((point, index) =>
      index % 7 === 3 ? { ...point, value: 10_000 } : point,
    );
    const { slope, slopeBetween } = trendOf(some);
    expect(slope).toBeCloseTo(0.5, 0);
    expect(slopeBetween[0]).toBeLessThan(0.5);
    expect(slopeBetween[1]).toBeGreaterThan(0.5);
  });

  it.each([
    ['noise alone', 0, 3, 'flat'],
    ['a leak that shows through the noise', 1, 3, 'rises'],
    ['what gets less', -1, 3, 'falls'],
    ['a leak smaller than the noise', 0.02, 3, 'flat'],
  ] as const)('tells %s', (_, slope, jitter, verdict) => {
    expect(verdictOn(trendOf(points(slope, jitter)))).toBe(verdict);
  });

  /** What memory does without garbage, by how much it moves from stretch to stretch. */
  it.each([1, 2, 3])(
    'tells a leak of a megabyte a minute in a run of twelve, where memory moves by %d',
    (jitter) => {
      const minutes = points(0, jitter).map(({ at, value }) => {
        const minute = 3 + (at * 12) / 40;
        return { at: minute, value: value + minute };
      });
      expect(verdictOn(trendOf(minutes), belowNotice('rss'))).toBe('rises');
    },
  );

  it('finds noise flat nearly always', () => {
    const next = noise('many runs');
    const rising = Array.from({ length: 300 }, () =>
      verdictOn(trendOf(Array.from({ length: 30 }, (_, at) => ({ at, value: 100 + next() })))),
    ).filter((verdict) => verdict !== 'flat');
    expect(rising.length).toBeLessThan(10);
  });

  it('takes half of a saw tooth for no leak', () => {
    const next = noise('saw');
    const saw = Array.from({ length: 30 }, (_, at) => ({ at, value: 300 + 10 * ((at + 6) % 15) + next() }));
    expect(verdictOn(trendOf(saw))).toBe('flat');
  });

  it('is not made of a handful of values', () => {
    expect(() => trendOf(points(1, 0, 5))).toThrow(RangeError);
  });
});

describe('a run', () => {
  const steady = noise('steady');

  function windows(leaking: MetricName | undefined): readonly Window[] {
    return Array.from({ length: 40 }, (_, index) => {
      const at = index + 0.5;
      // What warms up is far below what comes after.
      const of = (name: MetricName): number =>
        100 + (index < 10 ? -50 + index * 5 : steady()) + (name === leaking ? index : 0);
      return { at, values: valuesOf(of) };
    });
  }

  function valuesOf(of: (name: MetricName) => number): Window['values'] {
    return {
      rss: of('rss'),
      heap: of('heap'),
      rssAtAll: of('rssAtAll'),
      handles: of('handles'),
      timers: of('timers'),
      operations: of('operations'),
      mailToRaw: of('mailToRaw'),
      clickToRaw: of('clickToRaw'),
      callToRaw: of('callToRaw'),
      mail: of('mail'),
      click: of('click'),
      call: of('call'),
      raw: of('raw'),
    };
  }

  it('that stays as it is has no faults, however it warmed up', () => {
    expect(faultsIn(judge(windows(undefined)))).toEqual([]);
  });

  it.each(['rss', 'heap', 'handles', 'timers', 'operations', 'clickToRaw'] as const)(
    'is at fault where %s rises',
    (leaking) => {
      expect(faultsIn(judge(windows(leaking))).map(({ metric }) => metric)).toEqual([leaking]);
    },
  );

  it('is at fault where something was hardly measured', () => {
    const without = windows(undefined).map(({ at, values }) => ({
      at,
      values: { ...values, heap: undefined },
    }));
    expect(faultsIn(judge(without)).map(({ metric, verdict }) => [metric, verdict])).toEqual([
      ['heap', 'unknown'],
    ]);
  });

  it('is drawn with a panel and a verdict for each metric, whatever is in its title', () => {
    const svg = drawSoak(judge(windows('heap')), 'a < b & c', 'seed 7');
    expect(svg.match(/<g /g)).toHaveLength(METRIC_NAMES.length);
    expect(svg.match(/>rises: /g)).toHaveLength(1);
    expect(svg).toContain('a &lt; b &amp; c');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('is drawn where nothing was measured', () => {
    expect(drawSoak(judge([]), 'nothing', '')).not.toMatch(/NaN|Infinity/);
  });
});

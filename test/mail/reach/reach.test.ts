import { FIRST_MAILBOX } from '../../../src/mail/mailbox-name.ts';
import { describe, expect, it } from 'vitest';
import { reachOf, type ReachState } from '../../../src/mail/reach/reach.ts';
import { afterSightings, NOTHING_SEEN, withExpected, type Seen } from '../../../src/mail/reach/seen.ts';

const START = Date.UTC(2026, 0, 1);
const HOUR_MS = 60 * 60_000;
const at = (hours: number): Date => new Date(START + hours * HOUR_MS);

/** A root mailbox by how many of its aliases are in use and how likely an hour of work brings mail through it. */
interface Company {
  readonly [rootMailbox: string]: {
    readonly inUse: number;
    readonly chance: number;
    readonly until?: number;
  };
}

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The years of a company, hour by hour; every night nothing comes. Gives the hours, every fourth of which is looked at, in which a mailbox was behind. */
function lived(company: Company, hours: number, seed = 1): Map<string, number[]> {
  const chance = dice(seed);
  const mailboxes = Object.entries(company).map(([rootMailbox, { inUse }]) => {
    return { rootMailbox, inUse, free: 0, total: inUse };
  });
  const behind = new Map(Object.keys(company).map((rootMailbox) => [rootMailbox, [] as number[]]));
  let seen: Seen = withExpected(NOTHING_SEEN, Object.keys(company));
  for (let hour = 0; hour < hours; hour += 1) {
    if (hour % 24 < 8) continue;
    const heard = Object.entries(company).filter(
      ([, { chance: likely, until = Infinity }]) => chance() < likely && hour < until,
    );
    seen = afterSightings(
      seen,
      heard.map(([rootMailbox]) => ({
        rootMailbox,
        receivedAt: at(hour + chance()),
        central: FIRST_MAILBOX,
      })),
    );
    if (hour % 4 !== 3) continue;
    for (const { rootMailbox, state } of reachOf(mailboxes, seen, at(hour + 1))) {
      if (state === 'behind') behind.get(rootMailbox)?.push(hour);
    }
  }
  return behind;
}

const YEAR = 365 * 24;
const BUSY: Company = Object.fromEntries(
  Array.from({ length: 10 }, (_, place) => [`root-${place}`, { inUse: 300, chance: 0.6 }]),
);

describe('a root mailbox falls behind', () => {
  it('within two days in a busy company, and none of the others does', () => {
    const broken = { ...BUSY, 'root-3': { inUse: 300, chance: 0.6, until: 60 * 24 } };
    const behind = lived(broken, 65 * 24);
    const [first = Infinity] = behind.get('root-3') ?? [];
    expect(first - 60 * 24).toBeGreaterThan(24);
    expect(first - 60 * 24).toBeLessThanOrEqual(4 * 24);
    expect([...behind].filter(([, hours]) => hours.length > 0).map(([root]) => root)).toEqual(['root-3']);
  });

  it('that never brought mail, though others with as few aliases in use do', () => {
    const behind = lived({ ...BUSY, 'root-3': { inUse: 300, chance: 0 } }, 30 * 24);
    expect(behind.get('root-3')?.length).toBeGreaterThan(0);
  });

  it('again, after it was mended and broke once more: weeks of silence are not what it is allowed from then on', () => {
    let seen = withExpected(NOTHING_SEEN, ['a', 'b']);
    const goOn = (from: number, until: number, ...roots: string[]): ReachState | undefined => {
      for (let hour = from; hour < until; hour += 1) {
        seen = afterSightings(
          seen,
          roots.map((rootMailbox) => ({ rootMailbox, receivedAt: at(hour), central: FIRST_MAILBOX })),
        );
      }
      const mailboxes = ['a', 'b'].map((rootMailbox) => ({ rootMailbox, inUse: 5, free: 0, total: 5 }));
      return reachOf(mailboxes, seen, at(until)).find(({ rootMailbox }) => rootMailbox === 'b')?.state;
    };
    expect(goOn(0, 100, 'a', 'b')).toBe('heard');
    expect(goOn(100, 1_000, 'a')).toBe('behind');
    expect(goOn(1_000, 1_100, 'a', 'b')).toBe('heard');
    expect(goOn(1_100, 1_500, 'a')).toBe('behind');
  });
});

describe('nobody cries wolf', () => {
  it.each([
    ['a busy company', BUSY],
    [
      'a quiet company',
      Object.fromEntries(Object.keys(BUSY).map((root) => [root, { inUse: 20, chance: 0.004 }])),
    ],
    [
      'mailboxes with few aliases in use beside full ones',
      { ...BUSY, 'root-8': { inUse: 3, chance: 0.01 }, 'root-9': { inUse: 1, chance: 0.002 } },
    ],
    ['a mailbox that nothing is to be expected from', { ...BUSY, 'root-9': { inUse: 0, chance: 0 } }],
    ['a single mailbox', { 'root-0': { inUse: 300, chance: 0.3 } }],
  ] satisfies [string, Company][])('in a year of %s', (_, company) => {
    for (const seed of [1, 2]) {
      const behind = lived(company, YEAR, seed);
      expect([...behind].filter(([, hours]) => hours.length > 0)).toEqual([]);
    }
  });

  it('when the whole company is silent', () => {
    const silent = Object.fromEntries(
      Object.keys(BUSY).map((root) => [root, { ...BUSY[root], inUse: 300, chance: 0.6, until: 30 * 24 }]),
    );
    expect([...lived(silent, 90 * 24).values()].flat()).toEqual([]);
  });

  it('over a mail that came late: it proves its own moment and nothing about now', () => {
    const seen = afterSightings(NOTHING_SEEN, [
      { rootMailbox: 'a', receivedAt: at(10), central: FIRST_MAILBOX },
      { rootMailbox: 'b', receivedAt: at(10), central: FIRST_MAILBOX },
      { rootMailbox: 'a', receivedAt: at(12), central: FIRST_MAILBOX },
    ]);
    const later = afterSightings(seen, [{ rootMailbox: 'b', receivedAt: at(11), central: FIRST_MAILBOX }]);
    expect(later.hours).toBe(seen.hours);
    expect(later.mailboxes.get('b')).toEqual({ ...seen.mailboxes.get('b'), seenAt: at(11) });
    expect(afterSightings(later, [{ rootMailbox: 'b', receivedAt: at(9), central: FIRST_MAILBOX }])).toEqual(
      later,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { compare, FIGURES } from '../../faults/compare.ts';
import { latenessAfterFaults, lateness } from '../../faults/lateness.ts';
import { SAMPLE_WORLD } from '../../faults/sample-world.ts';
import { SPOILINGS, unseenIn } from '../../faults/self-check.ts';

describe('the comparison of mailbox, Teams and table', () => {
  it('finds nothing where all went well', () => {
    expect(Object.values(compare(SAMPLE_WORLD)).flat()).toEqual([]);
  });

  it.each(SPOILINGS)('sees $what', ({ figure, spoil }) => {
    const spoilt = spoil(SAMPLE_WORLD);
    if (spoilt === undefined) throw new Error('the sample has nothing of the kind');
    expect(compare(spoilt)[figure]).not.toEqual([]);
  });

  it.each(SPOILINGS)('sees everything else where it found $what already', ({ spoil }) => {
    expect(unseenIn(spoil(SAMPLE_WORLD) ?? SAMPLE_WORLD)).toEqual([]);
  });

  it('has something to see for every figure', () => {
    expect(new Set(SPOILINGS.map(({ figure }) => figure))).toEqual(new Set(FIGURES));
  });

  it('would say of itself that it is blind', () => {
    // Every command was left without an answer already, so that one more has to be seen all the same.
    expect(unseenIn({ ...SAMPLE_WORLD, unanswered: ['help'] })).toEqual([]);
    // A mail that nobody remembers cannot be missed.
    expect(unseenIn({ ...SAMPLE_WORLD, mails: [] })).toContain('a post that stands twice and says so');
  });

  it('tells how late mail was, and how late after the last fault', () => {
    expect(lateness(SAMPLE_WORLD)).toEqual({ p50: 1_000, p99: 1_000, most: 1_000 });
    expect(latenessAfterFaults(SAMPLE_WORLD)).toEqual({ p50: 500, p99: 500, most: 500 });
  });
});

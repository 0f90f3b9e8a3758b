import { describe, expect, it } from 'vitest';
import { nextDigest, muteWay, withoutMute, withTopics } from '../../src/channels/mute-rules.ts';
import { ENTRY } from '../cards/mail-samples.ts';

const BILL = { ...ENTRY, category: 'billing', severity: 'info', withheld: false } as const;
const MUTED = [
  { topic: 'billing', way: 'mute' },
  { topic: 'info', way: 'daily' },
] as const;

describe('how a channel wants to have a mail', () => {
  it('is as it comes, unless it said otherwise', () => {
    expect(muteWay([], BILL)).toBeUndefined();
    expect(muteWay([{ topic: 'marketing', way: 'mute' }], BILL)).toBeUndefined();
  });

  it('is what it said of the category, before what it said of the severity', () => {
    expect(muteWay(MUTED, BILL)).toBe('mute');
    expect(muteWay(MUTED, { ...BILL, category: 'marketing' })).toBe('daily');
  });

  it.each([
    ['urgent', { ...BILL, severity: 'urgent' as const }],
    ['withheld', { ...BILL, withheld: true }],
    ['announced', { ...BILL, announced: true }],
    ['perhaps not from AWS', { ...BILL, genuine: 'suspicious' as const }],
  ])('is at once when the mail is %s', (_name, entry) => {
    expect(muteWay(MUTED, entry)).toBeUndefined();
  });

  it('is said anew for the topics that are named, and stays for the others', () => {
    expect(withTopics(MUTED, ['billing', 'billing'], 'weekly')).toEqual([
      { topic: 'billing', way: 'weekly' },
      { topic: 'info', way: 'daily' },
    ]);
    expect(withTopics(MUTED, ['billing'], undefined)).toEqual([{ topic: 'info', way: 'daily' }]);
    expect(withTopics(MUTED, [], 'mute')).toEqual(MUTED);
  });
});

describe('a topic that is loud again', () => {
  it('has no rule of its own, unless its level is quiet: then it comes at once all the same', () => {
    expect(withoutMute([{ topic: 'billing', way: 'mute' }], ['billing'])).toEqual([]);
    const loud = withoutMute(MUTED, ['billing']);
    expect(loud).toEqual([
      { topic: 'billing', way: 'at-once' },
      { topic: 'info', way: 'daily' },
    ]);
    expect(muteWay(loud, BILL)).toBeUndefined();
    expect(muteWay(loud, { ...BILL, category: 'marketing' })).toBe('daily');
    expect(withoutMute(loud, ['info'])).toEqual([{ topic: 'billing', way: 'at-once' }]);
  });
});

describe('the next digest', () => {
  it.each([
    ['daily', '2026-11-22T05:59:59Z', '2026-11-22T06:00:00Z'],
    ['daily', '2026-11-22T06:00:00Z', '2026-11-23T06:00:00Z'],
    ['daily', '2026-12-31T23:00:00Z', '2027-01-01T06:00:00Z'],
    ['weekly', '2026-11-22T05:00:00Z', '2026-11-23T06:00:00Z'],
    ['weekly', '2026-11-23T05:59:00Z', '2026-11-23T06:00:00Z'],
    ['weekly', '2026-11-23T06:00:00Z', '2026-11-30T06:00:00Z'],
    ['weekly', '2026-11-25T12:00:00Z', '2026-11-30T06:00:00Z'],
  ] as const)('%s after %s is at %s', (way, now, then) => {
    expect(nextDigest(way, new Date(now))).toEqual(new Date(then));
  });
});

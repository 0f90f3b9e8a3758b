import { describe, expect, it } from 'vitest';
import { isMissing, judgeProbes } from '../../../src/mail/reach/judge-probes.ts';
import { gapMs, nextInTurn, secondTries } from '../../../src/mail/reach/next-probe.ts';
import { claimIn, makeProbeMail } from '../../../src/mail/reach/probe-mail.ts';
import { probeTimes } from '../../../src/mail/reach/probe-times.ts';
import type { ProbedAlias, ProbeOutcome } from '../../../src/mail/reach/probes.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.UTC(2026, 10, 22);
const at = (minute: number): Date => new Date(START + minute * MINUTE);
const WEEK = probeTimes(7);

/** An alias of a root mailbox with what became of its probes, by the minutes in which they were sent. */
function alias(
  name: string,
  sent: Readonly<Record<number, ProbeOutcome>> = {},
  isMissingNow = false,
): ProbedAlias {
  const [rootMailbox = ''] = name.split('/');
  return {
    aliasId: name,
    address: `aws_${name}@company.com`,
    rootMailbox,
    sent: Object.entries(sent).map(([minute, outcome]) => ({
      sentAt: at(Number(minute)),
      secretSha256: '',
      isAccepted: true,
      outcome,
    })),
    isMissing: isMissingNow,
    isTold: false,
  };
}

const silentOf = (...probed: readonly ProbedAlias[]): readonly string[] =>
  judgeProbes(probed).mailboxes.flatMap(({ rootMailbox, isSilent }) => (isSilent ? [rootMailbox] : []));

describe('a root mailbox is silent', () => {
  const missed = [
    alias('a/1', { 10: 'unanswered', 26: 'unanswered' }),
    alias('a/2', { 1: 'answered', 25: 'unanswered' }),
  ];

  it('when two of its aliases did not answer, one of them twice, and another mailbox did since', () => {
    expect(silentOf(...missed, alias('b/1', { 12: 'answered' }))).toEqual(['a']);
  });

  it('and not while no other mailbox has answered since, when it answered in between, or after one miss', () => {
    expect(silentOf(...missed, alias('b/1', { 5: 'answered' }), alias('c/1', { 6: 'answered' }))).toEqual([]);
    expect(silentOf(...missed, alias('a/3', { 27: 'answered' }), alias('b/1', { 12: 'answered' }))).toEqual(
      [],
    );
    expect(
      silentOf(alias('a/1', { 10: 'unanswered' }), alias('a/2'), alias('b/1', { 12: 'answered' })),
    ).toEqual([]);
  });

  it('of a single alias when that one missed two', () => {
    expect(
      silentOf(alias('a/1', { 1: 'unanswered', 2: 'unanswered' }), alias('b/1', { 3: 'answered' })),
    ).toEqual(['a']);
  });

  it('not by probes of which nobody knows whether they were sent', () => {
    const doubtful = { 10: 'doubtful', 12: 'doubtful', 14: 'doubtful' } as const;
    expect(
      silentOf(alias('a/1', doubtful), alias('a/2', doubtful), alias('b/1', { 15: 'answered' })),
    ).toEqual([]);
  });

  it('all of them are, and none by itself, when half of them or more stopped and nobody answers', () => {
    const stopped = (root: string): readonly ProbedAlias[] => [
      alias(`${root}/1`, { 10: 'unanswered', 26: 'unanswered' }),
      alias(`${root}/2`, { 25: 'unanswered' }),
    ];
    const verdict = judgeProbes([...stopped('a'), ...stopped('b'), alias('c/1', { 2: 'answered' })]);
    expect(verdict.isAllSilent).toBe(true);
    expect(
      judgeProbes([...stopped('a'), ...stopped('b'), alias('c/1', { 27: 'answered' })]).isAllSilent,
    ).toBe(false);
  });
});

describe('an alias is missing', () => {
  const twice = alias('a/1', { 10: 'unanswered', 26: 'unanswered' });

  it('when another of its root mailbox answered between its two tries', () => {
    expect(isMissing(twice, [twice, alias('a/2', { 25: 'answered' })])).toBe(true);
  });

  it.each([
    ['another answered before', { 9: 'answered' }],
    ['another answered after: it may have been mended', { 27: 'answered' }],
    ['no other answered', { 25: 'unanswered' }],
  ] as const)('and not when %s', (_, sent) => {
    expect(isMissing(twice, [twice, alias('a/2', sent)])).toBe(false);
  });

  it('nor after one try, nor when it has answered since', () => {
    const control = alias('a/2', { 25: 'answered' });
    expect(isMissing(alias('a/1', { 10: 'unanswered' }), [control])).toBe(false);
    expect(isMissing(alias('a/1', { 10: 'unanswered', 26: 'unanswered', 40: 'answered' }), [control])).toBe(
      false,
    );
  });
});

describe('what is sent', () => {
  it('takes the pool round in the days that were set, each root mailbox twice a day, and five a minute at most', () => {
    expect(gapMs(3_000, 10, WEEK)).toBe((7 * DAY) / 3_000);
    expect(gapMs(10, 10, WEEK)).toBe(DAY / 2 / 10);
    expect(gapMs(100_000, 10, probeTimes(1))).toBe(12_000);
    expect(gapMs(0, 0, WEEK)).toBe(Infinity);
  });

  it('goes to whoever has waited longest, and to a root mailbox that has had none for half a day before', () => {
    const pool = [
      alias('a/1', { 0: 'answered' }),
      alias('a/2', { 5: 'answered' }),
      alias('b/1', { 9: 'answered' }),
    ];
    const next = (minute: number, ...more: readonly ProbedAlias[]): string | undefined => {
      const all = [...pool, ...more];
      return nextInTurn(all, judgeProbes(all).mailboxes, at(minute), WEEK)?.aliasId;
    };
    expect(next(10)).toBe('a/1');
    expect(next(10, alias('c/1'))).toBe('c/1');
    expect(next(9 + 12 * 60, alias('a/3', { 60: 'answered' }))).toBe('b/1');
    expect(next(10, alias('a/0', { 0: 'open' }))).toBe('a/1');
  });

  it('is a second try after a miss, and before it another alias of the mailbox that is known to answer', () => {
    const pool = [
      alias('a/1', { 10: 'unanswered' }),
      alias('a/2'),
      alias('a/3', { 4: 'answered' }),
      alias('b/1', { 5: 'answered' }),
    ];
    const wanted = (silent: readonly string[], ...all: readonly ProbedAlias[]): readonly string[] =>
      secondTries(all, new Set(silent)).map(({ aliasId }) => aliasId);
    expect(wanted([], ...pool)).toEqual(['a/3', 'a/1']);
    expect(wanted(['a'], ...pool)).toEqual([]);
    expect(wanted([], ...pool, alias('a/4', { 11: 'open' }))).toEqual(['a/1']);
    expect(wanted([], alias('a/1', { 10: 'unanswered', 26: 'unanswered' }))).toEqual([]);
    expect(wanted([], alias('a/1', { 10: 'unanswered' }, true))).toEqual([]);
  });
});

describe('the subject of a probe', () => {
  const id = '3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c0001';

  it('says which alias it is for and carries a secret that is another each time', () => {
    const { subject, secretSha256 } = makeProbeMail(id);
    expect(claimIn(subject)).toEqual({ aliasId: id, secretSha256, isWhole: true });
    expect(makeProbeMail(id).subject).not.toBe(subject);
    expect(claimIn(`Undeliverable: ${subject}`)?.isWhole).toBe(false);
    expect(subject.length).toBeLessThan(250);
  });

  it.each([
    '',
    'Rootdesk probe',
    `Rootdesk probe ${id}`,
    `Rootdesk probe ${id} short`,
    `${makeProbeMail(id).subject} more`,
  ])('is not %j', (subject) => {
    expect(claimIn(subject)).toBeUndefined();
  });
});

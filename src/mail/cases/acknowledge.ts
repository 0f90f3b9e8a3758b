import type { Errand, RaiseLevel } from '../../messages/job.ts';
import { actorOf, type Actor } from '../../people/person.ts';
import type { HandlingStep } from './change-handling.ts';
import type { Deed, Handling } from './handling.ts';

/** The hand that waits for an acknowledgment. */
const WATCH: Actor = { kind: 'system', name: 'watch' };

/** Somebody has looked: they said so, or had the mail shown to them. */
export function isSeen(handling: Handling): boolean {
  return handling.acknowledged !== undefined || handling.reveals.some(({ shownAt }) => shownAt !== undefined);
}

/** Somebody says that they look after it; undefined when that was said before. */
export function acknowledged(handling: Handling, deed: Deed): HandlingStep | undefined {
  if (handling.acknowledged !== undefined) return undefined;
  return {
    after: { ...handling, acknowledged: deed },
    by: actorOf(deed.by),
    action: 'acknowledge',
    words: { before: 'unacknowledged', after: `acknowledged by ${deed.by.name}` },
    errands: [{ kind: 'redraw-mail', ledgerId: handling.ledgerId }],
  };
}

/** An urgent mail is about to be posted: from now on somebody has to acknowledge it; undefined when that is so already. */
export function awaited(handling: Handling, afterMs: number, at: Date): HandlingStep | undefined {
  if (handling.awaitedSince !== undefined || isSeen(handling)) return undefined;
  return {
    after: { ...handling, awaitedSince: at },
    by: WATCH,
    action: 'await-acknowledgment',
    words: { before: '', after: 'unacknowledged' },
    errands: [raising(handling, 'owner', new Date(at.getTime() + afterMs))],
  };
}

/** Its time is over: the owner is mentioned, and after the same time again triage. Undefined when that is needless, or done. */
export function raised(
  handling: Handling,
  level: RaiseLevel,
  ownerId: string | undefined,
  afterMs: number,
  at: Date,
): HandlingStep | undefined {
  if (isSeen(handling) || handling.raised.some((each) => each.level === level)) return undefined;
  const { ledgerId } = handling;
  const told = { kind: 'mail-raised', ledgerId, level } as const;
  return {
    after: { ...handling, raised: [...handling.raised, { level, at }] },
    by: WATCH,
    action: 'raise',
    words: { before: 'unacknowledged', after: wordsOf(level, ownerId) },
    errands:
      level === 'triage'
        ? [{ ...told, to: { kind: 'triage' } }]
        : ownerId === undefined
          ? [raising(handling, 'triage', at)]
          : [
              { ...told, to: { kind: 'person', personId: ownerId } },
              raising(handling, 'triage', new Date(at.getTime() + afterMs)),
            ],
  };
}

function wordsOf(level: RaiseLevel, ownerId: string | undefined): string {
  if (level === 'triage') return 'triage is told';
  return ownerId === undefined ? 'no owner can be told' : `the owner is told (${ownerId})`;
}

function raising({ ledgerId }: Handling, level: RaiseLevel, dueAt: Date): Errand {
  return { kind: 'raise-mail', ledgerId, level, dueAt };
}

/** How long it had been waiting when somebody was told; undefined when nobody was. */
export function minutesWaited(handling: Handling, level: RaiseLevel): number | undefined {
  const at = handling.raised.find((each) => each.level === level)?.at;
  const since = handling.awaitedSince;
  if (at === undefined || since === undefined) return undefined;
  return Math.round((at.getTime() - since.getTime()) / 60_000);
}

/** Why it stands where it does, in words. */
export function raisedReason(handling: Handling, level: RaiseLevel): string {
  const minutes = minutesWaited(handling, level);
  if (minutes === undefined) return 'Nobody acknowledged this urgent mail.';
  return `Nobody acknowledged this urgent mail for ${minutes} minutes.`;
}

import type { Job, EscalationLevel } from '../../messages/job.ts';
import { actorOf, type Actor } from '../../people/person.ts';
import type { HandlingStep } from './change-handling.ts';
import type { Stamp, Handling } from './handling.ts';

/** The actor that waits for an acknowledgment. */
const WATCH: Actor = { kind: 'system', name: 'watch' };

/** Somebody has looked: they said so, or had the mail shown to them. */
export function isSeen(handling: Handling): boolean {
  return handling.acknowledged !== undefined || handling.reveals.some(({ shownAt }) => shownAt !== undefined);
}

/** Somebody says that they look after it; undefined when that was said before. */
export function acknowledged(handling: Handling, stamp: Stamp): HandlingStep | undefined {
  if (handling.acknowledged !== undefined) return undefined;
  return {
    after: { ...handling, acknowledged: stamp },
    by: actorOf(stamp.by),
    action: 'acknowledge',
    facts: { before: { code: 'unacknowledged' }, after: { code: 'acknowledged', by: stamp.by.name } },
    jobs: [{ kind: 'redraw-mail', ledgerId: handling.ledgerId }],
  };
}

/** An urgent mail is about to be posted: from now on somebody has to acknowledge it; undefined when that is so already. */
export function awaited(handling: Handling, afterMs: number, at: Date): HandlingStep | undefined {
  if (handling.awaitedSince !== undefined || isSeen(handling)) return undefined;
  return {
    after: { ...handling, awaitedSince: at },
    by: WATCH,
    action: 'await-acknowledgment',
    facts: { after: { code: 'unacknowledged' } },
    jobs: [escalating(handling, 'owner', new Date(at.getTime() + afterMs))],
  };
}

/** Its time is over: the owner is mentioned, and after the same time again triage. Undefined when that is needless, or done. */
export function escalated(
  handling: Handling,
  level: EscalationLevel,
  ownerId: string | undefined,
  afterMs: number,
  at: Date,
): HandlingStep | undefined {
  if (isSeen(handling) || handling.escalated.some((each) => each.level === level)) return undefined;
  const { ledgerId } = handling;
  const told = { kind: 'mail-raised', ledgerId, level } as const;
  return {
    after: { ...handling, escalated: [...handling.escalated, { level, at }] },
    by: WATCH,
    action: 'raise',
    facts: {
      before: { code: 'unacknowledged' },
      after: { code: 'escalated', level, personId: level === 'owner' ? ownerId : undefined },
    },
    jobs:
      level === 'triage'
        ? [{ ...told, to: { kind: 'triage' } }]
        : ownerId === undefined
          ? [escalating(handling, 'triage', at)]
          : [
              { ...told, to: { kind: 'person', personId: ownerId } },
              escalating(handling, 'triage', new Date(at.getTime() + afterMs)),
            ],
  };
}

function escalating({ ledgerId }: Handling, level: EscalationLevel, dueAt: Date): Job {
  return { kind: 'raise-mail', ledgerId, level, dueAt };
}

/** How long it had been waiting when somebody was told; undefined when nobody was. */
export function minutesWaited(handling: Handling, level: EscalationLevel): number | undefined {
  const at = handling.escalated.find((each) => each.level === level)?.at;
  const since = handling.awaitedSince;
  if (at === undefined || since === undefined) return undefined;
  return Math.round((at.getTime() - since.getTime()) / 60_000);
}

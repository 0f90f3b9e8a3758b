import type { Alias } from '../../aliases/alias.ts';
import { byAddressAlone, isOwnersMail, owns } from '../../aliases/ownership.ts';
import { readingOf } from '../../aliases/states.ts';
import { newId } from '../../shared/identifiers.ts';
import type { Job } from '../../messages/job.ts';
import { actorOf, type Actor, type Person } from '../../people/person.ts';
import type { HandlingLine, HandlingStep } from './change-handling.ts';
import {
  endsAt,
  openReveal,
  withReveal,
  type Stamp,
  type Handling,
  type Reveal,
  type RevealEnd,
} from './handling.ts';
import type { RevealPolicy, RevealRule } from './reveal-policy.ts';
import type { LedgerEntry } from '../ledger.ts';

/** The actor that shows and ends by itself. */
const REVEALER: Actor = { kind: 'system', name: 'reveal' };

/**
 * Who has to agree (pure). What is only announced is for its owner alone, as long as no secret is found in it. The last owner of an alias that was released is no owner any more, and its account may still be
 * opened again for 90 days: a second person decides, whatever the topic.
 */
export function revealRule(
  policy: RevealPolicy,
  { category, withheld }: Pick<LedgerEntry, 'category' | 'withheld'>,
  alias: Alias | undefined,
): RevealRule {
  const rule = withheld ? policy[category] : 'owner';
  if (alias === undefined) return 'never';
  const reading = readingOf(alias);
  if (reading === 'never') return 'never';
  return reading === 'approved' && rule === 'owner' ? 'approved' : rule;
}

/** Whether a mail of that moment may be shown to the person, as far as that hangs on who owns the alias, and since when. */
export function mayBeShownTo(person: Person, alias: Alias | undefined, receivedAt: Date): boolean {
  if (alias === undefined || readingOf(alias) === 'never') return false;
  return owns(person, alias) && isOwnersMail(alias, receivedAt);
}

/** The alias on the cards of whoever asked to read a mail of it: as it is while it is theirs, by its address afterwards. */
export function asShownTo(person: Person, alias: Alias | undefined, receivedAt: Date): Alias | undefined {
  if (alias === undefined || mayBeShownTo(person, alias, receivedAt)) return alias;
  return byAddressAlone(alias);
}

/** The owner wants to read it; undefined when they said so already. What a former owner had under way is ended. */
export function wanted(handling: Handling, by: Person, rule: RevealRule, at: Date): HandlingStep | undefined {
  const open = openReveal(handling);
  if (open?.wanted.by.id === by.id) return undefined;
  const { ledgerId } = handling;
  const reveal: Reveal = {
    id: newId(),
    state: rule === 'owner' ? 'agreed' : 'wanted',
    wanted: { by, at },
    needsApprover: rule !== 'owner',
    answered: undefined,
    shownAt: undefined,
    ended: undefined,
  };
  const ids = { ledgerId, revealId: reveal.id };
  const former = open === undefined ? handling : withReveal(handling, ended(open, 'owner-changed', at));
  return {
    after: withReveal(former, reveal),
    by: actorOf(by),
    action: 'reveal-wanted',
    revealId: reveal.id,
    facts: {
      before: { code: 'not-shown' },
      after: rule === 'owner' ? { code: 'to-be-shown' } : { code: 'waits-for-approver', holdsSecret: false },
    },
    jobs: [
      { kind: 'redraw-mail', ledgerId },
      ...(reveal.needsApprover
        ? [{ kind: 'reveal-wanted', ...ids, to: { kind: 'approvals' } } as const]
        : [{ kind: 'show-mail', ...ids } as const]),
      { kind: 'end-reveal', ...ids, dueAt: endsAt(reveal) },
      ...(open === undefined ? [] : afterEnd(ledgerId, open, at)),
    ],
    also: open === undefined ? [] : [overLine(open, 'owner-changed')],
  };
}

/** A secret was found in a mail that had been announced: an approver has to agree before its owner reads it. */
export function heldBack(handling: Handling, reveal: Reveal): HandlingStep {
  const { ledgerId } = handling;
  const ids = { ledgerId, revealId: reveal.id };
  const after: Reveal = { ...reveal, state: 'wanted', needsApprover: true };
  return {
    after: withReveal(handling, after),
    by: REVEALER,
    action: 'reveal-wanted',
    revealId: reveal.id,
    facts: { before: { code: 'to-be-shown' }, after: { code: 'waits-for-approver', holdsSecret: true } },
    jobs: [
      { kind: 'redraw-mail', ledgerId },
      { kind: 'reveal-wanted', ...ids, to: { kind: 'approvals' } },
      { kind: 'end-reveal', ...ids, dueAt: endsAt(after) },
    ],
  };
}

/** The second person's answer to a reveal that is wanted. */
export function answered(
  handling: Handling,
  reveal: Reveal,
  answer: 'agree' | 'refuse',
  stamp: Stamp,
): HandlingStep {
  const { ledgerId } = handling;
  const ids = { ledgerId, revealId: reveal.id };
  const agreed = answer === 'agree';
  const after: Reveal = { ...reveal, state: agreed ? 'agreed' : 'denied', answered: stamp };
  return {
    after: withReveal(handling, after),
    by: actorOf(stamp.by),
    action: agreed ? 'reveal-agreed' : 'reveal-denied',
    revealId: reveal.id,
    facts: {
      before: { code: 'wanted', by: reveal.wanted.by.name },
      after: { code: agreed ? 'to-be-shown' : 'not-shown' },
    },
    jobs: [
      { kind: 'redraw-mail', ledgerId },
      { kind: 'redraw-reveal', ...ids },
      ...(agreed
        ? ([
            { kind: 'show-mail', ...ids },
            { kind: 'end-reveal', ...ids, dueAt: endsAt(after) },
          ] as const)
        : [told(ids, reveal)]),
    ],
  };
}

/** Written before the text is shown: nothing is shown without a record. */
export function shown(handling: Handling, reveal: Reveal, at: Date): HandlingStep {
  const { ledgerId } = handling;
  const ids = { ledgerId, revealId: reveal.id };
  const after: Reveal = { ...reveal, state: 'shown', shownAt: at };
  return {
    after: withReveal(handling, after),
    by: REVEALER,
    action: 'reveal-shown',
    revealId: reveal.id,
    facts: {
      before: { code: 'to-be-shown' },
      after: { code: 'shown', to: reveal.wanted.by.name, personId: reveal.wanted.by.id },
    },
    jobs: [
      { kind: 'redraw-mail', ledgerId },
      { kind: 'redraw-reveal', ...ids },
      { kind: 'end-reveal', ...ids, dueAt: endsAt(after) },
    ],
  };
}

export function over(handling: Handling, reveal: Reveal, because: RevealEnd, at: Date): HandlingStep {
  const { ledgerId } = handling;
  return {
    ...overLine(reveal, because),
    after: withReveal(handling, ended(reveal, because, at)),
    jobs: [
      { kind: 'redraw-mail', ledgerId },
      ...afterEnd(ledgerId, reveal, at),
      ...(because === 'time' ? [] : [told({ ledgerId, revealId: reveal.id }, reveal)]),
    ],
  };
}

function overLine({ id, state }: Reveal, because: RevealEnd): HandlingLine {
  return {
    by: REVEALER,
    action: 'reveal-over',
    revealId: id,
    facts: { before: { code: 'state', state }, after: { code: 'reveal-over', because } },
  };
}

function ended(reveal: Reveal, because: RevealEnd, at: Date): Reveal {
  return { ...reveal, state: 'over', ended: { at, because } };
}

/** The approvers' cards, and the card in the chat, on which the text may be. */
function afterEnd(ledgerId: string, reveal: Reveal, at: Date): Job[] {
  const ids = { ledgerId, revealId: reveal.id };
  return [
    { kind: 'redraw-reveal', ...ids },
    { kind: 'end-reveal', ...ids, dueAt: at },
  ];
}

function told(ids: { ledgerId: string; revealId: string }, reveal: Reveal): Job {
  return { kind: 'reveal-told', ...ids, to: { kind: 'person', personId: reveal.wanted.by.id } };
}

/** Why an open reveal is over when its time has come. */
export function endOf(reveal: Reveal): RevealEnd {
  if (reveal.state === 'shown') return 'time';
  return reveal.state === 'wanted' ? 'unanswered' : 'not-shown';
}

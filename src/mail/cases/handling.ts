import { Refusal } from '../../store/refusal.ts';
import type { EscalationLevel } from '../../messages/job.ts';
import type { Alias } from '../../aliases/alias.ts';
import type { Person } from '../../people/person.ts';
import type { LedgerState } from '../ledger.ts';

/**
 * What people did with one root mail at one alias, and what it waits for. It is in the register, apart from the ledger, so
 * that each step is one transaction with its line of history and the messages that tell of it. Never text of the mail.
 */
export interface Handling {
  /** The ledger entry that it belongs to. */
  readonly ledgerId: string;
  readonly aliasId: string | undefined;
  /** Every time that somebody asked to read it, oldest first; only the last one can still change. */
  readonly reveals: readonly Reveal[];
  readonly acknowledged: Stamp | undefined;
  /** Since when an urgent mail waits for somebody to acknowledge it. */
  readonly awaitedSince: Date | undefined;
  /** Who was told that nobody acknowledged it. */
  readonly escalated: readonly Escalation[];
  /** Who confirmed the account id that it names. */
  readonly accountConfirmed: Stamp | undefined;
  /** Since when it is given up; undefined while it is not. */
  readonly deadSince: Date | undefined;
  /** Whose word in triage settled where it belongs, and which. */
  readonly triaged: Triaged | undefined;
}

/** Who did something, and when. */
export interface Stamp {
  readonly by: Person;
  readonly at: Date;
}

export interface Escalation {
  readonly level: EscalationLevel;
  readonly at: Date;
}

export interface Triaged extends Stamp {
  /** Address of the alias that it was assigned to; empty: it is not for us. */
  readonly address: string;
}

/** wanted → (agreed | denied) → shown → over; where no second person is needed it begins as agreed. */
export const REVEAL_STATES = ['wanted', 'agreed', 'denied', 'shown', 'over'] as const;
export type RevealState = (typeof REVEAL_STATES)[number];

/** Why a reveal is over: its time has run out, or it never came to showing the mail. */
export const REVEAL_ENDS = [
  'time',
  'unanswered',
  'not-shown',
  'owner-changed',
  'mail-gone',
  'never',
] as const;
export type RevealEnd = (typeof REVEAL_ENDS)[number];

/** Showing a withheld mail to one person. */
export interface Reveal {
  readonly id: string;
  readonly state: RevealState;
  readonly wanted: Stamp;
  readonly needsApprover: boolean;
  /** The second person's answer. */
  readonly answered: Stamp | undefined;
  readonly shownAt: Date | undefined;
  readonly ended: { readonly at: Date; readonly because: RevealEnd } | undefined;
}

/** A mail at one alias, with how its delivery ended (undefined: it waits) and what people did with it. */
export interface MailState extends LedgerState {
  readonly alias: Alias;
  readonly handling: Handling | undefined;
}

/** Nobody has done anything yet. */
export function untouched(ledgerId: string, aliasId: string | undefined): Handling {
  return {
    ledgerId,
    aliasId,
    reveals: [],
    acknowledged: undefined,
    awaitedSince: undefined,
    escalated: [],
    accountConfirmed: undefined,
    deadSince: undefined,
    triaged: undefined,
  };
}

/** Older ones are in the audit; a row has room for these and no card would show more. */
const REVEALS_KEPT = 20;

export function withReveal(handling: Handling, reveal: Reveal): Handling {
  const others = handling.reveals.filter(({ id }) => id !== reveal.id);
  return { ...handling, reveals: [...others, reveal].slice(-REVEALS_KEPT) };
}

/** The reveal under way, undefined when there is none. */
export function openReveal(handling: Handling | undefined): Reveal | undefined {
  const last = handling?.reveals.at(-1);
  return last === undefined || last.state === 'denied' || last.state === 'over' ? undefined : last;
}

/** How long a revealed mail is in the chat. */
export const SHOWN_MS = 10 * 60_000;
/** How long a reveal may wait for an approver, and then for a chat in which it can be shown. */
export const WAIT_MS = 60 * 60_000;

/** When a reveal ends by itself. */
export function endsAt(reveal: Reveal): Date {
  if (reveal.shownAt !== undefined) return new Date(reveal.shownAt.getTime() + SHOWN_MS);
  return new Date((reveal.answered ?? reveal.wanted).at.getTime() + WAIT_MS);
}

/** The reveal of that id. @throws {Refusal} mail-not-found */
export function revealIn(handling: Handling | undefined, revealId: string): Reveal {
  const found = handling?.reveals.find(({ id }) => id === revealId);
  if (found === undefined) throw new Refusal('mail-not-found', { what: 'reveal' });
  return found;
}

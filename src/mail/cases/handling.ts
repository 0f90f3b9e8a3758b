import { z } from 'zod';
import { Refusal } from '../../store/refusal.ts';
import { ESCALATION_LEVELS } from '../../messages/job.ts';
import type { Alias } from '../../aliases/alias.ts';
import { PERSON } from '../../people/person.ts';
import { moment } from '../../shared/stored-moment.ts';
import type { LedgerState } from '../ledger.ts';

/** A property that is always there. */
const optional = <T extends z.ZodType>(shape: T) => shape.optional().transform((value) => value);

/** Who did something, and when. */
const STAMP = z.object({ by: PERSON, at: moment });
export type Stamp = Readonly<z.output<typeof STAMP>>;

/** wanted → (agreed | denied) → shown → over; where no second person is needed it begins as agreed. */
const REVEAL_STATES = ['wanted', 'agreed', 'denied', 'shown', 'over'] as const;

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
const REVEAL = z.object({
  id: z.string(),
  state: z.enum(REVEAL_STATES),
  wanted: STAMP,
  needsApprover: z.boolean(),
  /** The second person's answer. */
  answered: optional(STAMP),
  shownAt: optional(moment),
  ended: optional(z.object({ at: moment, because: z.enum(REVEAL_ENDS) })),
});
export type Reveal = Readonly<z.output<typeof REVEAL>>;

/** What people did with one root mail at one alias, and what it waits for, in the form in which it is stored. */
export const HANDLED = z.object({
  /** Every time that somebody asked to read it, oldest first; only the last one can still change. */
  reveals: z.array(REVEAL).readonly(),
  acknowledged: optional(STAMP),
  /** Since when an urgent mail waits for somebody to acknowledge it. */
  awaitedSince: optional(moment),
  /** Who was told that nobody acknowledged it. */
  escalated: z.array(z.object({ level: z.enum(ESCALATION_LEVELS), at: moment })).readonly(),
  /** Who confirmed the account id that it names. */
  accountConfirmed: optional(STAMP),
  /** Since when it is given up; undefined while it is not. */
  deadSince: optional(moment),
  /** Whose word in triage settled where it belongs, and the alias that it was assigned to; empty: it is not for us. */
  triaged: optional(STAMP.extend({ address: z.string() })),
});

/**
 * It is in the register, apart from the ledger, so that each step is one transaction with its line of history and the messages that
 * tell of it. Never text of the mail.
 */
export interface Handling extends Readonly<z.output<typeof HANDLED>> {
  /** The ledger entry that it belongs to. */
  readonly ledgerId: string;
  readonly aliasId: string | undefined;
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

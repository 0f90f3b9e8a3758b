import { setTimeout as pause } from 'node:timers/promises';
import type { Channel, Person } from './company.ts';
import type { Standing } from '../harness/recorder.ts';
import type { Stand } from './stand.ts';

/** Something that the program said to somebody, and that has to be true at the end. Moments are milliseconds of the harness's clock. */
export type Told =
  | {
      readonly kind: 'still-working';
      readonly conversationId: string;
      readonly about: string;
      readonly at: number;
    }
  | { readonly kind: 'submitted'; readonly requestId: string }
  | { readonly kind: 'settled'; readonly requestId: string }
  | { readonly kind: 'acknowledged'; readonly ledgerId: string }
  | {
      readonly kind: 'allotted';
      readonly address: string;
      /** Whoever has it now where undefined: it was given on. */
      readonly ownerMail: string | undefined;
      readonly call: string;
    }
  | { readonly kind: 'bound'; readonly address: string; readonly accountId: string }
  | { readonly kind: 'transferred'; readonly address: string; readonly ownerMail: string }
  | { readonly kind: 'released'; readonly address: string };

/** A mail that was sent, and where it belongs. */
export interface SentMail {
  /** A word that no other mail has. */
  readonly name: string;
  readonly sentAt: number;
  /** Channels. */
  readonly places: readonly string[];
  /** How many aliases a card of it names. */
  readonly aliasesACard: number;
  /** What only its owner may read. */
  readonly secret: string | undefined;
}

/** An alias that mail can be sent to. */
export interface OwnedAlias {
  readonly address: string;
  readonly channel: Channel;
  readonly owner: Person;
  /** Since when, by the table: a copy whose clock is ahead gives it away from a later moment on. */
  readonly since: Date;
}

/** What people, pipelines and AWS share while they go about their day, and what they remember of it. */
export interface Office {
  readonly stand: Stand;
  readonly aliases: OwnedAlias[];
  readonly told: Told[];
  readonly mails: SentMail[];
  /** Commands that were taken and brought no answer. */
  readonly unanswered: string[];
  /** Forms that somebody fills in already, by the id of the request. */
  readonly takenForms: Set<string>;
  /** How much later it is for the copies than on the wall, in milliseconds: hours pass in a run of minutes. */
  passedMs: number;
  /** Aborted when everybody goes home. */
  readonly closing: AbortSignal;
}

/** Somebody has an alias, and AWS may write to it. */
export async function noteOwned(office: Office, owned: Omit<OwnedAlias, 'since'>): Promise<void> {
  const since = (await office.stand.register.aliasByAddress(owned.address))?.value.ownership?.since;
  if (since !== undefined) office.aliases.push({ ...owned, since });
}

/**
 * A message that is in Teams, as soon as it is: nobody looks again and again, for what the harness does the copies wait for. Undefined
 * where it is not in time, or everybody goes home.
 * @param matches not asked any more once it was true
 */
export async function sees(
  { stand: { recorder }, closing }: Office,
  matches: (message: Standing) => boolean,
  withinMs?: number,
): Promise<Standing | undefined> {
  const there = recorder.messages().findLast(matches);
  if (there !== undefined || closing.aborted) return there;
  const seen = Promise.withResolvers<Standing | undefined>();
  const unwatch = recorder.watch((message) => {
    if (!matches(message)) return;
    unwatch();
    seen.resolve(message);
  });
  const giveUp = (): void => seen.resolve(undefined);
  closing.addEventListener('abort', giveUp);
  const timer = withinMs === undefined ? undefined : setTimeout(giveUp, withinMs);
  try {
    return await seen.promise;
  } finally {
    unwatch();
    closing.removeEventListener('abort', giveUp);
    clearTimeout(timer);
  }
}

/** Tries again and again, as people do, until it worked or everybody goes home; gives whether it did. */
export async function persist(office: Office, attempt: () => Promise<boolean>): Promise<boolean> {
  for (let waitMs = 200; !office.closing.aborted; waitMs = Math.min(2_000, waitMs * 2)) {
    if (await attempt()) return true;
    await pause(waitMs);
  }
  return false;
}

import type { MailboxName } from '../mailbox-name.ts';

/**
 * When AWS's mail last came through each root mailbox, and how long each is silent as a rule. A root mailbox that stopped forwarding
 * makes no error anywhere: its mail is only missing.
 */
export interface Seen {
  /** Hours in which mail came through any root mailbox, counted since Rootdesk keeps this. Nights and holidays of the company do not count. */
  readonly hours: number;
  /** Beginning of the last of these hours. */
  readonly lastHour: Date | undefined;
  /** By address. */
  readonly mailboxes: ReadonlyMap<string, MailboxSeen>;
}

export interface MailboxSeen {
  /** When the last mail through it was received; undefined: none yet. */
  readonly seenAt: Date | undefined;
  /** {@link Seen.hours} when its last mail came; before the first, when it was first looked for. */
  readonly atHour: number;
  /** In how many of these hours mail came through it. */
  readonly sightings: number;
  /** Most of these hours that it was ever silent between two mails; forgets slowly. */
  readonly longestSilence: number;
  /** How many of these hours it is silent on average; the last thirty silences weigh most. */
  readonly usualSilence: number;
  /** The central mailbox to which its last mail was forwarded; undefined: nothing came since this is kept. */
  readonly central: MailboxName | undefined;
}

/** A mail that can only have come through this root mailbox. */
export interface Sighting {
  readonly rootMailbox: string;
  readonly receivedAt: Date;
  /** The central mailbox in which it lies. */
  readonly central: MailboxName;
}

/** Where {@link Seen} is kept. */
export interface SeenStore {
  /** One range read. @throws {RegisterUnavailable} */
  load(): Promise<Seen>;
  /** Writes what differs, in one transaction for a hundred mailboxes. @throws {RegisterUnavailable} */
  save(seen: Seen, before: Seen): Promise<void>;
}

export const NOTHING_SEEN: Seen = { hours: 0, lastHour: undefined, mailboxes: new Map() };

const HOUR_MS = 60 * 60_000;
/** What is left of the longest silence with each hour that brings mail: a quiet summer is not remembered for ever. */
const KEPT = 0.99;

/**
 * How many hours with mail elsewhere a mailbox may be silent. Where mail comes by chance, a silence of sixteen times the average is one
 * of ten million; where it comes in bursts, the longest silence so far says more.
 */
export function patienceWith(mailbox: Pick<MailboxSeen, 'longestSilence' | 'usualSilence'>): number {
  return 24 + Math.max(4 * mailbox.longestSilence, 16 * mailbox.usualSilence);
}

/** What is known after these mails, in whatever order they are told. */
export function afterSightings(before: Seen, sightings: readonly Sighting[]): Seen {
  const inOrder = sightings.toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
  return inOrder.reduce(afterSighting, before);
}

/** Notes mailboxes from which mail has to be expected from now on; those that are known stay as they are. */
export function withExpected(seen: Seen, rootMailboxes: readonly string[]): Seen {
  const unknown = rootMailboxes.filter((rootMailbox) => !seen.mailboxes.has(rootMailbox));
  if (unknown.length === 0) return seen;
  const none = { ...UNSEEN, atHour: seen.hours };
  return {
    ...seen,
    mailboxes: new Map([...seen.mailboxes, ...unknown.map((each) => [each, none] as const)]),
  };
}

function afterSighting(seen: Seen, { rootMailbox, receivedAt, central }: Sighting): Seen {
  const hour = new Date(Math.floor(receivedAt.getTime() / HOUR_MS) * HOUR_MS);
  const isNews = seen.lastHour === undefined || hour > seen.lastHour;
  const hours = isNews ? seen.hours + 1 : seen.hours;
  const before = seen.mailboxes.get(rootMailbox);
  if (before?.seenAt !== undefined && before.seenAt >= receivedAt) return seen;
  // What comes late proves that moment and nothing about now.
  const isLate = seen.lastHour !== undefined && hour < seen.lastHour;
  const after = isLate
    ? { ...(before ?? UNSEEN), seenAt: receivedAt, central }
    : { ...heard(before, hours), seenAt: receivedAt, central };
  return {
    hours,
    lastHour: isNews ? hour : seen.lastHour,
    mailboxes: new Map([...seen.mailboxes, [rootMailbox, after]]),
  };
}

const UNSEEN: MailboxSeen = {
  seenAt: undefined,
  atHour: 0,
  sightings: 0,
  longestSilence: 0,
  usualSilence: 0,
  central: undefined,
};
const AVERAGED = 30;

function heard(before: MailboxSeen | undefined, atHour: number): MailboxSeen {
  if (before === undefined || before.sightings === 0) return { ...UNSEEN, atHour, sightings: 1 };
  if (before.atHour === atHour) return before;
  const { sightings, longestSilence, usualSilence } = before;
  // A mailbox that did not forward for weeks must not be given weeks for ever after.
  const silence = Math.min(atHour - before.atHour - 1, patienceWith(before));
  return {
    ...before,
    atHour,
    sightings: sightings + 1,
    longestSilence: Math.max(longestSilence * KEPT, silence),
    usualSilence: usualSilence + (silence - usualSilence) / Math.min(sightings, AVERAGED),
  };
}

import type { MailboxReport } from '../../aliases/pool.ts';
import { foldAddress } from '../../shared/identifiers.ts';
import { patienceWith, type MailboxSeen, type Seen } from './seen.ts';

/**
 * `heard`: its mail comes as it always did. `behind`: others went on, and it is silent for longer than ever. `unclear`: it is in use,
 * and too little came yet to say what is usual. `unused`: no mail of AWS is to be expected.
 */
export const REACH_STATES = ['heard', 'behind', 'unclear', 'unused'] as const;
export type ReachState = (typeof REACH_STATES)[number];

/** What is known of the way through one root mailbox. */
export interface RootMailboxReach {
  readonly rootMailbox: string;
  readonly state: ReachState;
  /** When the last mail of AWS through it was received; undefined: none since Rootdesk keeps this. */
  readonly lastMail: Date | undefined;
  /** Hours since then in which mail came through others. */
  readonly hoursOfOthers: number;
  /** Hours of others after which it falls behind; undefined where nobody can say. */
  readonly patience: number | undefined;
}

/** From so many hours with mail on a mailbox is compared with itself. */
const EXPERIENCE_HOURS = 10;
/** However busy the others are: AWS has days without a mail to some accounts. */
const SILENT_LEAST_MS = 24 * 60 * 60_000;

/**
 * Says of each root mailbox whether it falls behind the others. Time is counted in hours in which any of them brought mail, so that a
 * company without mail is no company with a fault; each is compared with its own longest silence, so that one with few aliases may be
 * silent for long. One of which little was seen gets the patience of the others that have as few aliases in use.
 */
export function reachOf(
  mailboxes: readonly MailboxReport[],
  seen: Seen,
  now: Date,
): readonly RootMailboxReach[] {
  const experienced = mailboxes.flatMap(({ rootMailbox, inUse }) => {
    const known = seen.mailboxes.get(foldAddress(rootMailbox));
    return known !== undefined && isExperienced(known) ? [{ inUse, patience: patienceWith(known) }] : [];
  });
  return mailboxes.map(({ rootMailbox, inUse }) => {
    const known = seen.mailboxes.get(foldAddress(rootMailbox));
    const hoursOfOthers = known === undefined ? 0 : seen.hours - known.atHour;
    const alike = experienced.filter((other) => other.inUse <= inUse).map(({ patience }) => patience);
    const borrowed = alike.length === 0 ? undefined : Math.max(...alike);
    const patience = known !== undefined && isExperienced(known) ? patienceWith(known) : borrowed;
    const silentMs = known?.seenAt === undefined ? Infinity : now.getTime() - known.seenAt.getTime();
    const isBehind = patience !== undefined && hoursOfOthers > patience && silentMs > SILENT_LEAST_MS;
    const state =
      inUse === 0 ? 'unused' : isBehind ? 'behind' : known?.seenAt === undefined ? 'unclear' : 'heard';
    return { rootMailbox, state, lastMail: known?.seenAt, hoursOfOthers, patience };
  });
}

function isExperienced({ sightings }: MailboxSeen): boolean {
  return sightings >= EXPERIENCE_HOURS;
}

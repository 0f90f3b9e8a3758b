import type { MailboxReport } from '../../aliases/pool.ts';
import { foldAddress } from '../../shared/identifiers.ts';
import type { MailboxName } from '../mailbox-name.ts';
import { judgeProbes } from './judge-probes.ts';
import type { ProbedAlias } from './probes.ts';
import { patienceWith, type MailboxSeen, type Seen } from './seen.ts';

/**
 * `heard`: its mail comes as it always did. `silent`: probes through it do not come back. `behind`: others went on, and it is silent for
 * longer than ever. `unclear`: it is in use, and too little came yet to say what is usual. `unused`: no mail of AWS is to be expected.
 */
export type ReachState = 'heard' | 'silent' | 'behind' | 'unclear' | 'unused';

/** What is known of the way through one root mailbox. */
export interface RootMailboxReach {
  readonly rootMailbox: string;
  readonly state: ReachState;
  /** When the last mail of AWS through it was received; undefined: none since Rootdesk keeps this. */
  readonly lastMail: Date | undefined;
  /** When the last probe was sent that came back through it; undefined where none did. */
  readonly lastProbe: Date | undefined;
  /** The central mailbox to which the newer of these two was forwarded; undefined where nothing came. */
  readonly central: MailboxName | undefined;
  /** Addresses of its aliases to which probes do not come back, although it forwards others. */
  readonly missing: readonly string[];
  /** Hours since its last mail in which mail came through others. */
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
 * silent for long. One through which a probe came lately is not behind, and one through which none comes is silent. One of which little was seen gets the patience of the others that have as few aliases in use.
 */
export function reachOf(
  mailboxes: readonly MailboxReport[],
  seen: Seen,
  now: Date,
  probed: readonly ProbedAlias[] = [],
): readonly RootMailboxReach[] {
  const experienced = mailboxes.flatMap(({ rootMailbox, inUse }) => {
    const known = seen.mailboxes.get(foldAddress(rootMailbox));
    return known !== undefined && isExperienced(known) ? [{ inUse, patience: patienceWith(known) }] : [];
  });
  const verdict = judgeProbes(probed);
  return mailboxes.map(({ rootMailbox, inUse }) => {
    const address = foldAddress(rootMailbox);
    const known = seen.mailboxes.get(address);
    const probes = verdict.mailboxes.find((each) => each.rootMailbox === address);
    const hoursOfOthers = known === undefined ? 0 : seen.hours - known.atHour;
    const alike = experienced.filter((other) => other.inUse <= inUse).map(({ patience }) => patience);
    const borrowed = alike.length === 0 ? undefined : Math.max(...alike);
    const patience = known !== undefined && isExperienced(known) ? patienceWith(known) : borrowed;
    const isQuiet = (since: Date | undefined): boolean =>
      since === undefined || now.getTime() - since.getTime() > SILENT_LEAST_MS;
    const isBehind = patience !== undefined && hoursOfOthers > patience && isQuiet(known?.seenAt);
    const lastProbe = probes?.answeredAt;
    const stateByMail =
      inUse === 0
        ? 'unused'
        : isBehind && isQuiet(lastProbe)
          ? 'behind'
          : hasCome(known, lastProbe)
            ? 'heard'
            : 'unclear';
    const missing = probed.filter((each) => each.isMissing && each.rootMailbox === address);
    return {
      rootMailbox,
      state: probes?.isSilent === true ? 'silent' : stateByMail,
      lastMail: known?.seenAt,
      lastProbe,
      central: isLater(lastProbe, known?.seenAt) ? probes?.answeredIn : known?.central,
      missing: missing.map((each) => each.address),
      hoursOfOthers,
      patience,
    };
  });
}

function isLater(one: Date | undefined, other: Date | undefined): boolean {
  return one !== undefined && (other === undefined || one > other);
}

function hasCome(known: MailboxSeen | undefined, lastProbe: Date | undefined): boolean {
  return known?.seenAt !== undefined || lastProbe !== undefined;
}

function isExperienced({ sightings }: MailboxSeen): boolean {
  return sightings >= EXPERIENCE_HOURS;
}

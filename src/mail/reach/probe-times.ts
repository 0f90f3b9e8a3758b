/** How often probes are sent, and how long one may take. */
export interface ProbeTimes {
  /** Each alias gets one within so many days. */
  readonly withinDays: number;
  /** Each root mailbox gets one at least so often. */
  readonly mailboxEveryMs: number;
  /** One that has not come for so long is missed. */
  readonly patienceMs: number;
  readonly perMinuteMost: number;
  /** Between two looks at what is due. */
  readonly lookMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * What a company does with its whole pool. A mailbox may send thirty mails a minute (Exchange Online limits); mail within a tenant takes
 * seconds, and minutes when Exchange is busy.
 */
export function probeTimes(withinDays: number): ProbeTimes {
  return {
    withinDays,
    // Twice in a day, so that a missed one does not leave a day without.
    mailboxEveryMs: 12 * HOUR_MS,
    patienceMs: 15 * MINUTE_MS,
    perMinuteMost: 5,
    lookMs: 10_000,
  };
}

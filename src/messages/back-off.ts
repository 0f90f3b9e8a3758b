const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** How long to wait after so many attempts: doubling from two seconds to a quarter of an hour. */
export function backOffMs(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
}

/** While it may be a matter of moments. */
const SOON_MS = 20_000;
/** What failed so often while others got through is itself to blame. */
const SOON_TRIES = 15;

/**
 * How long to wait after so many counted attempts, `tries` of all in a row: whatever waits goes out soon after an outage has ended, however
 * long that was, and what is itself to blame is tried less and less often.
 */
export function waitMs(attempts: number, tries: number): number {
  const ms = backOffMs(Math.max(attempts, tries));
  return attempts > SOON_TRIES ? ms : Math.min(SOON_MS, ms);
}

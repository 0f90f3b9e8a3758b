import { ALIAS_STATES } from '../aliases/states.ts';
import type { PoolReport } from '../aliases/pool.ts';
import type { ReadTime } from '../mail/read-times.ts';
import type { ReachState, RootMailboxReach } from '../mail/reach/reach.ts';
import type { Clock } from '../shared/clock.ts';
import type { Telemetry } from '../shared/telemetry.ts';
import { mailboxLabels } from './mailbox-labels.ts';

export interface ObservationDeps {
  readonly telemetry: Telemetry;
  /** When the oldest mail that waits for its post was received. One range read. */
  readonly oldestUndelivered: () => Promise<Date | undefined>;
  /** When each central mailbox was last read. Two point reads each. */
  readonly readTimes: () => Promise<readonly ReadTime[]>;
  /** Lists the pool. */
  readonly readPool: () => Promise<PoolReport>;
  /** What is known of the way through each root mailbox of the pool. One range read. */
  readonly readReach: (pool: PoolReport) => Promise<readonly RootMailboxReach[]>;
  readonly clock: Clock;
}

/** What gauges show. It is looked up by the schedule, never when somebody asks for the metrics. */
export interface Observation {
  /** Looks at mails and cursors, and at the pool where it was not counted yet. @throws {RegisterUnavailable} */
  observe(): Promise<void>;
  /** The pool was counted. */
  poolCounted(report: PoolReport): void;
  reachKnown(reach: readonly RootMailboxReach[]): void;
  requestsCounted(pending: number): void;
}

/** What is wrong with the way through a root mailbox, as a figure. */
const TROUBLE: Readonly<Record<ReachState, number>> = {
  heard: 0,
  unclear: 0,
  unused: 0,
  behind: 1,
  silent: 2,
};

/** Root mailboxes by the names that figures have for them. Aliases without one have no way to watch. */
function named(
  reach: readonly RootMailboxReach[],
): readonly (RootMailboxReach & { readonly mailbox: string })[] {
  const known = reach.filter(({ rootMailbox }) => rootMailbox !== '');
  const names = mailboxLabels(known.map(({ rootMailbox }) => rootMailbox));
  return known.map((each, place) => ({ ...each, mailbox: names[place] ?? '' }));
}

export function createObservation(deps: ObservationDeps): Observation {
  const { telemetry, clock } = deps;
  /** Undefined: not looked yet. Ages go on while nobody can look. */
  let mail: { readonly oldest: Date | undefined } | undefined;
  let read: readonly ReadTime[] = [];
  const startedAt = clock();
  let pool: PoolReport | undefined;
  let pending: number | undefined;
  let reach: readonly RootMailboxReach[] = [];

  const ageOf = (since: Date | undefined): number =>
    since === undefined ? 0 : Math.max(0, (clock().getTime() - since.getTime()) / 1_000);
  const single = (value: number | undefined) => (value === undefined ? [] : [{ value, labels: {} }]);

  telemetry.watch('rootdesk_mail_oldest_undelivered_age_seconds', () =>
    single(mail === undefined ? undefined : ageOf(mail.oldest)),
  );
  telemetry.watch('rootdesk_cursor_age_seconds', () => {
    const names = mailboxLabels(read.map(({ mailbox }) => mailbox));
    return read.map(({ readAt }, place) => ({
      // What was never read waits for as long as somebody could have.
      value: ageOf(readAt ?? startedAt),
      labels: { mailbox: names[place] ?? '' },
    }));
  });
  telemetry.watch('rootdesk_pending_requests', () => single(pending));
  telemetry.watch('rootdesk_aliases', () => {
    const states = pool?.states;
    return states === undefined
      ? []
      : ALIAS_STATES.map((state) => ({ value: states[state], labels: { state } }));
  });
  telemetry.watch('rootdesk_root_mailbox_trouble', () =>
    named(reach).map(({ state, mailbox }) => ({ value: TROUBLE[state], labels: { mailbox } })),
  );
  telemetry.watch('rootdesk_aliases_unanswered', () =>
    reach.length === 0 ? [] : single(reach.flatMap(({ missing }) => missing).length),
  );
  telemetry.watch('rootdesk_root_mailbox_mail_age_seconds', () =>
    named(reach).flatMap(({ lastMail, mailbox }) =>
      lastMail === undefined ? [] : [{ value: ageOf(lastMail), labels: { mailbox } }],
    ),
  );

  return {
    async observe() {
      mail = { oldest: await deps.oldestUndelivered() };
      read = await deps.readTimes();
      pool ??= await deps.readPool();
      reach = await deps.readReach(pool);
    },
    poolCounted(report) {
      pool = report;
    },
    reachKnown(known) {
      reach = known;
    },
    requestsCounted(count) {
      pending = count;
    },
  };
}

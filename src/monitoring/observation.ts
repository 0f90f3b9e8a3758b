import { ALIAS_STATES } from '../aliases/states.ts';
import type { PoolReport } from '../aliases/pool.ts';
import { REACH_STATES, type RootMailboxReach } from '../mail/reach/reach.ts';
import type { Clock } from '../shared/clock.ts';
import type { Telemetry } from '../shared/telemetry.ts';

export interface ObservationDeps {
  readonly telemetry: Telemetry;
  /** When the oldest mail that waits for its post was received. One range read. */
  readonly oldestUndelivered: () => Promise<Date | undefined>;
  /** When the folder that was read longest ago was read; undefined while one never was. Two point reads. */
  readonly oldestCursor: () => Promise<Date | undefined>;
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

export function createObservation(deps: ObservationDeps): Observation {
  const { telemetry, clock } = deps;
  /** Undefined: not looked yet. Ages go on while nobody can look. */
  let mail: { readonly oldest: Date | undefined } | undefined;
  let cursor: Date | undefined;
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
  telemetry.watch('rootdesk_cursor_age_seconds', () =>
    single(cursor === undefined ? undefined : ageOf(cursor)),
  );
  telemetry.watch('rootdesk_pending_requests', () => single(pending));
  telemetry.watch('rootdesk_aliases', () => {
    const states = pool?.states;
    return states === undefined
      ? []
      : ALIAS_STATES.map((state) => ({ value: states[state], labels: { state } }));
  });
  telemetry.watch('rootdesk_root_mailboxes', () =>
    reach.length === 0
      ? []
      : REACH_STATES.map((state) => ({
          value: reach.filter((mailbox) => mailbox.state === state).length,
          labels: { state },
        })),
  );
  telemetry.watch('rootdesk_aliases_unanswered', () =>
    reach.length === 0 ? [] : single(reach.flatMap(({ missing }) => missing).length),
  );
  telemetry.watch('rootdesk_root_mailbox_mail_age_seconds', () =>
    reach.flatMap(({ lastMail }, place) =>
      lastMail === undefined ? [] : [{ value: ageOf(lastMail), labels: { mailbox: String(place + 1) } }],
    ),
  );

  return {
    async observe() {
      mail = { oldest: await deps.oldestUndelivered() };
      // What was never read waits for as long as somebody could have.
      cursor = (await deps.oldestCursor()) ?? startedAt;
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

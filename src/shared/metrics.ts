/** What a metric is: its kind, what it counts or measures, and its labels. Labels have few values, never an address, id or subject; `mailbox`: what is before the @. */
interface Metric {
  readonly kind: 'counter' | 'histogram' | 'gauge';
  readonly help: string;
  readonly labels: readonly string[];
  /** Upper bounds of a histogram, in seconds. */
  readonly buckets?: readonly number[];
}

/** From a table operation to a call that timed out. */
const CALL_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** A sweep of nothing new, up to the limit of ten minutes. */
const SWEEP_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];
/** From seconds, as it should be, to the days after which nobody expects a mail any more. */
const LAG_BUCKETS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_800, 3_600, 21_600, 86_400];

/** Everything that is measured. `docs/metrics.md` explains it to those who watch Rootdesk. */
export const METRICS = {
  rootdesk_mail_lag_seconds: {
    kind: 'histogram',
    help: 'From the moment a mail was received to its post.',
    labels: ['ending'],
    buckets: LAG_BUCKETS,
  },
  rootdesk_mail_oldest_undelivered_age_seconds: {
    kind: 'gauge',
    help: 'Age of the oldest mail that waits for its post; 0 when none waits.',
    labels: [],
  },
  rootdesk_cursor_age_seconds: {
    kind: 'gauge',
    help: 'Since a central mailbox was read: its folder that was read longest ago.',
    labels: ['mailbox'],
  },
  rootdesk_mails_total: {
    kind: 'counter',
    help: 'Mails written into the ledger, one for each alias; copies of the same mail do not count.',
    labels: ['category', 'genuine', 'withheld', 'announced', 'to'],
  },
  rootdesk_deliveries_total: {
    kind: 'counter',
    help: 'Mails whose delivery ended, by how it ended.',
    labels: ['ending'],
  },
  rootdesk_posts_total: {
    kind: 'counter',
    help: 'Attempts to write to Teams, by what came of them.',
    labels: ['act', 'to', 'outcome'],
  },
  rootdesk_attempts_failed_total: {
    kind: 'counter',
    help: 'Attempts of a queue that ended in an error of Rootdesk or its storage.',
    labels: ['queue'],
  },
  rootdesk_rounds_total: {
    kind: 'counter',
    help: 'Rounds of the schedule, sweeps among them; outcome error: ended early.',
    labels: ['round', 'outcome'],
  },
  rootdesk_throttled_total: {
    kind: 'counter',
    help: 'Answers by which a service asked for patience.',
    labels: ['service', 'status'],
  },
  rootdesk_aliases: { kind: 'gauge', help: 'Aliases of the pool, by state.', labels: ['state'] },
  rootdesk_root_mailbox_trouble: {
    kind: 'gauge',
    help: 'Whether mail comes through a root mailbox: 0 as always, 1 it is behind the others, 2 its probe mails do not come back.',
    labels: ['mailbox'],
  },
  rootdesk_probes_total: {
    kind: 'counter',
    help: 'Probe mails, by what became of them.',
    labels: ['outcome'],
  },
  rootdesk_aliases_unanswered: {
    kind: 'gauge',
    help: 'Aliases to which probe mails do not come back, although their root mailbox forwards others.',
    labels: [],
  },
  rootdesk_root_mailbox_mail_age_seconds: {
    kind: 'gauge',
    help: 'Since the last mail of AWS came through a root mailbox.',
    labels: ['mailbox'],
  },
  rootdesk_pending_requests: { kind: 'gauge', help: 'Requests that nobody has decided.', labels: [] },
  rootdesk_sweep_duration_seconds: {
    kind: 'histogram',
    help: 'Sweeps of the mailbox.',
    labels: ['outcome'],
    buckets: SWEEP_BUCKETS,
  },
  rootdesk_graph_request_duration_seconds: {
    kind: 'histogram',
    help: 'Requests to Microsoft Graph, each repeat for itself; status none: no answer.',
    labels: ['method', 'status'],
    buckets: CALL_BUCKETS,
  },
  rootdesk_teams_request_duration_seconds: {
    kind: 'histogram',
    help: 'Calls to Teams; status none: no answer.',
    labels: ['method', 'status'],
    buckets: CALL_BUCKETS,
  },
  rootdesk_table_operation_duration_seconds: {
    kind: 'histogram',
    help: 'Operations on the table, with their wait in line and their repeats.',
    labels: ['operation', 'outcome'],
    buckets: CALL_BUCKETS,
  },
  rootdesk_http_request_duration_seconds: {
    kind: 'histogram',
    help: 'Requests to Rootdesk, by route.',
    labels: ['method', 'route', 'status'],
    buckets: CALL_BUCKETS,
  },
  rootdesk_turn_duration_seconds: {
    kind: 'histogram',
    help: 'Commands, clicks and searches of people, by name.',
    labels: ['kind', 'name', 'outcome'],
    buckets: CALL_BUCKETS,
  },
} as const satisfies Readonly<Record<string, Metric>>;

type Metrics = typeof METRICS;
export type MetricName = keyof Metrics;
type OfKind<Kind extends Metric['kind']> = {
  [Name in MetricName]: Metrics[Name]['kind'] extends Kind ? Name : never;
}[MetricName];
export type CounterName = OfKind<'counter'>;
export type HistogramName = OfKind<'histogram'>;
export type GaugeName = OfKind<'gauge'>;

/** A value for each label of the metric, and nothing else. */
export type LabelsOf<Name extends MetricName> = Readonly<Record<Metrics[Name]['labels'][number], string>>;

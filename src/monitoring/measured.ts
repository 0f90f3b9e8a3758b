import type { Notice } from '../notice.ts';
import type { Table } from '../azure/table.ts';
import type { Clock } from '../shared/clock.ts';
import type { Ledger, LedgerEntry } from '../mail/ledger.ts';
import type { Sweep } from '../mail/sweep/sweep.ts';
import type { Target } from '../messages/job.ts';
import type { Poster, PostOutcome } from '../messages/poster.ts';
import type { Queued } from '../messages/queue.ts';
import type { AttemptResult } from '../messages/attempt-result.ts';
import { timed, type Telemetry } from '../shared/telemetry.ts';

/** The table with every operation timed. */
export function measuredTable(table: Table, telemetry: Telemetry): Table {
  const measure = <T>(operation: string, work: () => Promise<T>): Promise<T> =>
    telemetry.step({ name: `table ${operation}`, kind: 'call' }, () =>
      timed(work, (seconds, tried) => {
        const outcome = 'error' in tried ? 'error' : tried.done === 'conflict' ? 'conflict' : 'done';
        telemetry.observe('rootdesk_table_operation_duration_seconds', seconds, { operation, outcome });
      }),
    );
  return {
    get: (partition, key) => measure('get', () => table.get(partition, key)),
    range: (...range) => measure('range', () => table.range(...range)),
    transaction: (actions) => measure('transaction', () => table.transaction(actions)),
    write: (action) => measure(action.kind, () => table.write(action)),
  };
}

/** The poster with every outcome counted. */
export function measuredPoster(poster: Poster<Notice>, telemetry: Telemetry): Poster<Notice> {
  const measure = (
    act: keyof Poster<Notice>,
    to: Target['kind'] | 'card',
    work: () => Promise<PostOutcome>,
  ): Promise<PostOutcome> =>
    telemetry.step({ name: `${act} to ${to}` }, async () => {
      const outcome = await work();
      telemetry.count('rootdesk_posts_total', { act, to, outcome: outcome.kind });
      return outcome;
    });
  return {
    post: (target, notice, signal) => measure('post', target.kind, () => poster.post(target, notice, signal)),
    reply: (copy, notice, signal) => measure('reply', 'card', () => poster.reply(copy, notice, signal)),
    redraw: (copy, notice, signal) => measure('redraw', 'card', () => poster.redraw(copy, notice, signal)),
  };
}

/** The ledger with every mail counted that is written into it to be delivered. */
export function measuredLedger(ledger: Ledger, telemetry: Telemetry): Ledger {
  return {
    ...ledger,
    async record(entries, digests) {
      const recorded = await ledger.record(entries, digests);
      for (const { category, genuine, withheld, announced = false, aliasId } of recorded) {
        const to = aliasId === undefined ? 'triage' : 'owner';
        telemetry.count('rootdesk_mails_total', {
          category,
          genuine,
          withheld: String(withheld),
          announced: String(announced),
          to,
        });
      }
      return recorded;
    },
  };
}

type Deliver = (item: Queued<LedgerEntry>, signal: AbortSignal) => Promise<AttemptResult<LedgerEntry>>;
/** Endings with a post of the mail itself. */
const POSTED = ['told', 'fell-back'];

/** A delivery with its ending counted, and where it ended in a post, the mail's lag. */
export function measuredDelivery(deliver: Deliver, telemetry: Telemetry, clock: Clock): Deliver {
  return async (item, signal) => {
    const result = await deliver(item, signal);
    if (result.kind === 'again') return result;
    const { ending } = result;
    telemetry.count('rootdesk_deliveries_total', { ending });
    if (POSTED.includes(ending)) {
      const lagMs = Math.max(0, clock().getTime() - item.job.receivedAt.getTime());
      telemetry.observe('rootdesk_mail_lag_seconds', lagMs / 1_000, { ending });
    }
    return result;
  };
}

/** A round of the schedule as a trace of its own, counted. */
export function measuredRound(
  round: string,
  work: () => Promise<void>,
  telemetry: Telemetry,
): () => Promise<void> {
  return () =>
    telemetry.step({ name: round, kind: 'root' }, () =>
      timed(work, (_, tried) => {
        telemetry.count('rootdesk_rounds_total', { round, outcome: 'error' in tried ? 'error' : 'done' });
      }),
    );
}

/** Sweeps as traces of their own, counted and timed. */
export function measuredSweep(sweep: Sweep, telemetry: Telemetry): Sweep {
  return (signal) =>
    measuredRound(
      'sweep',
      () =>
        timed(
          () => sweep(signal),
          (seconds, tried) => {
            const outcome = 'error' in tried ? 'error' : 'done';
            telemetry.observe('rootdesk_sweep_duration_seconds', seconds, { outcome });
          },
        ),
      telemetry,
    )();
}

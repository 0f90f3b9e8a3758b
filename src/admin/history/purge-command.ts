import { noteAwsMail } from '../../aliases/aws-mail.ts';
import {
  neededStill,
  purgeable,
  PURGED_KINDS,
  type Purgeable,
  type PurgedKind,
} from '../../azure/purgeable.ts';
import { notePurge } from '../../azure/purged-mark.ts';
import { TRANSACTION_MOST } from '../../azure/table.ts';
import type { WholeTable } from '../../azure/whole-table.ts';
import { systemClock } from '../../shared/clock.ts';
import { adminCommand } from '../admin-command.ts';
import { AdminFault } from '../command-output.ts';
import { withProgressBar } from '../progress-bar.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Quarantines last so long, and the comparison of mailbox and ledger looks back a third of it at most. */
const DAYS_LEAST = 90;
const PURGE = { kind: 'system', name: 'purge' } as const;

interface Report {
  readonly before: string;
  readonly historyBefore: string | undefined;
  /** Rows that may go, or went. */
  readonly rows: Record<PurgedKind, number>;
  /** Rows of the table when the purge began. */
  readonly all: number;
  readonly applied: boolean;
}

/** Never what is still needed; may be cut short and run again. Ends with 1 where something could go and nothing was deleted. */
export const purge = adminCommand({
  name: 'purge',
  does: 'delete what the company keeps no longer: mail of the ledger, settled requests, history',
  needs: { '--older-than <days>': 'mail received and requests settled before' },
  options: {
    '--history-older-than <days>': 'also history from before; without it all of it stays',
    '--apply': 'delete it; without it nothing is changed',
    '--json': 'the outcome as one JSON object',
  },
  async run({ open, io }, { olderThan, historyOlderThan, apply = false, json = false }) {
    const context = await open();
    const { table, register } = context;
    const at = systemClock();
    const limits = {
      before: daysBefore(at, '--older-than', olderThan),
      historyBefore:
        historyOlderThan === undefined ? undefined : daysBefore(at, '--history-older-than', historyOlderThan),
    };
    const whole = await context.whole();
    const needed = await neededStill(table);
    // Noted first: what is forgotten must not be taken for new.
    if (apply) await notePurge(table, limits.before);
    const remembered = new Set(needed.used);
    const rows = { mail: 0, requests: 0, history: 0 };
    let all = 0;
    await withProgressBar({ io, label: 'Rows', json }, async (onProgress) => {
      const bin = apply ? createBin(whole) : undefined;
      for await (const row of whole.rows()) {
        all += 1;
        if (all % 1_000 === 0) onProgress({ done: all, total: all });
        const found = purgeable(row, limits, needed);
        if (found === undefined) continue;
        rows[found.kind] += 1;
        if (bin === undefined) continue;
        const { awsMail } = found;
        if (awsMail !== undefined && !remembered.has(awsMail.aliasId)) {
          await noteAwsMail({ register, clock: systemClock }, awsMail.aliasId, awsMail.receivedAt);
          remembered.add(awsMail.aliasId);
        }
        await bin.add(found);
      }
      await bin?.empty();
    });
    const count = PURGED_KINDS.reduce((sum, kind) => sum + rows[kind], 0);
    if (apply && count > 0) {
      await register.commit({
        audit: {
          at,
          actor: PURGE,
          action: 'purge',
          aliasId: undefined,
          after: { code: 'purged', ...limits, rows: count },
        },
      });
    }
    const report: Report = {
      before: limits.before.toISOString(),
      historyBefore: limits.historyBefore?.toISOString(),
      rows,
      all,
      applied: apply,
    };
    io.out(json ? `${JSON.stringify(report)}\n` : words(report));
    return apply || count === 0 ? 0 : 1;
  },
});

/** @throws {AdminFault} bad-option */
function daysBefore(at: Date, option: string, text: string): Date {
  const days = Number(text);
  if (Number.isInteger(days) && days >= DAYS_LEAST) return new Date(at.getTime() - days * DAY_MS);
  throw new AdminFault(
    'bad-option',
    `${option} is no whole number of days from ${DAYS_LEAST} on.`,
    `Write days, such as ${option} 730.`,
  );
}

/** Deletes in transactions; the rows of each partition come one after the other. */
function createBin(whole: Pick<WholeTable, 'remove'>) {
  const full = new Map<string, string[]>();
  const remove = async (partition: string, keys: readonly string[]): Promise<void> => {
    if ((await whole.remove(partition, keys)) === 'done') return;
    // One of them is gone already, by another purge or by the SDK's hidden repeat.
    for (const key of keys) await whole.remove(partition, [key]);
  };
  return {
    async add({ partition, key }: Purgeable): Promise<void> {
      const keys = [...(full.get(partition) ?? []), key];
      full.set(partition, keys.length < TRANSACTION_MOST ? keys : []);
      if (keys.length === TRANSACTION_MOST) await remove(partition, keys);
    },
    async empty(): Promise<void> {
      for (const [partition, keys] of full) if (keys.length > 0) await remove(partition, keys);
    },
  };
}

function words({ before, historyBefore, rows, all, applied }: Report): string {
  const did = applied ? 'deleted' : 'could be deleted';
  const count = PURGED_KINDS.reduce((sum, kind) => sum + rows[kind], 0);
  const history =
    historyBefore === undefined
      ? 'All of the history stays.'
      : `${rows.history} of history from before ${historyBefore.slice(0, 10)}.`;
  return [
    `${count} of ${all} rows ${did}: ${rows.mail} of mail received and ${rows.requests} of requests settled before ${before.slice(0, 10)}. ${history}`,
    ...(applied || count === 0
      ? []
      : ['  > purge --apply deletes them. Take a backup first: nothing brings them back.']),
    '',
  ].join('\n');
}

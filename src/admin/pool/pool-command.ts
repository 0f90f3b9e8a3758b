import { readPool, type MailboxReport, type PoolReport } from '../../aliases/pool.ts';
import { ALIAS_STATES } from '../../aliases/states.ts';
import type { RootMailboxReach } from '../../mail/reach/reach.ts';
import { readReach, type ReachSources } from '../../mail/reach/watch-reach.ts';
import type { Register } from '../../register.ts';
import type { Clock } from '../../shared/clock.ts';
import type { CommandOutput } from '../command-output.ts';
import { reachWords } from './reach-words.ts';

export interface PoolOptions {
  readonly json?: boolean;
}

export interface PoolDeps extends ReachSources {
  readonly register: Pick<Register, 'everyAlias'>;
}

/**
 * Counts the pool: states, free aliases a root mailbox with the last mail through it, allotments a week, the day on which none is
 * left at that rate.
 */
export async function runPool(
  deps: PoolDeps,
  clock: Clock,
  options: PoolOptions,
  io: CommandOutput,
): Promise<void> {
  const report = await readPool(deps.register, clock());
  const reach = await readReach(deps, report, clock());
  const mailboxes = report.mailboxes.map((mailbox, place) => ({ ...mailbox, ...reach[place] }));
  io.out(
    options.json === true ? `${JSON.stringify({ ...report, mailboxes })}\n` : words({ ...report, mailboxes }),
  );
}

interface WithReach extends PoolReport {
  readonly mailboxes: readonly (MailboxReport & Partial<RootMailboxReach>)[];
}

function words({ total, states, mailboxes, allotmentsAWeek, runsOutOn }: WithReach): string {
  const counted = ALIAS_STATES.map((state) => `${states[state]} ${state}`).join(', ');
  const end =
    runsOutOn === undefined
      ? 'No alias was allotted in the last four weeks.'
      : `${allotmentsAWeek} a week were allotted in the last four weeks; at that rate the last one goes on ${runsOutOn.toISOString().slice(0, 10)}.`;
  const table = mailboxes.map((mailbox) => [
    mailbox.rootMailbox,
    `${mailbox.free} of ${mailbox.total} free`,
    reachWords(mailbox),
  ]);
  const widths = [0, 1].map((column) => Math.max(0, ...table.map((cells) => cells[column]?.length ?? 0)));
  const rows = table.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  const missing = mailboxes.flatMap((mailbox) => mailbox.missing ?? []);
  const lines = [
    `${total} aliases: ${counted}.`,
    end,
    '',
    ...rows.map((row) => row.trimEnd()),
    ...(missing.length === 0 ? [] : ['', 'Probe mails to these aliases do not come back:', ...missing]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

import { readPool, type MailboxReport, type PoolReport } from '../../aliases/pool.ts';
import { ALIAS_STATES } from '../../aliases/states.ts';
import type { RootMailboxReach } from '../../mail/reach/reach.ts';
import { readReach, type ReachSources } from '../../mail/reach/watch-reach.ts';
import type { Register } from '../../register.ts';
import type { Clock } from '../../shared/clock.ts';
import type { CommandOutput } from '../command-output.ts';
import type { MailboxPlace } from '../../mail/mailbox-name.ts';
import { centralOf, reachWords } from './reach-words.ts';

export interface PoolOptions {
  readonly json?: boolean;
}

export interface PoolDeps extends ReachSources {
  readonly register: Pick<Register, 'everyAlias'>;
  readonly centrals: () => Promise<readonly MailboxPlace[]>;
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
  const centrals = await deps.centrals();
  const mailboxes = report.mailboxes.map((mailbox, place) => ({
    ...mailbox,
    ...reach[place],
    central: centralOf(reach[place]?.central, centrals),
  }));
  io.out(
    options.json === true
      ? `${JSON.stringify({ ...report, mailboxes })}\n`
      : words({ ...report, mailboxes }, centrals.length),
  );
}

interface WithReach extends PoolReport {
  readonly mailboxes: readonly (MailboxReport &
    Partial<Omit<RootMailboxReach, 'central'>> & { readonly central: string | undefined })[];
}

function words(
  { total, states, mailboxes, allotmentsAWeek, runsOutOn }: WithReach,
  centrals: number,
): string {
  const counted = ALIAS_STATES.map((state) => `${states[state]} ${state}`).join(', ');
  const end =
    runsOutOn === undefined
      ? 'No alias was allotted in the last four weeks.'
      : `${allotmentsAWeek} a week were allotted in the last four weeks; at that rate the last one goes on ${runsOutOn.toISOString().slice(0, 10)}.`;
  const table = mailboxes.map((mailbox) => [
    mailbox.rootMailbox,
    `${mailbox.free} of ${mailbox.total} free`,
    // Of a single one it need not be said.
    reachWords(centrals > 1 ? mailbox : { ...mailbox, central: undefined }),
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

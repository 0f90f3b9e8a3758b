import { readPool, type MailboxReport, type PoolReport } from '../../aliases/pool.ts';
import { ALIAS_STATES } from '../../aliases/states.ts';
import type { RootMailboxReach } from '../../mail/reach/reach.ts';
import { readReach } from '../../mail/reach/watch-reach.ts';
import { systemClock } from '../../shared/clock.ts';
import { adminCommand } from '../admin-command.ts';
import { centralOf, reachWords } from './reach-words.ts';

/**
 * Counts the pool: states, free aliases a root mailbox with the last mail through it, allotments a week, the day on which none is
 * left at that rate.
 */
export const pool = adminCommand({
  name: 'pool',
  does: 'count the pool: states, free aliases and the last mail of each root mailbox, and when none is left',
  options: { '--json': 'the counts as one JSON object' },
  async run({ open, io }, { json = false }) {
    const context = await open();
    const now = systemClock();
    const report = await readPool(context.register, now);
    const reach = await readReach(context, report, now);
    const centrals = await context.centrals();
    const mailboxes = report.mailboxes.map((mailbox, place) => ({
      ...mailbox,
      ...reach[place],
      central: centralOf(reach[place]?.central, centrals),
    }));
    const all = { ...report, mailboxes };
    io.out(json ? `${JSON.stringify(all)}\n` : words(all, centrals.length));
  },
});

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

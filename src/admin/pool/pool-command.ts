import { readPool, type PoolReport } from '../../aliases/pool.ts';
import { ALIAS_STATES } from '../../aliases/states.ts';
import type { Register } from '../../register.ts';
import type { Clock } from '../../shared/clock.ts';
import type { CommandOutput } from '../command-output.ts';

export interface PoolOptions {
  readonly json?: boolean;
}

/** Counts the pool: states, free aliases a root mailbox, allotments a week, the day on which none is left at that rate. */
export async function runPool(
  register: Pick<Register, 'everyAlias'>,
  clock: Clock,
  options: PoolOptions,
  io: CommandOutput,
): Promise<void> {
  const report = await readPool(register, clock());
  io.out(options.json === true ? `${JSON.stringify(report)}\n` : words(report));
}

function words({ total, states, mailboxes, allotmentsAWeek, runsOutOn }: PoolReport): string {
  const width = Math.max(0, ...mailboxes.map(({ rootMailbox }) => rootMailbox.length));
  const counted = ALIAS_STATES.map((state) => `${states[state]} ${state}`).join(', ');
  const end =
    runsOutOn === undefined
      ? 'No alias was allotted in the last four weeks.'
      : `${allotmentsAWeek} a week were allotted in the last four weeks; at that rate the last one goes on ${runsOutOn.toISOString().slice(0, 10)}.`;
  const lines = [
    `${total} aliases: ${counted}.`,
    end,
    '',
    ...mailboxes.map(
      ({ rootMailbox, free, total: all }) => `${rootMailbox.padEnd(width)}  ${free} of ${all} free`,
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

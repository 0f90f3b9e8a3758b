import { formatOf, type AuditOptions } from './audit-command.ts';
import type { CommandOutput } from '../command-output.ts';
import { moment } from '../moment.ts';
import type { AdminContext } from '../admin-context.ts';
import { exportReveals } from './export-reveals.ts';
import { writeLines } from '../files/write-lines.ts';

/** Writes every step of every reveal to standard output or into a file. @throws {AdminFault} @throws {Refusal} */
export async function runRevealLog(
  { register }: Pick<AdminContext, 'register'>,
  options: AuditOptions,
  io: CommandOutput,
): Promise<void> {
  const { alias, person } = options;
  const question = {
    from: moment('--from', options.from),
    until: moment('--until', options.until),
    alias,
    person,
  };
  await writeLines(exportReveals(register, question, formatOf(options)), options.out, io);
}

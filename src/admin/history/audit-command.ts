import type { Register } from '../../register.ts';
import { AUDIT_FORMATS, exportAudit, type AuditFormat, type AuditQuestion } from './export-audit.ts';
import { AdminFault, type CommandOutput } from '../command-output.ts';
import { moment } from '../moment.ts';
import { writeLines } from '../files/write-lines.ts';

/** Options of `audit` as they were typed. */
export interface AuditOptions {
  readonly from?: string;
  readonly until?: string;
  readonly alias?: string;
  readonly person?: string;
  readonly format?: string;
  readonly json?: boolean;
  readonly out?: string;
}

/** Writes the history to standard output or into a file. @throws {AdminFault} @throws {Refusal} */
export async function runAudit(
  register: Pick<Register, 'audit' | 'history' | 'aliasByAddress'>,
  options: AuditOptions,
  io: CommandOutput,
): Promise<void> {
  const question: AuditQuestion = {
    from: moment('--from', options.from),
    until: moment('--until', options.until),
    alias: options.alias,
    person: options.person,
  };
  const lines = exportAudit(register, question, formatOf(options));
  await writeLines(lines, options.out, io);
}

/** @throws {AdminFault} bad-option */
export function formatOf({ format, json }: Pick<AuditOptions, 'format' | 'json'>): AuditFormat {
  if (json === true) return 'jsonl';
  const known = AUDIT_FORMATS.find((each) => each === (format ?? 'jsonl'));
  if (known !== undefined) return known;
  throw new AdminFault('bad-option', '--format is neither jsonl nor csv.', 'Choose one of the two.');
}

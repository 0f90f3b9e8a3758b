import type { Register } from '../aliases/register.ts';
import { AUDIT_FORMATS, exportAudit, type AuditFormat, type AuditQuestion } from './audit.ts';
import { AdminFault, type CommandOutput } from './command-output.ts';
import { writeLines } from './write-lines.ts';

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

function formatOf({ format, json }: AuditOptions): AuditFormat {
  if (json === true) return 'jsonl';
  const known = AUDIT_FORMATS.find((each) => each === (format ?? 'jsonl'));
  if (known !== undefined) return known;
  throw new AdminFault('bad-option', '--format is neither jsonl nor csv.', 'Choose one of the two.');
}

/** A day (its beginning, UTC) or a moment in ISO 8601. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

function moment(option: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (MOMENT.test(text) && !Number.isNaN(date.getTime())) return date;
  throw new AdminFault(
    'bad-option',
    `${option} is neither a day nor a moment.`,
    'Write it as 2026-03-31 or 2026-03-31T09:00:00Z.',
  );
}

import { AdminFault } from '../command-output.ts';
import { moment } from '../moment.ts';
import { ROW_FORMATS, type RowFormat } from '../files/write-rows.ts';
import type { AuditQuestion } from './export-audit.ts';

/** The options of the commands that write history. */
export const PART_OF_HISTORY = {
  '--from <time>': 'from this day (UTC) or moment on',
  '--until <time>': 'up to and without this day (UTC) or moment',
  '--alias <address>': 'of one alias',
  '--format <format>': 'jsonl or csv (default: jsonl)',
  '--json': 'the same as --format jsonl',
  '--out <file>': 'into a new file instead of standard output',
} as const;

type Typed = { readonly [Name in keyof AuditQuestion]?: string };

/** @throws {AdminFault} bad-option */
export function questionOf({ from, until, alias, person }: Typed): AuditQuestion {
  return { from: moment('--from', from), until: moment('--until', until), alias, person };
}

/** @throws {AdminFault} bad-option */
export function formatOf({
  format = 'jsonl',
  json = false,
}: {
  readonly format?: string;
  readonly json?: boolean;
}): RowFormat {
  return json ? 'jsonl' : oneOf('--format', ROW_FORMATS, format);
}

/** @throws {AdminFault} bad-option */
export function oneOf<T extends string>(option: string, known: readonly T[], text: string): T {
  const found = known.find((each) => each === text);
  if (found !== undefined) return found;
  throw new AdminFault('bad-option', `${option} is none of ${known.join(', ')}.`, 'Choose one of them.');
}

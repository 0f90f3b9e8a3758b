import { RootdeskError } from '../shared/rootdesk-error.ts';

/** Where a command writes, and whether somebody watches its progress. */
export interface CommandOutput {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly progress: boolean;
}

/** A command cannot do what it was told; `bad-option` means that it was told badly. */
export class AdminFault extends RootdeskError {}

/** A part of a report: how many, what, one a line, and below it what to do; nothing where there are none. */
export function section(title: string, lines: readonly string[], remedy?: string): string {
  if (lines.length === 0) return '';
  const listed = lines.map((line) => `  ${line}\n`).join('');
  return `\n${lines.length} ${title}:\n${listed}${remedy === undefined ? '' : `  > ${remedy}\n`}`;
}

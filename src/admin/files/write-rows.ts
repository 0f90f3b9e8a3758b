import type { CommandOutput } from '../command-output.ts';
import { csvLine } from './csv-line.ts';
import { withNewFile } from './new-file.ts';

export const ROW_FORMATS = ['jsonl', 'csv'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

/**
 * Writes rows as JSON Lines, or as CSV with a head line (RFC 4180), to standard output or into a new file.
 * @throws {AdminFault} where there is such a file already: what was exported once is left alone
 */
export async function writeRows<Column extends string>(
  columns: readonly Column[],
  rows: AsyncIterable<Readonly<Record<Column, string>>>,
  format: RowFormat,
  path: string | undefined,
  io: CommandOutput,
): Promise<void> {
  const lines = linesOf(columns, rows, format);
  if (path === undefined) {
    for await (const line of lines) io.out(line);
    return;
  }
  const count = await withNewFile(path, async (file) => {
    let written = 0;
    for await (const line of lines) {
      await file.write(line);
      written += 1;
    }
    return written;
  });
  io.err(`${path}: ${count} ${count === 1 ? 'line' : 'lines'}.\n`);
}

async function* linesOf<Column extends string>(
  columns: readonly Column[],
  rows: AsyncIterable<Readonly<Record<Column, string>>>,
  format: RowFormat,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(columns);
  for await (const row of rows) {
    yield format === 'csv' ? csvLine(columns.map((column) => row[column])) : `${JSON.stringify(row)}\n`;
  }
}

import { CsvError, parse } from 'csv-parse/sync';
import { AdminFault } from '../command-output.ts';

export interface CsvTable {
  /** Names of the columns, lower case. */
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  /** Where the row begins, counted from 1 as editors do. */
  readonly line: number;
  /** By name of column; a column that the row lacks is not there. */
  readonly cells: Readonly<Record<string, string>>;
  /** How many columns it has; empty ones behind the last name are not counted. */
  readonly width: number;
}

/** Excel's own first line, which names the separator: https://support.microsoft.com/office/c250e36f-20ed-49c9-a1b9-0b56d3e0a3b1 */
const SEPARATOR_LINE = /^"?sep=([^"\n])"?[,;|\t ]*\n/i;

/**
 * Reads a table as spreadsheets save it: separated by commas, semicolons (where the comma is the decimal sign) or tabs, with any
 * line ends, and heads in any case.
 *
 * @param name of the file, for people
 * @throws {AdminFault} torn-csv, with the line
 */
export function readCsv(name: string, text: string): CsvTable {
  const lines = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const named = SEPARATOR_LINE.exec(lines);
  const body = named === null ? lines : lines.slice(named[0].length);
  const records = parseRecords(name, body, named?.[1] ?? separatorOf(body), named === null ? 0 : 1);
  const [head, ...rest] = records;
  const columns = (head?.cells ?? []).map((column) => column.toLowerCase());
  return {
    columns,
    rows: rest.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(columns.flatMap((column, at) => cellAt(column, cells[at]))),
      width: Math.max(cells.findLastIndex((cell) => cell !== '') + 1, Math.min(cells.length, columns.length)),
    })),
  };
}

function cellAt(column: string, cell: string | undefined): readonly (readonly [string, string])[] {
  return cell === undefined ? [] : [[column, cell]];
}

/** The one that the head line has most of. */
function separatorOf(text: string): string {
  const head = text.trimStart().split('\n', 1)[0] ?? '';
  const count = (separator: string): number => head.split(separator).length;
  return [',', ';', '\t'].reduce((most, each) => (count(each) > count(most) ? each : most));
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRecords(name: string, text: string, separator: string, linesBefore: number): Line[] {
  const records: Line[] = [];
  let end = linesBefore;
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      onRecord: (cells: string[], { lines }) => {
        end = lines + linesBefore;
        records.push({ line: end - cells.join('').split('\n').length + 1, cells });
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new AdminFault(
      'torn-csv',
      `${name} cannot be read from line ${end + 1} on: a quotation mark there has no counterpart, or is within a value.`,
      'Correct that line: a value with quotation marks goes between quotation marks, and those within it are doubled. Then run the command again.',
      { cause },
    );
  }
  return records;
}

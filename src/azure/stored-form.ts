import { z } from 'zod';
import type { Row } from './table.ts';

type Cell = string | number | boolean | undefined;

/** In which column each property is, and how it is read from it and written into it: one more does not compile without a line. */
type Columns<T> = {
  readonly [Name in keyof T]-?: readonly [column: string, form: z.ZodType<T[Name], Cell>];
};

/** How something is kept in the columns of a row, both ways. */
export interface StoredForm<T> {
  read(row: Row): T;
  /** What has no value and no form for that has no column. */
  write(value: T): Record<string, string | number | boolean>;
}

export function storedForm<T extends object>(columns: Columns<T>): StoredForm<T> {
  return {
    read(row) {
      const values: Partial<T> = {};
      for (const name in columns) {
        const [column, form] = columns[name];
        values[name] = readColumn(column, form, row[column]);
      }
      if (!isWhole(columns, values)) throw new Error('a form was read without one of its columns');
      return values;
    },
    write(value) {
      const written: Record<string, string | number | boolean> = {};
      for (const name in columns) {
        const [column, form] = columns[name];
        const cell = z.encode(form, value[name]);
        if (cell !== undefined) written[column] = cell;
      }
      return written;
    },
  };
}

/** @throws {z.ZodError} which names the column */
function readColumn<Value>(column: string, form: z.ZodType<Value, Cell>, cell: unknown): Value {
  const parsed = form.safeParse(cell);
  if (parsed.success) return parsed.data;
  throw new z.ZodError(parsed.error.issues.map((issue) => ({ ...issue, path: [column, ...issue.path] })));
}

function isWhole<T extends object>(columns: Columns<T>, values: Partial<T>): values is T {
  return Object.keys(columns).every((name) => name in values);
}

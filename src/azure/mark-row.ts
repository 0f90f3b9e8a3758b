import { z } from 'zod';
import { text } from './columns.ts';
import { key, ROOT } from './keys.ts';
import type { NewRow, Row } from './table.ts';

const schema = z.object({ mark_text: text });

export function markFromRow(row: Row): string {
  return schema.parse(row).mark_text;
}

export function markRow(name: string, content: string): NewRow {
  return { partitionKey: ROOT, rowKey: key.mark(name), mark_name: name, mark_text: content };
}

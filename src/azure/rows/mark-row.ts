import { z } from 'zod';
import { optionalText, text } from '../columns.ts';
import { key, ROOT } from '../keys.ts';
import type { NewRow, Row, Table } from '../table.ts';

const schema = z.object({ mark_name: optionalText, mark_text: text });

export function markFromRow(row: Row): string {
  return schema.parse(row).mark_text;
}

export function markRow(name: string, content: string, rowKey = key.mark(name)): NewRow {
  return { partitionKey: ROOT, rowKey, mark_name: name, mark_text: content };
}

/** What the version of a mark begins with that is still where an earlier version of Rootdesk put it. */
const FOLDED = 'folded:';

/** The version of a mark that was found: its etag, and under which of its two keys it is. */
export function markVersion(name: string, { rowKey, etag }: Pick<Row, 'rowKey' | 'etag'>): string {
  return rowKey === key.mark(name) ? etag : `${FOLDED}${etag}`;
}

/** The row with which a mark is replaced, and the etag of what it replaces. */
export function markReplacement(
  name: string,
  content: string,
  version: string | undefined,
): { readonly row: NewRow; readonly etag: string | undefined } {
  if (version?.startsWith(FOLDED) !== true) return { row: markRow(name, content), etag: version };
  return { row: markRow(name, content, key.foldedMark(name)), etag: version.slice(FOLDED.length) };
}

/**
 * The mark of that very name. Earlier versions folded the case of names in keys, so that two names had one row: such a row is the
 * mark of the name that it holds, and of no other.
 */
export async function markNamed(table: Table, name: string): Promise<Row | undefined> {
  const row = await table.get(ROOT, key.mark(name));
  if (row !== undefined || key.foldedMark(name) === key.mark(name)) return row;
  const folded = await table.get(ROOT, key.foldedMark(name));
  return folded !== undefined && schema.parse(folded).mark_name === name ? folded : undefined;
}

import { z } from 'zod';
import { COPY_LOOK, type PostedCopy } from '../../messages/poster.ts';
import { optionalJson, optionalLanguage } from '../columns.ts';
import { exactly, keyOf, LEDGER, within, type KeyRange } from '../keys.ts';
import { storedForm } from '../stored-form.ts';
import type { NewRow, Row } from '../table.ts';

const form = storedForm<PostedCopy>({
  conversationId: ['conversation_id', z.string()],
  activityId: ['activity_id', z.string()],
  serviceUrl: ['service_url', z.string()],
  look: ['look', optionalJson(COPY_LOOK)],
  language: ['language', optionalLanguage],
});

/** Graph's message ids, which are in the subjects of mails, know upper and lower case. */
const prefixOf = (subject: string): string => `~copy:${exactly(subject)}:`;

/** Keys of the copies of a subject, in partition `ledger`: also of those from before their keys told upper from lower case. */
export function copiesOf(subject: string): readonly KeyRange[] {
  const folded = `~copy:${keyOf(subject)}:`;
  return [...new Set([folded, prefixOf(subject)])].map((prefix) => within(prefix));
}

/** A posted card, in the partition of the ledger: that a mail was posted, and where, is one transaction. */
export function copyRow(subject: string, copy: PostedCopy): NewRow {
  // Activity ids are unique within a conversation only, and conversation ids know upper and lower case.
  const place = Buffer.from(`${copy.conversationId} ${copy.activityId}`).toString('hex');
  return {
    partitionKey: LEDGER,
    rowKey: `${prefixOf(subject)}${keyOf(place)}`,
    ...form.write(copy),
  };
}

export const copyFromRow = (row: Row): PostedCopy => form.read(row);

import { z } from 'zod';
import { COPY_LOOK, type PostedCopy } from '../../messages/poster.ts';
import { json, optionalLanguage, text } from '../columns.ts';
import { exactly, keyOf, LEDGER, within, type KeyRange } from '../keys.ts';
import type { NewRow, Row } from '../table.ts';

const columns = z.object({
  conversation_id: z.string(),
  activity_id: z.string(),
  service_url: z.string(),
  look: text,
  language: optionalLanguage,
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
    conversation_id: copy.conversationId,
    activity_id: copy.activityId,
    service_url: copy.serviceUrl,
    look: copy.look === undefined ? '' : JSON.stringify(copy.look),
    language: copy.language ?? '',
  };
}

export function copyFromRow(row: Row): PostedCopy {
  const { conversation_id, activity_id, service_url, look, language } = columns.parse(row);
  return {
    conversationId: conversation_id,
    activityId: activity_id,
    serviceUrl: service_url,
    look: look === '' ? undefined : json(COPY_LOOK).parse(look),
    ...(language === undefined ? {} : { language }),
  };
}

import { z } from 'zod';
import { ERRAND, type Errand } from '../../messages/job.ts';
import { json } from '../columns.ts';
import { ROOT } from '../keys.ts';
import { queuedColumns } from '../queue.ts';
import type { NewRow, Row } from '../table.ts';

const schema = z.object({ errand: json(ERRAND) });

export function errandFromRow(row: Row): Errand {
  return schema.parse(row).errand;
}

/** An errand in the outbox. */
export function errandRow(rowKey: string, queued: Errand, dueAt: Date): NewRow {
  return { partitionKey: ROOT, rowKey, errand: JSON.stringify(queued), ...queuedColumns(dueAt) };
}

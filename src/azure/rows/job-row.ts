import { z } from 'zod';
import { JOB, type Job } from '../../messages/job.ts';
import type { When } from '../../messages/queue.ts';
import { json } from '../columns.ts';
import { ROOT } from '../keys.ts';
import { queuedColumns } from '../table-queue.ts';
import type { NewRow, Row } from '../table.ts';

const schema = z.object({ errand: json(JOB) });

export function jobFromRow(row: Row): Job {
  return schema.parse(row).errand;
}

/** A job in the outbox. */
export function jobRow(rowKey: string, queued: Job, when: When, mayBeRepeat = false): NewRow {
  return { partitionKey: ROOT, rowKey, errand: JSON.stringify(queued), ...queuedColumns(when, mayBeRepeat) };
}

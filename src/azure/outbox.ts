import type { Log } from '../shared/log.ts';
import type { Job } from '../messages/job.ts';
import type { Queue } from '../messages/queue.ts';
import { jobFromRow } from './rows/job-row.ts';
import { prefix, ROOT } from './keys.ts';
import { createTableQueue } from './queue.ts';
import type { Table } from './table.ts';

/** The outbox: jobs that were committed together with what they tell of. */
export function createTableOutbox(table: Table, log: Log): Queue<Job> {
  return createTableQueue(table, { partition: ROOT, prefix: prefix.job, jobFromRow: jobFromRow, log });
}

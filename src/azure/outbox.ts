import type { Log } from '../shared/log.ts';
import type { Errand } from '../messages/job.ts';
import type { Queue } from '../messages/queue.ts';
import { errandFromRow } from './rows/errand-row.ts';
import { prefix, ROOT } from './keys.ts';
import { createTableQueue } from './queue.ts';
import type { Table } from './table.ts';

/** The outbox: errands that were committed together with what they tell of. */
export function createTableOutbox(table: Table, log: Log): Queue<Errand> {
  return createTableQueue(table, { partition: ROOT, prefix: prefix.errand, taskFromRow: errandFromRow, log });
}

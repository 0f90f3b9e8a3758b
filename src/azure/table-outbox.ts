import { newChangeId } from '../shared/identifiers.ts';
import type { Log } from '../shared/log.ts';
import type { Job } from '../messages/job.ts';
import { AT_ONCE, type Outbox } from '../messages/queue.ts';
import { jobFromRow, jobRow } from './rows/job-row.ts';
import { key, prefix, ROOT } from './keys.ts';
import { createTableQueue } from './table-queue.ts';
import type { Table } from './table.ts';

/** The outbox: jobs that were committed together with what they tell of. */
export function createTableOutbox(table: Table, log: Log): Outbox<Job> {
  return {
    ...createTableQueue(table, { partition: ROOT, prefix: prefix.job, jobFromRow, log }),
    async add(job, when = AT_ONCE) {
      const id = key.job(new Date(), newChangeId(), 0);
      await table.write({ kind: 'create', row: jobRow(id, job, when) });
      return id;
    },
    async replace({ id, mayBeRepeat }, jobs) {
      const at = new Date();
      const changeId = newChangeId();
      await table.transaction([
        { kind: 'delete', partition: ROOT, key: id },
        ...jobs.map((job, position) => {
          return {
            kind: 'create',
            row: jobRow(key.job(at, changeId, position), job, AT_ONCE, mayBeRepeat),
          } as const;
        }),
      ]);
    },
    async withdraw(id) {
      await table.write({ kind: 'delete', partition: ROOT, key: id });
    },
  };
}

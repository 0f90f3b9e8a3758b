import { z } from 'zod';
import type { Cursors, StoredCursor } from '../mail/ledger.ts';
import type { Folder } from '../mail/mailbox.ts';
import { date } from './columns.ts';
import { SWEEP } from './keys.ts';
import { readable } from './readable.ts';
import type { Table } from './table.ts';

const columns = z.object({ cursor: z.string(), saved_at: date });

/** How far each folder was read, a row for each folder; of two sweeps only one moves a cursor on. */
export function createTableCursors(table: Table, clock: () => Date): Cursors {
  return {
    async load(folder) {
      const row = await table.get(SWEEP, keyOf(folder));
      if (row === undefined) return undefined;
      const { cursor, saved_at: savedAt } = await readable(row, (stored) => columns.parse(stored));
      return { cursor, savedAt, version: row.etag };
    },
    async save(folder, cursor, since) {
      const savedAt = clock();
      const row = { partitionKey: SWEEP, rowKey: keyOf(folder), cursor, saved_at: savedAt.toISOString() };
      const written = await table.write(
        since === undefined ? { kind: 'create', row } : { kind: 'update', row, etag: since.version },
      );
      if (written === 'conflict' || written.etag === undefined) return undefined;
      return { cursor, savedAt, version: written.etag } satisfies StoredCursor;
    },
  };
}

function keyOf(folder: Folder): string {
  return `cursor:${folder}`;
}

import { z } from 'zod';
import type { Cursors, StoredCursor } from '../mail/ledger.ts';
import type { Folder } from '../mail/mailbox.ts';
import { FIRST_MAILBOX, type MailboxName, type MailboxPlace } from '../mail/mailbox-name.ts';
import { date, optionalText, textColumn } from './columns.ts';
import { inMailbox, SWEEP } from './keys.ts';
import { readable } from './readable.ts';
import type { Table } from './table.ts';

const columns = z.object({ cursor: z.string(), saved_at: date, mailbox: optionalText });

/** How far each folder of a mailbox was read, a row for each folder; of two sweeps only one moves a cursor on. */
export function createTableCursors(
  table: Table,
  clock: () => Date,
  { name = FIRST_MAILBOX, address }: Partial<MailboxPlace> = {},
): Cursors {
  const keyOf = (folder: Folder): string => cursorKey(folder, name);
  return {
    async load(folder) {
      const row = await table.get(SWEEP, keyOf(folder));
      if (row === undefined) return undefined;
      const stored = await readable(row, (found) => columns.parse(found));
      // A cursor is a link into the mailbox that it came from: another address begins from the beginning.
      const isOfAnother = stored.mailbox !== undefined && address !== undefined && stored.mailbox !== address;
      return {
        cursor: isOfAnother ? undefined : stored.cursor,
        savedAt: stored.saved_at,
        version: row.etag,
      };
    },
    async save(folder, cursor, since) {
      const savedAt = clock();
      const row = {
        partitionKey: SWEEP,
        rowKey: keyOf(folder),
        cursor,
        saved_at: savedAt.toISOString(),
        mailbox: textColumn(address),
      };
      const written = await table.write(
        since === undefined ? { kind: 'create', row } : { kind: 'update', row, etag: since.version },
      );
      if (written === 'conflict' || written.etag === undefined) return undefined;
      return { cursor, savedAt, version: written.etag } satisfies StoredCursor;
    },
  };
}

/** Of which mailbox the cursor is; undefined where there is none, or one from before it was told. */
export async function mailboxOfCursor(
  table: Table,
  folder: Folder,
  name: MailboxName,
): Promise<{ readonly mailbox: string | undefined } | undefined> {
  const row = await table.get(SWEEP, cursorKey(folder, name));
  return row === undefined
    ? undefined
    : readable(row, (found) => ({ mailbox: columns.parse(found).mailbox }));
}

function cursorKey(folder: Folder, name: MailboxName): string {
  return inMailbox(`cursor:${folder}`, name);
}

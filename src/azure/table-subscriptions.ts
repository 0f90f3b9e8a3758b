import { z } from 'zod';
import type { Folder } from '../mail/mailbox.ts';
import { FIRST_MAILBOX, type MailboxName } from '../mail/mailbox-name.ts';
import type {
  KnownSubscription,
  StoredSubscription,
  SubscriptionStore,
} from '../mail/subscriptions/subscriptions.ts';
import { date, optionalText } from './columns.ts';
import { inMailbox, SWEEP } from './keys.ts';
import { readable } from './readable.ts';
import { storedForm } from './stored-form.ts';
import type { Row, Table } from './table.ts';

const form = storedForm<KnownSubscription>({
  id: ['subscription_id', z.string()],
  mailbox: ['mailbox', z.string()],
  url: ['url', z.string()],
  clientStateSha256: ['client_state_sha256', z.string().regex(/^[0-9a-f]{64}$/)],
  expiresAt: ['expires_at', date],
  due: ['due', optionalText.pipe(z.enum(['renew', 'create']).optional())],
});

/** The subscriptions to a mailbox as rows beside the cursors. The client state is never there, only its hash. */
export function createTableSubscriptions(
  table: Table,
  mailbox: MailboxName = FIRST_MAILBOX,
): SubscriptionStore {
  const keyOf = (folder: Folder): string => inMailbox(`subscription:${folder}`, mailbox);
  return {
    async load(folder) {
      const row = await table.get(SWEEP, keyOf(folder));
      return row === undefined ? undefined : readable(row, fromRow);
    },
    async save(folder, known, since) {
      const row = { partitionKey: SWEEP, rowKey: keyOf(folder), ...form.write(known) };
      const written = await table.write(
        since === undefined ? { kind: 'create', row } : { kind: 'update', row, etag: since.version },
      );
      return written !== 'conflict';
    },
    async forget(folder) {
      await table.write({ kind: 'delete', partition: SWEEP, key: keyOf(folder) });
    },
  };
}

function fromRow(row: Row): StoredSubscription {
  return { ...form.read(row), version: row.etag };
}

import { z } from 'zod';
import type { Folder } from '../mail/mailbox.ts';
import { FIRST_MAILBOX, type MailboxName } from '../mail/mailbox-name.ts';
import type {
  KnownSubscription,
  StoredSubscription,
  SubscriptionStore,
} from '../mail/subscriptions/subscriptions.ts';
import { date, optionalText, textColumn } from './columns.ts';
import { inMailbox, SWEEP } from './keys.ts';
import { readable } from './readable.ts';
import type { Row, Table } from './table.ts';

const columns = z.object({
  subscription_id: z.string(),
  mailbox: z.string(),
  url: z.string(),
  client_state_sha256: z.string().regex(/^[0-9a-f]{64}$/),
  expires_at: date,
  due: optionalText.pipe(z.enum(['renew', 'create']).optional()),
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
      const row = { partitionKey: SWEEP, rowKey: keyOf(folder), ...columnsOf(known) };
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

function columnsOf(known: KnownSubscription): Record<string, string> {
  return {
    subscription_id: known.id,
    mailbox: known.mailbox,
    url: known.url,
    client_state_sha256: known.clientStateSha256,
    expires_at: known.expiresAt.toISOString(),
    due: textColumn(known.due),
  };
}

function fromRow(row: Row): StoredSubscription {
  const stored = columns.parse(row);
  return {
    id: stored.subscription_id,
    mailbox: stored.mailbox,
    url: stored.url,
    clientStateSha256: stored.client_state_sha256,
    expiresAt: stored.expires_at,
    due: stored.due,
    version: row.etag,
  };
}

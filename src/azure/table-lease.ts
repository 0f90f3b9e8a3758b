import { z } from 'zod';
import type { Lease, StoredTerm, Term } from '../mail/sweep/lease.ts';
import { date, text } from './columns.ts';
import { SWEEP } from './keys.ts';
import { readable } from './readable.ts';
import type { Row, Table } from './table.ts';

const columns = z.object({
  lease_owner: text,
  lease_epoch: z.int().nonnegative(),
  lease_renewals: z.int().nonnegative(),
  lease_expires_at: date,
});

/** A lease as one row beside the cursors; its etag decides who gets it. */
export function createTableLease(table: Table, name: string): Lease {
  const place = { partitionKey: SWEEP, rowKey: `lease:${name}` };

  async function load(): Promise<StoredTerm | undefined> {
    const row = await table.get(place.partitionKey, place.rowKey);
    return row === undefined ? undefined : readable(row, fromRow);
  }

  return {
    load,
    async save(term, since) {
      const row = { ...place, ...columnsOf(term) };
      const written = await table.write(
        since === undefined ? { kind: 'create', row } : { kind: 'update', row, etag: since.version },
      );
      if (written !== 'conflict' && written.etag !== undefined) return { ...term, version: written.etag };
      // The SDK repeats requests by itself: the conflict may be with our own write.
      const stored = await load();
      return stored !== undefined && isSame(stored, term) ? stored : undefined;
    },
  };
}

function columnsOf(term: Term): Record<string, string | number> {
  return {
    lease_owner: term.owner,
    lease_epoch: term.epoch,
    lease_renewals: term.renewals,
    lease_expires_at: term.expiresAt.toISOString(),
  };
}

function fromRow(row: Row): StoredTerm {
  const stored = columns.parse(row);
  return {
    owner: stored.lease_owner,
    epoch: stored.lease_epoch,
    renewals: stored.lease_renewals,
    expiresAt: stored.lease_expires_at,
    version: row.etag,
  };
}

function isSame(one: Term, other: Term): boolean {
  return one.owner === other.owner && one.epoch === other.epoch && one.renewals === other.renewals;
}

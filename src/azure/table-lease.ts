import { z } from 'zod';
import type { Lease, StoredTerm, Term } from '../mail/sweep/lease.ts';
import { date, text } from './columns.ts';
import { SWEEP } from './keys.ts';
import { readable } from './readable.ts';
import { storedForm } from './stored-form.ts';
import type { Row, Table } from './table.ts';

const form = storedForm<Term>({
  owner: ['lease_owner', text],
  epoch: ['lease_epoch', z.int().nonnegative()],
  renewals: ['lease_renewals', z.int().nonnegative()],
  expiresAt: ['lease_expires_at', date],
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
      const row = { ...place, ...form.write(term) };
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

function fromRow(row: Row): StoredTerm {
  return { ...form.read(row), version: row.etag };
}

function isSame(one: Term, other: Term): boolean {
  return one.owner === other.owner && one.epoch === other.epoch && one.renewals === other.renewals;
}

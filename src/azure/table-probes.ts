import { z } from 'zod';
import {
  PROBE_OUTCOMES,
  type ProbedAlias,
  type ProbeStore,
  type StoredProbes,
} from '../mail/reach/probes.ts';
import { dateColumn, json, optionalDate } from './columns.ts';
import { keyOf, SWEEP, within } from './keys.ts';
import { allReadable, readable, type LeftOut } from './readable.ts';
import type { NewRow, Row, Table } from './table.ts';

const PREFIX = 'probe:';
const STATUS = { partitionKey: SWEEP, rowKey: 'probing' };

const sentShape = z.object({
  at: z.iso.datetime().transform((text) => new Date(text)),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  accepted: z.boolean(),
  outcome: z.enum(PROBE_OUTCOMES),
  cameAs: z.string().optional(),
  messageIdSha256: z.string().optional(),
});
const columns = z.object({
  alias_id: z.string(),
  address: z.string(),
  root_mailbox: z.string(),
  sent: json(z.array(sentShape)),
  missing: z.boolean(),
  told: z.boolean(),
});
const statusColumns = z.object({ refused_since: optionalDate, told_at: optionalDate });

/** A row for each alias that was probed, beside the cursors. Of a probe's secret only the hash is there. */
export function createTableProbes(table: Table, leftOut: LeftOut): ProbeStore {
  return {
    async every() {
      const { from, until } = within(PREFIX);
      return allReadable(await table.range(SWEEP, from, until), fromRow, leftOut);
    },
    async load(aliasId) {
      const row = await table.get(SWEEP, rowKeyOf(aliasId));
      return row === undefined ? undefined : readable(row, fromRow);
    },
    async save(probed, since) {
      const row = asRow(probed);
      const written = await table.write(
        since === undefined ? { kind: 'create', row } : { kind: 'update', row, etag: since.version },
      );
      return written === 'conflict' || written.etag === undefined
        ? undefined
        : { ...probed, version: written.etag };
    },
    async status() {
      const row = await table.get(STATUS.partitionKey, STATUS.rowKey);
      if (row === undefined) return { refusedSince: undefined, toldAt: undefined };
      const stored = await readable(row, (each) => statusColumns.parse(each));
      return { refusedSince: stored.refused_since, toldAt: stored.told_at };
    },
    async setStatus({ refusedSince, toldAt }) {
      const row = { ...STATUS, refused_since: dateColumn(refusedSince), told_at: dateColumn(toldAt) };
      await table.write({ kind: 'upsert', row });
    },
  };
}

function rowKeyOf(aliasId: string): string {
  return `${PREFIX}${keyOf(aliasId)}`;
}

function asRow({ aliasId, address, rootMailbox, sent, isMissing, isTold }: ProbedAlias): NewRow {
  const probes = sent.map((each) => ({
    at: each.sentAt.toISOString(),
    sha256: each.secretSha256,
    accepted: each.isAccepted,
    outcome: each.outcome,
    cameAs: each.cameAs,
    messageIdSha256: each.messageIdSha256,
  }));
  return {
    partitionKey: SWEEP,
    rowKey: rowKeyOf(aliasId),
    alias_id: aliasId,
    address,
    root_mailbox: rootMailbox,
    sent: JSON.stringify(probes),
    missing: isMissing,
    told: isTold,
  };
}

function fromRow(row: Row): StoredProbes {
  const stored = columns.parse(row);
  return {
    aliasId: stored.alias_id,
    address: stored.address,
    rootMailbox: stored.root_mailbox,
    sent: stored.sent.map((each) => ({
      sentAt: each.at,
      secretSha256: each.sha256,
      isAccepted: each.accepted,
      outcome: each.outcome,
      cameAs: each.cameAs,
      messageIdSha256: each.messageIdSha256,
    })),
    isMissing: stored.missing,
    isTold: stored.told,
    version: row.etag,
  };
}

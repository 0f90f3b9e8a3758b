import { z } from 'zod';
import {
  PROBE_OUTCOMES,
  type ProbedAlias,
  type ProbeStore,
  type SentProbe,
  type StoredProbes,
} from '../mail/reach/probes.ts';
import { date, dateColumn, json, optionalDate } from './columns.ts';
import { keyOf, SWEEP, within } from './keys.ts';
import { allReadable, readable, type LeftOut } from './readable.ts';
import { storedForm } from './stored-form.ts';
import type { NewRow, Row, Table } from './table.ts';

const PREFIX = 'probe:';
const STATUS = { partitionKey: SWEEP, rowKey: 'probing' };

const sentShape = z.object({
  at: date,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  accepted: z.boolean(),
  outcome: z.enum(PROBE_OUTCOMES),
  cameAs: z.string().optional(),
  messageIdSha256: z.string().optional(),
});
const sentProbes = z.codec(json(z.array(sentShape)), z.custom<readonly SentProbe[]>(), {
  decode: (stored) =>
    stored.map(({ at, sha256, accepted, ...others }) => ({
      ...others,
      sentAt: at,
      secretSha256: sha256,
      isAccepted: accepted,
    })),
  encode: (probes) =>
    probes.map(({ sentAt, secretSha256, isAccepted, ...others }) => ({
      ...others,
      at: sentAt,
      sha256: secretSha256,
      accepted: isAccepted,
    })),
});
const form = storedForm<ProbedAlias>({
  aliasId: ['alias_id', z.string()],
  address: ['address', z.string()],
  rootMailbox: ['root_mailbox', z.string()],
  sent: ['sent', sentProbes],
  isMissing: ['missing', z.boolean()],
  isTold: ['told', z.boolean()],
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

function asRow(probed: ProbedAlias): NewRow {
  return { partitionKey: SWEEP, rowKey: rowKeyOf(probed.aliasId), ...form.write(probed) };
}

function fromRow(row: Row): StoredProbes {
  return { ...form.read(row), version: row.etag };
}

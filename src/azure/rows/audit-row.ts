import { z } from 'zod';
import { AUDIT_ACTIONS, type AuditEntry } from '../../store/audit.ts';
import type { Change } from '../../store/change.ts';
import { ACTOR } from '../../people/person.ts';
import { date, json, optionalText, text, textColumn } from '../columns.ts';
import { key, ROOT } from '../keys.ts';
import type { NewRow, Row } from '../table.ts';

const schema = z.object({
  happened_at: date,
  actor: json(ACTOR),
  action: z.enum(AUDIT_ACTIONS),
  alias_id: optionalText,
  request_id: optionalText,
  before: text,
  after: text,
  reason: text,
});

export function auditFromRow(row: Row): AuditEntry {
  const columns = schema.parse(row);
  return {
    at: columns.happened_at,
    actor: columns.actor,
    action: columns.action,
    aliasId: columns.alias_id,
    requestId: columns.request_id,
    before: columns.before,
    after: columns.after,
    reason: columns.reason,
  };
}

/**
 * The audit rows of a change and, for those of an alias, a pointer that makes its history a range read. The first row's key
 * holds the change's id: where it stands, the change has been committed.
 */
export function auditRows(change: Change): readonly NewRow[] {
  return change.audit.flatMap((entry, position) => {
    const rowKey = key.audit(entry.at, change.id, position);
    const row: NewRow = {
      partitionKey: ROOT,
      rowKey,
      happened_at: entry.at.toISOString(),
      actor: JSON.stringify(entry.actor),
      action: entry.action,
      alias_id: textColumn(entry.aliasId),
      request_id: textColumn(entry.requestId),
      before: entry.before,
      after: entry.after,
      reason: entry.reason,
    };
    if (entry.aliasId === undefined) return [row];
    const historyKey = key.history(entry.aliasId, entry.at, change.id, position);
    return [row, { partitionKey: ROOT, rowKey: historyKey, audit_key: rowKey }];
  });
}

export const auditPointer = z.object({ audit_key: z.string() });

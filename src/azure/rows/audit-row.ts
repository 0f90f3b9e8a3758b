import { z } from 'zod';
import { CATEGORIES } from '../../channels/mail-topics.ts';
import { REVEAL_ENDS } from '../../mail/cases/handling.ts';
import { AUDIT_ACTIONS, type AuditAction, type AuditEntry } from '../../store/audit.ts';
import { AUDIT_FACT, type AuditFact } from '../../store/audit-fact.ts';
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
  /** What it says, as {@link AuditFact}s. */
  facts: text,
  /** The same as rows from before have it: in words. */
  before: text,
  after: text,
  reason: text,
});

const facts = z.object({
  before: AUDIT_FACT.optional(),
  after: AUDIT_FACT.optional(),
  reason: AUDIT_FACT.optional(),
});

export function auditFromRow(row: Row): AuditEntry {
  const columns = schema.parse(row);
  return {
    at: columns.happened_at,
    actor: columns.actor,
    action: columns.action,
    aliasId: columns.alias_id,
    requestId: columns.request_id,
    ...(columns.facts === '' ? factsInWords(columns) : json(facts).parse(columns.facts)),
  };
}

type Said = Pick<AuditEntry, 'before' | 'after' | 'reason'>;

/** Rows from before: what is asked of them later is taken out of their words, everything else stays as it is. */
function factsInWords({
  action,
  before,
  after,
  reason,
}: Pick<z.output<typeof schema>, 'action' | 'before' | 'after' | 'reason'>): Said {
  const isOver = action === 'reveal-over';
  const because = isOver ? REVEAL_ENDS.find((end) => after === `over: ${end}`) : undefined;
  return {
    before: isOver && before !== '' ? { code: 'state', state: before } : asStored(before),
    after: because === undefined ? asStored(after) : { code: 'reveal-over', because },
    reason: (ABOUT_MAIL.has(action) ? mailIn(reason) : undefined) ?? asStored(reason),
  };
}

function asStored(words: string): AuditFact | undefined {
  return words === '' ? undefined : { code: 'as-stored', text: words };
}

/** Nobody could type anything into the reason of these. */
const ABOUT_MAIL: ReadonlySet<AuditAction> = new Set([
  'reveal-wanted',
  'reveal-agreed',
  'reveal-denied',
  'reveal-shown',
  'reveal-over',
  'acknowledge',
  'confirm-account',
  'await-acknowledgment',
  'raise',
  'dead-letter',
  'replay',
  'assign',
  'not-for-us',
]);
const MAIL_WORDS = new RegExp(`^(${CATEGORIES.join('|')}) mail of (\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z)$`);

/** The mail that such a line is about, as its reason named it. */
function mailIn(reason: string): AuditFact | undefined {
  const [, category, receivedAt] = MAIL_WORDS.exec(reason) ?? [];
  if (category === undefined || receivedAt === undefined) return undefined;
  return { code: 'mail', category, receivedAt: new Date(receivedAt) };
}

/**
 * The audit rows of a change and, for those of an alias, a pointer that makes its history a range read. The first row's key
 * holds the change's id: where it is found, the change has been committed.
 */
export function auditRows(changeId: string, audit: readonly AuditEntry[]): readonly NewRow[] {
  return audit.flatMap((entry, position) => {
    const rowKey = key.audit(entry.at, changeId, position);
    const row: NewRow = {
      partitionKey: ROOT,
      rowKey,
      happened_at: entry.at.toISOString(),
      actor: JSON.stringify(entry.actor),
      action: entry.action,
      alias_id: textColumn(entry.aliasId),
      request_id: textColumn(entry.requestId),
      facts: JSON.stringify({ before: entry.before, after: entry.after, reason: entry.reason }),
    };
    if (entry.aliasId === undefined) return [row];
    const historyKey = key.history(entry.aliasId, entry.at, changeId, position);
    return [row, { partitionKey: ROOT, rowKey: historyKey, audit_key: rowKey }];
  });
}

export const auditPointer = z.object({ audit_key: z.string() });

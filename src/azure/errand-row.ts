import { z } from 'zod';
import type { Errand, QueuedErrand } from '../outgoing/message.ts';
import { date, json } from './columns.ts';
import { ROOT } from './keys.ts';
import type { NewRow, Row } from './table.ts';

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: z.string() }),
  z.object({ kind: z.literal('channel'), channelId: z.string() }),
  z.object({ kind: z.literal('approvals') }),
  z.object({ kind: z.literal('triage') }),
]);

const requestErrand = z.object({ requestId: z.string(), to: target });

const errand = z.discriminatedUnion('kind', [
  requestErrand.extend({ kind: z.literal('approval-wanted') }),
  z.object({ kind: z.literal('redraw-request'), requestId: z.string() }),
  requestErrand.extend({ kind: z.literal('asker-told') }),
  requestErrand.extend({ kind: z.literal('channel-told') }),
  z.object({ kind: z.literal('channel-linked'), channelId: z.string(), to: target }),
  requestErrand.extend({ kind: z.literal('pool-empty') }),
]) satisfies z.ZodType<Errand>;

const schema = z.object({
  rowKey: z.string(),
  errand: json(errand),
  attempts: z.number(),
  due_at: date,
  may_be_repeat: z.boolean(),
});

export function errandFromRow(row: Row): QueuedErrand {
  const columns = schema.parse(row);
  return {
    id: columns.rowKey,
    errand: columns.errand,
    attempts: columns.attempts,
    dueAt: columns.due_at,
    mayBeRepeat: columns.may_be_repeat,
  };
}

export function errandRow(queued: QueuedErrand): NewRow {
  return {
    partitionKey: ROOT,
    rowKey: queued.id,
    errand: JSON.stringify(queued.errand),
    attempts: queued.attempts,
    due_at: queued.dueAt.toISOString(),
    may_be_repeat: queued.mayBeRepeat,
  };
}

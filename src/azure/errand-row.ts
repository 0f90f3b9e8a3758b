import { z } from 'zod';
import { RAISE_LEVELS } from '../mail/handling/handling.ts';
import type { Errand } from '../outgoing/message.ts';
import { json } from './columns.ts';
import { ROOT } from './keys.ts';
import { queuedColumns } from './queue.ts';
import type { NewRow, Row } from './table.ts';

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: z.string() }),
  z.object({ kind: z.literal('channel'), channelId: z.string() }),
  z.object({ kind: z.literal('approvals') }),
  z.object({ kind: z.literal('triage') }),
]);

const requestErrand = z.object({ requestId: z.string(), to: target });

const mailErrand = z.object({ ledgerId: z.string() });
const revealErrand = mailErrand.extend({ revealId: z.string() });
const moment = z.iso.datetime().transform((value) => new Date(value));

const errand = z.discriminatedUnion('kind', [
  requestErrand.extend({ kind: z.literal('approval-wanted') }),
  z.object({ kind: z.literal('redraw-request'), requestId: z.string() }),
  requestErrand.extend({ kind: z.literal('asker-told') }),
  requestErrand.extend({ kind: z.literal('channel-told') }),
  requestErrand.extend({ kind: z.literal('pool-empty') }),
  requestErrand.extend({ kind: z.literal('approval-reminder') }),
  z.object({ kind: z.literal('owner-told'), aliasId: z.string(), to: target }),
  z.object({
    kind: z.literal('pool-low'),
    free: z.number(),
    emptyOn: z.string().optional(),
    to: target,
  }),
  mailErrand.extend({ kind: z.literal('redraw-mail') }),
  z.object({ kind: z.literal('mail-digest'), channelId: z.string(), dueAt: moment }),
  z.object({ kind: z.literal('mail-gap'), missing: z.number(), seen: z.number(), to: target }),
  mailErrand.extend({ kind: z.literal('mail-dead'), to: target }),
  mailErrand.extend({ kind: z.literal('replay-mail') }),
  mailErrand.extend({ kind: z.literal('assign-mail'), aliasId: z.string() }),
  mailErrand.extend({ kind: z.literal('raise-mail'), level: z.enum(RAISE_LEVELS), dueAt: moment }),
  mailErrand.extend({ kind: z.literal('mail-raised'), level: z.enum(RAISE_LEVELS), to: target }),
  revealErrand.extend({ kind: z.literal('reveal-wanted'), to: target }),
  revealErrand.extend({ kind: z.literal('redraw-reveal') }),
  revealErrand.extend({ kind: z.literal('show-mail') }),
  revealErrand.extend({ kind: z.literal('end-reveal'), dueAt: moment }),
  revealErrand.extend({ kind: z.literal('reveal-told'), to: target }),
]) satisfies z.ZodType<Errand>;

const schema = z.object({ errand: json(errand) });

export function errandFromRow(row: Row): Errand {
  return schema.parse(row).errand;
}

/** An errand in the outbox. */
export function errandRow(rowKey: string, queued: Errand, dueAt: Date): NewRow {
  return { partitionKey: ROOT, rowKey, errand: JSON.stringify(queued), ...queuedColumns(dueAt) };
}

import { z } from 'zod';
import { ESCALATION_LEVELS } from '../../messages/job.ts';
import { REVEAL_ENDS, REVEAL_STATES, type Handling } from '../../mail/cases/handling.ts';
import { PERSON } from '../../people/person.ts';
import { date, json, optionalText, textColumn } from '../columns.ts';
import { key, ROOT } from '../keys.ts';
import type { NewRow, Row } from '../table.ts';

const stamp = z.object({ by: PERSON, at: date });
const optional = <T extends z.ZodType>(shape: T) => shape.optional().transform((value) => value);

const reveal = z.object({
  id: z.string(),
  state: z.enum(REVEAL_STATES),
  wanted: stamp,
  needsApprover: z.boolean(),
  answered: optional(stamp),
  shownAt: optional(date),
  ended: optional(z.object({ at: date, because: z.enum(REVEAL_ENDS) })),
});

const steps = z.object({
  reveals: z.array(reveal),
  acknowledged: optional(stamp),
  awaitedSince: optional(date),
  raised: z.array(z.object({ level: z.enum(ESCALATION_LEVELS), at: date })),
  accountConfirmed: optional(stamp),
  deadSince: optional(date),
  triaged: optional(stamp.extend({ address: z.string() })),
});

const schema = z.object({ ledger_ref: z.string(), handled_alias: optionalText, deeds: json(steps) });

export function handlingFromRow(row: Row): Handling {
  const { ledger_ref: ledgerId, handled_alias: aliasId, deeds } = schema.parse(row);
  const { raised: escalated, ...done } = deeds;
  return { ledgerId, aliasId, ...done, escalated };
}

export function handlingRow({ ledgerId, aliasId, escalated, ...done }: Handling): NewRow {
  return {
    partitionKey: ROOT,
    rowKey: key.handling(ledgerId),
    ledger_ref: ledgerId,
    handled_alias: textColumn(aliasId),
    deeds: JSON.stringify({ ...done, raised: escalated }),
  };
}

import { z } from 'zod';
import { RAISE_LEVELS } from '../../messages/job.ts';
import { REVEAL_ENDS, REVEAL_STATES, type Handling } from '../../mail/cases/handling.ts';
import { PERSON } from '../../people/person.ts';
import { date, json, optionalText, textColumn } from '../columns.ts';
import { key, ROOT } from '../keys.ts';
import type { NewRow, Row } from '../table.ts';

const deed = z.object({ by: PERSON, at: date });
const optional = <T extends z.ZodType>(shape: T) => shape.optional().transform((value) => value);

const reveal = z.object({
  id: z.string(),
  state: z.enum(REVEAL_STATES),
  wanted: deed,
  needsApprover: z.boolean(),
  answered: optional(deed),
  shownAt: optional(date),
  ended: optional(z.object({ at: date, because: z.enum(REVEAL_ENDS) })),
});

const deeds = z.object({
  reveals: z.array(reveal),
  acknowledged: optional(deed),
  awaitedSince: optional(date),
  raised: z.array(z.object({ level: z.enum(RAISE_LEVELS), at: date })),
  accountConfirmed: optional(deed),
  deadSince: optional(date),
  triaged: optional(deed.extend({ address: z.string() })),
});

const schema = z.object({ ledger_ref: z.string(), handled_alias: optionalText, deeds: json(deeds) });

export function handlingFromRow(row: Row): Handling {
  const { ledger_ref: ledgerId, handled_alias: aliasId, deeds: done } = schema.parse(row);
  return { ledgerId, aliasId, ...done };
}

export function handlingRow({ ledgerId, aliasId, ...done }: Handling): NewRow {
  return {
    partitionKey: ROOT,
    rowKey: key.handling(ledgerId),
    ledger_ref: ledgerId,
    handled_alias: textColumn(aliasId),
    deeds: JSON.stringify(done),
  };
}

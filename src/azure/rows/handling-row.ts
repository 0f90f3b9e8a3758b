import { z } from 'zod';
import { ESCALATION_LEVELS } from '../../messages/job.ts';
import { REVEAL_ENDS, REVEAL_STATES, type Handling } from '../../mail/cases/handling.ts';
import { PERSON } from '../../people/person.ts';
import { isSeen } from '../../mail/cases/acknowledge.ts';
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

/**
 * Stands for a mail that somebody looks after or was shown, so that what waits of an alias is known by one range read, however much
 * there was. Mail without an alias is in nobody's list.
 */
export function lookedAtRow(handling: Handling | undefined): NewRow | undefined {
  if (handling?.aliasId === undefined || !isSeen(handling)) return undefined;
  const { aliasId, ledgerId } = handling;
  return { partitionKey: ROOT, rowKey: key.lookedAt(aliasId, ledgerId), looked_at_mail: ledgerId };
}

const lookedAt = z.object({ looked_at_mail: z.string() });

/** The id of the mail. */
export function lookedAtMailIn(row: Row): string {
  return lookedAt.parse(row).looked_at_mail;
}

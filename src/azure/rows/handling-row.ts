import { z } from 'zod';
import { HANDLED, type Handling } from '../../mail/cases/handling.ts';
import { isSeen } from '../../mail/cases/acknowledge.ts';
import { json, optionalText, textColumn } from '../columns.ts';
import { key, ROOT } from '../keys.ts';
import type { NewRow, Row } from '../table.ts';

/** What was escalated was raised at first. */
const stored = HANDLED.omit({ escalated: true }).extend({ raised: HANDLED.shape.escalated });
const schema = z.object({ ledger_ref: z.string(), handled_alias: optionalText, deeds: json(stored) });

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

import { z } from 'zod';
import type { MailboxSeen, SeenStore } from '../mail/reach/seen.ts';
import { chunks } from '../shared/chunks.ts';
import { dateColumn, optionalDate } from './columns.ts';
import { addressPart, SWEEP, within } from './keys.ts';
import { allReadable, type LeftOut } from './readable.ts';
import { storedForm } from './stored-form.ts';
import { TRANSACTION_MOST, type NewRow, type Row, type Table } from './table.ts';

const PREFIX = 'seen:';
/** Sorts before every address. */
const HOURS = `${PREFIX}!hours`;

/** A whole number and a fraction would be columns of two types. */
const hundredths = z.codec(z.int().nonnegative(), z.number(), {
  decode: (stored) => stored / 100,
  encode: (value) => Math.round(100 * value),
});

const hoursColumns = z.object({ hours: z.int().nonnegative(), last_hour: optionalDate });
const mailboxForm = storedForm<MailboxSeen>({
  seenAt: ['seen_at', optionalDate],
  atHour: ['at_hour', z.int().nonnegative()],
  sightings: ['sightings', z.int().nonnegative()],
  longestSilence: ['longest_silence', hundredths],
  usualSilence: ['usual_silence', hundredths],
  // '' names the first one, no column none.
  central: ['central', z.string().optional()],
});
const mailboxName = z.object({ root_mailbox: z.string() });

/** A row for each root mailbox beside the cursors, and one that counts the hours. The copy that sweeps writes them. */
export function createTableSeen(table: Table, leftOut: LeftOut): SeenStore {
  return {
    async load() {
      const { from, until } = within(PREFIX);
      const rows = await table.range(SWEEP, from, until);
      const [counted] = await allReadable(
        rows.filter(({ rowKey }) => rowKey === HOURS),
        (row) => hoursColumns.parse(row),
        leftOut,
      );
      const mailboxes = await allReadable(
        rows.filter(({ rowKey }) => rowKey !== HOURS),
        mailboxFromRow,
        leftOut,
      );
      return {
        hours: counted?.hours ?? 0,
        lastHour: counted?.last_hour,
        mailboxes: new Map(mailboxes),
      };
    },
    async save(seen, before) {
      const changed = [...seen.mailboxes].filter(([address, each]) => before.mailboxes.get(address) !== each);
      const rows: NewRow[] = changed.map(([address, each]) => mailboxRow(address, each));
      if (seen.hours !== before.hours) {
        rows.push({
          partitionKey: SWEEP,
          rowKey: HOURS,
          hours: seen.hours,
          last_hour: dateColumn(seen.lastHour),
        });
      }
      for (const page of chunks(rows, TRANSACTION_MOST)) {
        await table.transaction(page.map((row) => ({ kind: 'upsert', row })));
      }
    },
  };
}

function mailboxFromRow(row: Row): readonly [string, MailboxSeen] {
  return [mailboxName.parse(row).root_mailbox, mailboxForm.read(row)];
}

function mailboxRow(address: string, seen: MailboxSeen): NewRow {
  return {
    partitionKey: SWEEP,
    rowKey: `${PREFIX}${addressPart(address)}`,
    root_mailbox: address,
    ...mailboxForm.write(seen),
  };
}

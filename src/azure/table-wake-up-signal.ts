import { z } from 'zod';
import { newId } from '../shared/identifiers.ts';
import type { WakeUpSignal } from '../mail/subscriptions/wake-up-signal.ts';
import { SWEEP } from './keys.ts';
import { readable } from './readable.ts';
import type { Table } from './table.ts';

const KEY = 'bell';
const columns = z.object({ rung: z.string() });

/** The wake-up signal as one row beside the lease, which the copy that sweeps looks at. */
export function createTableWakeUpSignal(table: Table): WakeUpSignal {
  return {
    async ring() {
      await table.write({ kind: 'upsert', row: { partitionKey: SWEEP, rowKey: KEY, rung: newId() } });
    },
    async heard() {
      const row = await table.get(SWEEP, KEY);
      return row === undefined ? undefined : (await readable(row, (stored) => columns.parse(stored))).rung;
    },
  };
}

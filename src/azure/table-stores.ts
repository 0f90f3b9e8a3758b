import type { Log } from '../shared/log.ts';
import type { Stores } from '../stores.ts';
import { leftOutOf } from './readable.ts';
import { createTableConversations } from './table-conversations.ts';
import { createTableLease } from './table-lease.ts';
import { createTableLedger } from './table-ledger.ts';
import { createTableOutbox } from './table-outbox.ts';
import { createTableProbes } from './table-probes.ts';
import { createTableRegister } from './table-register.ts';
import { createTableSeen } from './table-seen.ts';
import { createTableWakeUpSignal } from './table-wake-up-signal.ts';
import type { Table } from './table.ts';

/** Everything that is kept, in one table. */
export function createTableStores(table: Table, log: Log): Stores {
  const leftOut = leftOutOf(log);
  return {
    register: createTableRegister(table, leftOut),
    conversations: createTableConversations(table, leftOut),
    ledger: createTableLedger(table, log),
    outbox: createTableOutbox(table, log),
    lease: createTableLease(table, 'sweep'),
    wakeUpSignal: createTableWakeUpSignal(table),
    seen: createTableSeen(table, leftOut),
    probes: createTableProbes(table, leftOut),
  };
}

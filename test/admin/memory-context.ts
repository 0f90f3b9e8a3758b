import type { AdminContext } from '../../src/admin/admin-context.ts';
import { createTableLease } from '../../src/azure/table-lease.ts';
import { createTableLedger } from '../../src/azure/table-ledger.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { createTableProbes } from '../../src/azure/table-probes.ts';
import { createTableSeen } from '../../src/azure/table-seen.ts';
import { FIRST_MAILBOX } from '../../src/mail/mailbox-name.ts';
import { MAIL_RULES } from '../../src/mail/rules.ts';
import { silentLog } from '../fakes/log.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';
import { wholeOf } from '../fakes/whole-memory-table.ts';

/** What commands work on, with a table in memory and no mailbox at all. */
export function createMemoryContext(table = createMemoryTable()): AdminContext {
  return {
    table,
    tableName: 'memory',
    whole: async () => wholeOf(table),
    register: createTableRegister(table),
    ledger: createTableLedger(table, silentLog()),
    seen: createTableSeen(table, () => undefined),
    probes: createTableProbes(table, () => undefined),
    centrals: async () => [{ name: FIRST_MAILBOX, address: 'aws@company.com' }],
    lease: createTableLease(table, 'sweep'),
    quarantineDays: 90,
    directory: { personByMail: async () => undefined },
    mailboxes: { addressesOf: async () => undefined },
    rules: MAIL_RULES,
  };
}

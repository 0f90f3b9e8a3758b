import { createTableLease } from '../../src/azure/table-lease.ts';
import { openTable } from '../../src/azure/table.ts';
import { withLease, type LeaseTimes } from '../../src/mail/sweep/lease.ts';
import { silentLog } from '../fakes/log.ts';

/** A process that wants the lease, writes a line with its epoch once it has it, and holds it until it is killed. */
const [connectionString = '', tableName = ''] = process.argv.slice(2);

/** Long enough for a busy machine, short enough for a test. */
const times: LeaseTimes = { leaseMs: 4_000, holdMs: 3_000, renewMs: 500, lookMs: 200 };

const table = await openTable({ kind: 'emulator', connectionString }, tableName, 20_000);
const parts = { lease: createTableLease(table, 'sweep'), log: silentLog(), times };
for (;;) {
  const held = withLease(parts, new AbortController().signal, async (signal, epoch) => {
    process.stdout.write(`${epoch}\n`);
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve);
    });
  });
  await held;
}

import { createTableRegister } from '../src/azure/register.ts';
import { openTable } from '../src/azure/table.ts';
import { runCommandLine } from '../src/admin/command-line.ts';
import { connectionStringAt } from './azurite.ts';
import { portOf } from './options.ts';

const QUARANTINE_DAYS = 90;

// The administrators' commands on the tables of a running local stand: `npm run local:admin -- audit`.
process.exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    progress: process.stderr.isTTY,
  },
  async () => {
    const connectionString = connectionStringAt(portOf('table', process.env));
    const table = await openTable({ kind: 'emulator', connectionString }, 'awsrootaccounts');
    return { table, register: createTableRegister(table), quarantineDays: QUARANTINE_DAYS };
  },
);

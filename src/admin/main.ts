import { createTableRegister } from '../azure/register.ts';
import { openTable } from '../azure/table.ts';
import { readConfig } from '../config.ts';
import { createCredential } from '../graph/credential.ts';
import { runCommandLine, type Premises } from './command-line.ts';

/** Listings of a large pool may take longer than the answer to a click. */
const PATIENCE_MS = 30_000;

async function openPremises(): Promise<Premises> {
  const config = readConfig(process.env);
  const { place, name } = config.table;
  const location =
    place.kind === 'azure' ? { ...place, credential: createCredential(config.credential) } : place;
  const table = await openTable(location, name, PATIENCE_MS);
  return {
    table,
    register: createTableRegister(table),
    quarantineDays: config.aliases.quarantineDays,
  };
}

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    progress: process.stderr.isTTY,
  },
  openPremises,
);

import { inject } from 'vitest';
import { openTable, type Table } from '../../src/azure/table.ts';
import { newId } from '../../src/shared/identifiers.ts';

const PATIENCE_MS = 10_000;

/** A table of its own on the Azurite of the test run. */
export async function openOwnTable(): Promise<Table> {
  const location = { kind: 'emulator', connectionString: inject('azurite') } as const;
  return openTable(location, `contract${newId().toLowerCase()}`, PATIENCE_MS);
}

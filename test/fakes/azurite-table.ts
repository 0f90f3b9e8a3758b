import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { openTable, type Table } from '../../src/azure/table.ts';

/** A name that no other test uses. */
export function newTableName(): string {
  return `t${randomBytes(8).toString('hex')}`;
}

/** Where the run's Azurite is. */
export function azuriteLocation(): { readonly kind: 'emulator'; readonly connectionString: string } {
  return { kind: 'emulator', connectionString: inject('azurite') };
}

/** Tests load Azurite far more than people do, on machines with few cores. */
const PATIENCE_MS = 20_000;

/** A new table in the run's Azurite. */
export function newTable(name: string = newTableName()): Promise<Table> {
  return openTable(azuriteLocation(), name, PATIENCE_MS);
}

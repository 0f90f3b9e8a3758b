import { randomUUID } from 'node:crypto';
import { importAliases, type ImportProgress } from '../src/aliases/import.ts';
import { openTable, type Table } from '../src/azure/table.ts';
import type { Register } from '../src/register.ts';

export const TABLE = 'awsrootaccounts';
/** Large tables keep Azurite busy. */
export const PATIENCE_MS = 60_000;

/** The program's table in an Azurite, made if it is not there. */
export function openStandTable(connectionString: string): Promise<Table> {
  return openTable({ kind: 'emulator', connectionString }, TABLE, PATIENCE_MS);
}

/** Fills the pool with so many free aliases of one root mailbox, and gives their addresses. */
export async function fillPool(
  register: Register,
  count: number,
  onProgress?: (progress: ImportProgress) => void,
): Promise<string[]> {
  const addresses = Array.from({ length: count }, () => `aws_${randomUUID()}@company.com`);
  await importAliases(
    register,
    addresses.map((address) => ({ address, rootMailbox: 'aws-root-01@company.com' })),
    onProgress,
  );
  return addresses;
}

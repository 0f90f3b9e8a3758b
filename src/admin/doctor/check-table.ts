import { randomUUID } from 'node:crypto';
import { openTable, type Table } from '../../azure/table.ts';
import { RegisterUnavailable } from '../../store/unavailable.ts';
import { isMigrated } from '../../azure/migration.ts';
import type { Config } from '../../config.ts';
import { createCredential } from '../../graph/credential.ts';
import { tableLocation } from '../../wiring/table-location.ts';
import { storageTrouble } from '../storage-trouble.ts';
import { fails, PART_MS, tried, untried, works, type Finding, type Outcome } from './finding.ts';

/** A partition that nobody reads. */
const PROBES = 'doctor';

/** Opens the table, writes a row, reads it and removes it; gives the table where that works. */
export async function* checkTable(config: Config): AsyncGenerator<Finding, Table | undefined> {
  let table: Table | undefined;
  yield await tried('table', async () => {
    try {
      const location = tableLocation(config.table.place, createCredential(config.credential));
      const opened = await openTable(location, config.table.name, PART_MS);
      const outcome = await probe(opened);
      if (outcome.verdict === 'works') table = opened;
      return outcome;
    } catch (error) {
      if (!(error instanceof RegisterUnavailable)) throw error;
      const { message, remedy } = storageTrouble(error);
      return fails(message, remedy);
    }
  });
  yield await tried('take-over', async () => {
    if (table === undefined) return untried('the table has to work first');
    return (await isMigrated(table))
      ? works('states and index rows are there')
      : fails(
          'the table was never taken over: aliases that are in it are not found',
          'Start Rootdesk, which does it, or run reindex.',
        );
  });
  return table;
}

async function probe(table: Table): Promise<Outcome> {
  const rowKey = `probe-${randomUUID()}`;
  const created = await table.write({ kind: 'create', row: { partitionKey: PROBES, rowKey } });
  const found = await table.get(PROBES, rowKey);
  const removed = await table.write({ kind: 'delete', partition: PROBES, key: rowKey });
  if (created === 'conflict' || found === undefined || removed === 'conflict') {
    return fails('a row that was written could not be found again', 'Try again; then ask Azure support.');
  }
  return works('a row was written, read and removed');
}

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { openTable, type Table } from '../../azure/table.ts';
import { RegisterUnavailable } from '../../store/unavailable.ts';
import { isMigrated } from '../../azure/migration.ts';
import type { Config } from '../../config.ts';
import { inWords } from '../../shared/in-words.ts';
import { NoToken } from '../../shared/no-token.ts';
import { createCredential } from '../../graph/credential.ts';
import { tableLocation } from '../../wiring/table-location.ts';
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
      if (error instanceof RegisterUnavailable) return unavailable(error, config.table.name);
      throw error;
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

const storageError = z.object({ statusCode: z.number().optional(), code: z.string().max(80).optional() });

function unavailable(error: RegisterUnavailable, name: string): Outcome {
  const { cause } = error;
  const { message, remedy } = inWords(error);
  if (cause instanceof NoToken) return fails(message, remedy);
  const { statusCode, code } = storageError.safeParse(cause).data ?? {};
  const why = [statusCode, code].filter((part) => part !== undefined).join(' ');
  const what = why === '' ? message : `${message} It said: ${why}.`;
  if (statusCode === 404) {
    return fails(what, `Create the table ${name} in the storage account: Rootdesk's identity may not.`);
  }
  if (statusCode !== 403 && statusCode !== 401) return fails(what, remedy);
  return fails(
    what,
    `Give Rootdesk's identity the role Storage Table Data Contributor on the table ${name}, and let the network rules of the storage account admit this machine.`,
  );
}

import { TableClient } from '@azure/data-tables';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startAzurite, type AzuriteOptions } from '../../local/azurite.ts';

const row = { partitionKey: 'root', rowKey: 'one', state: 'free' };

async function openTable(options: Omit<AzuriteOptions, 'port'>) {
  const azurite = await startAzurite({ port: 0, ...options });
  onTestFinished(azurite.close);
  const table = TableClient.fromConnectionString(azurite.connectionString, 'kept', {
    allowInsecureConnection: true,
  });
  await table.createTable();
  return { azurite, table };
}

test('what was written is there again after a restart in the same folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-azurite-'));
  const before = await openTable({ folder });
  await before.table.createEntity(row);
  await before.azurite.close();

  const after = await openTable({ folder });
  expect(await after.table.getEntity('root', 'one')).toMatchObject({ state: 'free' });
  await after.azurite.close();
  await rm(folder, { recursive: true });
});

test('without a folder nothing is kept', async () => {
  const before = await openTable({});
  await before.table.createEntity(row);
  await before.azurite.close();

  const after = await openTable({});
  await expect(after.table.getEntity('root', 'one')).rejects.toMatchObject({ statusCode: 404 });
});

test('a port in use is named, with who needs it and what moves it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  await expect(startAzurite({ port, portVariable: 'ROOTDESK_LOCAL_TABLE_PORT' })).rejects.toMatchObject({
    code: 'local-port-taken',
    message: `Port ${port}, which Azurite needs, is in use.`,
    remedy: expect.stringContaining('ROOTDESK_LOCAL_TABLE_PORT'),
  });
});

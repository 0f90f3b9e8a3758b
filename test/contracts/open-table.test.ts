import { TableClient } from '@azure/data-tables';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTable } from '../../src/azure/table.ts';
import { RegisterUnavailable } from '../../src/store/unavailable.ts';
import { azuriteLocation, newTable, newTableName } from '../fakes/azurite-table.ts';
import { openLossyNetwork, type LossyNetwork } from '../fakes/lossy-network.ts';

const PATIENCE_MS = 20_000;
const isCreation = (seen: string): boolean => seen.startsWith('POST ') && seen.endsWith('/Tables');

describe('opening the table with a role on the table alone', () => {
  let network: LossyNetwork;
  beforeEach(async () => {
    network = await openLossyNetwork(azuriteLocation().connectionString);
    network.meet((seen) => (isCreation(seen) ? 'refuse-403' : 'pass'));
  });
  afterEach(() => network.close());

  const open = (name: string): ReturnType<typeof openTable> =>
    openTable({ kind: 'emulator', connectionString: network.connectionString }, name, PATIENCE_MS);
  /** What the storage said, as the error keeps it. */
  const refusal = async (name: string): Promise<unknown> => {
    const error = await open(name).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(RegisterUnavailable);
    return error instanceof RegisterUnavailable ? error.cause : undefined;
  };

  it('opens a table that is there, although it may not create one', async () => {
    const name = newTableName();
    const before = await newTable(name);
    await before.write({ kind: 'create', row: { partitionKey: 'root', rowKey: 'a' } });
    const table = await open(name);
    expect(network.seen.filter(isCreation)).toHaveLength(1);
    expect(await table.get('root', 'a')).toMatchObject({ rowKey: 'a' });
  });

  it('opens a table that is there and empty', async () => {
    const name = newTableName();
    await newTable(name);
    expect(await (await open(name)).get('root', 'a')).toBeUndefined();
  });

  it('says so when there is no such table', async () => {
    expect(await refusal(newTableName())).toMatchObject({ statusCode: 404 });
  });

  it('says so when it may not read it either', async () => {
    const name = newTableName();
    await newTable(name);
    network.meet(() => 'refuse-403');
    expect(await refusal(name)).toMatchObject({ statusCode: 403 });
  });
});

it('a 404 of anything but a row says nothing of rows: it is trouble, and no row is taken for missing', async () => {
  const name = newTableName();
  const table = await newTable(name);
  expect(await table.get('root', 'a')).toBeUndefined();
  const { connectionString } = azuriteLocation();
  await TableClient.fromConnectionString(connectionString, name, {
    allowInsecureConnection: true,
  }).deleteTable();
  await expect(table.get('root', 'a')).rejects.toBeInstanceOf(RegisterUnavailable);
  const row = { partitionKey: 'root', rowKey: 'a' };
  await expect(table.write({ kind: 'update', row, etag: '*' })).rejects.toBeInstanceOf(RegisterUnavailable);
  await expect(table.transaction([{ kind: 'upsert', row }])).rejects.toBeInstanceOf(RegisterUnavailable);
});

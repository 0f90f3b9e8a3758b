import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createTableLease } from '../../src/azure/table-lease.ts';
import { openTable } from '../../src/azure/table.ts';
import { withLease } from '../../src/mail/sweep/lease.ts';
import { azuriteLocation, newTable, newTableName } from '../fakes/azurite-table.ts';
import { silentLog } from '../fakes/log.ts';
import { openLossyNetwork, type LossyNetwork } from '../fakes/lossy-network.ts';

const log = silentLog();
const TIMES = { leaseMs: 20_000, holdMs: 15_000, renewMs: 5_000, lookMs: 20 };

describe('the lease in a table', () => {
  it('lets three that come at once work one after the other, each with an epoch of its own', async () => {
    const table = await newTable();
    const { signal } = new AbortController();
    let working = 0;
    const turns = [1, 2, 3].map(() =>
      withLease({ lease: createTableLease(table, 'sweep'), log, times: TIMES }, signal, async (_, epoch) => {
        working += 1;
        const most = working;
        await table.range('sweep', '', '~');
        working -= 1;
        return { epoch, most };
      }),
    );
    const ended = await Promise.all(turns);
    expect(ended.map(({ epoch }) => epoch).toSorted((one, other) => one - other)).toEqual([1, 2, 3]);
    expect(ended.map(({ most }) => most)).toEqual([1, 1, 1]);
  });

  it('keeps leases of different names apart', async () => {
    const table = await newTable();
    const term = { owner: 'one', epoch: 1, renewals: 0, expiresAt: new Date() };
    await createTableLease(table, 'sweep').save(term, undefined);
    expect(await createTableLease(table, 'other').load()).toBeUndefined();
  });

  it('saves only on top of what was loaded', async () => {
    const lease = createTableLease(await newTable(), 'sweep');
    const term = { owner: 'one', epoch: 1, renewals: 0, expiresAt: new Date() };
    const first = await lease.save(term, undefined);
    const second = await lease.save({ ...term, renewals: 1 }, first);
    expect(second).toMatchObject({ renewals: 1 });
    expect(await lease.save({ ...term, owner: 'two', epoch: 2 }, first)).toBeUndefined();
    expect(await lease.save({ ...term, owner: 'two' }, undefined)).toBeUndefined();
    expect(await lease.load()).toEqual(second);
  });
});

describe('the lease over a network that loses answers', () => {
  let network: LossyNetwork | undefined;
  afterEach(() => network?.close());

  it.each(['POST', 'PATCH'])('knows its own %s when the SDK sent it again', async (method) => {
    network = await openLossyNetwork(azuriteLocation().connectionString);
    const { connectionString } = network;
    const table = await openTable({ kind: 'emulator', connectionString }, newTableName(), 20_000);
    const lease = createTableLease(table, 'sweep');
    let writes = 0;
    network.meet((what) => {
      if (!what.startsWith(method)) return 'pass';
      writes += 1;
      return writes === 1 ? 'lose-answer' : 'pass';
    });
    const term = { owner: 'one', epoch: 1, renewals: 0, expiresAt: new Date('2026-01-01T00:00:00Z') };
    const created = await lease.save(term, undefined);
    expect(created).toMatchObject(term);
    expect(await lease.save({ ...term, renewals: 1 }, created)).toMatchObject({ renewals: 1 });
    expect(writes).toBe(2);
  });
});

const HOLDER = fileURLToPath(new URL('lease-holder.ts', import.meta.url));

/** A holder in a process of its own. */
interface Holder {
  readonly child: ChildProcess;
  /** Resolves with its first epoch. */
  readonly working: Promise<{ readonly holder: Holder; readonly epoch: number }>;
}

describe('the lease of three processes', () => {
  const holders: Holder[] = [];
  afterEach(() => {
    for (const { child } of holders.splice(0)) child.kill('SIGKILL');
  });

  function start(tableName: string): Holder {
    const { connectionString } = azuriteLocation();
    const child = spawn(process.execPath, [HOLDER, connectionString, tableName], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const holder: Holder = { child, working: firstEpoch() };
    async function firstEpoch(): Promise<{ holder: Holder; epoch: number }> {
      const [line] = await once(createInterface({ input: child.stdout }), 'line');
      return { holder, epoch: Number(line) };
    }
    holders.push(holder);
    return holder;
  }

  it('is taken over by another when its holder is killed', async () => {
    const tableName = newTableName();
    const all = [start(tableName), start(tableName), start(tableName)];
    const first = await Promise.race(all.map(({ working }) => working));
    const left = all.filter((holder) => holder !== first.holder);
    first.holder.child.kill('SIGKILL');
    const second = await Promise.race(left.map(({ working }) => working));
    expect(second.epoch).toBeGreaterThan(first.epoch);
  });
});

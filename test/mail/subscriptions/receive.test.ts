import { describe, expect, it, vi } from 'vitest';
import { createTableSubscriptions } from '../../../src/azure/table-subscriptions.ts';
import { createReceive, type MailNotification } from '../../../src/mail/subscriptions/receive.ts';
import { sha256Of } from '../../../src/mail/subscriptions/keep-subscribed.ts';
import type { SubscriptionStore } from '../../../src/mail/subscriptions/subscriptions.ts';
import { countTable } from '../../fakes/counted-table.ts';
import { silentLog } from '../../fakes/log.ts';
import { createMemoryTable } from '../../../harness/memory-table.ts';

const SECRET = 'the secret of the inbox';
const genuine: MailNotification = { subscriptionId: 'one', clientState: SECRET, kind: 'mail' };
const forged: MailNotification = { ...genuine, clientState: 'guessed' };

async function open() {
  const table = countTable(createMemoryTable());
  const store = createTableSubscriptions(table);
  await subscribe(store, 'one', SECRET);
  let woken = 0;
  let time = 0;
  const log = silentLog();
  const warn = vi.fn<typeof log.warn>();
  const receive = createReceive({
    stores: [store],
    wake: () => void (woken += 1),
    log: Object.assign(log, { warn }),
    now: () => time,
  });
  table.taken();
  const later = (ms: number): void => void (time += ms);
  return { table, store, receive, warn, later, woken: () => woken };
}

async function subscribe(store: SubscriptionStore, id: string, clientState: string): Promise<void> {
  const known = {
    id,
    mailbox: 'aws@company.com',
    url: 'https://rootdesk.company.com/api/notifications',
    clientStateSha256: sha256Of(clientState),
    expiresAt: new Date('2026-11-24T12:00:00Z'),
    due: undefined,
  };
  await store.save('inbox', known, await store.load('inbox'));
}

describe('a notification', () => {
  it('with the client state of a subscription wakes the sweep, and is known by heart from then on', async () => {
    const { receive, woken, table } = await open();
    await receive([genuine]);
    expect(woken()).toBe(1);
    table.taken();
    await receive([genuine, genuine]);
    expect([woken(), table.taken()]).toEqual([2, []]);
  });

  it.each([
    ['a wrong client state', forged],
    ['none', { ...genuine, clientState: '' }],
    ['the hash instead of the secret', { ...genuine, clientState: sha256Of(SECRET) }],
    ['a wrong one, and asks for a new subscription', { ...forged, kind: 'removed' as const }],
  ])('with %s is ignored', async (_, notification) => {
    const { receive, woken, store } = await open();
    await receive([notification]);
    expect(woken()).toBe(0);
    expect(await store.load('inbox')).toMatchObject({ due: undefined });
  });

  it('that is genuine is believed beside one that is not', async () => {
    const { receive, woken } = await open();
    await receive([forged, genuine]);
    expect(woken()).toBe(1);
  });

  it('that nobody believes costs a look into the table a second at most, however many come', async () => {
    const { receive, table } = await open();
    await Promise.all(Array.from({ length: 1_000 }, () => receive([forged])));
    // One look reads one row per folder.
    expect(table.taken()).toEqual(['get', 'get']);
  });

  it('that nobody believes is counted in the log, once for many and without its contents', async () => {
    const { receive, warn } = await open();
    await receive([forged, { ...forged, clientState: 'other' }]);
    for (let count = 0; count < 100; count += 1) await receive([forged]);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith({ ignored: 2 }, expect.any(String));
  });

  it('of a subscription that another copy has just made is believed', async () => {
    const { receive, woken, store, later } = await open();
    await receive([genuine]);
    await subscribe(store, 'two', 'another secret');
    const another = { subscriptionId: 'two', clientState: 'another secret', kind: 'mail' } as const;
    // The first look was for the genuine one; a second is allowed only a second later.
    later(999);
    await receive([another]);
    expect(woken()).toBe(1);
    later(1);
    await receive([another]);
    expect(woken()).toBe(2);
  });

  it('that asks for something is noted for the copy that sweeps', async () => {
    const { receive, woken, store } = await open();
    await receive([{ ...genuine, kind: 'reauthorize' }]);
    expect(await store.load('inbox')).toMatchObject({ due: 'renew' });
    await receive([{ ...genuine, kind: 'removed' }]);
    expect(await store.load('inbox')).toMatchObject({ due: 'create' });
    await receive([{ ...genuine, kind: 'reauthorize' }]);
    expect(await store.load('inbox')).toMatchObject({ due: 'create' });
    expect(woken()).toBe(3);
  });

  it('that asks for something of a former subscription changes nothing in the present one', async () => {
    const { receive, store } = await open();
    await receive([{ ...genuine, subscriptionId: 'former', kind: 'removed' }]);
    expect(await store.load('inbox')).toMatchObject({ id: 'one', due: undefined });
  });
});

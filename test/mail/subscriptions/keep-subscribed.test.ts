import { describe, expect, it } from 'vitest';
import { createTableSubscriptions } from '../../../src/azure/table-subscriptions.ts';
import { createGraphSubscriptions } from '../../../src/graph/graph-subscriptions.ts';
import {
  createKeepSubscribed,
  sha256Of,
  type KeepDeps,
} from '../../../src/mail/subscriptions/keep-subscribed.ts';
import { FOLDERS } from '../../../src/mail/mailbox.ts';
import { silentLog } from '../../fakes/log.ts';
import { createMemoryTable } from '../../../harness/memory-table.ts';
import { startHook, type Hook } from '../../graph/hook.ts';
import { CENTRAL, clientOf, never, startStand, type Stand } from '../../graph/stand.ts';

const HOUR_MS = 60 * 60_000;

/** The subscriptions of one installation, whose copies take turns. */
function installation(stand: Stand, hook: Hook) {
  const store = createTableSubscriptions(createMemoryTable());
  const subscriptions = createGraphSubscriptions({ client: clientOf(stand), mailbox: CENTRAL });
  let aheadMs = 0;
  let woken = 0;
  return {
    store,
    subscriptions,
    woken: () => woken,
    pass: (hours: number) => void (aheadMs += hours * HOUR_MS),
    /** A copy whose turn begins. */
    turn: (differing: Partial<KeepDeps> = {}) => {
      const keep = createKeepSubscribed({
        subscriptions,
        store,
        mailbox: CENTRAL,
        url: hook.url,
        wake: () => void (woken += 1),
        clock: () => new Date(Date.now() + aheadMs),
        log: silentLog(),
        ...differing,
      });
      return () => keep(never());
    },
    stored: () => Promise.all(FOLDERS.map((folder) => store.load(folder))),
  };
}

const ids = (stand: Stand): readonly string[] => stand.subscriptions.list().map(({ id }) => id);
const asked = (stand: Stand, method: string): number =>
  stand.faults.requests.filter((each) => each.method === method && each.target.includes('/subscriptions'))
    .length;

describe('a copy whose turn it is', () => {
  it('subscribes to inbox and junk, has what came before swept, and then leaves Graph alone', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const { turn, woken } = installation(stand, hook);
    const keep = turn();
    await keep();
    expect(stand.subscriptions.list().map(({ folder }) => folder)).toEqual(
      expect.arrayContaining([...FOLDERS]),
    );
    expect(stand.subscriptions.list()).toHaveLength(2);
    expect(woken()).toBe(2);
    const before = stand.faults.requests.length;
    await keep();
    expect(stand.faults.requests).toHaveLength(before);
  });

  it('makes a secret of its own for each, of which the table has only the hash', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const { turn, stored } = installation(stand, hook);
    await turn()();
    const secrets = stand.subscriptions.list().map(({ clientState = '' }) => clientState);
    expect(new Set(secrets).size).toBe(2);
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
    const rows = JSON.stringify(await stored());
    for (const secret of secrets) {
      expect(rows).toContain(sha256Of(secret));
      expect(rows).not.toContain(secret);
    }
  });

  it('renews in time, with a day and a half in hand, and keeps the subscription', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const { turn, pass, stored } = installation(stand, hook);
    const keep = turn();
    await keep();
    const [before, first] = [ids(stand), await stored()];
    pass(11);
    await keep();
    expect(asked(stand, 'PATCH')).toBe(0);
    pass(2);
    await keep();
    expect(asked(stand, 'PATCH')).toBe(2);
    expect(ids(stand)).toEqual(before);
    for (const [index, now] of (await stored()).entries()) {
      const gained = (now?.expiresAt.getTime() ?? 0) - (first[index]?.expiresAt.getTime() ?? 0);
      expect(gained).toBeGreaterThanOrEqual(13 * HOUR_MS);
    }
  });

  it('finds what an earlier copy made, and proves once that it is still there', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const { turn } = installation(stand, hook);
    await turn()();
    const before = ids(stand);
    const next = turn();
    await next();
    await next();
    expect([ids(stand), asked(stand, 'PATCH')]).toEqual([before, 2]);
  });

  it('subscribes again when Graph has forgotten, when it ran out, and when Graph said that it was removed', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const { turn, pass, store } = installation(stand, hook);
    const keep = turn();
    await keep();
    const first = ids(stand);

    stand.subscriptions.forget();
    pass(13);
    await keep();
    const second = ids(stand);
    expect(second).toHaveLength(2);

    pass(49);
    await keep();
    const third = ids(stand);
    expect(third).toHaveLength(2);

    const inbox = await store.load('inbox');
    if (inbox === undefined) throw new Error('nothing is stored');
    await store.save('inbox', { ...inbox, due: 'create' }, inbox);
    await keep();
    const fourth = ids(stand);
    expect(fourth).toHaveLength(2);
    expect(new Set([...first, ...second, ...third]).size).toBe(6);
    expect(third.filter((id) => fourth.includes(id))).toHaveLength(1);
    expect(await store.load('inbox')).toMatchObject({ due: undefined });
  });

  it('renews when Graph asks for it, however long it would last', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const { turn, store } = installation(stand, hook);
    const keep = turn();
    await keep();
    const junk = await store.load('junkemail');
    if (junk === undefined) throw new Error('nothing is stored');
    await store.save('junkemail', { ...junk, due: 'renew' }, junk);
    await keep();
    await keep();
    expect(asked(stand, 'PATCH')).toBe(1);
    expect(await store.load('junkemail')).toMatchObject({ id: junk.id, due: undefined });
  });

  it('subscribes anew at another address, and ends the former ones', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    await using other = await startHook();
    const { turn } = installation(stand, hook);
    await turn()();
    await turn({ url: other.url })();
    expect(stand.subscriptions.list().map(({ notificationUrl }) => notificationUrl)).toEqual([
      other.url,
      other.url,
    ]);
  });

  it('ends what a copy made that died before it wrote it down', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const { turn, subscriptions } = installation(stand, hook);
    const expiresAt = new Date(Date.now() + HOUR_MS);
    await subscriptions.create('inbox', { url: hook.url, clientState: 'lost', expiresAt }, never());
    await turn()();
    expect(stand.subscriptions.list()).toHaveLength(2);
    expect(stand.subscriptions.list().map(({ clientState }) => clientState)).not.toContain('lost');
  });

  it('of two copies that believe it is their turn, one has its subscriptions kept', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const { turn, stored } = installation(stand, hook);
    await Promise.all([turn()(), turn()()]);
    const known = new Set((await stored()).map((each) => each?.id));
    expect(new Set(ids(stand))).toEqual(known);
  });

  it('keeps the subscription that it wrote down although the storage reports a conflict with that write', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const { turn, store, stored } = installation(stand, hook);
    const repeating: typeof store = {
      ...store,
      async save(folder, known, since) {
        await store.save(folder, known, since);
        // The SDK sends a write again whose answer was lost, and meets its own success.
        return false;
      },
    };
    await turn({ store: repeating })();
    expect(ids(stand)).toHaveLength(2);
    expect((await stored()).flatMap((each) => each?.id ?? []).toSorted()).toEqual(ids(stand).toSorted());
  });

  it('is not stopped by a folder that Graph refuses; the next call tries again', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const { turn, woken } = installation(stand, hook);
    const keep = turn();
    hook.manner = 'refuse';
    await keep();
    expect([ids(stand), woken()]).toEqual([[], 0]);
    hook.manner = 'echo';
    stand.faults.next({ kind: 'error', status: 500 });
    await keep();
    expect(ids(stand)).toHaveLength(1);
    await keep();
    expect(ids(stand)).toHaveLength(2);
  });

  it('ends its subscriptions when there is no public address any more', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const { turn, stored } = installation(stand, hook);
    await turn()();
    await turn({ url: undefined })();
    expect([ids(stand), await stored()]).toEqual([[], [undefined, undefined]]);
  });
});

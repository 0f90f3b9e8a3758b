import { describe, expect, it } from 'vitest';
import { createTableWakeUpSignal } from '../../src/azure/table-wake-up-signal.ts';
import { createTableSubscriptions } from '../../src/azure/table-subscriptions.ts';
import { createGraphSubscriptions } from '../../src/graph/graph-subscriptions.ts';
import { MailboxUnavailable } from '../../src/mail/mailbox.ts';
import type { KnownSubscription, Subscriptions } from '../../src/mail/subscriptions/subscriptions.ts';
import { startHook, type Hook } from '../graph/hook.ts';
import { CENTRAL, clientOf, mailTo, never, PAY, ROOT, startStand, type Stand } from '../graph/stand.ts';
import { openOwnTable } from './storage.ts';

const HOUR_MS = 60 * 60_000;
const inHours = (hours: number): Date => new Date(Date.now() + hours * HOUR_MS);

const portOf = (stand: Stand, mailbox = CENTRAL): Subscriptions =>
  createGraphSubscriptions({ client: clientOf(stand), mailbox });
const form = ({ url }: Hook, hours = 48) => ({ url, clientState: 'secret', expiresAt: inHours(hours) });

describe('a subscription', () => {
  it('tells of each mail in its folder, new or moved there, by immutable id and with its client state', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const { id } = await portOf(stand).create('inbox', form(hook), never());
    await stand.deliver(mailTo(PAY), [PAY], { folder: 'junkemail' });
    await stand.deliver(mailTo(PAY), [PAY]);
    const [moved = ''] = stand.hands.list('junkemail');
    await stand.hands.move(moved, 'inbox');
    await stand.subscriptions.settled();
    expect(hook.told).toHaveLength(2);
    for (const each of hook.told) {
      expect(each).toMatchObject({ subscriptionId: id, clientState: 'secret', changeType: 'created' });
    }
    const ids = hook.told.map(({ resourceData }) => resourceData);
    expect(ids).toContainEqual(expect.objectContaining({ id: moved }));
  });

  it('is asked for once an address, which has to give the token back', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    await portOf(stand).create('inbox', form(hook), never());
    expect(hook.asked).toBe(1);
  });

  it.each(['encoded', 'json', 'refuse', 'cut'] as const)(
    'is not made when the address answers badly (%s), and the remedy names the setting',
    async (manner) => {
      await using stand = await startStand();
      await using hook = await startHook();
      hook.manner = manner;
      const refused = portOf(stand).create('inbox', form(hook), never());
      await expect(refused).rejects.toThrow(MailboxUnavailable);
      await expect(refused).rejects.toMatchObject({ remedy: expect.stringContaining('PUBLIC_URL') });
      expect(stand.subscriptions.list()).toEqual([]);
    },
  );

  it('is not made for longer than Graph allows, nor on another mailbox', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    await expect(portOf(stand).create('inbox', form(hook, 24 * 7 + 1), never())).rejects.toThrow(
      MailboxUnavailable,
    );
    await expect(portOf(stand, ROOT).create('inbox', form(hook), never())).rejects.toThrow(
      MailboxUnavailable,
    );
  });

  it('is renewed, and told of what Graph wants of it', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const port = portOf(stand);
    const made = await port.create('junkemail', form(hook), never());
    const later = inHours(72);
    expect(await port.renew(made.id, later, never())).toEqual({ id: made.id, expiresAt: later });
    await stand.subscriptions.tell('reauthorizationRequired');
    expect(hook.told).toMatchObject([{ subscriptionId: made.id, lifecycleEvent: 'reauthorizationRequired' }]);
  });

  it('that Graph does not know any more is not renewed, and its end is no error', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const port = portOf(stand);
    const { id } = await port.create('inbox', form(hook), never());
    await port.remove(id, never());
    await stand.deliver(mailTo(PAY), [PAY]);
    await stand.subscriptions.settled();
    expect(hook.told).toEqual([]);
    expect(await port.renew(id, inHours(1), never())).toBeUndefined();
    await port.remove(id, never());
  });

  it('is listed by folder and address', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    await using other = await startHook();
    const port = portOf(stand);
    const made = await port.create('inbox', form(hook), never());
    await port.create('inbox', form(other), never());
    await port.create('junkemail', form(hook), never());
    expect(await port.list('inbox', hook.url, never())).toEqual([made]);
  });

  it('is neither made, renewed, ended nor listed while Graph is down', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const port = portOf(stand);
    stand.faults.always('subscriptions', { kind: 'error', status: 500 });
    await expect(port.create('inbox', form(hook), never())).rejects.toThrow(MailboxUnavailable);
    await expect(port.renew('x', inHours(1), never())).rejects.toThrow(MailboxUnavailable);
    await expect(port.remove('x', never())).rejects.toThrow(MailboxUnavailable);
    await expect(port.list('inbox', hook.url, never())).rejects.toThrow(MailboxUnavailable);
  });

  it('ends with the reason of whoever stopped it', async () => {
    await using stand = await startStand();
    await using hook = await startHook();
    const reason = new Error('stopped');
    const aborted = AbortSignal.abort(reason);
    await expect(portOf(stand).create('inbox', form(hook), aborted)).rejects.toBe(reason);
  });
});

describe('what is known of a subscription', () => {
  const KNOWN: KnownSubscription = {
    id: 'one',
    mailbox: CENTRAL,
    url: 'https://rootdesk.company.com/api/notifications',
    clientStateSha256: 'a'.repeat(64),
    expiresAt: new Date('2026-11-24T12:00:00.000Z'),
    due: undefined,
  };

  it('is found again by any copy, each folder’s by itself, until it is forgotten', async () => {
    const table = await openOwnTable();
    expect(await createTableSubscriptions(table).save('inbox', KNOWN, undefined)).toBe(true);
    const store = createTableSubscriptions(table);
    expect(await store.load('inbox')).toEqual({ ...KNOWN, version: expect.any(String) });
    expect(await store.load('junkemail')).toBeUndefined();
    await store.forget('inbox');
    await store.forget('inbox');
    expect(await store.load('inbox')).toBeUndefined();
  });

  it('is saved only on top of what was loaded, and what is due can be taken away again', async () => {
    const store = createTableSubscriptions(await openOwnTable());
    await store.save('inbox', KNOWN, undefined);
    const first = await store.load('inbox');
    expect(await store.save('inbox', { ...KNOWN, due: 'create' }, first)).toBe(true);
    expect(await store.save('inbox', { ...KNOWN, id: 'two' }, first)).toBe(false);
    expect(await store.save('inbox', { ...KNOWN, id: 'two' }, undefined)).toBe(false);
    const second = await store.load('inbox');
    expect(second).toMatchObject({ id: 'one', due: 'create' });
    expect(await store.save('inbox', { ...KNOWN, id: 'three' }, second)).toBe(true);
    expect(await store.load('inbox')).toMatchObject({ id: 'three', due: undefined });
  });
});

it('a bell sounds different after every ring, for every copy', async () => {
  const table = await openOwnTable();
  const [one, other] = [createTableWakeUpSignal(table), createTableWakeUpSignal(table)];
  expect(await one.heard()).toBeUndefined();
  await one.ring();
  const first = await other.heard();
  expect(await one.heard()).toBe(first);
  await other.ring();
  expect([undefined, first]).not.toContain(await one.heard());
});

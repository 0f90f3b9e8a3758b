import type { Cursors } from '../mail/ledger.ts';
import { FIRST_MAILBOX, type MailboxPlace } from '../mail/mailbox-name.ts';
import type { SubscriptionStore } from '../mail/subscriptions/subscriptions.ts';
import { createTableCursors, mailboxOfCursor } from './table-cursors.ts';
import { createTableSubscriptions } from './table-subscriptions.ts';
import type { Table } from './table.ts';

/** A central mailbox and what is kept of it. */
export interface KeptMailbox extends MailboxPlace {
  readonly cursors: Cursors;
  readonly subscriptions: SubscriptionStore;
}

/** The central mailboxes, in the order of the addresses. A few point reads. @throws {RegisterUnavailable} */
export async function openKeptMailboxes(
  table: Table,
  addresses: readonly string[],
  clock: () => Date,
): Promise<readonly KeptMailbox[]> {
  const first = await firstOf(table, addresses);
  return addresses.map((address) => {
    const name = address === first ? FIRST_MAILBOX : address;
    return {
      name,
      address,
      cursors: createTableCursors(table, clock, { name, address }),
      subscriptions: createTableSubscriptions(table, name),
    };
  });
}

/**
 * Whose messages have ids that name no mailbox. That does not change with the order of the setting: it would make every message another
 * one. Whose place is free is the first address that has no name of its own yet, which is also what a mailbox becomes whose only address
 * was changed.
 */
async function firstOf(table: Table, addresses: readonly string[]): Promise<string | undefined> {
  const known = await mailboxOfCursor(table, 'inbox', FIRST_MAILBOX);
  const holder = addresses.find((address) => address === known?.mailbox);
  if (holder !== undefined) return holder;
  const own = await Promise.all(addresses.map((address) => mailboxOfCursor(table, 'inbox', address)));
  return addresses.find((_, index) => own[index] === undefined);
}

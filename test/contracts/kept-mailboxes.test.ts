import { expect, it } from 'vitest';
import { openKeptMailboxes } from '../../src/azure/kept-mailboxes.ts';
import { createTableCursors } from '../../src/azure/table-cursors.ts';
import type { Table } from '../../src/azure/table.ts';
import { idIn, placeOfMessage } from '../../src/mail/mailbox-name.ts';
import { openOwnTable } from './storage.ts';

const clock = (): Date => new Date('2026-11-22T12:00:00Z');
const [A, B, C] = ['aws@company.com', 'aws2@company.com', 'aws3@company.com'];

/** What the setting's mailboxes are called, after a sweep with each of the settings before. */
async function namesOf(
  table: Table,
  ...settings: readonly (readonly string[])[]
): Promise<readonly string[]> {
  let names: readonly string[] = [];
  for (const addresses of settings) {
    const kept = await openKeptMailboxes(table, addresses, clock);
    names = kept.map(({ name }) => name);
    for (const { address, cursors } of kept) {
      await cursors.save('inbox', `/users/${address}/delta`, await cursors.load('inbox'));
    }
  }
  return names;
}

it.each([
  ['alone it has no name', [[A]], ['']],
  ['of several the first one has none', [[A, B]], ['', B]],
  ['also when others stand before it', [[A], [B, A]], [B, '']],
  ['when it goes, the others keep theirs', [[A, B], [B]], [B]],
  ['and when it comes back, it is what it was', [[A, B], [B], [C, B, A]], [C, B, '']],
  ['a new address takes the place of the one that is gone', [[A], [B]], ['']],
  [
    'also beside others',
    [
      [A, B],
      [B, C],
    ],
    [B, ''],
  ],
])('a central mailbox is named once: %s', async (_, settings, names) => {
  expect(await namesOf(await openOwnTable(), ...settings)).toEqual(names);
});

it('a cursor from before mailboxes were named is that of the first one', async () => {
  const table = await openOwnTable();
  await createTableCursors(table, clock).save('inbox', '/users/x/delta', undefined);
  const [first, second] = await openKeptMailboxes(table, [A, B], clock);
  expect([first?.name, second?.name]).toEqual(['', B]);
  expect(await first?.cursors.load('inbox')).toMatchObject({ cursor: '/users/x/delta' });
});

it('a cursor that leads into another mailbox is not followed, and is replaced', async () => {
  const table = await openOwnTable();
  await namesOf(table, [A]);
  const [renamed] = await openKeptMailboxes(table, [B], clock);
  const stored = await renamed?.cursors.load('inbox');
  expect(stored).toMatchObject({ cursor: undefined });
  await renamed?.cursors.save('inbox', '/users/b/delta', stored);
  expect(await renamed?.cursors.load('inbox')).toMatchObject({ cursor: '/users/b/delta' });
});

it.each([
  ['', 'AAkALgAA/+x='],
  [B, 'AAkALgAA-_x='],
  [B, 'AAkA/LgAA'],
])('an id tells its mailbox: %s %s', (mailbox, id) => {
  expect(placeOfMessage(idIn(mailbox, id))).toEqual({ mailbox, id });
});

import { describe, expect, it } from 'vitest';
import { createTableConversations } from '../../src/azure/table-conversations.ts';
import { createTableLedger } from '../../src/azure/table-ledger.ts';
import { LEDGER } from '../../src/azure/keys.ts';
import type { Table } from '../../src/azure/table.ts';
import { whenAfter } from '../../src/messages/queue.ts';
import { isHidden, type LedgerEntry } from '../../src/mail/ledger.ts';
import { collect } from '../fakes/collect.ts';
import { countTable } from '../fakes/counted-table.ts';
import { silentLog } from '../fakes/log.ts';
import { openOwnTable } from './storage.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

function entry(
  messageId: string,
  aliasId: string | undefined,
  change: Partial<LedgerEntry> = {},
): LedgerEntry {
  return {
    id: `${messageId}:${aliasId ?? 'triage'}`,
    messageId,
    aliasId,
    triageReason: aliasId === undefined ? { code: 'no-alias' } : undefined,
    receivedAt: NOW,
    category: 'billing',
    severity: 'info',
    genuine: 'yes',
    withheld: true,
    announced: false,
    accountId: '012345678901',
    readable: true,
    ...change,
  };
}

async function waiting(table: Table): Promise<readonly LedgerEntry[]> {
  const due = await collect(createTableLedger(table, silentLog()).waiting.due(new Date()));
  return due.map(({ job }) => job);
}

describe('the ledger in the table', () => {
  it('knows what was recorded, and gives it back as it was', async () => {
    const table = await openOwnTable();
    const ledger = createTableLedger(table, silentLog());
    const entries = [
      entry('one', 'alias-1'),
      entry('three', 'alias-1', { withheld: false, announced: true }),
      entry('two', undefined, { withheld: false, readable: false }),
    ];
    await ledger.record(entries);
    expect(await ledger.known(['one', 'two', 'four'])).toEqual(new Set(['one', 'two']));
    const found = (await waiting(table)).toSorted((left, right) => left.id.localeCompare(right.id));
    expect(found).toEqual(entries);
  });

  it('reads rows from before mail was announced, and says that it cannot tell', async () => {
    const table = await openOwnTable();
    const ledger = createTableLedger(table, silentLog());
    const old = entry('one', 'alias-1', { withheld: false, announced: undefined });
    await ledger.record([old]);
    expect(await waiting(table)).toEqual([old]);
    expect(isHidden(old)).toBe(true);
    expect(isHidden({ ...old, genuine: 'no' })).toBe(false);
    expect(isHidden({ ...old, announced: false })).toBe(false);
  });

  it('tells messages apart whose ids differ in case alone, or hold what keys forbid', async () => {
    const table = await openOwnTable();
    const ledger = createTableLedger(table, silentLog());
    await ledger.record([entry('AAMkAD/x=#?', 'alias-1')]);
    expect(await ledger.known(['aamkad/x=#?', 'AAMkAD/x=#?'])).toEqual(new Set(['AAMkAD/x=#?']));
  });

  it('leaves what is in it as it is: a message that comes again is not delivered again', async () => {
    const table = await openOwnTable();
    const ledger = createTableLedger(table, silentLog());
    await ledger.record([entry('one', 'alias-1')]);
    const [item] = await collect(ledger.waiting.due(new Date()));
    const claimed = item && (await ledger.waiting.claim(item, whenAfter(new Date(), 60_000)));
    if (claimed === undefined) throw new Error('it was not claimed');
    await ledger.waiting.done(claimed, 'told');
    await ledger.record([entry('one', 'alias-1'), entry('two', 'alias-1')]);
    expect((await waiting(table)).map(({ messageId }) => messageId)).toEqual(['two']);
  });

  it('of two sweeps that record the same page, each message is delivered once', async () => {
    const table = await openOwnTable();
    const page = Array.from({ length: 30 }, (_, index) => entry(`message ${index}`, 'alias-1'));
    await Promise.all([1, 2, 3].map(() => createTableLedger(table, silentLog()).record(page)));
    expect(await waiting(table)).toHaveLength(30);
  });

  it('takes more messages at once than a transaction holds', async () => {
    const table = await openOwnTable();
    const page = Array.from({ length: 120 }, (_, index) => entry(`message ${index}`, 'alias-1'));
    await createTableLedger(table, silentLog()).record(page);
    expect(await waiting(table)).toHaveLength(120);
  });

  it('takes a mail to more aliases than a transaction holds, also when it was cut short in the middle', async () => {
    const table = await openOwnTable();
    const ledger = createTableLedger(table, silentLog());
    const entries = Array.from({ length: 130 }, (_, index) => entry('one', `alias-${index}`));
    // An alias less was registered when the first attempt wrote down its first part.
    await ledger.record(entries.slice(1, 10));
    await ledger.record(entries);
    expect((await ledger.known(['one'])).size).toBe(1);
    expect((await waiting(table)).map(({ id }) => id).toSorted()).toEqual(
      entries.map(({ id }) => id).toSorted(),
    );
    const plenty = createTableLedger(await openOwnTable(), silentLog());
    await plenty.record(entries);
    expect(await collect(plenty.waiting.due(new Date()))).toHaveLength(130);
  });

  it('delivers the oldest first', async () => {
    const table = await openOwnTable();
    const ledger = createTableLedger(table, silentLog());
    const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 22, hour));
    await ledger.record([3, 1, 2].map((hour) => entry(`at ${hour}`, 'a', { receivedAt: at(hour) })));
    expect((await waiting(table)).map(({ messageId }) => messageId)).toEqual(['at 1', 'at 2', 'at 3']);
  });

  it('keeps how the delivery ended beside the entry', async () => {
    const table = await openOwnTable();
    const ledger = createTableLedger(table, silentLog());
    await ledger.record([entry('one', 'alias-1')]);
    const [item] = await collect(ledger.waiting.due(new Date()));
    if (item === undefined) throw new Error('nothing waits');
    await ledger.waiting.done(item, 'fell-back');
    const rows = await table.range(LEDGER, 'e-', 'e-~');
    expect(rows).toMatchObject([{ entry_id: 'one:alias-1', ended: 'fell-back' }]);
  });

  it('asks once for a page of new messages, and finds old ones that an older version recorded', async () => {
    const counted = countTable(await openOwnTable());
    const ledger = createTableLedger(counted, silentLog());
    const now = new Date();
    const ids = Array.from({ length: 50 }, (_, index) => `message ${index}`);
    const [first = '', second = ''] = ids;
    await ledger.record([entry(first, 'alias-1', { receivedAt: now })]);
    counted.taken();
    const all = new Map(ids.map((id) => [id, now]));
    expect(await ledger.known(ids, all)).toEqual(new Set([first]));
    expect(counted.taken()).toEqual(['range of 1']);
    // As versions did that had no rows in the order of time.
    const rows = await counted.range(LEDGER, '~received:', '~received:~');
    for (const { rowKey } of rows) await counted.write({ kind: 'delete', partition: LEDGER, key: rowKey });
    expect(await ledger.known([first, second])).toEqual(new Set([first]));
    const longAgo = new Map(ids.map((id) => [id, new Date('2026-01-01T00:00:00Z')]));
    expect(await ledger.known([first, second], longAgo)).toEqual(new Set([first]));
    // Not found, but not written a second time either.
    expect(await ledger.known([first], all)).toEqual(new Set());
    await ledger.record([
      entry(first, 'alias-1', { receivedAt: now }),
      entry(first, 'alias-2', { receivedAt: now }),
    ]);
    expect((await waiting(counted)).map(({ id }) => id)).toEqual([`${first}:alias-1`]);
  });

  it('has the same content delivered once to each alias, whoever records it when', async () => {
    const table = await openOwnTable();
    const ledger = createTableLedger(table, silentLog());
    const same = (...ids: string[]): Map<string, string> => new Map(ids.map((id) => [id, 'digest']));
    // Two copies on one page, one on the next, one by two sweeps at once, one to an alias more.
    await ledger.record([entry('one', 'a'), entry('two', 'a')], same('one', 'two'));
    await ledger.record([entry('three', 'a')], same('three'));
    await Promise.all([
      createTableLedger(table, silentLog()).record([entry('four', 'a')], same('four')),
      createTableLedger(table, silentLog()).record(
        [entry('four', 'a'), entry('five', 'a')],
        same('four', 'five'),
      ),
    ]);
    await ledger.record([entry('six', 'a'), entry('six', 'b')], same('six'));
    expect((await waiting(table)).map(({ id }) => id).toSorted()).toEqual(['one:a', 'six:b']);
    for (const id of ['two', 'three', 'four', 'five', 'six']) {
      expect(await ledger.state(`${id}:a`)).toMatchObject({ entry: { messageId: id }, ended: 'copy' });
    }
    expect((await ledger.latest('a', 10)).map(({ entry: { id } }) => id)).toEqual(['one:a']);
    expect((await ledger.known(['one', 'two', 'three', 'four', 'five', 'six'])).size).toBe(6);
  });

  it('has a message without a digest delivered whatever it is like', async () => {
    const table = await openOwnTable();
    const ledger = createTableLedger(table, silentLog());
    await ledger.record([entry('forged', 'a')]);
    await ledger.record([entry('genuine', 'a')], new Map([['genuine', 'digest']]));
    await ledger.record([entry('forged again', 'a')]);
    expect(await waiting(table)).toHaveLength(3);
  });

  it('has one entry wait for all that share a card, and ends them together', async () => {
    const table = await openOwnTable();
    const ledger = createTableLedger(table, silentLog());
    const shared = (aliasId: string, ...others: string[]): LedgerEntry =>
      entry('one', aliasId, { sharesCardWith: others });
    await ledger.record([shared('a', 'b'), shared('b', 'a'), entry('one', 'c')]);
    const due = await collect(ledger.waiting.due(new Date()));
    expect(due.map(({ job }) => job.id).toSorted()).toEqual(['one:a', 'one:c']);
    const lead = due.find(({ job }) => job.aliasId === 'a');
    const claimed = lead && (await ledger.waiting.claim(lead, whenAfter(new Date(), 60_000)));
    if (claimed === undefined) throw new Error('it was not claimed');
    expect(claimed.job.sharesCardWith).toEqual(['b']);
    const copy = { serviceUrl: 'https://smba.example/', conversationId: '19:x', activityId: '1' };
    await ledger.waiting.done(claimed, 'told', [copy]);
    const conversations = createTableConversations(table);
    for (const [id, others] of [
      ['one:a', ['b']],
      ['one:b', ['a']],
    ] as const) {
      expect((await ledger.state(id))?.ended).toBe('told');
      expect(await conversations.copies(id)).toEqual([{ ...copy, look: { sharesCardWith: others } }]);
    }
    expect((await ledger.state('one:c'))?.ended).toBeUndefined();
  });
});

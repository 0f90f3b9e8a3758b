import { describe, expect, it } from 'vitest';
import { createTableLedger } from '../../src/azure/ledger.ts';
import { LEDGER } from '../../src/azure/keys.ts';
import type { Table } from '../../src/azure/table.ts';
import { isHidden, type LedgerEntry } from '../../src/mail/ledger.ts';
import { collect } from '../fakes/collect.ts';
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
    triageReason: aliasId === undefined ? 'Nobody has it.' : undefined,
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
  return due.map(({ task }) => task);
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

  it('leaves what stands in it as it is: a message that comes again is not delivered again', async () => {
    const table = await openOwnTable();
    const ledger = createTableLedger(table, silentLog());
    await ledger.record([entry('one', 'alias-1')]);
    const [item] = await collect(ledger.waiting.due(new Date()));
    const claimed = item && (await ledger.waiting.claim(item, new Date(Date.now() + 60_000)));
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
});

import * as fc from '../fast-check.ts';
import { describe, expect, it } from 'vitest';
import { addressPart, exactly, key, keyOf } from '../../src/azure/keys.ts';
import { markRow } from '../../src/azure/rows/mark-row.ts';
import { createTableConversations } from '../../src/azure/table-conversations.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { foldAddress, newId } from '../../src/shared/identifiers.ts';
import { ADA, added, allottedAlias, auditOf, freeAlias, PAYMENTS } from '../fakes/aliases.ts';
import { newTable } from '../fakes/azurite-table.ts';
import { linkChannel } from '../fakes/company.ts';

const FORBIDDEN = /[/\\#?\p{Cc}]/u;
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii' }));

describe('a key', () => {
  it('holds nothing that keys forbid, whatever it is made of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const part of [keyOf(text), exactly(text), addressPart(text)])
          expect(part).not.toMatch(FORBIDDEN);
      }),
    );
  });

  it('of a name that clients choose is another for every other name', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(exactly(one) === exactly(other)).toBe(one === other);
        expect(exactly(one.toLowerCase()) === exactly(one)).toBe(one.toLowerCase() === one);
      }),
    );
  });

  it('of an address folds ASCII letters and nothing else', () => {
    expect(addressPart('ADA@Company.com ')).toBe(addressPart('ada@company.com'));
    for (const lookalike of ['ma\u212Aer@company.com', '\u0130da@company.com', 'ma\uFF4Ber@company.com']) {
      expect(addressPart(lookalike)).not.toBe(addressPart('maker@company.com'));
      expect(addressPart(lookalike)).not.toBe(addressPart('ida@company.com'));
      expect(foldAddress(lookalike)).toBe(lookalike);
    }
  });
});

describe('a mark', () => {
  const note = (name: string, version: string | undefined, text: string) =>
    ({ id: newId(), marks: [{ name, version, text }], audit: [auditOf(undefined)] }) as const;

  it('of a name in another case is another mark', async () => {
    const register = createTableRegister(await newTable());
    expect(await register.commit(note('once "Run-A"', undefined, 'one'))).toEqual({ kind: 'committed' });
    expect(await register.mark('once "run-a"')).toBeUndefined();
    expect(await register.commit(note('once "run-a"', undefined, 'two'))).toEqual({ kind: 'committed' });
    expect((await register.mark('once "Run-A"'))?.value).toBe('one');
    expect((await register.mark('once "run-a"'))?.value).toBe('two');
  });

  it('that an earlier version wrote is found by its own name and by no other, and replaced where it is', async () => {
    const table = await newTable();
    const register = createTableRegister(table);
    const name = 'once "Run-A"';
    await table.write({ kind: 'create', row: markRow(name, 'old', key.foldedMark(name)) });
    const found = await register.mark(name);
    expect(found?.value).toBe('old');
    expect(await register.mark('once "run-a"')).toBeUndefined();
    expect(await register.commit(note('once "run-a"', undefined, 'mine'))).toEqual({ kind: 'committed' });
    expect(await register.commit(note(name, found?.version, 'new'))).toEqual({ kind: 'committed' });
    expect((await register.mark(name))?.value).toBe('new');
    expect((await register.mark('once "run-a"'))?.value).toBe('mine');
    expect(await register.commit(note(name, found?.version, 'late'))).toEqual({ kind: 'stale' });
  });
});

describe('an id', () => {
  it('in another case finds nothing', async () => {
    const register = createTableRegister(await newTable());
    await linkChannel(register);
    await added(register, allottedAlias(freeAlias()));
    expect((await register.channel(PAYMENTS))?.value.id).toBe(PAYMENTS);
    expect(await register.aliasesOfChannel(PAYMENTS)).toHaveLength(1);
    const other = PAYMENTS.replace('payments', 'Payments');
    expect(await register.channel(other)).toBeUndefined();
    expect(await register.aliasesOfChannel(other)).toEqual([]);
    // An address is no id.
    expect(await register.aliasesOfOwner(ADA.mail.toUpperCase())).toHaveLength(1);
  });

  it('of a message tells its cards from those of one that differs in case, and finds those from before', async () => {
    const table = await newTable();
    const conversations = createTableConversations(table);
    const copy = (activityId: string) => ({ serviceUrl: 'https://teams', conversationId: 'c', activityId });
    await conversations.rememberCopy('AAMkAGa=:alias', copy('1'));
    await conversations.rememberCopy('AAMkAGA=:alias', copy('2'));
    expect((await conversations.copies('AAMkAGa=:alias')).map(({ activityId }) => activityId)).toEqual(['1']);
    const old = { conversation_id: 'c', activity_id: '3', service_url: 'https://teams', look: '' };
    const rowKey = `~copy:${keyOf('AAMkAGa=:alias')}:3`;
    await table.write({ kind: 'create', row: { partitionKey: 'ledger', rowKey, ...old } });
    expect(await conversations.copies('AAMkAGa=:alias')).toHaveLength(2);
  });
});

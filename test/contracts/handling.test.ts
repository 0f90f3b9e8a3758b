import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseChange } from '../../src/mail/cases/case-register.ts';
import type { Register } from '../../src/register.ts';
import { createTableConversations } from '../../src/azure/table-conversations.ts';
import { indexLookedAt } from '../../src/azure/index-looked-at.ts';
import { ROOT } from '../../src/azure/keys.ts';
import { createTableLedger } from '../../src/azure/table-ledger.ts';
import { createTableOutbox } from '../../src/azure/table-outbox.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import type { Table } from '../../src/azure/table.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { untouched, withReveal, type Handling } from '../../src/mail/cases/handling.ts';
import { collect } from '../fakes/collect.ts';
import { ADA, auditOf, BEA } from '../fakes/aliases.ts';
import { newTable } from '../fakes/azurite-table.ts';
import { silentLog } from '../fakes/log.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';
import { ENTRY, WANTED } from '../cards/mail-samples.ts';

const drivers: readonly { name: string; open: () => Promise<Table> }[] = [
  { name: 'Azurite', open: () => newTable() },
  { name: 'memory', open: async () => createMemoryTable() },
];
const AT = new Date('2026-11-22T19:44:00Z');

describe.each(drivers)('what is done with mail, on $name', ({ open }) => {
  let table: Table;
  let register: Register;
  beforeEach(async () => {
    table = await open();
    register = createTableRegister(table);
  });

  const fresh = untouched(ENTRY.id, ENTRY.aliasId);
  const change = (after: Handling, before?: Awaited<ReturnType<Register['handling']>>): CaseChange => ({
    id: newId(),
    handlings: [{ before, after }],
    audit: [auditOf(undefined)],
  });

  it('is read as it was written', async () => {
    const full: Handling = {
      ...withReveal(fresh, {
        ...WANTED,
        state: 'over',
        answered: { by: BEA, at: AT },
        shownAt: AT,
        ended: { at: AT, because: 'time' },
      }),
      acknowledged: { by: ADA, at: AT },
      awaitedSince: AT,
      escalated: [{ level: 'owner', at: AT }],
      accountConfirmed: { by: BEA, at: AT },
      deadSince: AT,
      triaged: { by: ADA, at: AT, address: 'aws_1@company.com' },
    };
    await register.commit(change(full));
    expect((await register.handling(ENTRY.id))?.value).toEqual(full);
    await register.commit(change(fresh, await register.handling(ENTRY.id)));
    expect((await register.handling(ENTRY.id))?.value).toEqual(fresh);
    expect(await register.handling(ENTRY.id.toLowerCase())).toBeUndefined();
  });

  it('is changed by one of two hands', async () => {
    const outcomes = await Promise.all([register.commit(change(fresh)), register.commit(change(fresh))]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['committed', 'stale']);
  });

  it('keeps the last reveals of a mail that is asked for again and again, within a row', async () => {
    let handling = fresh;
    for (let round = 0; round < 100; round += 1) {
      handling = withReveal(handling, {
        ...WANTED,
        id: newId(),
        answered: { by: ADA, at: AT },
        state: 'denied',
      });
    }
    expect(await register.commit(change(handling))).toEqual({ kind: 'committed' });
    expect((await register.handling(ENTRY.id))?.value.reveals.at(-1)?.id).toBe(handling.reveals.at(-1)?.id);
  });

  it('that somebody looked at it is known by its alias, also of mail from before that was written down', async () => {
    const seen = { ...fresh, acknowledged: { by: ADA, at: AT } };
    await register.commit(change(fresh));
    await register.commit(change(seen, await register.handling(ENTRY.id)));
    const [written] = await table.range(ROOT, '~looked-at:', '~looked-at:~');
    // As an earlier version left it.
    await table.write({ kind: 'delete', partition: ROOT, key: written?.rowKey ?? '' });
    const aliasId = ENTRY.aliasId ?? '';
    const indexed = async (minutes: number): Promise<ReadonlySet<string> | undefined> => {
      await indexLookedAt(table, () => new Date(AT.getTime() + minutes * 60_000));
      return register.lookedAtOf(aliasId);
    };
    // Copies of that version may still be running.
    expect(await indexed(0)).toBeUndefined();
    expect(await indexed(20)).toBeUndefined();
    expect(await indexed(60)).toEqual(new Set([ENTRY.id]));
    expect(await register.lookedAtOf(newId())).toEqual(new Set());
  });

  it('queues what has its time for that time, with the change', async () => {
    const dueAt = new Date(AT.getTime() + 60_000);
    const revealId = WANTED.id;
    const job = { kind: 'end-reveal', ledgerId: ENTRY.id, revealId, dueAt } as const;
    await register.commit({ ...change(fresh), jobs: [job] });
    const outbox = createTableOutbox(table, silentLog());
    expect(await collect(outbox.due(new Date(dueAt.getTime() - 1)))).toEqual([]);
    expect((await collect(outbox.due(dueAt))).map((queued) => queued.job)).toEqual([job]);
    expect(await table.range(ROOT, '~errand:', '~errand:~')).toHaveLength(1);
  });

  it('finds an entry of the ledger by its id', async () => {
    const ledger = createTableLedger(table, silentLog());
    await ledger.record([ENTRY]);
    expect(await ledger.entry(ENTRY.id)).toEqual(ENTRY);
    expect(await ledger.entry(`${ENTRY.id}x`)).toBeUndefined();
    const [waiting] = await collect(ledger.waiting.due(new Date()));
    if (waiting !== undefined) await ledger.waiting.done(waiting, 'told');
    expect(await ledger.entry(ENTRY.id)).toEqual(ENTRY);
  });

  it('lists the newest entries of an alias, with how each ended', async () => {
    const ledger = createTableLedger(table, silentLog());
    const entries = Array.from({ length: 5 }, (_, day) => ({
      ...ENTRY,
      id: `message-${day}:${ENTRY.aliasId}`,
      messageId: `message-${day}`,
      receivedAt: new Date(Date.UTC(2026, 10, 1 + day)),
    }));
    await ledger.record(entries);
    await ledger.record([{ ...ENTRY, id: 'other:x', messageId: 'other', aliasId: 'another-alias' }]);
    const [oldest] = await collect(ledger.waiting.due(new Date()));
    if (oldest !== undefined) await ledger.waiting.done(oldest, 'told');
    const latest = await ledger.latest(ENTRY.aliasId ?? '', 3);
    expect(latest.map(({ entry }) => entry.messageId)).toEqual(['message-4', 'message-3', 'message-2']);
    const all = await ledger.latest(ENTRY.aliasId ?? '', 10);
    expect(all.map(({ ended }) => ended)).toEqual([undefined, undefined, undefined, undefined, 'told']);
  });

  it('has an entry delivered again, once however often that is asked, and later when it falls back', async () => {
    const ledger = createTableLedger(table, silentLog());
    await ledger.record([ENTRY]);
    const finish = async (ending: 'dead' | 'fell-back'): Promise<void> => {
      const [waiting] = await collect(ledger.waiting.due(new Date()));
      if (waiting === undefined) throw new Error('nothing waits');
      await ledger.waiting.done(waiting, ending);
    };
    await finish('dead');
    expect(await collect(ledger.late.due(new Date(), true))).toEqual([]);
    await Promise.all([ledger.requeue(ENTRY, true), ledger.requeue(ENTRY, true)]);
    const again = await collect(ledger.waiting.due(new Date()));
    expect(again.map(({ job, mayBeRepeat, attempts }) => [job, mayBeRepeat, attempts])).toEqual([
      [ENTRY, true, 0],
    ]);
    await finish('fell-back');
    expect(await collect(ledger.late.due(new Date()))).toEqual([]);
    const [late] = await collect(ledger.late.due(new Date(), true));
    expect(late?.job).toEqual(ENTRY);
    if (late !== undefined) await ledger.late.done(late, 'told');
    expect((await ledger.latest(ENTRY.aliasId ?? '', 1))[0]?.ended).toBe('told');
    expect(await collect(ledger.late.due(new Date(), true))).toEqual([]);
  });

  it('remembers how a copy of a card looks', async () => {
    const conversations = createTableConversations(table);
    const copy = { serviceUrl: 'https://smba.example/', conversationId: '19:x;messageid=1', activityId: '1' };
    const look = { triageReason: { code: 'no-channel' } as const, mayBeRepeat: true };
    await conversations.rememberCopy('one', { ...copy, look });
    await conversations.rememberCopy('two', copy);
    expect(await conversations.copies('one')).toEqual([{ ...copy, look }]);
    expect(await conversations.copies('two')).toEqual([copy]);
  });
});

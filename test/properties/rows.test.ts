import * as fc from '../fast-check.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTableWakeUpSignal } from '../../src/azure/table-wake-up-signal.ts';
import { createTableConversations } from '../../src/azure/table-conversations.ts';
import { createTableCursors } from '../../src/azure/table-cursors.ts';
import { createTableLease } from '../../src/azure/table-lease.ts';
import { createTableLedger } from '../../src/azure/table-ledger.ts';
import { createTableOutbox } from '../../src/azure/table-outbox.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { createTableSubscriptions } from '../../src/azure/table-subscriptions.ts';
import type { Row, Table } from '../../src/azure/table.ts';
import { RootdeskError } from '../../src/shared/rootdesk-error.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { ADA, allottedAlias, auditOf, freeAlias, PAYMENTS } from '../fakes/aliases.ts';
import { linkChannel, pendingRequests, somePeople } from '../fakes/company.ts';
import { silentLog } from '../fakes/log.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';
import { ENTRY, handled, WANTED } from '../cards/mail-samples.ts';
import { casesOf, SEEDED } from './cases.ts';
import { isPolluted, mutated } from './odd.ts';

const AT = new Date('2026-03-02T08:00:00Z');
const log = silentLog();
const atOnce = async (): Promise<void> => undefined;

/** Two of everything that is ever kept. */
async function fill(table: Table): Promise<void> {
  const register = createTableRegister(table);
  const conversations = createTableConversations(table);
  const ledger = createTableLedger(table, log);
  await linkChannel(register);
  await linkChannel(register, { id: '19:other@thread.tacv2', roles: ['triage'] });
  for (const accountId of ['012345678901', '012345678902']) {
    const alias = { ...allottedAlias(freeAlias()), accountId, accountName: `payments-${accountId}` };
    const { id } = freeAlias();
    const resting = { ...allottedAlias(freeAlias(id)), state: 'quarantined', quarantinedUntil: AT } as const;
    for (const after of [alias, freeAlias(), resting]) {
      await register.commit({
        id: newId(),
        aliases: [{ before: undefined, after }],
        audit: [auditOf(after.id, AT)],
        jobs: [{ kind: 'approval-wanted', requestId: newId(), to: { kind: 'approvals' } }],
        handlings: [
          { before: undefined, after: { ...handled({ reveals: [WANTED] }), ledgerId: `m:${after.id}` } },
        ],
        marks: [{ name: after.id, text: 'x', version: undefined }],
      });
    }
    const entry = { ...ENTRY, id: `m:${alias.id}`, messageId: newId(), aliasId: alias.id };
    await ledger.record([entry]);
    await ledger.keepForDigest(entry, PAYMENTS, AT);
    await conversations.rememberCopy('subject', {
      serviceUrl: 'https://teams.example',
      conversationId: newId(),
      activityId: '1',
      look: { isLate: true },
    });
  }
  await pendingRequests(register, [ADA, ADA, ...somePeople(2)]);
  const reached = { conversationId: 'c', serviceUrl: 'https://teams.example', tenantId: 't' };
  await conversations.rememberPerson({ ...reached, personId: ADA.id, name: ADA.name });
  await conversations.rememberTeam({ ...reached, teamId: 'team' });
  await createTableCursors(table, () => AT).save('inbox', 'cursor', undefined);
  await createTableLease(table, 'sweep').save(
    { owner: 'me', epoch: 1, renewals: 0, expiresAt: AT },
    undefined,
  );
  await createTableWakeUpSignal(table).ring();
  const clientStateSha256 = '0'.repeat(64);
  await createTableSubscriptions(table).save(
    'inbox',
    { id: 's', mailbox: 'm', url: 'https://u.example', clientStateSha256, expiresAt: AT, due: undefined },
    undefined,
  );
}

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Every list that is read anywhere. */
function listsOf(table: Table, aliasId: string): Readonly<Record<string, () => Promise<readonly unknown[]>>> {
  const register = createTableRegister(table);
  const ledger = createTableLedger(table, log);
  return {
    channels: () => register.channels(),
    'every alias': () => collect(register.everyAlias()),
    'aliases of an owner': () => register.aliasesOfOwner(ADA.mail),
    'aliases of a channel': () => register.aliasesOfChannel(PAYMENTS),
    'aliases by address': () => register.search('address', 'aws_'),
    'aliases by account': () => register.search('accountId', '0123'),
    'aliases by name': () => register.search('accountName', 'pay'),
    'free aliases': () => register.freeAliases('', 50),
    'one free alias': async () => [await register.someFreeAlias()].filter((each) => each !== undefined),
    'quarantines over': () => register.quarantineOver(new Date('2027-01-01T00:00:00Z'), 50),
    'open requests': () => register.openRequestsOf(ADA.id),
    'pending requests': () => register.pendingRequests(),
    history: () => register.history(aliasId),
    audit: () => collect(register.audit(new Date(0), new Date('2099-01-01T00:00:00Z'))),
    handlings: () => collect(register.everyHandling()),
    outbox: () => collect(createTableOutbox(table, log).due(new Date('2099-01-01T00:00:00Z'))),
    waiting: () => collect(ledger.waiting.due(new Date('2099-01-01T00:00:00Z'))),
    'latest mail': () => ledger.latest(aliasId, 10),
    digest: () => ledger.digest(PAYMENTS, AT),
    copies: () => createTableConversations(table).copies('subject'),
  };
}

/** Everything that is read by its key. */
function readsOf(table: Table, aliasId: string): readonly (() => Promise<unknown>)[] {
  const register = createTableRegister(table);
  const ledger = createTableLedger(table, log);
  const conversations = createTableConversations(table);
  return [
    () => register.alias(aliasId),
    () => register.aliasByAddress(`aws_${aliasId}@company.com`),
    () => register.aliasByAccount('012345678901'),
    () => register.verifiedMail(aliasId),
    () => register.channel(PAYMENTS),
    () => register.recentChannel(PAYMENTS),
    () => register.handling(`m:${aliasId}`),
    () => register.mark(aliasId),
    () => ledger.entry(`m:${aliasId}`),
    () => ledger.state(`m:${aliasId}`),
    () => conversations.person(ADA.id),
    () => conversations.team('team'),
    () => createTableCursors(table, () => AT).load('inbox'),
    () => createTableLease(table, 'sweep').load(),
    () => createTableSubscriptions(table).load('inbox'),
    () => createTableWakeUpSignal(table).heard(),
  ];
}

/** A row with what its columns hold as JSON. */
function unpacked(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}

/** As the service keeps it: nothing but text, numbers and booleans. */
function packed(row: object): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]: [string, unknown]) => {
      if (value === null || value === undefined) return [];
      const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
      return [[name, isPlain ? value : JSON.stringify(value)]];
    }),
  );
}

/** An error that nobody would know what to say of. */
function isUntyped(outcome: unknown): boolean {
  return outcome instanceof Error && !(outcome instanceof RootdeskError);
}

const EVERYTHING = ['root', 'ledger', 'teams', 'sweep'] as const;

describe(`rows (${SEEDED})`, () => {
  const rows: Row[] = [];
  const whole: Record<string, number> = {};
  let aliasId = '';

  beforeAll(async () => {
    const table = createMemoryTable(atOnce);
    await fill(table);
    for (const partition of EVERYTHING) rows.push(...(await table.range(partition, '', '\uffff')));
    const [first] = await createTableRegister(table).aliasesOfOwner(ADA.mail);
    aliasId = first?.id ?? '';
    for (const [name, list] of Object.entries(listsOf(table, aliasId))) whole[name] = (await list()).length;
  });

  /** The table with one row that somebody else wrote. */
  async function tableWith(position: number, columns: object): Promise<Table> {
    const table = createMemoryTable(atOnce);
    for (const [index, row] of rows.entries()) {
      const { partitionKey, rowKey } = row;
      await table.write({
        kind: 'create',
        row: { ...(index === position ? packed(columns) : packed(row)), partitionKey, rowKey },
      });
    }
    return table;
  }

  it('are there for every list', () => {
    expect(Object.entries(whole).filter(([, length]) => length === 0)).toEqual([]);
  });

  it('are read, or refused as what they are; one that cannot be read holds up no other', async () => {
    const oddRow = fc
      .nat(rows.length - 1)
      .chain((position) =>
        fc.record({ position: fc.constant(position), columns: mutated(unpacked(rows[position] ?? {})) }),
      );
    await fc.assert(
      fc.asyncProperty(oddRow, async ({ position, columns }) => {
        if (typeof columns !== 'object' || columns === null) return;
        const table = await tableWith(position, columns);
        for (const [name, list] of Object.entries(listsOf(table, aliasId))) {
          const { length } = await list();
          expect({ name, length: Math.max(length, (whole[name] ?? 0) - 1) }).toEqual({ name, length });
        }
        for (const read of readsOf(table, aliasId)) {
          const outcome = await read().catch((error: unknown) => error);
          expect(isUntyped(outcome) ? outcome : undefined).toBeUndefined();
        }
        expect(isPolluted()).toBe(false);
      }),
      casesOf('rows'),
    );
  });
});

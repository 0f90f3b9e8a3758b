import * as fc from '../fast-check.ts';
import { describe, expect, it } from 'vitest';
import { createTableConversations } from '../../src/azure/table-conversations.ts';
import { createTableLedger } from '../../src/azure/table-ledger.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import { SEVERITIES } from '../../src/channels/mail-topics.ts';
import { listMails, MAILS_A_PAGE, type ListedMail } from '../../src/mail/cases/list-mails.ts';
import { ledgerIdOf } from '../../src/mail/ledger.ts';
import { ENDINGS } from '../../src/messages/queue.ts';
import { ALIASES_A_PAGE } from '../../src/aliases/aliases.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { ADA, added, allottedAlias, auditOf, BEA, freeAlias, PAYMENTS } from '../fakes/aliases.ts';
import { collect } from '../fakes/collect.ts';
import { APPROVER, createCompany, linkChannel } from '../fakes/company.ts';
import { silentLog } from '../fakes/log.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';
import { ENTRY, handled } from '../cards/mail-samples.ts';
import { casesOf, SEEDED } from './cases.ts';

const SINCE = new Date('2026-03-01T00:00:00Z');
const log = silentLog();

const arrived = fc.record({
  alias: fc.nat(2),
  /** Before or after the alias came to its owner. */
  hour: fc.integer({ min: -3, max: 200 }),
  severity: fc.constantFrom(...SEVERITIES),
  /** Undefined: it is still on its way. */
  ended: fc.option(fc.constantFrom(...ENDINGS), { nil: undefined }),
  isAcknowledged: fc.boolean(),
});

describe(`a list of mail (${SEEDED})`, () => {
  it('has all that waits and is theirs before all else that is theirs, each once, and says how many', async () => {
    const property = fc.asyncProperty(
      fc.array(arrived, { maxLength: 40 }),
      fc.boolean(),
      async (mails, isOld) => {
        const table = createMemoryTable();
        const register = createTableRegister(table);
        const ledger = createTableLedger(table, log);
        const ownership = { since: SINCE, how: 'allotted', channelSince: SINCE } as const;
        const aliases = [0, 1, 2].map(() => allottedAlias(freeAlias(), { owner: ADA, ownership }));
        const entries = mails.map(({ alias, hour, severity }) => {
          const messageId = newId();
          const aliasId = aliases[alias]?.id;
          const receivedAt = new Date(SINCE.getTime() + hour * 3_600_000);
          return { ...ENTRY, id: ledgerIdOf(messageId, aliasId), messageId, aliasId, receivedAt, severity };
        });
        await ledger.record(entries);
        const ofEntry = new Map(entries.map((entry, index) => [entry.id, mails[index]]));
        for (const waiting of await collect(ledger.waiting.due(new Date()))) {
          const ended = ofEntry.get(waiting.job.id)?.ended;
          if (ended !== undefined) await ledger.waiting.done(waiting, ended);
        }
        for (const [ledgerId, mail] of ofEntry) {
          if (mail?.isAcknowledged !== true) continue;
          const after = { ...handled({ acknowledged: { by: ADA, at: SINCE } }), ledgerId };
          await register.commit({
            id: newId(),
            handlings: [{ before: undefined, after }],
            audit: [auditOf(undefined)],
          });
        }
        // Rows of earlier versions only point.
        for (const { partitionKey, rowKey, entry_id } of isOld
          ? await table.range('ledger', '~of:', '~of:~')
          : []) {
          await table.write({ kind: 'delete', partition: partitionKey, key: rowKey });
          await table.write({ kind: 'upsert', row: { partitionKey, rowKey, entry_id: String(entry_id) } });
        }
        const theirs = mails.flatMap((mail, index) => {
          const { hour, severity, ended, isAcknowledged } = mail;
          if (hour < 0) return [];
          const wants = severity === 'urgent' || severity === 'action';
          const waits = ended === undefined || ended === 'dead' || (wants && !isAcknowledged);
          return [{ id: entries[index]?.id ?? '', waits }];
        });

        const deps = { register, ledger, conversations: createTableConversations(table) };
        const listed: ListedMail[] = [];
        for (let from = 0; from === 0 || from < theirs.length; from += MAILS_A_PAGE) {
          const page = await listMails(deps, aliases, 'owner', from);
          expect([page.waiting, page.all]).toEqual([
            theirs.filter(({ waits }) => waits).length,
            theirs.length,
          ]);
          expect(page.mails).toHaveLength(Math.min(MAILS_A_PAGE, theirs.length - from));
          listed.push(...page.mails);
        }
        const ids = listed.map(({ entry }) => entry.id);
        expect(ids.toSorted()).toEqual(theirs.map(({ id }) => id).toSorted());
        const waiting = theirs.filter(({ waits }) => waits).map(({ id }) => id);
        expect(ids.slice(0, waiting.length).toSorted()).toEqual(waiting.toSorted());
      },
    );
    await fc.assert(property, casesOf('lists of mail'));
  });
});

const OTHER = '19:search@thread.tacv2';
const registered = fc.record({
  owner: fc.constantFrom(ADA, BEA),
  channelId: fc.constantFrom(PAYMENTS, OTHER),
  accountName: fc.constantFrom('pay', 'payments', 'Payroll', 'search'),
});

describe(`a search (${SEEDED})`, () => {
  it('finds all that the caller may see, each once, and says how many; what others have changes nothing', async () => {
    const texts = fc.constantFrom('aws_', 'pay', 'PAYMENTS', 'ada@', BEA.mail, 'Payments', 'nothing');
    const callers = fc.constantFrom(ADA, BEA, APPROVER);
    const property = fc.asyncProperty(
      fc.array(registered, { maxLength: 70 }),
      texts,
      callers,
      async (made, text, caller) => {
        const register = createTableRegister(createMemoryTable());
        const company = createCompany(register, {}, { memberOf: async () => new Set() });
        await linkChannel(register);
        await linkChannel(register, { id: OTHER, name: 'aws', teamName: 'Search', groupId: newId() });
        const aliases = made.map(({ owner, channelId, accountName }) =>
          allottedAlias(freeAlias(), { owner, channelId, accountName }),
        );
        for (const alias of aliases) await added(register, alias);
        const wanted = text.toLowerCase();
        const isMeant = ({ address, owner, accountName, channelId }: (typeof aliases)[number]): boolean =>
          [
            address,
            owner?.mail,
            accountName?.toLowerCase(),
            channelId === PAYMENTS ? 'payments' : 'search',
          ].some((field) => field?.startsWith(wanted));
        const mine = aliases.filter(({ owner }) => caller === APPROVER || owner?.id === caller.id);
        const expected = mine.filter(isMeant).map(({ id }) => id);
        const found: string[] = [];
        for (let from = 0; from === 0 || from < expected.length; from += ALIASES_A_PAGE) {
          const page = await company.aliases.find({ kind: 'person', person: caller }, text, from);
          expect(page.all).toBe(expected.length);
          found.push(...page.aliases.map(({ id }) => id));
        }
        expect(found.toSorted()).toEqual(expected.toSorted());
      },
    );
    await fc.assert(property, casesOf('searches'));
  });
});

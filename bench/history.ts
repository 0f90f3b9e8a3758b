import { randomUUID } from 'node:crypto';
import type { Alias } from '../src/aliases/alias.ts';
import { administrator, administratorsRights } from '../src/rights/administrator.ts';
import { createAliases } from '../src/aliases/create-aliases.ts';
import { importAliases } from '../src/aliases/import.ts';
import { indexLookedAt } from '../src/azure/index-looked-at.ts';
import { whenAfter } from '../src/messages/queue.ts';
import { createTableStores } from '../src/azure/table-stores.ts';
import { PAGE_MOST, type Table } from '../src/azure/table.ts';
import { acknowledged } from '../src/mail/cases/acknowledge.ts';
import { changeHandling } from '../src/mail/cases/change-handling.ts';
import { listMails } from '../src/mail/cases/list-mails.ts';
import { ledgerIdOf, type LedgerEntry } from '../src/mail/ledger.ts';
import { requestContext } from '../src/requests/request-context.ts';
import type { TrustedCaller } from '../src/rights/caller.ts';
import { systemClock } from '../src/shared/clock.ts';
import { createLog } from '../src/shared/log.ts';
import { createMemoryTable } from '../harness/memory-table.ts';

/** Requests to the table, and rows that came back. */
export interface Reads {
  readonly requests: number;
  readonly rows: number;
}

/** What the work of every day asks of a table with so many rows. */
export interface HistoryBench {
  readonly rows: number;
  readonly allotment: Reads;
  /** A page of ten new mails: known, recorded, claimed, posted. */
  readonly sweep: Reads;
  /** The first page of `mail` in a channel with {@link CHANNEL_ALIASES} aliases. */
  readonly mail: Reads;
  readonly find: Reads;
  /** What the card of a request says of pool and asker, for ten requests in a row. */
  readonly pending: Reads;
}

const CHANNEL_ALIASES = 10;
const FREE = 50;
const SWEPT = 10;
const DAY_MS = 24 * 60 * 60_000;
const OWNER = { mail: 'ada.lovelace@company.com', id: randomUUID(), name: 'Ada Lovelace' };
const COPY = {
  conversationId: '19:channel@thread.tacv2;messageid=1764331567000',
  activityId: '1764331567000',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
};
const BENCH: TrustedCaller = {
  kind: 'trusted',
  actor: { kind: 'client', name: 'bench' },
  roles: new Set(['Aliases.Allot']),
};

/**
 * Counts what is asked of a table by how much was done with it. Times would tell of the emulator, which slows down as a table grows,
 * and of nothing that Azure does: requests and rows are what a longer history can cost there.
 * @param aliases that are allotted; of each `mailsAnAlias` came, two of five ask for something, half of which somebody acknowledged
 */
export async function benchHistory(aliases: number, mailsAnAlias: number): Promise<HistoryBench> {
  const { table, counted } = countReads(createMemoryTable(async () => undefined));
  const { register, ledger, conversations } = createTableStores(table, createLog('silent'));
  const addresses = Array.from({ length: aliases + FREE }, () => `aws_${randomUUID()}@company.com`);
  await importAliases(
    register,
    addresses.map((address) => ({ address, rootMailbox: 'aws-root-01@company.com' })),
  );
  const rights = administratorsRights(register);
  const clock = systemClock;
  const allotting = createAliases({ register, rights, policy: { quarantineDays: 90 }, clock });
  const allot = async () => allotting.allot(await rights.grant('newAwsRootAccount', BENCH), { owner: OWNER });
  const owned: Alias[] = [];
  for (let count = 0; count < aliases; count += 1) owned.push(await allot());

  const deliverAll = async (): Promise<void> => {
    for await (const item of ledger.waiting.due(new Date())) {
      const claimed = await ledger.waiting.claim(item, whenAfter(new Date(), 0));
      if (claimed !== undefined) await ledger.waiting.done(claimed, 'told', [COPY]);
    }
  };
  for (let round = 0; round < mailsAnAlias; round += 1) {
    const entries = owned.map(({ id }) => entryOf(id, new Date(Date.now() + DAY_MS + round), round));
    await ledger.record(entries, digestsOf(entries));
    await deliverAll();
    if (round % 10 !== 0 && round % 10 !== 2) continue;
    for (const entry of entries) {
      await changeHandling({ register, clock }, entry, (handling, at) =>
        acknowledged(handling, { by: OWNER, at }),
      );
    }
  }
  await indexLookedAt(table, () => new Date(0));
  await indexLookedAt(table, clock);

  const [first] = owned;
  const inChannel = owned.slice(0, CHANNEL_ALIASES).map(({ id }) => id);
  // A process that has just started knows whether the index is whole after its first question.
  if (first !== undefined) await register.lookedAtOf(first.id);
  const rows = (await table.range('root', '', '~~')).length + (await table.range('ledger', '', '~~')).length;
  const listed = (await Promise.all(inChannel.map((id) => register.alias(id)))).flatMap(
    (alias) => alias?.value ?? [],
  );
  const request = {
    state: 'pending',
    asker: { ...OWNER, id: randomUUID() },
    expectedAccountId: undefined,
  } as const;
  return {
    rows,
    allotment: await counted(allot),
    sweep: await counted(async () => {
      const entries = owned.slice(0, SWEPT).map(({ id }) => entryOf(id, new Date(), 1));
      await ledger.known(
        entries.map(({ messageId }) => messageId),
        new Map(entries.map(({ messageId, receivedAt }) => [messageId, receivedAt])),
      );
      await ledger.record(entries, digestsOf(entries));
      await deliverAll();
    }),
    mail: await counted(() => listMails({ register, ledger, conversations }, listed, 'owner', 0)),
    find: await counted(async () => {
      const caller = administrator({ kind: 'system', name: 'bench' });
      await allotting.find(await rights.grant('find', caller), first?.address ?? '', 0);
    }),
    pending: await counted(async () => {
      for (let card = 0; card < 10; card += 1) await requestContext(register, request);
    }),
  };
}

/** The table, and how much a piece of work asks of it. */
function countReads(table: Table): {
  readonly table: Table;
  readonly counted: (work: () => Promise<unknown>) => Promise<Reads>;
} {
  let [requests, rows] = [0, 0];
  const note = (asked: number, came: number): void => {
    requests += asked;
    rows += came;
  };
  return {
    table: {
      async get(partition, key) {
        const row = await table.get(partition, key);
        note(1, row === undefined ? 0 : 1);
        return row;
      },
      async range(...range) {
        const found = await table.range(...range);
        note(Math.max(1, Math.ceil(found.length / PAGE_MOST)), found.length);
        return found;
      },
      async transaction(actions) {
        note(1, 0);
        return table.transaction(actions);
      },
      async write(action) {
        note(1, 0);
        return table.write(action);
      },
    },
    async counted(work) {
      [requests, rows] = [0, 0];
      await work();
      return { requests, rows };
    },
  };
}

function digestsOf(entries: readonly LedgerEntry[]): ReadonlyMap<string, string> {
  return new Map(entries.map(({ messageId }) => [messageId, randomUUID()]));
}

function entryOf(aliasId: string, receivedAt: Date, round: number): LedgerEntry {
  const messageId = randomUUID();
  const asks = round % 5 === 0 || round % 5 === 2;
  return {
    id: ledgerIdOf(messageId, aliasId),
    messageId,
    aliasId,
    triageReason: undefined,
    receivedAt,
    category: asks ? 'account-admin' : 'billing',
    severity: asks ? 'action' : 'info',
    genuine: 'yes',
    withheld: false,
    announced: false,
    accountId: undefined,
    readable: true,
  };
}

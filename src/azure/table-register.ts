import { LRUCache } from 'lru-cache';
import type { Alias } from '../aliases/alias.ts';
import { guidIn } from '../aliases/import.ts';
import type { LinkedChannel } from '../channels/channel.ts';
import type { Register } from '../register.ts';
import type { SearchField } from '../aliases/alias-register.ts';
import type { Versioned } from '../store/change.ts';
import { aliasIndexKeys, aliasPointer, isAliasRow } from './rows/alias-row.ts';
import { auditFromRow } from './rows/audit-row.ts';
import { channelFromRow } from './rows/channel-row.ts';
import { commit } from './commit.ts';
import { createFreeAliases } from './free-aliases.ts';
import { handlingFromRow, lookedAtMailIn } from './rows/handling-row.ts';
import { isLookedAtIndexed } from './index-looked-at.ts';
import {
  addressPart,
  after,
  ALIASES,
  key,
  type KeyRange,
  LAST,
  namePart,
  prefix,
  ROOT,
  within,
} from './keys.ts';
import { aliasWithOwnership, historyOf } from './old-ownership.ts';
import { markFromRow, markNamed, markVersion } from './rows/mark-row.ts';
import { rowsIn } from './pages.ts';
import { allReadable, readable, readableOrLeftOut, type LeftOut } from './readable.ts';
import { requestFromRow, requestPointer } from './rows/request-row.ts';
import { PAGE_MOST, type Row, type Table } from './table.ts';
import { verifiedMailOf } from './verified-mail.ts';
import { foldAddress } from '../shared/identifiers.ts';

/**
 * The register in partition `root` of the old scheme's table.
 * @param leftOut told of rows that lists leave out
 */
export function createTableRegister(table: Table, leftOut: LeftOut = () => undefined): Register {
  async function versioned<T>(
    rowKey: string,
    parse: (row: Row) => T | Promise<T>,
  ): Promise<Versioned<T> | undefined> {
    const row = await table.get(ROOT, rowKey);
    return row === undefined ? undefined : { value: await readable(row, parse), version: row.etag };
  }

  const aliasOf = (row: Row): Promise<Alias> => aliasWithOwnership(table, row);

  /** An index row's alias, unless the row is left from before. */
  async function aliasBehind(row: Row): Promise<Versioned<Alias> | undefined> {
    const { alias_id: id } = await readable(row, (pointer) => aliasPointer.parse(pointer));
    const alias = await versioned(id, aliasOf);
    return alias !== undefined && aliasIndexKeys(alias.value).includes(row.rowKey) ? alias : undefined;
  }

  async function aliasAt(indexKey: string): Promise<Versioned<Alias> | undefined> {
    const row = await table.get(ROOT, indexKey);
    return row === undefined ? undefined : aliasBehind(row);
  }

  /** The alias whose id is in its address, as in most pools: one read instead of two. What the row says decides. */
  async function aliasNamedIn(address: string): Promise<Versioned<Alias> | undefined> {
    const id = guidIn(foldAddress(address));
    const row = id === undefined ? undefined : await table.get(ROOT, id);
    if (row === undefined || !isAliasRow(row)) return undefined;
    const value = await aliasOf(row);
    return key.address(value.address) === key.address(address) ? { value, version: row.etag } : undefined;
  }

  /** Follows a range of index rows to their aliases, going on until there are enough. */
  async function aliasesIn(range: KeyRange, atMost: number): Promise<Versioned<Alias>[]> {
    const found: Versioned<Alias>[] = [];
    for (let { from } = range; found.length < atMost;) {
      const page = Math.min(atMost, PAGE_MOST);
      const rows = await table.range(ROOT, from, range.until, page);
      found.push(...(await allReadable(rows, aliasBehind, leftOut)));
      const last = rows.at(-1);
      if (last === undefined || rows.length < page) break;
      from = after(last.rowKey);
    }
    return found.slice(0, atMost);
  }

  /** Follows a range of pointers to what they point at; a pointer to nothing is left out. */
  async function follow<T>(
    range: KeyRange,
    pointer: (row: Row) => string,
    parse: (row: Row) => T,
  ): Promise<Versioned<T>[]> {
    const rows = await table.range(ROOT, range.from, range.until);
    return allReadable(rows, (row) => versioned(pointer(row), parse), leftOut);
  }

  /** Whatever can be read of a range, page by page. */
  async function* listed<T>(range: KeyRange, parse: (row: Row) => T): AsyncGenerator<T> {
    for await (const row of rowsIn(table, ROOT, range)) {
      const value = await readableOrLeftOut(row, parse, leftOut);
      if (value !== undefined) yield value;
    }
  }

  const channel = async (id: string): Promise<Versioned<LinkedChannel> | undefined> =>
    only(await versioned(key.channel(id), channelFromRow), (found) => found.id === id);
  let commits = 0;
  let aliasCommits = 0;
  let counted: { readonly at: number; readonly commits: number; readonly free: number } | undefined;
  let isIndexed = false;
  const recent = new LRUCache<string, Versioned<LinkedChannel>>({ max: CHANNELS_MOST, ttl: RECENT_MS });

  return {
    alias: (id) => versioned(key.alias(id), aliasOf),
    aliasByAddress: async (address) => (await aliasNamedIn(address)) ?? aliasAt(key.address(address)),
    aliasByAccount: (accountId) => aliasAt(key.account(accountId)),
    async aliasesOfOwner(mail) {
      return values(await aliasesIn(within(prefix.ownerAliases(mail)), ALL));
    },
    async aliasesOfPerson(personId) {
      const found = values(await aliasesIn(within(prefix.ownerIdAliases(personId)), ALL));
      return found.filter(({ owner }) => owner?.id === personId);
    },
    async aliasesOfChannel(channelId) {
      const found = values(await aliasesIn(within(prefix.channelAlias(channelId)), ALL));
      return found.filter((alias) => alias.channelId === channelId);
    },
    async search(field, beginning) {
      const part = field === 'accountName' ? namePart(beginning) : addressPart(beginning);
      const matches = await Promise.all(
        SEARCHED[field].map(async (start) => {
          const { from, until } = within(start, '', part);
          const whole = `${start}${part}`;
          return allReadable(
            await table.range(ROOT, from, until),
            (row) => ({
              id: aliasPointer.parse(row).alias_id,
              isWhole: row.rowKey === whole || row.rowKey.startsWith(`${whole}:`),
            }),
            leftOut,
          );
        }),
      );
      return matches.flat();
    },
    someFreeAlias: createFreeAliases(table),
    freeAliases: (from, atMost) => aliasesIn(within(prefix.free, from), atMost),
    async *everyAlias() {
      for await (const row of rowsIn(table, ROOT, ALIASES)) {
        // A row that is no alias is nothing to count or compare; the take-over lists it.
        const value = isAliasRow(row) ? await readableOrLeftOut(row, aliasOf, leftOut) : undefined;
        if (value !== undefined) yield { value, version: row.etag };
      }
    },
    request: async (id) => only(await versioned(key.request(id), requestFromRow), (found) => found.id === id),
    async openRequestsOf(personId) {
      const open = values(await follow(within(prefix.open(personId)), requestKeyIn, requestFromRow));
      return open.filter(({ asker }) => asker.id === personId);
    },
    async requestsAskedBy(personId) {
      const ranges = [prefix.asked(personId), prefix.open(personId)].map((start) => within(start));
      const found = await Promise.all(ranges.map((range) => follow(range, requestKeyIn, requestFromRow)));
      const each = new Map(values(found.flat()).map((request) => [request.id, request]));
      return [...each.values()]
        .filter(({ asker }) => asker.id === personId)
        .toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
    },
    async freeCount() {
      const commitsBefore = aliasCommits;
      if (
        counted !== undefined &&
        counted.commits === aliasCommits &&
        performance.now() - counted.at < RECENT_MS
      ) {
        return counted.free;
      }
      const { from, until } = within(prefix.free);
      const free = (await table.range(ROOT, from, until)).length;
      counted = { at: performance.now(), commits: commitsBefore, free };
      return free;
    },
    pendingRequests: () => follow(within(prefix.pending), requestKeyIn, requestFromRow),
    quarantineOver: (now, atMost) =>
      aliasesIn({ from: prefix.quarantine, until: key.quarantine(now, LAST) }, atMost),
    verifiedMail: (aliasId) => verifiedMailOf(table, aliasId),
    history: (aliasId) => historyOf(table, aliasId, leftOut),
    async *audit(from, until) {
      const range = {
        from: `${prefix.audit}${from.toISOString()}`,
        until: `${prefix.audit}${until.toISOString()}`,
      };
      yield* listed(range, auditFromRow);
    },
    handling: (ledgerId) => versioned(key.handling(ledgerId), handlingFromRow),
    async lookedAtOf(aliasId) {
      isIndexed ||= await isLookedAtIndexed(table);
      if (!isIndexed) return undefined;
      const { from, until } = within(prefix.lookedAt(aliasId));
      return new Set(await allReadable(await table.range(ROOT, from, until), lookedAtMailIn, leftOut));
    },
    async *everyHandling() {
      yield* listed(within(prefix.handling), handlingFromRow);
    },
    async mark(name) {
      const row = await markNamed(table, name);
      return row === undefined
        ? undefined
        : { value: await readable(row, markFromRow), version: markVersion(name, row) };
    },
    channel,
    async recentChannel(id) {
      const known = recent.get(id);
      if (known !== undefined) return known;
      const before = commits;
      const found = await channel(id);
      // What was changed while it was read is read again the next time.
      if (found !== undefined && commits === before) recent.set(id, found);
      return found;
    },
    async channels() {
      const { from, until } = within(prefix.channel);
      const rows = await table.range(ROOT, from, until);
      return allReadable(rows, (row) => ({ value: channelFromRow(row), version: row.etag }), leftOut);
    },
    async commit(change) {
      try {
        return await commit(table, change);
      } finally {
        commits += 1;
        if ((change.aliases ?? []).length > 0) aliasCommits += 1;
        for (const { after: changed } of change.channels ?? []) recent.delete(changed.id);
      }
    },
  };
}

/** Another copy of Rootdesk may have changed it; a post that waits for its turn in the channel is as late. */
const RECENT_MS = 30_000;
const CHANNELS_MOST = 1_000;

/** A row is found by a folded key; it counts only where it holds the very id that was asked for. */
function only<T>(found: Versioned<T> | undefined, isMeant: (value: T) => boolean): Versioned<T> | undefined {
  return found !== undefined && isMeant(found.value) ? found : undefined;
}

const ALL = Number.POSITIVE_INFINITY;

/** The index rows in which a field is looked for. */
const SEARCHED: Readonly<Record<SearchField, readonly string[]>> = {
  address: [prefix.address],
  accountId: [prefix.account, prefix.formerAccount],
  accountName: [prefix.accountName],
  owner: [prefix.owner],
};

function values<T>(versioned: readonly Versioned<T>[]): T[] {
  return versioned.map(({ value }) => value);
}

function requestKeyIn(row: Row): string {
  return key.request(requestPointer.parse(row).request_id);
}

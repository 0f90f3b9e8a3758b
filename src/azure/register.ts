import type { Alias } from '../aliases/alias.ts';
import type { Register, Versioned } from '../aliases/register.ts';
import { aliasFromRow, aliasPointer } from './alias-row.ts';
import { channelFromRow } from './channel-row.ts';
import { commit } from './commit.ts';
import { key, prefix, ROOT, within } from './keys.ts';
import { requestFromRow, requestPointer } from './request-row.ts';
import type { Row, Table } from './table.ts';

/** The register in partition `root` of the old scheme's table. */
export function createTableRegister(table: Table): Register {
  async function versioned<T>(rowKey: string, parse: (row: Row) => T): Promise<Versioned<T> | undefined> {
    const row = await table.get(ROOT, rowKey);
    return row === undefined ? undefined : { value: parse(row), version: row.etag };
  }

  async function aliasAt(indexKey: string): Promise<Versioned<Alias> | undefined> {
    const row = await table.get(ROOT, indexKey);
    return row === undefined ? undefined : versioned(aliasPointer.parse(row).alias_id, aliasFromRow);
  }

  /** Follows a range of index rows to what they point at; a pointer to nothing is left out. */
  async function follow<T>(
    range: { from: string; until: string },
    pointer: (row: Row) => string,
    parse: (row: Row) => T,
    atMost?: number,
  ): Promise<Versioned<T>[]> {
    const rows = await table.range(ROOT, range.from, range.until, atMost);
    const found = await Promise.all(rows.map((row) => versioned(pointer(row), parse)));
    return found.filter((each) => each !== undefined);
  }

  return {
    alias: (id) => versioned(id.toLowerCase(), aliasFromRow),
    aliasByAddress: (address) => aliasAt(key.address(address)),
    aliasByAccount: (accountId) => aliasAt(key.account(accountId)),
    async aliasesOfOwner(mail) {
      const found = await follow(within(prefix.owner(mail)), aliasIdIn, aliasFromRow);
      return found.map(({ value }) => value);
    },
    async freeAliases(from, atMost) {
      const free: Versioned<Alias>[] = [];
      const { from: first, until } = within(prefix.free, from);
      let start = first;
      while (free.length < atMost) {
        const found = await follow({ from: start, until }, aliasIdIn, aliasFromRow, atMost);
        // An old client may have taken one without touching our index, so that a page can hold none.
        free.push(...found.filter(({ value }) => value.state === 'free'));
        const last = found.at(-1);
        if (last === undefined || found.length < atMost) break;
        start = after(key.free(last.value.id));
      }
      return free.slice(0, atMost);
    },
    async *everyAlias() {
      for (let from = ''; ;) {
        const rows = await table.range(ROOT, from, LAST_ALIAS, PAGE);
        for (const row of rows) yield { value: aliasFromRow(row), version: row.etag };
        const last = rows.at(-1);
        if (last === undefined || rows.length < PAGE) return;
        from = after(last.rowKey);
      }
    },
    request: (id) => versioned(key.request(id), requestFromRow),
    async openRequestsOf(personId) {
      const found = await follow(within(prefix.open(personId)), requestKeyIn, requestFromRow);
      return found.map(({ value }) => value);
    },
    channel: (id) => versioned(key.channel(id), channelFromRow),
    async channels() {
      const { from, until } = within(prefix.channel);
      const rows = await table.range(ROOT, from, until);
      return rows.map((row) => ({ value: channelFromRow(row), version: row.etag }));
    },
    commit: (change) => commit(table, change),
  };
}

/** GUIDs are keys of aliases, every other key begins with `~`. */
const LAST_ALIAS = '~';
/** Rows that the Table service gives at once. */
const PAGE = 1000;

/** The least key above the given one. */
function after(rowKey: string): string {
  return `${rowKey}!`;
}

function aliasIdIn(row: Row): string {
  return aliasPointer.parse(row).alias_id;
}

function requestKeyIn(row: Row): string {
  return key.request(requestPointer.parse(row).request_id);
}

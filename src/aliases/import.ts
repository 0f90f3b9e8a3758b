import { randomUUID } from 'node:crypto';
import { foldAddress, isGuid } from '../shared/identifiers.ts';
import type { Actor } from '../people/person.ts';
import { held, pristine, type Alias } from './alias.ts';
import { addressFault } from './aws-limits.ts';
import { chunks } from '../shared/chunks.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { AliasRegister } from './alias-register.ts';

/** As what an address comes into the pool: nobody was ever given it, nobody knows, or it must never be handed out again. */
export type ImportedAs = 'free' | 'held' | 'retired';

/** An address that Exchange Online has and that the pool shall have. */
export interface NewAlias {
  readonly address: string;
  /** Primary address of the root mailbox that carries it. */
  readonly rootMailbox: string;
  /** GUID for the row's key; without it the one in `aws_<guid>@…` is taken, or one is made. */
  readonly id?: string | undefined;
  /** `free` where left out. */
  readonly as?: ImportedAs | undefined;
  /** 12 digits; of one that is retired. */
  readonly accountId?: string | undefined;
}

export interface ImportProgress {
  /** Aliases dealt with so far, those that were there before included. */
  readonly done: number;
  readonly total: number;
}

export interface ImportOutcome {
  readonly added: number;
  /** In the pool before, in whatever state; nothing about them was changed. */
  readonly present: number;
  /** Not added, each with the reason in words. */
  readonly refused: readonly RefusedAlias[];
}

export interface RefusedAlias {
  readonly address: string;
  readonly reason: string;
}

/** Three rows for each alias at most (alias, address, free or former account) and one for the history, and a transaction takes 100. */
const ALIASES_A_COMMIT = 33;
/** More at once do not make one partition faster. */
const COMMITS_AT_ONCE = 4;
const IMPORT: Actor = { kind: 'system', name: 'import' };

/**
 * Puts addresses into the pool. May be cut short anywhere and run again: what the pool has is left as it is, and
 * nothing is added twice, not even by two imports at the same moment.
 *
 * The pool is listed once, a thousand aliases a request, and compared in memory: a pool that has everything is recognised
 * without a single write or a look at each address (3,000 aliases: four requests, some tenths of a second on Azurite).
 *
 * @throws {RegisterUnavailable} what was added until then stays
 */
export async function importAliases(
  register: Pick<AliasRegister, 'everyAlias' | 'alias' | 'commit'>,
  aliases: Iterable<NewAlias>,
  onProgress: (progress: ImportProgress) => void = () => undefined,
  actor: Actor = IMPORT,
): Promise<ImportOutcome> {
  const sorting = sortOut([...aliases], await listPool(register));
  const { fresh, total } = sorting;
  let { present } = sorting;
  let done = total - fresh.length;
  onProgress({ done, total });
  const refused = [...sorting.refused];
  const batches = chunks(fresh, ALIASES_A_COMMIT).values();
  const work = async (): Promise<void> => {
    // One iterator for all workers: each takes the next batch.
    for (const batch of batches) {
      const outcome = await addBatch(register, batch, actor);
      present += outcome.present;
      refused.push(...outcome.refused);
      done += batch.length;
      onProgress({ done, total });
    }
  };
  await Promise.all(Array.from({ length: COMMITS_AT_ONCE }, work));
  return { added: total - present - refused.length, present, refused };
}

interface Pool {
  readonly addresses: ReadonlySet<string>;
  /** Address of each id. */
  readonly ids: ReadonlyMap<string, string>;
}

async function listPool(register: Pick<AliasRegister, 'everyAlias'>): Promise<Pool> {
  const ids = new Map<string, string>();
  for await (const { value } of register.everyAlias()) ids.set(value.id.toLowerCase(), value.address);
  return { addresses: new Set(ids.values()), ids };
}

function sortOut(wanted: readonly NewAlias[], pool: Pool) {
  const ids = new Map(pool.ids);
  const addresses = new Set(pool.addresses);
  const fresh: Alias[] = [];
  const refused: RefusedAlias[] = [];
  for (const each of wanted) {
    const alias = newAlias(each);
    if (addresses.has(alias.address)) continue;
    const reason = addressFault(alias.address) ?? idFault(alias, ids);
    if (reason === undefined) {
      fresh.push(alias);
      addresses.add(alias.address);
      ids.set(alias.id, alias.address);
    } else {
      refused.push({ address: alias.address, reason });
    }
  }
  const total = wanted.length;
  return { total, fresh, refused, present: total - fresh.length - refused.length };
}

const NEW: Readonly<Record<ImportedAs, (alias: Alias, accountId?: string) => Alias>> = {
  free: (alias) => alias,
  held,
  retired: (alias, accountId) => ({ ...alias, state: 'retired', accountId, boundOnce: true }),
};

function newAlias({ address, rootMailbox, id, as = 'free', accountId }: NewAlias): Alias {
  const lower = foldAddress(address);
  const alias = pristine({
    id: (id ?? guidIn(lower) ?? randomUUID()).toLowerCase(),
    address: lower,
    rootMailbox: foldAddress(rootMailbox),
  });
  return NEW[as](alias, accountId);
}

/** The GUID in `aws_<guid>@…`, lower case. */
export function guidIn(address: string): string | undefined {
  const guid = address.slice(address.indexOf('_') + 1, address.indexOf('@'));
  return isGuid(guid) ? guid : undefined;
}

function idFault({ id }: Alias, ids: ReadonlyMap<string, string>): string | undefined {
  if (!isGuid(id)) return `its id ${id.slice(0, 40)} is not a GUID`;
  const holder = ids.get(id);
  return holder === undefined ? undefined : `its id ${id} belongs to ${holder}`;
}

type BatchOutcome = Pick<ImportOutcome, 'present' | 'refused'>;

/** A batch of which another import was faster with a part is taken apart. */
async function addBatch(
  register: Pick<AliasRegister, 'alias' | 'commit'>,
  batch: readonly Alias[],
  actor: Actor,
): Promise<BatchOutcome> {
  if (await add(register, batch, actor)) return { present: 0, refused: [] };
  let present = 0;
  const refused: RefusedAlias[] = [];
  for (const alias of batch) {
    if (await add(register, [alias], actor)) continue;
    const holder = await register.alias(alias.id);
    if (holder?.value.address === alias.address) present += 1;
    else refused.push({ address: alias.address, reason: 'its id or address was just taken by another' });
  }
  return { present, refused };
}

/** One change with one line of history, that names every address. */
async function add(
  register: Pick<AliasRegister, 'commit'>,
  aliases: readonly Alias[],
  actor: Actor,
): Promise<boolean> {
  const addition: AuditEntry = {
    at: new Date(),
    actor,
    action: 'add',
    aliasId: undefined,
    after: { code: 'added', byState: addressesByState(aliases) },
    reason: { code: 'on-mailboxes', mailboxes: [...new Set(aliases.map(({ rootMailbox }) => rootMailbox))] },
  };
  const outcome = await register.commit({
    aliases: aliases.map((after) => ({ before: undefined, after })),
    audit: [addition],
  });
  return outcome.kind === 'committed';
}

function addressesByState(aliases: readonly Alias[]): Record<string, string[]> {
  const byState = Map.groupBy(aliases, ({ state }) => state);
  return Object.fromEntries(
    Array.from(byState, ([state, its]) => [state, its.map(({ address }) => address)]),
  );
}

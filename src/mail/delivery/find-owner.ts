import { LRUCache } from 'lru-cache';
import type { Owner } from '../../aliases/alias.ts';
import { ownerOfMail } from '../../aliases/ownership.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Directory } from '../../people/directory.ts';
import type { Person } from '../../people/person.ts';
import { aliasOf } from './owning-channel.ts';

/** Who looks after a mail, with the id by which Teams reaches them. */
export type FindOwner = (entry: LedgerEntry, signal: AbortSignal) => Promise<Person | undefined>;

/** People get another address rarely. */
const KNOWN_MS = 24 * 60 * 60_000;
const KNOWN_MOST = 5_000;

interface FindOwnerDeps {
  readonly register: Pick<CaseRegister, 'alias'>;
  readonly directory: Pick<Directory, 'personByMail'>;
}

/**
 * Owners whom a pipeline or the old scheme wrote down are known by their address alone: they are looked up, once a day.
 * What it gives is undefined where nobody looks after the mail, and where the directory knows nobody by the address.
 * @throws {DirectoryUnavailable} {@link RegisterUnavailable}
 */
export function createFindOwner({ register, directory }: FindOwnerDeps): FindOwner {
  const known = new LRUCache<string, Person>({ max: KNOWN_MOST, ttl: KNOWN_MS });

  async function personOf({ id, name = '', mail }: Owner, signal: AbortSignal): Promise<Person | undefined> {
    if (id !== undefined) return { id, name, mail };
    if (mail === '') return undefined;
    const found = known.get(mail) ?? (await directory.personByMail(mail, signal));
    if (found !== undefined) known.set(mail, found);
    return found;
  }

  return async (entry, signal) => {
    const owner = ownerOfMail(await aliasOf(register, entry), entry.receivedAt);
    return owner === undefined ? undefined : personOf(owner, signal);
  };
}

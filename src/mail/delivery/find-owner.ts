import { ownerOfMail } from '../../aliases/ownership.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { FindByMail } from '../../people/find-by-mail.ts';
import type { Person } from '../../people/person.ts';
import { aliasOf } from './owning-channel.ts';

/** Who looks after a mail, with the id by which Teams reaches them. */
export type FindOwner = (entry: LedgerEntry, signal: AbortSignal) => Promise<Person | undefined>;

interface FindOwnerDeps {
  readonly register: Pick<CaseRegister, 'alias'>;
  readonly findByMail: FindByMail;
}

/**
 * What it gives is undefined where nobody looks after the mail, and where the directory knows nobody by the address.
 * @throws {DirectoryUnavailable} {@link RegisterUnavailable}
 */
export function createFindOwner({ register, findByMail }: FindOwnerDeps): FindOwner {
  return async (entry, signal) => {
    const owner = ownerOfMail(await aliasOf(register, entry), entry.receivedAt);
    if (owner === undefined) return undefined;
    const { id, name = '', mail } = owner;
    return id === undefined ? findByMail(mail, signal) : { id, name, mail };
  };
}

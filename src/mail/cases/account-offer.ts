import type { Alias } from '../../aliases/alias.ts';
import { ownerOfMail } from '../../aliases/ownership.ts';
import { actorOf } from '../../people/person.ts';
import type { HandlingStep } from './change-handling.ts';
import type { Stamp, Handling } from './handling.ts';
import type { LedgerEntry } from '../ledger.ts';

/** The account id to confirm (pure): named by a mail that AWS certainly wrote, while its alias has none. */
export function offeredAccountId(entry: LedgerEntry, alias: Alias | undefined): string | undefined {
  const isOpen = alias?.accountId === undefined && ownerOfMail(alias, entry.receivedAt) !== undefined;
  return isOpen && entry.genuine === 'yes' ? entry.accountId : undefined;
}

/** Undefined when somebody confirmed it before. */
export function accountConfirmed(handling: Handling, stamp: Stamp): HandlingStep | undefined {
  if (handling.accountConfirmed !== undefined) return undefined;
  return {
    after: { ...handling, accountConfirmed: stamp },
    by: actorOf(stamp.by),
    action: 'confirm-account',
    facts: { after: { code: 'confirmed', by: stamp.by.name } },
    jobs: [{ kind: 'redraw-mail', ledgerId: handling.ledgerId }],
  };
}

import type { Alias } from '../../aliases/alias.ts';
import { wasTaken } from '../../aliases/ownership.ts';
import type { Grant } from '../../rights/grant.ts';
import { Refusal } from '../../store/refusal.ts';
import { isHidden, ledgerIdOf, type LedgerEntry } from '../ledger.ts';
import { changeAndWake, type Stepped } from './change-handling.ts';
import type { MailsDeps } from './mails-deps.ts';
import { revealRule, wanted } from './reveal.ts';

/** See `Mails.reveal`. */
export async function askToRead(
  deps: MailsDeps,
  { subject, person: owner }: Grant<'reveal-mail'>,
): Promise<Stepped> {
  const { entry, alias } = subject;
  if (!isHidden(entry)) throw new Refusal('not-withheld');
  const usual = revealRule(deps.policy.reveal, entry, alias);
  // Else an approver could take any alias and read its codes alone.
  const isTaken = alias !== undefined && wasTaken(alias);
  const isDoubtful = usual === 'owner' && (isTaken || (await wasAssigned(deps, entry, alias)));
  const rule = isDoubtful ? 'approved' : usual;
  if (rule === 'never') throw new Refusal('reveal-never');
  return changeAndWake(deps, entry, (handling, at) => wanted(handling, owner, rule, at));
}

/** Triage gave it to this alias: else its members could give themselves a mail, and read it alone. */
async function wasAssigned(
  { register }: Pick<MailsDeps, 'register'>,
  { messageId }: LedgerEntry,
  alias: Alias | undefined,
): Promise<boolean> {
  const inTriage = (await register.handling(ledgerIdOf(messageId, undefined)))?.value;
  return inTriage?.triaged !== undefined && inTriage.triaged.address === alias?.address;
}

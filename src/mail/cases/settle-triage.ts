import { isChannelsMail } from '../../aliases/ownership.ts';
import { hasOwner } from '../../aliases/states.ts';
import type { Grant } from '../../rights/grant.ts';
import type { MailSubject } from '../../rights/subjects.ts';
import { Refusal } from '../../store/refusal.ts';
import { changeAndWake, type Stepped } from './change-handling.ts';
import { assigned, notForUs } from './dead-letter.ts';
import type { MailsDeps } from './mails-deps.ts';

/** See `Mails.assign`. */
export async function assign(
  deps: MailsDeps,
  { subject, person: by }: Grant<'assign-mail'>,
  address: string,
): Promise<Stepped> {
  mustBeOwnerless(subject);
  const alias = (await deps.register.aliasByAddress(address.trim()))?.value;
  if (alias === undefined || !hasOwner(alias)) {
    throw new Refusal('assign-nowhere', { why: 'nobody' });
  }
  if (!isChannelsMail(alias, subject.entry.receivedAt)) {
    throw new Refusal('assign-nowhere', { why: 'before' });
  }
  return changeAndWake(deps, subject.entry, (handling, at) => assigned(handling, alias, { by, at }));
}

/** See `Mails.setAside`. */
export async function setAside(
  deps: MailsDeps,
  { subject, person: by }: Grant<'not-for-us'>,
): Promise<Stepped> {
  mustBeOwnerless(subject);
  return changeAndWake(deps, subject.entry, (handling, at) => notForUs(handling, { by, at }));
}

/** @throws {Refusal} not-triage */
function mustBeOwnerless({ entry }: MailSubject): void {
  if (entry.aliasId !== undefined) throw new Refusal('not-triage');
}

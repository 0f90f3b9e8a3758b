import type { Clock } from '../clock.ts';
import { newChangeId } from '../identifiers.ts';
import type { Errand } from '../outgoing/message.ts';
import { actorOf, type Actor, type Person } from '../people.ts';
import type { Alias } from './alias.ts';
import type { Hand } from './aliases.ts';
import { noteAwsMail, withAwsMail } from './aws-mail.ts';
import { Refusal } from './errors.ts';
import { owns } from './ownership.ts';
import type { AuditAction, Register, Versioned } from './register.ts';

export interface AliasPolicy {
  /** How long a released alias rests before it is handed out again. */
  readonly quarantineDays: number;
}

export interface AliasesParts {
  readonly register: Register;
  readonly isApprover: (person: Person) => Promise<boolean>;
  readonly policy: AliasPolicy;
  readonly clock: Clock;
  /** Called when errands were queued; left out, they go out with the next round. */
  readonly wake?: () => void;
}

/** What shall become of an alias, and the words for its history; undefined when it is so already. */
export interface Step {
  readonly action: AuditAction;
  readonly after: Alias;
  readonly words: { readonly before: string; readonly after: string; readonly reason: string };
  /** Who has to hear of it. */
  readonly errands?: readonly Errand[];
}

/** Lost races in a row over one alias, before the caller is asked to try again. */
const RACES_MOST = 20;

/**
 * Changes an allotted alias by the hand of somebody who may. Read, decided and committed again whenever another was faster.
 * @throws {Refusal} alias-unknown, alias-not-allotted, alias-not-yours, account-bound-elsewhere, register-busy
 */
export async function changeAlias(
  parts: AliasesParts,
  by: Hand,
  address: string,
  step: (alias: Alias, at: Date) => Step | undefined | Promise<Step | undefined>,
): Promise<Alias> {
  const { register } = parts;
  for (let race = 0; race < RACES_MOST; race += 1) {
    const before = await existing(register, address);
    await mustHave(parts, by, before.value);
    const at = parts.clock();
    const next = await step(before.value, at);
    if (next === undefined) return before.value;
    const { action, after, words, errands = [] } = next;
    const entry = { at, actor: handActor(by), action, aliasId: after.id, requestId: undefined, ...words };
    const outcome = await register.commit({
      id: newChangeId(),
      aliases: [{ before, after }],
      audit: [entry],
      errands,
    });
    if (outcome.kind === 'committed') {
      if (errands.length > 0) parts.wake?.();
      return after;
    }
    if (outcome.kind === 'account-taken') throw await boundElsewhere(register, outcome.accountId);
  }
  throw new Refusal('register-busy', 'Too many changes of this alias are under way at this moment.');
}

/** See `Aliases.changeable`. What the ledger alone knows is noted on the alias, so that question, answer and release agree. */
export async function changeable(parts: AliasesParts, by: Hand, address: string): Promise<Alias> {
  const { value: alias } = await existing(parts.register, address);
  await mustHave(parts, by, alias);
  const { awsWroteAt } = await withAwsMail(parts.register, alias);
  if (awsWroteAt === undefined || awsWroteAt === alias.awsWroteAt) return alias;
  await noteAwsMail(parts, alias.id, awsWroteAt);
  return changeable(parts, by, address);
}

/** @throws {Refusal} alias-unknown */
export async function existing(
  register: Pick<Register, 'aliasByAddress'>,
  address: string,
): Promise<Versioned<Alias>> {
  const found = await register.aliasByAddress(address.trim());
  if (found === undefined) throw new Refusal('alias-unknown', 'There is no such alias in the pool.');
  return found;
}

async function mustHave(parts: AliasesParts, by: Hand, alias: Alias): Promise<void> {
  const allowed = by.kind === 'trusted' || owns(by.person, alias) || (await parts.isApprover(by.person));
  if (!allowed) throw new Refusal('alias-not-yours', 'This alias belongs to somebody else.');
  if (alias.state === 'allotted') return;
  throw new Refusal('alias-not-allotted', STATE_WORDS[alias.state]);
}

const STATE_WORDS: Readonly<Record<Exclude<Alias['state'], 'allotted'>, string>> = {
  free: 'This alias is not allotted to anybody.',
  quarantined: 'This alias was released and rests before it is handed out again.',
  retired: 'An AWS account uses this alias, or did, so that it is retired for good.',
  missing: 'This alias is missing in Exchange Online.',
};

/** The refusal that says where an account id is bound. */
export async function boundElsewhere(
  register: Pick<Register, 'aliasByAccount'>,
  accountId: string,
): Promise<Refusal> {
  const holder = (await register.aliasByAccount(accountId))?.value;
  const where = holder === undefined ? 'another alias' : holder.address;
  const whose = holder?.owner === undefined ? '' : `, which belongs to ${holder.owner.mail}`;
  return new Refusal('account-bound-elsewhere', `Account ${accountId} is bound to ${where}${whose}.`);
}

export function handActor(by: Hand): Actor {
  return by.kind === 'person' ? actorOf(by.person) : by.actor;
}

import { randomUUID } from 'node:crypto';
import { pristine, type Alias } from '../../src/aliases/alias.ts';
import { ownershipFrom } from '../../src/aliases/ownership.ts';
import type { AuditEntry } from '../../src/store/audit.ts';
import type { CaseChange } from '../../src/mail/cases/case-register.ts';
import type { Versioned } from '../../src/store/change.ts';
import type { Register } from '../../src/register.ts';
import { newId } from '../../src/shared/identifiers.ts';
import type { Person } from '../../src/people/person.ts';

export const ADA: Person = { id: randomUUID(), name: 'Ada Lovelace', mail: 'ada@company.com' };
export const BEA: Person = { id: randomUUID(), name: 'Bea Byte', mail: 'bea@company.com' };
export const CARL: Person = { id: randomUUID(), name: 'Carl Cloud', mail: 'carl@company.com' };
export const PAYMENTS = '19:payments@thread.tacv2';

/** A free alias of the first root mailbox. */
export function freeAlias(id: string = randomUUID()): Alias {
  const address = `aws_${id}@company.com`;
  return { ...pristine({ id, address, rootMailbox: 'root-01@company.com' }), boundOnce: false };
}

const ALLOTTED_AT = new Date('2026-03-01T09:00:00Z');

/** The alias as Ada's. */
export function allottedAlias(alias: Alias, change: Partial<Alias> = {}): Alias {
  return {
    ...alias,
    state: 'allotted',
    owner: { mail: ADA.mail, id: ADA.id, name: ADA.name },
    channelId: PAYMENTS,
    allottedAt: ALLOTTED_AT,
    ownership: ownershipFrom(ALLOTTED_AT, 'allotted'),
    ...change,
  };
}

export function auditOf(aliasId: string | undefined, at = new Date('2026-03-01T09:00:00Z')): AuditEntry {
  return {
    at,
    actor: { kind: 'system', name: 'test' },
    action: 'allot',
    aliasId,
    requestId: undefined,
    before: { code: 'state', state: 'free' },
    after: { code: 'allotted-to' },
  };
}

/** A change of one alias, or a new one. */
export function aliasChange(before: Versioned<Alias> | undefined, after: Alias): CaseChange {
  return { id: newId(), aliases: [{ before, after }], audit: [auditOf(after.id)] };
}

/** Puts aliases into the register, and reads the first back. */
export async function added(register: Register, alias: Alias): Promise<Versioned<Alias>> {
  const outcome = await register.commit(aliasChange(undefined, alias));
  const stored = await register.alias(alias.id);
  if (outcome.kind !== 'committed' || stored === undefined) throw new Error('the alias was not added');
  return stored;
}

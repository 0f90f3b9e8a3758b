import { exportedWords } from '../../../cards/audit-words.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Register } from '../../register.ts';
import { Refusal } from '../../store/refusal.ts';

/** Which part of the history. Without anything: all of it. */
export interface AuditQuestion {
  readonly from?: Date | undefined;
  /** Up to and without this moment. */
  readonly until?: Date | undefined;
  /** Address of an alias. */
  readonly alias?: string | undefined;
  /** A person's Entra object id or name, or an API client's name; case is ignored. */
  readonly person?: string | undefined;
}

export const BEGINNING = new Date('2000-01-01T00:00:00Z');
export const END = new Date('9999-01-01T00:00:00Z');

/** The history, oldest first. @throws {Refusal} alias-unknown */
export async function* auditLines(
  register: Pick<Register, 'audit' | 'history' | 'aliasByAddress'>,
  { from = BEGINNING, until = END, alias, person }: AuditQuestion,
): AsyncGenerator<ReturnType<typeof columnsOf>> {
  const entries = alias === undefined ? register.audit(from, until) : await historyOf(register, alias);
  const wanted = person?.trim().toLowerCase();
  for await (const entry of entries) {
    if (entry.at < from || entry.at >= until) continue;
    if (wanted === undefined || isBy(entry, wanted)) yield columnsOf(entry);
  }
}

/** @throws {Refusal} alias-unknown */
export async function historyOf(
  register: Pick<Register, 'history' | 'aliasByAddress'>,
  address: string,
): Promise<readonly AuditEntry[]> {
  const alias = await register.aliasByAddress(address.trim());
  if (alias === undefined) throw new Refusal('alias-unknown');
  return register.history(alias.value.id);
}

function isBy({ actor }: AuditEntry, wanted: string): boolean {
  return (
    actor.name.toLowerCase() === wanted || (actor.kind === 'person' && actor.id.toLowerCase() === wanted)
  );
}

export const AUDIT_COLUMNS = [
  'at',
  'actor',
  'actorId',
  'actorKind',
  'action',
  'aliasId',
  'requestId',
  'before',
  'after',
  'reason',
] as const;

function columnsOf(entry: AuditEntry): Record<(typeof AUDIT_COLUMNS)[number], string> {
  const { at, actor, action, aliasId, requestId, before, after, reason } = entry;
  return {
    at: at.toISOString(),
    actor: actor.name,
    actorId: actor.kind === 'person' ? actor.id : '',
    actorKind: actor.kind,
    action,
    aliasId: aliasId ?? '',
    requestId: requestId ?? '',
    before: exportedWords(before),
    after: exportedWords(after),
    reason: exportedWords(reason),
  };
}

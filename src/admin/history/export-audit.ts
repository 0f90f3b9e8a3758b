import { exportedWords } from '../../../cards/audit-words.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Register } from '../../register.ts';
import { Refusal } from '../../store/refusal.ts';
import { csvLine } from '../files/csv-line.ts';

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

export const AUDIT_FORMATS = ['jsonl', 'csv'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

export const BEGINNING = new Date('2000-01-01T00:00:00Z');
export const END = new Date('9999-01-01T00:00:00Z');

/**
 * The history as lines of text, oldest first, each with its line end: JSON Lines, or CSV with a head line (RFC 4180).
 * @throws {Refusal} alias-unknown
 * @throws {RegisterUnavailable}
 */
export async function* exportAudit(
  register: Pick<Register, 'audit' | 'history' | 'aliasByAddress'>,
  question: AuditQuestion,
  format: AuditFormat,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(COLUMNS);
  for await (const entry of entriesOf(register, question)) {
    const columns = columnsOf(entry);
    yield format === 'csv'
      ? csvLine(COLUMNS.map((column) => columns[column]))
      : `${JSON.stringify(columns)}\n`;
  }
}

async function* entriesOf(
  register: Pick<Register, 'audit' | 'history' | 'aliasByAddress'>,
  { from = BEGINNING, until = END, alias, person }: AuditQuestion,
): AsyncGenerator<AuditEntry> {
  const entries = alias === undefined ? register.audit(from, until) : await historyOf(register, alias);
  const wanted = person?.trim().toLowerCase();
  for await (const entry of entries) {
    if (entry.at < from || entry.at >= until) continue;
    if (wanted === undefined || isBy(entry, wanted)) yield entry;
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

const COLUMNS = [
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

function columnsOf(entry: AuditEntry): Record<(typeof COLUMNS)[number], string> {
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

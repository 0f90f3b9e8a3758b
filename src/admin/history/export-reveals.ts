import { exportedWords } from '../../../cards/audit-words.ts';
import type { Alias } from '../../aliases/alias.ts';
import type { AuditAction, AuditEntry } from '../../store/audit.ts';
import type { Register } from '../../register.ts';
import type { Actor } from '../../people/person.ts';
import { BEGINNING, END, historyOf, type AuditQuestion } from './export-audit.ts';

type Asked = Pick<Register, 'audit' | 'history' | 'alias' | 'aliasByAddress'>;

export const REVEAL_COLUMNS = [
  'at',
  'step',
  'why',
  'by',
  'byId',
  'reader',
  'readerId',
  'alias',
  'account',
  'category',
  'mailReceivedAt',
  'revealId',
] as const;
type Step = Readonly<Record<(typeof REVEAL_COLUMNS)[number], string>>;

/**
 * Every step of every reveal, oldest first. `person` is who wants to read the mail, or whose step it is.
 * @throws {Refusal} alias-unknown
 */
export async function* revealSteps(
  register: Asked,
  { from = BEGINNING, until = END, alias, person }: AuditQuestion,
): AsyncGenerator<Step> {
  const entries = alias === undefined ? register.audit(from, until) : await historyOf(register, alias);
  const aliasWith = remembering((id) => register.alias(id).then((found) => found?.value));
  const historyWith = remembering((id) => register.history(id));
  const wanted = person?.trim().toLowerCase();
  for await (const entry of entries) {
    const { step, why } = stepIn(entry);
    if (step === undefined || entry.at < from || entry.at >= until) continue;
    const reader = await readerOf(entry, historyWith);
    if (wanted !== undefined && !isNamed(entry.actor, wanted) && !isNamed(reader, wanted)) continue;
    const about = entry.aliasId === undefined ? undefined : await aliasWith(entry.aliasId);
    yield { ...columnsOf(entry, reader, about), step, why };
  }
}

const STEPS: Partial<Readonly<Record<AuditAction, string>>> = {
  'reveal-wanted': 'wanted',
  'reveal-agreed': 'agreed',
  'reveal-denied': 'refused',
  'reveal-shown': 'shown',
};

/** What a line of history is as a step of a reveal; without a step it is none. */
function stepIn({ action, before, after }: AuditEntry): {
  readonly step: string | undefined;
  readonly why: string;
} {
  if (action !== 'reveal-over') return { step: STEPS[action], why: '' };
  const why = after?.code === 'reveal-over' ? after.because : exportedWords(after);
  const wasShown = before?.code === 'state' && before.state === 'shown';
  return { step: wasShown ? 'taken-away' : 'failed', why };
}

/** Who wanted to read the mail: is in the first step, which may be older than what was asked for. */
async function readerOf(
  { action, actor, aliasId, requestId }: AuditEntry,
  historyWith: (aliasId: string) => Promise<readonly AuditEntry[]>,
): Promise<Actor | undefined> {
  // Rootdesk itself says it again where it finds a secret in what was announced.
  if (action === 'reveal-wanted' && actor.kind === 'person') return actor;
  if (aliasId === undefined || requestId === undefined) return undefined;
  const history = await historyWith(aliasId);
  return history.find((entry) => entry.requestId === requestId && entry.action === 'reveal-wanted')?.actor;
}

function columnsOf(
  { at, actor, aliasId, requestId, reason }: AuditEntry,
  reader: Actor | undefined,
  alias: Alias | undefined,
): Omit<Step, 'step' | 'why'> {
  const mail = reason?.code === 'mail' ? reason : undefined;
  return {
    at: at.toISOString(),
    by: actor.name,
    byId: idOf(actor),
    reader: reader?.name ?? '',
    readerId: idOf(reader),
    alias: alias?.address ?? aliasId ?? '',
    account: alias?.accountId ?? '',
    category: mail?.category ?? '',
    mailReceivedAt: mail?.receivedAt.toISOString() ?? '',
    revealId: requestId ?? '',
  };
}

function idOf(actor: Actor | undefined): string {
  return actor?.kind === 'person' ? actor.id : '';
}

function isNamed(actor: Actor | undefined, wanted: string): boolean {
  return actor?.name.toLowerCase() === wanted || idOf(actor).toLowerCase() === wanted;
}

/** Asks once for each alias. */
function remembering<T>(ask: (aliasId: string) => Promise<T>): (aliasId: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (aliasId) => {
    const answer = asked.get(aliasId) ?? ask(aliasId);
    asked.set(aliasId, answer);
    return answer;
  };
}

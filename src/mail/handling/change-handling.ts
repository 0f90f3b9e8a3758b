import type { AuditAction, Register } from '../../aliases/register.ts';
import type { Clock } from '../../clock.ts';
import { newChangeId } from '../../identifiers.ts';
import type { Errand } from '../../outgoing/message.ts';
import type { Actor } from '../../people.ts';
import { MailRefusal } from '../errors.ts';
import { untouched, type Handling } from './handling.ts';
import type { LedgerEntry } from '../ledger.ts';

export interface HandlingParts {
  readonly register: Pick<Register, 'handling' | 'commit'>;
  readonly clock: Clock;
}

/** What becomes of a mail's handling, the words for its history, and who hears of it. */
export interface HandlingStep {
  readonly after: Handling;
  readonly by: Actor;
  readonly action: AuditAction;
  readonly words: { readonly before: string; readonly after: string };
  readonly errands: readonly Errand[];
}

/** Lost races in a row over one mail, before the caller is asked to try again. */
const RACES_MOST = 20;

/**
 * Changes a mail's handling: read, decided and committed again whenever another was faster. The step gives undefined when
 * nothing has to change.
 * @returns the handling as it stands, and whether this call changed it
 * @throws {MailRefusal} mail-busy, and whatever the step throws
 */
export async function changeHandling(
  parts: HandlingParts,
  entry: LedgerEntry,
  step: (handling: Handling, at: Date) => HandlingStep | undefined,
): Promise<{ readonly handling: Handling; readonly changed: boolean }> {
  for (let race = 0; race < RACES_MOST; race += 1) {
    const before = await parts.register.handling(entry.id);
    const handling = before?.value ?? untouched(entry.id, entry.aliasId);
    const at = parts.clock();
    const next = step(handling, at);
    if (next === undefined) return { handling, changed: false };
    const { after, by: actor, action, words, errands } = next;
    const reason = `${entry.category} mail of ${entry.receivedAt.toISOString()}`;
    const outcome = await parts.register.commit({
      id: newChangeId(),
      handlings: [{ before, after }],
      audit: [{ at, actor, action, aliasId: entry.aliasId, requestId: undefined, ...words, reason }],
      errands,
    });
    if (outcome.kind === 'committed') return { handling: after, changed: true };
  }
  throw new MailRefusal('mail-busy', 'Too many people are working with this mail at this moment.');
}

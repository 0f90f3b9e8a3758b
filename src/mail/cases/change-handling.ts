import type { AuditAction, AuditEntry } from '../../store/audit.ts';
import type { CaseRegister } from './case-register.ts';
import type { Versioned } from '../../store/change.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Job } from '../../messages/job.ts';
import type { Actor } from '../../people/person.ts';
import { retryOnConflict } from '../../store/retry-on-conflict.ts';
import { Refusal } from '../../store/refusal.ts';
import { untouched, type Handling } from './handling.ts';
import type { LedgerEntry } from '../ledger.ts';

export interface HandlingDeps {
  readonly register: Pick<CaseRegister, 'handling' | 'commit'>;
  readonly clock: Clock;
}

/** What becomes of a mail's handling, what its history says, and who hears of it. */
export interface HandlingStep extends HandlingLine {
  readonly after: Handling;
  readonly jobs: readonly Job[];
  /** What happened to something else by the same step. */
  readonly also?: readonly HandlingLine[];
}

/** What came of a step: the handling as it is then, and whether this step changed it. */
export interface Stepped {
  readonly handling: Handling;
  readonly changed: boolean;
}

/** A line of history. */
export interface HandlingLine {
  readonly by: Actor;
  readonly action: AuditAction;
  readonly facts: Pick<AuditEntry, 'before' | 'after'>;
  /** The reveal that it is a step of. */
  readonly revealId?: string;
}

/**
 * Changes a mail's handling: read, decided and committed again whenever another was faster. The step gives undefined when
 * nothing has to change.
 * @param mayBeRepeat the step may have been taken before, by an attempt of which nothing is known any more
 * @returns the handling as it is, and whether this call changed it
 * @throws {Refusal} mail-busy, and whatever the step throws
 */
export async function changeHandling(
  deps: HandlingDeps,
  entry: LedgerEntry,
  step: (handling: Handling, at: Date) => HandlingStep | undefined,
  mayBeRepeat = false,
): Promise<Stepped> {
  const busy = (): Refusal => new Refusal('mail-busy');
  const read = (): Promise<Versioned<Handling> | undefined> => deps.register.handling(entry.id);
  return retryOnConflict(busy, read, async (before) => {
    const handling = before?.value ?? untouched(entry.id, entry.aliasId);
    const at = deps.clock();
    const next = step(handling, at);
    if (next === undefined) return { handling, changed: false };
    const { after, jobs, also = [] } = next;
    const line = ({ by: actor, action, facts, revealId: requestId }: HandlingLine): AuditEntry => {
      const { aliasId, category, receivedAt } = entry;
      return {
        at,
        actor,
        action,
        aliasId,
        requestId,
        ...facts,
        reason: { code: 'mail', category, receivedAt },
      };
    };
    const outcome = await deps.register.commit({
      handlings: [{ before, after }],
      audit: [line(next), ...also.map(line)],
      jobs,
      mayBeRepeat,
    });
    return outcome.kind === 'committed' ? { handling: after, changed: true } : undefined;
  });
}

/** The same, and the messages that tell of it go out at once. */
export async function changeAndWake(
  deps: HandlingDeps & { readonly wake: () => void },
  entry: LedgerEntry,
  step: Parameters<typeof changeHandling>[2],
  mayBeRepeat = false,
): Promise<Stepped> {
  const done = await changeHandling(deps, entry, step, mayBeRepeat);
  if (done.changed) deps.wake();
  return done;
}

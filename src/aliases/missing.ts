import type { Clock } from '../shared/clock.ts';
import type { Actor } from '../people/person.ts';
import type { Alias } from './alias.ts';
import { commitState } from './commit-state.ts';
import { isUsedAtAws } from './ownership.ts';
import type { AliasRegister } from './alias-register.ts';
import type { AuditFact } from '../store/audit-fact.ts';
import type { Versioned } from '../store/change.ts';
import { isMissing, isSpare, type AliasState } from './states.ts';

/**
 * An alias that Exchange Online does not have, so that it is never handed out; unchanged where that says nothing new.
 *
 * Only what could be handed out becomes missing. One that is allotted or retired keeps its state: its owner has to be told by a
 * person, and the mail of its account has to be brought back.
 */
export function missed(alias: Alias): Alias {
  return isSpare(alias) ? { ...alias, state: 'missing' } : alias;
}

/** A missing alias that is in Exchange Online again, as it was before; unchanged where it is not missing. */
export function foundAgain(alias: Alias): Alias {
  return isMissing(alias) ? { ...alias, state: stateBefore(alias) } : alias;
}

function stateBefore(alias: Alias): AliasState {
  if (isUsedAtAws(alias)) return 'retired';
  return alias.quarantinedUntil === undefined ? 'free' : 'quarantined';
}

/** More at once do not make one partition faster. */
const AT_ONCE = 4;

/**
 * Brings the states of aliases in line with Exchange Online.
 * @param move {@link missed} or {@link foundAgain}
 * @param reason how it is known; by Exchange's own list where left out
 * @returns those that were changed; others changed meanwhile, or nothing had to change
 * @throws {RegisterUnavailable} what was changed until then stays
 */
export async function moveAliases(
  { register, clock }: { readonly register: Pick<AliasRegister, 'commit'>; readonly clock: Clock },
  aliases: readonly Versioned<Alias>[],
  move: (alias: Alias) => Alias,
  actor: Actor,
  reason: (isThere: boolean) => AuditFact = (isThere) => ({ code: 'in-exchange', isThere }),
): Promise<readonly Alias[]> {
  const changed: Alias[] = [];
  const rest = aliases.values();
  const work = async (): Promise<void> => {
    for (const before of rest) {
      const after = move(before.value);
      if (after === before.value) continue;
      const action = isMissing(after) ? 'missing' : 'found-again';
      const line = { at: clock(), actor, action, reason: reason(!isMissing(after)) } as const;
      const outcome = await commitState(register, before, after, line);
      if (outcome.kind === 'committed') changed.push(after);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return changed;
}

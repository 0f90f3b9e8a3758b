import type { Actor } from '../../people/person.ts';
import { changeHandling, type HandlingDeps } from './change-handling.ts';
import { deliveredAnew } from './dead-letter.ts';
import type { LedgerState } from '../ledger.ts';

/**
 * Has a mail delivered again however its delivery ended, for the command line. The running program does it within a minute; the
 * card then says that it may be a repeat, and the channel's wishes for quiet hold as ever.
 * @returns false when it waits for its delivery anyway
 * @throws {Refusal} mail-busy
 */
export async function replayEnded(
  deps: HandlingDeps,
  by: Actor,
  { entry, ended }: LedgerState,
): Promise<boolean> {
  if (ended === undefined) return false;
  const { changed } = await changeHandling(deps, entry, (handling) =>
    // Given up and no longer dead: somebody else has just had it replayed.
    ended === 'dead' && handling.deadSince === undefined ? undefined : deliveredAnew(handling, ended, by),
  );
  return changed;
}

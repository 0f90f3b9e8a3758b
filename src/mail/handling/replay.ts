import type { Actor } from '../../people.ts';
import { changeHandling, type HandlingParts } from './change-handling.ts';
import { deliveredAnew, replayed } from './dead-letter.ts';
import { MailRefusal } from '../errors.ts';
import type { Ledger, LedgerState } from '../ledger.ts';

export interface ReplayParts extends HandlingParts {
  readonly ledger: Pick<Ledger, 'entry'>;
}

/**
 * Has a mail that was given up delivered again, for triage. The running program does it with its next
 * round; the card then says that it may be a repeat.
 * @returns false when the mail is not given up
 * @throws {MailRefusal} mail-not-found, mail-busy
 */
export async function replay(parts: ReplayParts, by: Actor, ledgerId: string): Promise<boolean> {
  const entry = await parts.ledger.entry(ledgerId);
  if (entry === undefined) throw new MailRefusal('mail-not-found', 'There is no such mail.');
  const { changed } = await changeHandling(parts, entry, (handling) => replayed(handling, by));
  return changed;
}

/**
 * Has a mail delivered again however its delivery ended, for the command line. The running program does it within a minute; the
 * card then says that it may be a repeat, and the channel's wishes for quiet hold as ever.
 * @returns false when it waits for its delivery anyway
 * @throws {MailRefusal} mail-busy
 */
export async function replayEnded(
  parts: HandlingParts,
  by: Actor,
  { entry, ended }: LedgerState,
): Promise<boolean> {
  if (ended === undefined) return false;
  const { changed } = await changeHandling(parts, entry, (handling) =>
    // Given up and no longer dead: somebody else has just had it replayed.
    ended === 'dead' && handling.deadSince === undefined ? undefined : deliveredAnew(handling, ended, by),
  );
  return changed;
}

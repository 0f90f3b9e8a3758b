import { isDeepStrictEqual } from 'node:util';
import type { CaseRegister } from '../cases/case-register.ts';
import type { Handling } from '../cases/handling.ts';
import { cardOf, type LedgerEntry } from '../ledger.ts';
import type { Log } from '../../shared/log.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Job } from '../../messages/job.ts';
import type { Conversations, PostedCopy } from '../../messages/poster.ts';
import type { Outbox } from '../../messages/queue.ts';

export interface KeepCopyDeps {
  readonly register: Pick<CaseRegister, 'handling'>;
  readonly conversations: Pick<Conversations, 'rememberCopy'>;
  readonly outbox: Pick<Outbox<Job>, 'add'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when jobs were queued. */
  readonly wake: () => void;
}

/** What a card of a mail was drawn from. */
interface DrawnMail {
  readonly entry: LedgerEntry;
  readonly handling: Handling | undefined;
}

/**
 * Keeps where a mail's card is, for every mail that it names, and has it redrawn where something was done with one of them while it
 * was being posted. It is posted: that its place could not be stored is no reason to post it again.
 */
export async function keepMailCopy(deps: KeepCopyDeps, drawn: DrawnMail, copy: PostedCopy): Promise<void> {
  const { entry, handling } = drawn;
  try {
    for (const { id, sharesCardWith = [] } of cardOf(entry)) {
      const look = sharesCardWith.length === 0 ? copy.look : { ...copy.look, sharesCardWith };
      await deps.conversations.rememberCopy(id, { ...copy, look });
    }
    const now = (await deps.register.handling(entry.id))?.value;
    if (isDeepStrictEqual(now, handling)) return;
    await deps.outbox.add({ kind: 'redraw-mail', ledgerId: entry.id });
    deps.wake();
  } catch (error) {
    deps.log.error({ err: error, entry: entry.id }, 'where a mail was posted was not stored');
  }
}

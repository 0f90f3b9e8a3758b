import type { Register } from '../../aliases/register.ts';
import type { Clock } from '../../clock.ts';
import { newChangeId } from '../../identifiers.ts';
import type { Log } from '../../log.ts';
import type { Actor } from '../../people.ts';
import type { Ledger } from '../ledger.ts';
import { FOLDERS, type Folder, type MailboxListing } from '../mailbox.ts';

export interface ReconcileParts {
  readonly mailbox: MailboxListing;
  readonly ledger: Pick<Ledger, 'known'>;
  readonly register: Pick<Register, 'mark' | 'commit'>;
  /** Reads and records messages as the sweep does. */
  readonly record: (messageIds: readonly string[], signal: AbortSignal) => Promise<void>;
  /** Messages that were received before do not count. */
  readonly countsSince?: Date | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when errands were queued. */
  readonly wake: () => void;
}

export interface Reconciled {
  readonly seen: number;
  readonly missing: number;
}

/** How far back the mailbox is listed. */
const BACK_MS = 48 * 60 * 60_000;
/** What came just now may still be on its way through the sweep. */
const GRACE_MS = 15 * 60_000;

const RECONCILER: Actor = { kind: 'system', name: 'reconciliation' };

/**
 * Lists what the mailbox received in the last two days and compares it with the ledger: the sweep follows Graph's changes, and
 * this tells when they left something out. What is missing is recorded, and triage is told how much it was. Once a day,
 * whichever copy is first; undefined when it was done today.
 * @throws {MailboxUnavailable} {@link RegisterUnavailable}
 */
export async function reconcile(parts: ReconcileParts, signal: AbortSignal): Promise<Reconciled | undefined> {
  const at = parts.clock();
  const name = `reconciled ${at.toISOString().slice(0, 10)}`;
  if ((await parts.register.mark(name)) !== undefined) return undefined;
  const window = {
    since: new Date(Math.max(at.getTime() - BACK_MS, parts.countsSince?.getTime() ?? 0)),
    until: new Date(at.getTime() - GRACE_MS),
  };
  let seen = 0;
  let missing = 0;
  for (const folder of FOLDERS) {
    for await (const messageIds of pagesOf(parts.mailbox, folder, window, signal)) {
      const known = await parts.ledger.known(messageIds);
      const gaps = messageIds.filter((id) => !known.has(id));
      seen += messageIds.length;
      missing += gaps.length;
      if (gaps.length === 0) continue;
      parts.log.error({ folder, messageIds: gaps }, 'messages of the mailbox were missing in the ledger');
      await parts.record(gaps, signal);
    }
  }
  const outcome = await parts.register.commit({
    id: newChangeId(),
    marks: [{ name, version: undefined, text: `${missing} of ${seen}` }],
    audit: [
      {
        at,
        actor: RECONCILER,
        action: 'reconcile',
        aliasId: undefined,
        requestId: undefined,
        before: '',
        after: `${seen} messages in two days, ${missing} missing in the ledger`,
        reason: '',
      },
    ],
    errands: missing === 0 ? [] : [{ kind: 'mail-gap', missing, seen, to: { kind: 'triage' } }],
  });
  if (outcome.kind === 'committed') parts.wake();
  return { seen, missing };
}

async function* pagesOf(
  mailbox: MailboxListing,
  folder: Folder,
  window: { readonly since: Date; readonly until: Date },
  signal: AbortSignal,
): AsyncGenerator<readonly string[]> {
  let cursor: string | undefined;
  for (;;) {
    const page = await mailbox.received(folder, window, cursor, signal);
    yield page.messageIds;
    if (!page.more) return;
    cursor = page.cursor;
  }
}

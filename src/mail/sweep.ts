import type { Log } from '../log.ts';
import type { Cursors, Ledger, LedgerEntry } from './ledger.ts';
import { CursorExpired, FOLDERS, type ChangePage, type Folder, type Mailbox } from './mailbox.ts';
import { route, type Destination } from './route.ts';
import { readAndUnderstand, type ReaderParts, type Understood } from './understood.ts';

export interface SweepParts extends ReaderParts {
  readonly mailbox: Mailbox;
  readonly ledger: Pick<Ledger, 'known' | 'record'>;
  readonly cursors: Cursors;
  readonly log: Log;
  /** Called after entries were recorded: delivery can start. */
  readonly wake: () => void;
  /** Keeps what was just read for the delivery that follows, so that it need not be read again. */
  readonly keep: (entryId: string, understood: Understood) => void;
}

/**
 * One pass over the central mailbox, folder by folder and page by page: read, understand, write the ledger, then move the
 * cursor. Whatever fails before the cursor moves is done again by the next pass; the ledger keeps it from being posted twice.
 *
 * @throws {MailboxUnavailable} when the mailbox does not answer; folders read before it stay read
 */
export async function sweep(parts: SweepParts, signal: AbortSignal): Promise<void> {
  for (const folder of FOLDERS) await sweepFolder(parts, folder, signal);
}

async function sweepFolder(parts: SweepParts, folder: Folder, signal: AbortSignal): Promise<void> {
  let saved = await parts.cursors.load(folder);
  let cursor = saved?.cursor;
  for (;;) {
    signal.throwIfAborted();
    const page = await nextPage(parts, folder, cursor, signal);
    await recordPage(parts, page.messageIds, signal);
    const moved = await parts.cursors.save(folder, page.cursor, saved);
    if (moved === undefined) {
      parts.log.warn({ folder }, 'another sweep moved the cursor; this one leaves the folder to it');
      return;
    }
    saved = moved;
    cursor = page.cursor;
    if (!page.more) return;
  }
}

/** The next page; from the beginning of the folder when the server has lost our place. */
async function nextPage(
  parts: SweepParts,
  folder: Folder,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<ChangePage> {
  try {
    return await parts.mailbox.changes(folder, cursor, signal);
  } catch (error) {
    if (!(error instanceof CursorExpired)) throw error;
    parts.log.warn({ folder, code: error.code }, 'reading the folder again from its beginning');
    return parts.mailbox.changes(folder, undefined, signal);
  }
}

async function recordPage(
  parts: SweepParts,
  messageIds: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const known = await parts.ledger.known(messageIds);
  const unread = messageIds.filter((id) => !known.has(id));
  if (unread.length === 0) return;
  const entries = await Promise.all(unread.map((id) => entriesOf(parts, id, signal)));
  await parts.ledger.record(entries.flat());
  parts.wake();
}

async function entriesOf(parts: SweepParts, messageId: string, signal: AbortSignal): Promise<LedgerEntry[]> {
  const understood = await readAndUnderstand(parts, messageId, signal);
  if (understood === undefined) {
    parts.log.info({ messageId }, 'a message was gone before it could be read');
    return [];
  }
  const { stored, mail, understanding, aliases } = understood;
  return route(mail, understanding, aliases).map((destination) => {
    const entry: LedgerEntry = {
      id: `${messageId}:${destination.kind === 'owner' ? destination.aliasId : 'triage'}`,
      messageId,
      ...whereTo(destination),
      receivedAt: stored.receivedAt,
      category: understanding.category,
      severity: understanding.severity,
      genuine: understanding.genuine,
      withheld: understanding.secret,
      accountId: understanding.accountId,
    };
    parts.keep(entry.id, understood);
    return entry;
  });
}

function whereTo(destination: Destination): Pick<LedgerEntry, 'aliasId' | 'triageReason'> {
  return destination.kind === 'owner'
    ? { aliasId: destination.aliasId, triageReason: undefined }
    : { aliasId: undefined, triageReason: destination.reason };
}

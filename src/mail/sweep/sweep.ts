import type { Cursors } from '../ledger.ts';
import { CursorExpired, FOLDERS, type ChangePage, type Folder, type Mailbox } from '../mailbox.ts';
import { createTroubles, type Troubles } from '../../shared/troubles.ts';
import { looksUrgent } from './looks-urgent.ts';
import { createPagesAhead } from './pages-ahead.ts';
import { recordMessages, recordPage, type PageDeps, type RecordDeps } from './record-page.ts';
import { createSetbacks } from './setbacks.ts';

export interface SweepDeps extends RecordDeps {
  /** One of the central mailboxes. */
  readonly mailbox: Mailbox;
  readonly cursors: Cursors;
  /** Waits until the deliveries have caught up so far that what is read next can be kept for them. */
  readonly caughtUp: () => Promise<void>;
}

/**
 * One pass over a central mailbox, folder by folder and page by page: read, analyze, write the ledger, then move the
 * cursor. Pages are listed ahead, and what looks urgent in them is read and written down first. Whatever fails before the cursor moves is done again by the next pass; the ledger keeps it from being posted twice.
 *
 * @throws {MailboxUnavailable} when the mailbox does not answer; whatever was read before stays read
 */
export type Sweep = (signal: AbortSignal) => Promise<void>;

/** Makes a sweep that remembers from pass to pass which messages it could not read. */
export function createSweep(deps: SweepDeps): Sweep {
  const folderDeps: FolderDeps = {
    ...deps,
    setbacks: createSetbacks(),
    lostPlaces: createTroubles(deps.log),
  };
  return async (signal) => {
    const troubles: unknown[] = [];
    // A folder in trouble does not keep the other from being read.
    for (const folder of FOLDERS) {
      try {
        await sweepFolder(folderDeps, folder, signal);
      } catch (error) {
        signal.throwIfAborted();
        troubles.push(error);
      }
    }
    if (troubles.length > 0) throw troubles[0];
  };
}

type FolderDeps = SweepDeps & PageDeps & { readonly lostPlaces: Troubles };

async function sweepFolder(deps: FolderDeps, folder: Folder, signal: AbortSignal): Promise<void> {
  let saved = await deps.cursors.load(folder);
  const pages = createPagesAhead({
    list: (cursor) => nextPage(deps, folder, cursor, signal),
    onAhead: (page) => recordUrgent(deps, page, signal),
    cursor: saved?.cursor,
  });
  for (let page = await pages.next(); page !== undefined; page = await pages.next()) {
    signal.throwIfAborted();
    await recordPage(deps, page, signal);
    const moved = await deps.cursors.save(folder, page.cursor, saved);
    if (moved === undefined) {
      deps.log.warn({ folder }, 'another sweep moved the cursor; this one leaves the folder to it');
      return;
    }
    saved = moved;
    if (page.more) await deps.caughtUp();
  }
}

/** What looks urgent on a page whose turn has not come; what cannot be read now is read with its page, and fails there. */
async function recordUrgent(
  deps: FolderDeps,
  { messageIds, listed }: ChangePage,
  signal: AbortSignal,
): Promise<void> {
  const urgent = messageIds.filter((id) => looksUrgent(listed?.get(id) ?? {}, deps.rules.awsSenders));
  if (urgent.length === 0) return;
  try {
    await recordMessages(deps, { messageIds: urgent, ...(listed && { listed }) }, signal);
  } catch (error) {
    signal.throwIfAborted();
    deps.log.debug({ err: error }, 'urgent mail could not be read ahead of its turn');
  }
}

/** The next page; from the beginning of the folder when the server has lost our place. */
async function nextPage(
  deps: FolderDeps,
  folder: Folder,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<ChangePage> {
  try {
    const page = await deps.mailbox.changes(folder, cursor, signal);
    deps.lostPlaces.over(folder);
    return page;
  } catch (error) {
    if (!(error instanceof CursorExpired)) throw error;
    deps.lostPlaces.failed(folder, {
      level: 'warn',
      message: 'reading the folder again from its beginning',
      details: { folder, code: error.code },
    });
    return deps.mailbox.changes(folder, undefined, signal);
  }
}

import type { Cursors } from '../ledger.ts';
import { CursorExpired, FOLDERS, type ChangePage, type Folder, type Mailbox } from '../mailbox.ts';
import { createTroubles, type Troubles } from '../../shared/troubles.ts';
import { recordPage, type PageDeps, type RecordDeps } from './record-page.ts';
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
 * cursor. Whatever fails before the cursor moves is done again by the next pass; the ledger keeps it from being posted twice.
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
  let cursor = saved?.cursor;
  for (;;) {
    signal.throwIfAborted();
    const page = await nextPage(deps, folder, cursor, signal);
    await recordPage(deps, page, signal);
    const moved = await deps.cursors.save(folder, page.cursor, saved);
    if (moved === undefined) {
      deps.log.warn({ folder }, 'another sweep moved the cursor; this one leaves the folder to it');
      return;
    }
    saved = moved;
    cursor = page.cursor;
    if (!page.more) return;
    await deps.caughtUp();
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

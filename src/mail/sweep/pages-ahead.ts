import type { ChangePage } from '../mailbox.ts';

/** A thousand mails and more; a page is a few kilobytes. */
const AHEAD_MOST = 60;
/** The first page does not wait for all the others to be listed. */
const LISTED_A_TURN = 6;

export interface PagesAheadDeps {
  /** The page after a cursor; of a folder's beginning without one. */
  readonly list: (cursor: string | undefined) => Promise<ChangePage>;
  /** Called with each page that has to wait for its turn. */
  readonly onAhead: (page: ChangePage) => Promise<void>;
  /** Where the first page begins. */
  readonly cursor: string | undefined;
}

/** The pages of a folder one after the other, listed before their turn comes, so that somebody can look what is in them. */
export interface PagesAhead {
  /**
   * The next page; undefined after the last one.
   * @throws why a page could not be listed, after those that could
   */
  next(): Promise<ChangePage | undefined>;
}

export function createPagesAhead({ list, onAhead, cursor }: PagesAheadDeps): PagesAhead {
  const ahead: ChangePage[] = [];
  let listedTo = cursor;
  let isMore = true;
  let trouble: { readonly error: unknown } | undefined;

  async function listOne(): Promise<void> {
    try {
      const page = await list(listedTo);
      listedTo = page.cursor;
      isMore = page.more;
      const isEmpty = page.messageIds.length + (page.removedIds?.length ?? 0) === 0;
      // Nothing came meanwhile: the cursor of the page before leads to the same.
      if (isEmpty && !page.more && ahead.length > 0) return;
      ahead.push(page);
      if (ahead.length > 1) await onAhead(page);
    } catch (error) {
      trouble = { error };
    }
  }

  async function listAhead(): Promise<void> {
    // What comes while pages wait is listed too: it may be urgent.
    if (!isMore && ahead.length > 0) await listOne();
    for (let listed = 0; listed < LISTED_A_TURN; listed += 1) {
      if (!isMore || trouble !== undefined || ahead.length === AHEAD_MOST) return;
      await listOne();
    }
  }

  return {
    async next() {
      if (trouble === undefined) await listAhead();
      const page = ahead.shift();
      if (page === undefined && trouble !== undefined) throw trouble.error;
      return page;
    },
  };
}

import type { RootMailboxReach } from '../../mail/reach/reach.ts';

/** When the last mail came through a root mailbox, and what to think of it. */
export function reachWords({
  state,
  lastMail,
}: Pick<Partial<RootMailboxReach>, 'state' | 'lastMail'>): string {
  const last = lastMail === undefined ? 'no mail yet' : `last mail ${lastMail.toISOString().slice(0, 16)}Z`;
  return state === 'behind' ? `${last}, BEHIND THE OTHERS` : last;
}

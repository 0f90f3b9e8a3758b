import type { RootMailboxReach } from '../../mail/reach/reach.ts';

type Shown = Pick<Partial<RootMailboxReach>, 'state' | 'lastMail' | 'lastProbe'>;

/** When the last mail and the last probe came through a root mailbox, and what to think of it. */
export function reachWords({ state, lastMail, lastProbe }: Shown): string {
  const came = lastMail === undefined ? 'no mail yet' : `last mail ${minuteOf(lastMail)}`;
  const words = lastProbe === undefined ? came : `${came}, last probe ${minuteOf(lastProbe)}`;
  if (state === 'silent') return `${words}, PROBES DO NOT COME BACK`;
  return state === 'behind' ? `${words}, BEHIND THE OTHERS` : words;
}

function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 16)}Z`;
}

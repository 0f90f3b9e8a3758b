import { FIRST_MAILBOX, type MailboxName, type MailboxPlace } from '../../mail/mailbox-name.ts';
import type { RootMailboxReach } from '../../mail/reach/reach.ts';

type Shown = Pick<Partial<RootMailboxReach>, 'state' | 'lastMail' | 'lastProbe'> & {
  readonly central: string | undefined;
};

/** The address of the central mailbox to which a root mailbox forwards, as far as its mail tells. */
export function centralOf(
  name: MailboxName | undefined,
  centrals: readonly MailboxPlace[],
): string | undefined {
  const place = centrals.find((each) => each.name === name);
  // One that was taken out of the setting is named by its address, other than the first one.
  return place?.address ?? (name === FIRST_MAILBOX ? undefined : name);
}

/** When the last mail and the last probe came through a root mailbox, to which central one, and what to think of it. */
export function reachWords({ state, lastMail, lastProbe, central }: Shown): string {
  const came = lastMail === undefined ? 'no mail yet' : `last mail ${minuteOf(lastMail)}`;
  const probed = lastProbe === undefined ? came : `${came}, last probe ${minuteOf(lastProbe)}`;
  const words = central === undefined ? probed : `${probed}, forwards to ${central}`;
  if (state === 'silent') return `${words}, PROBES DO NOT COME BACK`;
  return state === 'behind' ? `${words}, BEHIND THE OTHERS` : words;
}

function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 16)}Z`;
}

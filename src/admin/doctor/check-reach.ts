import { poolReport } from '../../aliases/pool.ts';
import type { Alias } from '../../aliases/alias.ts';
import { readReach } from '../../mail/reach/watch-reach.ts';
import type { SeenStore } from '../../mail/reach/seen.ts';
import { warns, works, type Outcome } from './finding.ts';

/** Whether mail comes through every root mailbox as it always did. */
export async function checkReach(
  seen: Pick<SeenStore, 'load'>,
  aliases: readonly Alias[],
  now: Date,
): Promise<Outcome> {
  const reach = await readReach(seen, poolReport(aliases, now), now);
  const inUse = reach.filter(({ state }) => state !== 'unused');
  const behind = inUse.filter(({ state }) => state === 'behind').map(({ rootMailbox }) => rootMailbox);
  if (behind.length > 0) {
    return warns(
      `mail came through others, and none for unusually long through ${behind.join(', ')}`,
      'Look at its forwarding with Get-Mailbox in Exchange Online, or run the script of plan again. It keeps a copy of every mail.',
    );
  }
  if (inUse.length === 0) return works('no alias is in use, so that no mail is to be expected');
  const unclear = inUse.filter(({ state }) => state === 'unclear').length;
  const words = `mail comes through ${inUse.length - unclear} of ${inUse.length} that are in use`;
  return unclear === 0 ? works(words) : works(`${words}; too little came through the others to judge them`);
}

import { poolReport } from '../../aliases/pool.ts';
import type { Alias } from '../../aliases/alias.ts';
import type { Config } from '../../config.ts';
import { NO_PROBES, type ProbeStore } from '../../mail/reach/probes.ts';
import type { RootMailboxReach } from '../../mail/reach/reach.ts';
import { readReach } from '../../mail/reach/watch-reach.ts';
import type { SeenStore } from '../../mail/reach/seen.ts';
import { fails, tried, untried, warns, works, type Finding, type Outcome } from './finding.ts';

/** Whether mail comes through every root mailbox, by the mail that came and by the probes that were sent. */
export async function* checkReach(
  { probes: times, graph }: Pick<Config, 'probes' | 'graph'>,
  stored: { readonly seen: Pick<SeenStore, 'load'>; readonly probes: Pick<ProbeStore, 'every' | 'status'> },
  aliases: readonly Alias[],
  now: Date,
): AsyncGenerator<Finding> {
  let reach: readonly RootMailboxReach[] = [];
  yield await tried('root mailboxes', async () => {
    const { seen, probes } = stored;
    const known = { seen, probes: times === undefined ? NO_PROBES : probes };
    reach = await readReach(known, poolReport(aliases, now), now);
    return byMail(reach);
  });
  if (times === undefined) return;
  yield tried('probes', async () => {
    const { refusedSince } = await stored.probes.status();
    if (refusedSince !== undefined) {
      return fails(
        `Exchange Online has not let Rootdesk send as ${graph.mailboxes[0] ?? ''} since ${refusedSince.toISOString().slice(0, 16)}Z`,
        "Run the script of plan with -Probes, which grants 'Application Mail.Send' for this mailbox alone; it takes up to two hours. Or leave PROBE_DAYS out.",
      );
    }
    return byProbes(reach);
  });
}

function byMail(reach: readonly RootMailboxReach[]): Outcome {
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

/** More are named by `pool`. */
const NAMED_MOST = 5;

function byProbes(reach: readonly RootMailboxReach[]): Outcome {
  const silent = reach.filter(({ state }) => state === 'silent').map(({ rootMailbox }) => rootMailbox);
  if (silent.length > 0) {
    return fails(
      `none comes back through ${silent.join(', ')}`,
      'Look at its forwarding with Get-Mailbox in Exchange Online, or run the script of plan again. It keeps a copy of every mail.',
    );
  }
  const missing = reach.flatMap((each) => each.missing);
  if (missing.length > 0) {
    const more = missing.length > NAMED_MOST ? ` and ${missing.length - NAMED_MOST} more` : '';
    return fails(
      `none comes back from ${missing.slice(0, NAMED_MOST).join(', ')}${more}`,
      'Compare table and mailboxes with verify, and add what is gone to its root mailbox again.',
    );
  }
  const answered = reach.filter(({ lastProbe }) => lastProbe !== undefined).length;
  if (answered === 0) return untried('none has come back yet');
  return works(`they came back through ${answered} of ${reach.length} root mailboxes`);
}

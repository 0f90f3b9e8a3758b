import { poolReport } from '../../aliases/pool.ts';
import type { Alias } from '../../aliases/alias.ts';
import type { Config } from '../../config.ts';
import type { MailboxPlace } from '../../mail/mailbox-name.ts';
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
  centrals: readonly MailboxPlace[],
  now: Date,
): AsyncGenerator<Finding> {
  let reach: readonly RootMailboxReach[] = [];
  yield await tried('root mailboxes', async () => {
    const { seen, probes } = stored;
    const known = { seen, probes: times === undefined ? NO_PROBES : probes };
    reach = await readReach(known, poolReport(aliases, now), now);
    return byMail(reach, centrals);
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
    return byProbes(reach, centrals);
  });
}

function byMail(reach: readonly RootMailboxReach[], centrals: readonly MailboxPlace[]): Outcome {
  const inUse = reach.filter(({ state }) => state !== 'unused');
  const behind = inUse.filter(({ state }) => state === 'behind');
  if (behind.length > 0) {
    return warns(
      `mail came through others, and none for unusually long through ${named(behind)}`,
      whereToLook(behind, reach, centrals),
    );
  }
  if (inUse.length === 0) return works('no alias is in use, so that no mail is to be expected');
  const unclear = inUse.filter(({ state }) => state === 'unclear').length;
  const words = `mail comes through ${inUse.length - unclear} of ${inUse.length} that are in use`;
  return unclear === 0 ? works(words) : works(`${words}; too little came through the others to judge them`);
}

function named(reach: readonly RootMailboxReach[]): string {
  return reach.map(({ rootMailbox }) => rootMailbox).join(', ');
}

/** With one alone it is more likely that root mailbox. */
const STOPPED_LEAST = 2;

/** What stopped together is not to be sought in each root mailbox, but in the central mailbox to which all of them forward. */
function whereToLook(
  stopped: readonly RootMailboxReach[],
  reach: readonly RootMailboxReach[],
  centrals: readonly MailboxPlace[],
): string {
  const suspected = centrals.filter(({ name }) => {
    const its = reach.filter(
      (each) => each.central === name || (centrals.length === 1 && stopped.includes(each)),
    );
    return its.length >= STOPPED_LEAST && its.every((each) => stopped.includes(each));
  });
  const root =
    'Look at its forwarding with Get-Mailbox in Exchange Online, or run the script of plan again. It keeps a copy of every mail.';
  if (suspected.length === 0) return root;
  const addresses = suspected.map(({ address }) => address).join(' and ');
  return `Nothing comes through any root mailbox that forwards to ${addresses}. Look there first: at its size above, at its rights, and at what it refused, with Get-MessageTraceV2 -RecipientAddress ADDRESS -Status Failed. Then at the root mailboxes: ${root.charAt(0).toLowerCase()}${root.slice(1)}`;
}

/** More are named by `pool`. */
const NAMED_MOST = 5;

function byProbes(reach: readonly RootMailboxReach[], centrals: readonly MailboxPlace[]): Outcome {
  const silent = reach.filter(({ state }) => state === 'silent');
  if (silent.length > 0) {
    return fails(`none comes back through ${named(silent)}`, whereToLook(silent, reach, centrals));
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

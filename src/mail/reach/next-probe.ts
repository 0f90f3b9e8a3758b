import { missesOf, type ProbedMailbox } from './judge-probes.ts';
import type { ProbeTimes } from './probe-times.ts';
import { newestOf, type ProbedAlias } from './probes.ts';

const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;
/** A silent root mailbox is asked so much more often, so that its recovery is seen soon. */
const SILENT_PART = 12;

/** From one probe in turn to the next: as many as the pool and the mailboxes want, and no more than may be sent. */
export function gapMs(aliases: number, mailboxes: number, times: ProbeTimes): number {
  if (aliases === 0) return Number.POSITIVE_INFINITY;
  const wanted = Math.min(
    (times.withinDays * DAY_MS) / aliases,
    times.mailboxEveryMs / Math.max(1, mailboxes),
  );
  return Math.max(MINUTE_MS / times.perMinuteMost, wanted);
}

/**
 * Who is probed at once: the second try for each alias that missed one, and before it another alias of its root mailbox, which tells an
 * alias in trouble from a mailbox in trouble. None in a mailbox that is known to be silent.
 */
export function secondTries(
  probed: readonly ProbedAlias[],
  silent: ReadonlySet<string>,
): readonly ProbedAlias[] {
  const wanted: ProbedAlias[] = [];
  for (const alias of probed) {
    if (silent.has(alias.rootMailbox) || alias.isMissing) continue;
    const [miss, second] = missesOf(alias);
    const isLast = newestOf(alias)?.outcome === 'unanswered';
    if (miss === undefined || second !== undefined || !isLast) continue;
    const others = probed.filter(
      (other) => other.rootMailbox === alias.rootMailbox && other.aliasId !== alias.aliasId,
    );
    const isAsked = others.some((other) =>
      other.sent.some(({ sentAt, outcome }) => outcome === 'open' && sentAt >= miss.sentAt),
    );
    const control = isAsked
      ? undefined
      : others.toSorted(byReliability).find((other) => !wanted.includes(other));
    // Before the second try: what comes of it is evidence only if it was sent between the two.
    wanted.push(...(control === undefined ? [] : [control]), alias);
  }
  return wanted;
}

/** Those that answered come first, the newest answer before all. */
function byReliability(one: ProbedAlias, other: ProbedAlias): number {
  return answeredAt(other) - answeredAt(one);
}

function answeredAt({ sent }: ProbedAlias): number {
  return sent.findLast(({ outcome }) => outcome === 'answered')?.sentAt.getTime() ?? 0;
}

/**
 * Whose turn it is: of a root mailbox that has had none for too long, else of all, the alias that has waited longest; none that has a
 * probe on its way. Ids of aliases are random, so that those that were never probed come mixed.
 */
export function nextInTurn(
  aliases: readonly ProbedAlias[],
  mailboxes: readonly ProbedMailbox[],
  now: Date,
  times: ProbeTimes,
): ProbedAlias | undefined {
  const lastSent = new Map(
    mailboxes.map(({ rootMailbox, lastSentAt }) => [rootMailbox, lastSentAt?.getTime() ?? 0]),
  );
  const silent = new Set(mailboxes.filter(({ isSilent }) => isSilent).map(({ rootMailbox }) => rootMailbox));
  const sentTo = (alias: ProbedAlias): number => newestOf(alias)?.sentAt.getTime() ?? 0;
  const free = aliases.filter((alias) => newestOf(alias)?.outcome !== 'open');
  const isNeglected = ({ rootMailbox }: ProbedAlias): boolean => {
    const everyMs = times.mailboxEveryMs / (silent.has(rootMailbox) ? SILENT_PART : 1);
    return now.getTime() - (lastSent.get(rootMailbox) ?? 0) >= everyMs;
  };
  // What is missing is asked every day, so that its return is seen.
  const isAwaited = (each: ProbedAlias): boolean =>
    each.isMissing && now.getTime() - sentTo(each) >= times.mailboxEveryMs;
  const neglected = free.filter((each) => isNeglected(each) || isAwaited(each));
  const waiting = neglected.length > 0 ? neglected : free;
  return waiting.reduce<ProbedAlias | undefined>(
    (longest, each) => (longest === undefined || sentTo(each) < sentTo(longest) ? each : longest),
    undefined,
  );
}

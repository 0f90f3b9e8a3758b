import { placeOfMessage, type MailboxName } from '../mailbox-name.ts';
import type { ProbedAlias, SentProbe } from './probes.ts';

/** What the probes say of one root mailbox. */
export interface ProbedMailbox {
  readonly rootMailbox: string;
  /** When the last probe was sent that came back. */
  readonly answeredAt: Date | undefined;
  /** The central mailbox to which that one was forwarded; undefined where none came back. */
  readonly answeredIn: MailboxName | undefined;
  readonly lastSentAt: Date | undefined;
  /** Several probes to several of its aliases in a row did not come, while others did: it does not forward. */
  readonly isSilent: boolean;
}

export interface ProbeVerdict {
  readonly mailboxes: readonly ProbedMailbox[];
  /** Probes through half of the root mailboxes do not come, and through none do any: it is not the root mailboxes. */
  readonly isAllSilent: boolean;
}

interface Judged extends SentProbe {
  readonly aliasId: string;
}

/** Misses in a row before a mailbox counts as silent: an alias twice, and another of the same mailbox. */
const MISSES = 3;

/**
 * Says which root mailboxes do not forward, by what came back and what did not. A mailbox is silent only where another one answered
 * since it stopped, so that a fault that is all mailboxes' is called by its own name.
 */
export function judgeProbes(probed: readonly ProbedAlias[]): ProbeVerdict {
  const groups = [...Map.groupBy(probed, ({ rootMailbox }) => rootMailbox)].map(([rootMailbox, its]) =>
    pastOf(rootMailbox, its),
  );
  const stopped = groups.filter(({ misses, aliases, known }) => {
    const enough = known === 1 ? MISSES - 1 : MISSES;
    return misses.length >= enough && aliases >= Math.min(2, known);
  });
  const answered = (since: Date): boolean =>
    groups.some(({ answeredAt }) => answeredAt !== undefined && answeredAt >= since);
  const silent = stopped.filter(({ misses: [first] }) => first !== undefined && answered(first.sentAt));
  const unexplained = stopped.filter((each) => !silent.includes(each));
  const isAllSilent = unexplained.length > 0 && unexplained.length >= groups.length / 2;
  const found = isAllSilent ? stopped : silent;
  return {
    mailboxes: groups.map(({ rootMailbox, answeredAt, answeredIn, lastSentAt }) => ({
      rootMailbox,
      answeredAt,
      answeredIn,
      lastSentAt,
      isSilent: found.some((each) => each.rootMailbox === rootMailbox),
    })),
    isAllSilent,
  };
}

function pastOf(rootMailbox: string, probed: readonly ProbedAlias[]) {
  const sent = probed
    .flatMap(({ aliasId, sent: its }) => its.map((each): Judged => ({ ...each, aliasId })))
    .toSorted((one, other) => one.sentAt.getTime() - other.sentAt.getTime());
  const answered = sent.findLast(({ outcome }) => outcome === 'answered');
  const answeredAt = answered?.sentAt;
  const answeredIn = answered?.cameAs === undefined ? undefined : placeOfMessage(answered.cameAs).mailbox;
  const misses = sent.filter(
    ({ outcome, sentAt }) => outcome === 'unanswered' && (answeredAt === undefined || sentAt > answeredAt),
  );
  const aliases = new Set(misses.map(({ aliasId }) => aliasId)).size;
  return {
    rootMailbox,
    answeredAt,
    answeredIn,
    lastSentAt: sent.at(-1)?.sentAt,
    misses,
    aliases,
    known: probed.length,
  };
}

/** The misses of an alias since it last answered. */
export function missesOf({ sent }: Pick<ProbedAlias, 'sent'>): readonly SentProbe[] {
  const last = sent.findLastIndex(({ outcome }) => outcome === 'answered');
  return sent.slice(last + 1).filter(({ outcome }) => outcome === 'unanswered');
}

/**
 * Whether an alias takes no mail although its root mailbox forwards: its last two probes did not come, and one to another alias of
 * the mailbox did that was sent between the two. One that was sent later says nothing: the mailbox may have been mended.
 */
export function isMissing(alias: ProbedAlias, ofMailbox: readonly ProbedAlias[]): boolean {
  const [first, second] = missesOf(alias).slice(-2);
  if (first === undefined || second === undefined) return false;
  const isBetween = ({ outcome, sentAt }: SentProbe): boolean =>
    outcome === 'answered' && sentAt >= first.sentAt && sentAt <= second.sentAt;
  return ofMailbox.some((other) => other.aliasId !== alias.aliasId && other.sent.some(isBetween));
}

import type { MailsNotice } from '../notices.ts';
import { isChannelsMail, ownerOfMail } from '../../aliases/ownership.ts';
import type { LinkedChannel } from '../../channels/channel.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import type { Log } from '../../shared/log.ts';
import type { Target } from '../../messages/job.ts';
import type { MailNotice } from '../notices.ts';
import type { CopyLook, PostedCopy, Poster, PostOutcome } from '../../messages/poster.ts';
import type { Ending, Queued } from '../../messages/queue.ts';
import { backOffMs, type AttemptResult } from '../../messages/worker.ts';
import { DEAD_AFTER } from '../cases/dead-letter.ts';
import { cardOf, type LedgerEntry } from '../ledger.ts';
import { currentAlias, type Gist } from './gist.ts';
import { mailNotice } from './mail-notice.ts';
import { readSharers, withSharers, type SharedCardParts } from './shared-card.ts';
import { aliasOf, owningChannel } from './owning-channel.ts';
import { quietWay, type QuietWay } from '../../channels/mute-rules.ts';
import { readAndUnderstand, type ReaderParts } from '../read-message.ts';

export interface DeliverParts extends ReaderParts {
  readonly ledger: SharedCardParts['ledger'];
  readonly register: Pick<
    CaseRegister,
    'alias' | 'aliasByAddress' | 'aliasByAccount' | 'recentChannel' | 'handling'
  >;
  readonly poster: Poster<MailsNotice>;
  readonly log: Log;
  /** Called before an urgent mail of an alias is posted: from then on somebody has to acknowledge it. */
  readonly watch: (entry: LedgerEntry) => Promise<void>;
  /** Called before an entry is given up; when it rejects, the entry waits. */
  readonly bury: (entry: LedgerEntry) => Promise<void>;
  /** Keeps an entry for the channel's next digest; when it rejects, the entry waits. */
  readonly keepForDigest: (
    entry: LedgerEntry,
    channelId: string,
    way: Exclude<QuietWay, 'mute'>,
  ) => Promise<void>;
  /** What the sweep has just read, taken out; undefined after a restart. */
  readonly take: (entryId: string) => Gist | undefined;
  /** Reads and records a message, if it is there. */
  readonly recover: (messageId: string, signal: AbortSignal) => Promise<boolean>;
}

/**
 * Makes one attempt to post a mail to the owning channel. Where nobody can be reached there, it goes to triage, marked, and to
 * the owner's own chat.
 */
export async function deliver(
  parts: DeliverParts,
  item: Queued<LedgerEntry>,
  signal: AbortSignal,
): Promise<AttemptResult<LedgerEntry>> {
  const { task: queued, attempts, mayBeRepeat } = item;
  if ((queued.sharesCardWith ?? []).length === 0) return deliverCard(parts, item, signal);
  // What was kept for those who share the card is used up with it: one that gets a card of its own is read anew.
  for (const { id } of cardOf(queued)) if (id !== queued.id) parts.take(id);
  let task: LedgerEntry;
  try {
    task = await withSharers(parts, queued, 'waiting');
  } catch (error) {
    parts.log.warn(
      { err: error, entry: queued.id },
      'a mail has to wait: it is not known who shares its card',
    );
    return { kind: 'again', afterMs: backOffMs(attempts), mayBeRepeat };
  }
  const result = await deliverCard(parts, { ...item, task }, signal);
  return result.kind === 'done' ? { ...result, task } : result;
}

async function deliverCard(
  parts: DeliverParts,
  item: Queued<LedgerEntry>,
  signal: AbortSignal,
): Promise<AttemptResult> {
  if (item.attempts > DEAD_AFTER && !item.parked) {
    await parts.bury(item.task);
    return { kind: 'done', ending: 'dead' };
  }
  if (item.task.vanished === true) return lookAgain(parts, item, signal);
  const prepared = await prepare(parts, item, signal);
  if ('kind' in prepared) return prepared;
  const { notice, channel } = prepared;
  if (notice.triageReason !== undefined) return toTriage(parts, item, notice, signal);
  if (!isTheirs(notice)) {
    return toTriage(parts, item, { ...notice, triageReason: BEFORE_THEM }, signal);
  }
  if (channel === undefined) return fallBack(parts, item, notice, 'The alias has no linked channel.', signal);
  const quietly = await quietEnding(parts, item.task, channel);
  if (quietly !== undefined) return { kind: 'done', ending: quietly };
  const { id: channelId, teamId } = channel;
  const outcome = await parts.poster.post({ kind: 'channel', channelId, teamId }, notice, signal);
  if (outcome.kind === 'unreachable') {
    return fallBack(parts, item, notice, 'The owning channel cannot be reached.', signal);
  }
  return afterPost(parts, item, outcome, 'told');
}

/** Between the second look for a message that is gone and the last one. */
const LAST_LOOK_MS = 5 * 60_000;

/** A message that could not be found when it was to be read: it is read now, or triage is told that it is gone. */
async function lookAgain(
  parts: DeliverParts,
  item: Queued<LedgerEntry>,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const { task: entry, attempts, mayBeRepeat } = item;
  try {
    if (await parts.recover(entry.messageId, signal)) return { kind: 'done', ending: 'dropped' };
  } catch (error) {
    parts.log.warn({ err: error, entry: entry.id, attempts }, 'a message that is gone was not looked for');
    return { kind: 'again', afterMs: backOffMs(attempts), mayBeRepeat };
  }
  if (attempts <= 1) return { kind: 'again', afterMs: LAST_LOOK_MS, mayBeRepeat: false };
  const known = { entry, understood: undefined, alias: undefined, handling: undefined };
  return toTriage(parts, item, mailNotice(known, { mayBeRepeat }), signal);
}

const BEFORE_THEM =
  'It was received before the alias came to whoever has it now, so it is not theirs to know of.';

/** Whether those who have the alias now may know of the mail. */
function isTheirs({ alias, receivedAt }: MailNotice): boolean {
  return alias !== undefined && isChannelsMail(alias, receivedAt);
}

interface Prepared {
  readonly notice: MailNotice;
  /** Undefined: nobody can be reached. */
  readonly channel: LinkedChannel | undefined;
}

/** How the mail ends without a post, because the channel wants it so; undefined when it is to be posted. */
async function quietEnding(
  parts: DeliverParts,
  entry: LedgerEntry,
  channel: LinkedChannel,
): Promise<Ending | undefined> {
  const way = quietWay(channel.quiet ?? [], entry);
  if (way === undefined) return undefined;
  if (way === 'mute') return 'muted';
  for (const each of cardOf(entry)) await parts.keepForDigest(each, channel.id, way);
  return 'digest';
}

/** What to post and where; or, where mailbox or storage are in trouble, another attempt that is certainly no repeat. */
async function prepare(
  parts: DeliverParts,
  item: Queued<LedgerEntry>,
  signal: AbortSignal,
): Promise<Prepared | AttemptResult> {
  const { task: entry, attempts, mayBeRepeat } = item;
  try {
    const understood = await readAgain(parts, entry, signal);
    const alias = currentAlias(understood, entry.aliasId) ?? (await aliasOf(parts.register, entry));
    if (entry.severity === 'urgent' && entry.aliasId !== undefined) {
      for (const each of cardOf(entry)) await parts.watch(each);
    }
    const channel = await owningChannel(parts.register.recentChannel, alias);
    // Nobody can have done anything with a mail that was never posted.
    const isFirst = attempts <= 1 && !mayBeRepeat;
    const handling = isFirst ? undefined : (await parts.register.handling(entry.id))?.value;
    const sharers = await readSharers(parts.register, entry, entry.sharesCardWith);
    const known = { entry, understood, alias, handling, sharers };
    const look = { mayBeRepeat, isLate: entry.foundLate === true, sharesCardWith: entry.sharesCardWith };
    return { notice: mailNotice(known, look), channel };
  } catch (error) {
    parts.log.warn({ err: error, entry: entry.id, attempts }, 'a mail has to wait: it cannot be prepared');
    return { kind: 'again', afterMs: backOffMs(attempts), mayBeRepeat };
  }
}

async function readAgain(
  parts: DeliverParts,
  entry: LedgerEntry,
  signal: AbortSignal,
): Promise<Gist | undefined> {
  if (!entry.readable) return undefined;
  return parts.take(entry.id) ?? readAndUnderstand(parts, entry.messageId, signal);
}

async function toTriage(
  parts: DeliverParts,
  item: Queued<LedgerEntry>,
  notice: MailNotice,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const triage: Target = { kind: 'triage' };
  const look: CopyLook = { triageReason: notice.triageReason, mayBeRepeat: item.mayBeRepeat };
  return afterPost(parts, item, await parts.poster.post(triage, notice, signal), 'told', look);
}

async function fallBack(
  parts: DeliverParts,
  item: Queued<LedgerEntry>,
  notice: MailNotice,
  triageReason: string,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const marked: MailNotice = { ...notice, triageReason };
  const look: CopyLook = { triageReason, mayBeRepeat: item.mayBeRepeat };
  const outcome = await parts.poster.post({ kind: 'triage' }, marked, signal);
  const copies: PostedCopy[] = [];
  for (const personId of outcome.kind === 'posted' ? ownersOf(notice) : []) {
    const told = await parts.poster.post({ kind: 'person', personId }, marked, signal);
    if (told.kind === 'posted') copies.push({ ...told.copy, look });
    else parts.log.warn({ entry: item.task.id, outcome: told.kind }, 'the owner was not told');
  }
  return afterPost(parts, item, outcome, 'fell-back', look, copies);
}

function ownersOf({ alias, others = [], receivedAt }: MailNotice): ReadonlySet<string> {
  const aliases = [alias, ...others.map((other) => other.alias)];
  return new Set(aliases.flatMap((each) => ownerOfMail(each, receivedAt)?.id ?? []));
}

function afterPost(
  parts: Pick<DeliverParts, 'log'>,
  item: Queued<LedgerEntry>,
  outcome: PostOutcome,
  ending: Ending,
  look: CopyLook = { mayBeRepeat: item.mayBeRepeat, isLate: item.task.foundLate },
  others: readonly PostedCopy[] = [],
): AttemptResult {
  const { mayBeRepeat, attempts } = item;
  switch (outcome.kind) {
    case 'posted':
      return { kind: 'done', ending, copies: [{ ...outcome.copy, look }, ...others] };
    case 'throttled':
      return { kind: 'again', afterMs: outcome.retryAfterMs, mayBeRepeat, uncounted: true };
    case 'ambiguous':
      return { kind: 'again', afterMs: backOffMs(attempts), mayBeRepeat: true };
    case 'failed':
    case 'unreachable': {
      parts.log.warn(
        { entry: item.task.id, attempts, reason: outcome.reason },
        'a mail has to wait for delivery',
      );
      const parked = outcome.kind === 'unreachable';
      return { kind: 'again', afterMs: backOffMs(attempts), mayBeRepeat, parked };
    }
  }
}

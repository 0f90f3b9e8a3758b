import type { MailsNotice } from '../notices.ts';
import { isChannelsMail } from '../../aliases/ownership.ts';
import type { LinkedChannel } from '../../channels/channel.ts';
import type { CaseRegister } from '../cases/case-register.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { Target } from '../../messages/job.ts';
import type { MailNotice } from '../notices.ts';
import type { CopyLook, Poster, PostOutcome } from '../../messages/poster.ts';
import type { Ending, Queued } from '../../messages/queue.ts';
import type { Trouble } from '../../shared/troubles.ts';
import { notPosted } from '../../messages/after-attempt.ts';
import type { AttemptResult } from '../../messages/attempt-result.ts';
import { DEAD_AFTER } from '../cases/dead-letter.ts';
import type { FallBackReason } from '../cases/look-elsewhere.ts';
import { cardOf, type LedgerEntry } from '../ledger.ts';
import { currentAlias, type CardData } from './card-data.ts';
import { lookAgain } from './look-again.ts';
import { mailNotice } from './mail-notice.ts';
import { readSharers, withSharers, type SharedCardDeps } from './shared-card.ts';
import { aliasOf, owningChannel } from './owning-channel.ts';
import { muteWay, type MuteWay } from '../../channels/mute-rules.ts';
import { readMessage, type ReaderDeps } from '../read-message.ts';

export interface DeliverDeps extends ReaderDeps {
  readonly ledger: SharedCardDeps['ledger'];
  readonly register: Pick<
    CaseRegister,
    'alias' | 'aliasByAddress' | 'aliasByAccount' | 'recentChannel' | 'handling'
  >;
  readonly poster: Poster<MailsNotice>;
  readonly clock: Clock;
  readonly log: Log;
  /** Called before an urgent mail of an alias is posted: from then on somebody has to acknowledge it. */
  readonly watch: (entry: LedgerEntry, mayBeRepeat: boolean) => Promise<void>;
  /** Called before an entry is given up; when it rejects, the entry waits. */
  readonly bury: (entry: LedgerEntry, mayBeRepeat: boolean) => Promise<void>;
  /** Has the owners of a mail that falls back told in their own chats; when it rejects, the entry waits. */
  readonly tellOwners: (entry: LedgerEntry, notice: MailNotice, reason: FallBackReason) => Promise<void>;
  /** Keeps an entry for the channel's next digest; when it rejects, the entry waits. */
  readonly keepForDigest: (
    entry: LedgerEntry,
    channelId: string,
    way: Exclude<MuteWay, 'mute'>,
    mayBeRepeat: boolean,
  ) => Promise<void>;
  /** What the sweep has just read, taken out; undefined after a restart. */
  readonly take: (entryId: string) => CardData | undefined;
  /** Reads and records a message, if it is there. */
  readonly recover: (messageId: string, signal: AbortSignal) => Promise<boolean>;
}

/**
 * Makes one attempt to post a mail to the owning channel. Where nobody can be reached there, it goes to triage, marked, and to
 * the owner's own chat.
 */
export async function deliver(
  deps: DeliverDeps,
  item: Queued<LedgerEntry>,
  signal: AbortSignal,
): Promise<AttemptResult<LedgerEntry>> {
  const { job: queued } = item;
  if ((queued.sharesCardWith ?? []).length === 0) return deliverCard(deps, item, signal);
  // What was kept for those who share the card is used up with it: one that gets a card of its own is read anew.
  for (const { id } of cardOf(queued)) if (id !== queued.id) deps.take(id);
  let job: LedgerEntry;
  try {
    job = await withSharers(deps, queued, 'waiting');
  } catch (error) {
    return waits(item, error, 'a mail has to wait: it is not known who shares its card');
  }
  const result = await deliverCard(deps, { ...item, job }, signal);
  return result.kind === 'done' ? { ...result, job } : result;
}

async function deliverCard(
  deps: DeliverDeps,
  item: Queued<LedgerEntry>,
  signal: AbortSignal,
): Promise<AttemptResult> {
  if (item.attempts > DEAD_AFTER && !item.blocked) {
    await deps.bury(item.job, item.mayBeRepeat);
    return { kind: 'done', ending: 'dead' };
  }
  if (item.job.vanished === true) {
    const looked = await lookAgain(deps, item, signal);
    if (looked !== undefined) return looked;
    const known = { entry: item.job, messageRead: undefined, alias: undefined, handling: undefined };
    return toTriage(deps, item, mailNotice(known, { mayBeRepeat: item.mayBeRepeat }), signal);
  }
  const prepared = await prepare(deps, item, signal);
  if ('kind' in prepared) return prepared;
  const { notice, channel } = prepared;
  if (notice.triageReason !== undefined) return toTriage(deps, item, notice, signal);
  if (!isTheirs(notice)) {
    return toTriage(deps, item, { ...notice, triageReason: { code: 'before-owner' } }, signal);
  }
  if (channel === undefined) return fallBack(deps, item, notice, { code: 'no-channel' }, signal);
  const quietly = await quietEnding(deps, item, channel);
  if (quietly !== undefined) return { kind: 'done', ending: quietly };
  const { id: channelId, teamId } = channel;
  const outcome = await deps.poster.post({ kind: 'channel', channelId, teamId }, notice, signal);
  if (outcome.kind === 'unreachable') {
    return fallBack(deps, item, notice, { code: 'channel-unreachable' }, signal);
  }
  return afterPost(item, outcome, 'told');
}

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
  deps: DeliverDeps,
  { job: entry, mayBeRepeat }: Queued<LedgerEntry>,
  channel: LinkedChannel,
): Promise<Ending | undefined> {
  const way = muteWay(channel.muted ?? [], entry);
  if (way === undefined) return undefined;
  if (way === 'mute') return 'muted';
  for (const each of cardOf(entry)) await deps.keepForDigest(each, channel.id, way, mayBeRepeat);
  return 'digest';
}

/** What to post and where; or, where mailbox or storage are in trouble, another attempt that is certainly no repeat. */
async function prepare(
  deps: DeliverDeps,
  item: Queued<LedgerEntry>,
  signal: AbortSignal,
): Promise<Prepared | AttemptResult> {
  const { job: entry, attempts, mayBeRepeat } = item;
  try {
    const messageRead = await readAgain(deps, entry, signal);
    const alias = currentAlias(messageRead, entry.aliasId) ?? (await aliasOf(deps.register, entry));
    if (entry.severity === 'urgent' && entry.aliasId !== undefined) {
      for (const each of cardOf(entry)) await deps.watch(each, mayBeRepeat);
    }
    const channel = await owningChannel(deps.register.recentChannel, alias);
    // Nobody can have done anything with a mail that was never posted.
    const isFirst = attempts <= 1 && !mayBeRepeat;
    const handling = isFirst ? undefined : (await deps.register.handling(entry.id))?.value;
    const sharers = await readSharers(deps.register, entry, entry.sharesCardWith);
    const known = { entry, messageRead, alias, handling, sharers };
    const look = { mayBeRepeat, isLate: entry.foundLate === true, sharesCardWith: entry.sharesCardWith };
    return { notice: mailNotice(known, look), channel };
  } catch (error) {
    return waits(item, error, 'a mail has to wait: it cannot be prepared');
  }
}

async function readAgain(
  deps: DeliverDeps,
  entry: LedgerEntry,
  signal: AbortSignal,
): Promise<CardData | undefined> {
  if (!entry.readable) return undefined;
  return deps.take(entry.id) ?? readMessage(deps, entry.messageId, signal);
}

async function toTriage(
  deps: DeliverDeps,
  item: Queued<LedgerEntry>,
  notice: MailNotice,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const triage: Target = { kind: 'triage' };
  const look: CopyLook = { triageReason: notice.triageReason, mayBeRepeat: item.mayBeRepeat };
  return afterPost(item, await deps.poster.post(triage, notice, signal), 'told', look);
}

async function fallBack(
  deps: DeliverDeps,
  item: Queued<LedgerEntry>,
  notice: MailNotice,
  triageReason: FallBackReason,
  signal: AbortSignal,
): Promise<AttemptResult> {
  try {
    await deps.tellOwners(item.job, notice, triageReason);
  } catch (error) {
    return waits(item, error, 'a mail has to wait: its owner cannot be told');
  }
  const look: CopyLook = { triageReason, mayBeRepeat: item.mayBeRepeat };
  const outcome = await deps.poster.post({ kind: 'triage' }, { ...notice, triageReason }, signal);
  return afterPost(item, outcome, 'fell-back', look);
}

/** What is only read before anything is posted leaves no doubt when it is away. */
function waits({ mayBeRepeat }: Queued<LedgerEntry>, err: unknown, message: string): AttemptResult {
  return { kind: 'again', mayBeRepeat, trouble: { level: 'warn', message, details: { err } } };
}

/** Teams did not take a mail. */
export const NOT_DELIVERED: Trouble = {
  level: 'warn',
  message: 'a mail has to wait for delivery',
  details: {},
};

function afterPost(
  item: Queued<LedgerEntry>,
  outcome: PostOutcome,
  ending: Ending,
  look: CopyLook = { mayBeRepeat: item.mayBeRepeat, isLate: item.job.foundLate },
): AttemptResult {
  if (outcome.kind === 'posted') return { kind: 'done', ending, copies: [{ ...outcome.copy, look }] };
  return notPosted(item, outcome, NOT_DELIVERED);
}

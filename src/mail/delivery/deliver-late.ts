import { isChannelsMail } from '../../aliases/ownership.ts';
import type { CopyLook } from '../../messages/poster.ts';
import type { Queued } from '../../messages/queue.ts';
import { backOffMs, type AttemptResult } from '../../messages/worker.ts';
import type { MailErrandParts } from './errand-parts.ts';
import type { LedgerEntry } from '../ledger.ts';
import { knownMail, mailNotice } from './mail-notice.ts';
import { withSharers } from './shared-card.ts';
import { aliasOf, owningChannel } from './owning-channel.ts';

/** What triage has had for so long is settled there. */
const LATE_MOST_MS = 30 * 24 * 60 * 60_000;
/** Between two looks, when nobody links a channel. */
const LOOK_AGAIN_MS = 60 * 60_000;

/**
 * Makes one attempt to post a mail that had fallen back, in the channel that owns its alias by now. Marked as late; it waits
 * until there is such a channel, for thirty days at most.
 */
export async function deliverLate(
  parts: MailErrandParts,
  item: Queued<LedgerEntry>,
  signal: AbortSignal,
): Promise<AttemptResult<LedgerEntry>> {
  const { attempts, mayBeRepeat } = item;
  const entry = await withSharers(parts, item.task, 'late');
  if (parts.clock().getTime() - entry.receivedAt.getTime() > LATE_MOST_MS) {
    parts.log.warn({ entry: entry.id }, 'no channel was linked for a mail that had fallen back');
    return { kind: 'done', ending: 'fell-back', task: entry };
  }
  const wait: AttemptResult = { kind: 'again', afterMs: LOOK_AGAIN_MS, mayBeRepeat, parked: true };
  const alias = await aliasOf(parts.register, entry);
  // Triage has it; whoever got the alias since has nothing to do with it.
  if (alias === undefined || !isChannelsMail(alias, entry.receivedAt))
    return { kind: 'done', ending: 'fell-back' };
  const channel = await owningChannel(parts.register.channel, alias);
  if (channel === undefined) return wait;
  const { sharesCardWith } = entry;
  const look: CopyLook = { isLate: true, mayBeRepeat, sharesCardWith };
  const notice = mailNotice(await knownMail(parts, entry, signal, sharesCardWith), look);
  const { id: channelId, teamId } = channel;
  const outcome = await parts.poster.post({ kind: 'channel', channelId, teamId }, notice, signal);
  switch (outcome.kind) {
    case 'posted':
      return { kind: 'done', ending: 'told', copies: [{ ...outcome.copy, look }], task: entry };
    case 'unreachable':
      return wait;
    case 'throttled':
      return { kind: 'again', afterMs: outcome.retryAfterMs, mayBeRepeat };
    case 'failed':
      return { kind: 'again', afterMs: backOffMs(attempts), mayBeRepeat };
    case 'ambiguous':
      return { kind: 'again', afterMs: backOffMs(attempts), mayBeRepeat: true };
  }
}

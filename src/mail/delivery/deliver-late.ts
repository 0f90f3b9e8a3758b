import { isChannelsMail } from '../../aliases/ownership.ts';
import type { CopyLook } from '../../messages/poster.ts';
import type { Queued } from '../../messages/queue.ts';
import { NOT_DELIVERED } from './deliver.ts';
import { notPosted } from '../../messages/after-attempt.ts';
import type { AttemptResult } from '../../messages/attempt-result.ts';
import type { MailJobDeps } from './mail-job-deps.ts';
import type { LedgerEntry } from '../ledger.ts';
import { knownMail, mailNotice } from './mail-notice.ts';
import { withSharers } from './shared-card.ts';
import { aliasOf, owningChannel } from './owning-channel.ts';

/** What triage has had for so long is settled there. */
export const LATE_MOST_MS = 30 * 24 * 60 * 60_000;
/** Between two looks, when nobody links a channel: short at first, for a channel that Teams denies may be back in a minute. */
export const FIRST_LOOK_MS = 20_000;
const QUICK_LOOKS = 15;
const LOOK_AGAIN_MS = 60 * 60_000;

/**
 * Makes one attempt to post a mail that had fallen back, in the channel that owns its alias by now. Marked as late; it waits
 * until there is such a channel, for thirty days at most.
 */
export async function deliverLate(
  deps: MailJobDeps,
  item: Queued<LedgerEntry>,
  signal: AbortSignal,
): Promise<AttemptResult<LedgerEntry>> {
  const { attempts, mayBeRepeat } = item;
  const entry = await withSharers(deps, item.job, 'late');
  if (deps.clock().getTime() - entry.receivedAt.getTime() > LATE_MOST_MS) {
    deps.log.warn({ entry: entry.id }, 'no channel was linked for a mail that had fallen back');
    return { kind: 'done', ending: 'fell-back', job: entry };
  }
  const wait: AttemptResult = {
    kind: 'again',
    afterMs: Math.min(LOOK_AGAIN_MS, FIRST_LOOK_MS * 2 ** Math.max(0, attempts - QUICK_LOOKS)),
    mayBeRepeat,
    blocked: true,
    counted: true,
  };
  const alias = await aliasOf(deps.register, entry);
  // Triage has it; whoever got the alias since has nothing to do with it.
  if (alias === undefined || !isChannelsMail(alias, entry.receivedAt))
    return { kind: 'done', ending: 'fell-back' };
  const channel = await owningChannel(deps.register.channel, alias);
  if (channel === undefined) return wait;
  const { sharesCardWith } = entry;
  const look: CopyLook = { isLate: true, mayBeRepeat, sharesCardWith };
  const notice = mailNotice(await knownMail(deps, entry, signal, sharesCardWith), look);
  const { id: channelId, teamId } = channel;
  const outcome = await deps.poster.post({ kind: 'channel', channelId, teamId }, notice, signal);
  if (outcome.kind === 'posted') {
    return { kind: 'done', ending: 'told', copies: [{ ...outcome.copy, look }], job: entry };
  }
  return notPosted(item, outcome, NOT_DELIVERED);
}

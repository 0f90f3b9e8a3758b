import { isSamePerson, ownerOfMail } from '../../aliases/ownership.ts';
import { afterAttempt } from '../../messages/after-attempt.ts';
import type { AttemptResult } from '../../messages/attempt-result.ts';
import type { EscalationLevel, JobOf } from '../../messages/job.ts';
import type { CopyLook, PostOutcome } from '../../messages/poster.ts';
import { escalated, isSeen, minutesWaited } from '../cases/acknowledge.ts';
import { changeAndWake } from '../cases/change-handling.ts';
import type { LedgerEntry } from '../ledger.ts';
import { keepMailCopy } from './keep-copy.ts';
import type { MailJobDeps, MailAttempt } from './mail-job-deps.ts';
import { knownMail, mailNotice } from './mail-notice.ts';
import { aliasOf, owningChannel } from './owning-channel.ts';
import { readSharers, type Sharer } from './shared-card.ts';

/** Its time is over: the owner is mentioned, then triage is told. */
export async function escalateMail(
  deps: MailJobDeps,
  { entry, item, signal }: MailAttempt,
  level: EscalationLevel,
): Promise<AttemptResult> {
  const ownerId = level === 'owner' ? (await deps.findOwner(entry, signal))?.id : undefined;
  const afterMs = deps.acknowledgeMinutes * 60_000;
  await changeAndWake(
    deps,
    entry,
    (handling, at) => escalated(handling, level, ownerId, afterMs, at),
    item.mayBeRepeat,
  );
  return { kind: 'done', ending: 'told' };
}

/** Tells whoever is next that nobody acknowledged it; below the card in the channel, where there is one. */
export async function tellEscalated(
  deps: MailJobDeps,
  attempt: MailAttempt,
  job: JobOf<'mail-raised'>,
): Promise<AttemptResult> {
  const { item, entry, handling, signal } = attempt;
  if (isSeen(handling)) return { kind: 'done', ending: 'dropped' };
  if (job.to.kind === 'person') {
    const owner = await deps.findOwner(entry, signal);
    // The alias went on while they could not be told; triage hears of it next.
    if (owner?.id !== job.to.personId) return { kind: 'done', ending: 'dropped' };
  }
  const { sharesCardWith } = entry;
  const sharers = await readSharers(deps.register, entry, sharesCardWith);
  if (await isToldWith(deps, entry, job.level, sharers)) return { kind: 'done', ending: 'dropped' };
  const mentioned = job.level === 'owner' ? await mentionOwner(deps, attempt) : undefined;
  if (mentioned !== undefined) return afterAttempt(item, job.to, mentioned);
  const look: CopyLook = {
    triageReason: { code: 'unacknowledged', minutes: minutesWaited(handling, job.level) },
    mayBeRepeat: item.mayBeRepeat,
    sharesCardWith,
  };
  const known = await knownMail(deps, entry, signal, sharesCardWith);
  const outcome = await deps.poster.post(job.to, mailNotice(known, look), signal);
  if (outcome.kind === 'posted') {
    await keepMailCopy(deps, attempt, { ...outcome.copy, look });
  }
  return afterAttempt(item, job.to, outcome);
}

/** Whether the same people hear of it for another alias on the card, which comes before this one. */
async function isToldWith(
  deps: MailJobDeps,
  entry: LedgerEntry,
  level: EscalationLevel,
  sharers: readonly Sharer[],
): Promise<boolean> {
  const own = sharers.length === 0 ? undefined : await aliasOf(deps.register, entry);
  if (own === undefined) return false;
  return sharers.some(
    ({ alias, handling }) =>
      alias.address < own.address &&
      alias.channelId === own.channelId &&
      handling?.awaitedSince !== undefined &&
      !isSeen(handling) &&
      (level === 'triage' ||
        isSamePerson(ownerOfMail(alias, entry.receivedAt), ownerOfMail(own, entry.receivedAt))),
  );
}

/** Below the card in the owning channel; undefined when no card is there, or it can no longer be written below. */
async function mentionOwner(
  deps: MailJobDeps,
  { item, entry, handling, signal }: MailAttempt,
): Promise<PostOutcome | undefined> {
  const alias = await aliasOf(deps.register, entry);
  const channel = await owningChannel(deps.register.channel, alias);
  const card = (await deps.conversations.copies(entry.id)).findLast(
    ({ conversationId }) => channel !== undefined && conversationId.startsWith(channel.id),
  );
  const owner = card === undefined ? undefined : await deps.findOwner(entry, signal);
  if (card === undefined || owner === undefined) return undefined;
  const minutes = minutesWaited(handling, 'owner') ?? deps.acknowledgeMinutes;
  const { mayBeRepeat } = item;
  const notice = { kind: 'mail-raised', owner, entry, alias, minutes, mayBeRepeat } as const;
  const outcome = await deps.poster.reply(card, notice, signal);
  return outcome.kind === 'unreachable' ? undefined : outcome;
}

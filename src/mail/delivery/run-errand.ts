import { afterAttempt, afterRedraws } from '../../outgoing/after-attempt.ts';
import type { Errand, MailErrand, Target } from '../../outgoing/message.ts';
import type { RevealNotice } from '../../outgoing/notice.ts';
import type { CopyLook, PostedCopy, PostOutcome } from '../../outgoing/poster.ts';
import type { Queued } from '../../outgoing/queue.ts';
import type { AttemptResult } from '../../outgoing/worker.ts';
import { keepMailCopy } from './keep-copy.ts';
import { knownMail, mailNotice, type KnownMail } from './mail-notice.ts';
import { isSeen, minutesWaited, raised, raisedReason } from '../handling/acknowledge.ts';
import { changeHandling } from '../handling/change-handling.ts';
import { sendDigest } from './digest.ts';
import type { RaiseLevel } from '../handling/handling.ts';
import { ledgerIdOf } from '../ledger.ts';
import { owningChannel } from './owning-channel.ts';
import { endReveal, showMail } from '../handling/show-mail.ts';
import type { MailErrandParts, MailTask } from './errand-parts.ts';

/** Runs one errand about a mail: drawn from the stored state as it is now, with one attempt to post. */
export async function runMailErrand(
  parts: MailErrandParts,
  item: Queued<Errand>,
  errand: MailErrand,
  signal: AbortSignal,
): Promise<AttemptResult> {
  if (errand.kind === 'mail-digest') return sendDigest(parts, item, errand, signal);
  if (errand.kind === 'mail-gap') {
    const { missing, seen, to } = errand;
    const { mayBeRepeat } = item;
    const notice = { kind: 'mail-gap', missing, seen, mayBeRepeat } as const;
    return afterAttempt(parts.log, item, to, await parts.poster.post(to, notice, signal));
  }
  const [entry, handling] = await Promise.all([
    parts.ledger.entry(errand.ledgerId),
    parts.register.handling(errand.ledgerId),
  ]);
  if (entry === undefined || handling === undefined) {
    parts.log.error({ errand: errand.kind }, 'an errand tells of a mail that nobody knows');
    return { kind: 'done', ending: 'dropped' };
  }
  const task = { item, entry, handling: handling.value, signal };
  switch (errand.kind) {
    case 'redraw-mail':
      return redrawMail(parts, task);
    case 'raise-mail':
      return raiseMail(parts, task, errand.level);
    case 'mail-raised':
      return tellRaised(parts, task, errand);
    case 'mail-dead':
      return tellDead(parts, task, errand.to);
    case 'replay-mail':
      await parts.ledger.requeue(task.entry, true);
      parts.wakeDeliveries();
      return { kind: 'done', ending: 'told' };
    case 'assign-mail':
      return assignMail(parts, task, errand.aliasId);
    case 'reveal-wanted':
    case 'redraw-reveal':
    case 'reveal-told':
    case 'show-mail':
    case 'end-reveal':
      return runRevealErrand(parts, task, errand);
  }
}

async function redrawMail(parts: MailErrandParts, task: MailTask): Promise<AttemptResult> {
  const copies = await parts.conversations.copies(task.entry.id);
  if (copies.length === 0) return { kind: 'done', ending: 'dropped' };
  const known = await knownMail(parts, task.entry, task.signal);
  const outcomes = await Promise.all(
    copies.map((copy) => parts.poster.redraw(copy, mailNotice(known, copy.look), task.signal)),
  );
  return afterRedraws(task.item, outcomes);
}

async function raiseMail(
  parts: MailErrandParts,
  { entry }: MailTask,
  level: RaiseLevel,
): Promise<AttemptResult> {
  const alias = entry.aliasId === undefined ? undefined : (await parts.register.alias(entry.aliasId))?.value;
  const afterMs = parts.acknowledgeMinutes * 60_000;
  const { changed } = await changeHandling(parts, entry, (handling, at) =>
    raised(handling, level, alias, afterMs, at),
  );
  if (changed) parts.wake();
  return { kind: 'done', ending: 'told' };
}

async function tellRaised(
  parts: MailErrandParts,
  task: MailTask,
  errand: Extract<MailErrand, { kind: 'mail-raised' }>,
): Promise<AttemptResult> {
  const { item, entry, handling, signal } = task;
  if (isSeen(handling)) return { kind: 'done', ending: 'dropped' };
  const mentioned = errand.level === 'owner' ? await mentionOwner(parts, task) : undefined;
  if (mentioned !== undefined) return afterAttempt(parts.log, item, errand.to, mentioned);
  const look: CopyLook = {
    triageReason: raisedReason(handling, errand.level),
    mayBeRepeat: item.mayBeRepeat,
  };
  const known = await knownMail(parts, entry, signal);
  const outcome = await parts.poster.post(errand.to, mailNotice(known, look), signal);
  if (outcome.kind === 'posted') {
    await keepMailCopy(parts, entry.id, { ...outcome.copy, look });
  }
  return afterAttempt(parts.log, item, errand.to, outcome);
}

/** Below the card in the owning channel; undefined when no card stands there, or it can no longer be written below. */
async function mentionOwner(
  parts: MailErrandParts,
  { item, entry, handling, signal }: MailTask,
): Promise<PostOutcome | undefined> {
  const alias = entry.aliasId === undefined ? undefined : (await parts.register.alias(entry.aliasId))?.value;
  const channel = await owningChannel(parts.register, alias);
  const card = (await parts.conversations.copies(entry.id)).findLast(
    ({ conversationId }) => channel !== undefined && conversationId.startsWith(channel.id),
  );
  const { id, name = '', mail = '' } = alias?.owner ?? {};
  if (card === undefined || id === undefined) return undefined;
  const minutes = minutesWaited(handling, 'owner') ?? parts.acknowledgeMinutes;
  const { mayBeRepeat } = item;
  const notice = { kind: 'mail-raised', owner: { id, name, mail }, minutes, mayBeRepeat } as const;
  const outcome = await parts.poster.reply(card, notice, signal);
  return outcome.kind === 'unreachable' ? undefined : outcome;
}

const GIVEN_UP = 'It could not be delivered after many attempts, and was given up.';

async function tellDead(parts: MailErrandParts, task: MailTask, to: Target): Promise<AttemptResult> {
  const { item, entry, handling } = task;
  if (handling.deadSince === undefined) return { kind: 'done', ending: 'dropped' };
  const look: CopyLook = { triageReason: GIVEN_UP, mayBeRepeat: item.mayBeRepeat };
  const outcome = await parts.poster.post(to, mailNotice(await whatIsKnown(parts, task), look), task.signal);
  if (outcome.kind === 'posted') await keepMailCopy(parts, entry.id, { ...outcome.copy, look });
  return afterAttempt(parts.log, item, to, outcome);
}

/** A mail that was given up may be the one that cannot be read: then the ledger has to do. */
async function whatIsKnown(
  parts: MailErrandParts,
  { entry, handling, signal }: MailTask,
): Promise<KnownMail> {
  try {
    return await knownMail(parts, entry, signal);
  } catch (error) {
    parts.log.warn({ err: error, entry: entry.id }, 'a mail that was given up cannot be read');
    const alias = entry.aliasId === undefined ? undefined : await parts.register.alias(entry.aliasId);
    return { entry: { ...entry, readable: false }, understood: undefined, alias: alias?.value, handling };
  }
}

/** A new entry for the alias's owners; that of triage stays. Twice is once: entries and what waits are known by their id. */
async function assignMail(
  parts: MailErrandParts,
  { entry }: MailTask,
  aliasId: string,
): Promise<AttemptResult> {
  const id = ledgerIdOf(entry.messageId, aliasId);
  const there = await parts.ledger.entry(id);
  if (there === undefined) {
    await parts.ledger.requeue({ ...entry, id, aliasId, triageReason: undefined }, false);
    parts.wakeDeliveries();
  }
  return { kind: 'done', ending: 'told' };
}

async function runRevealErrand(
  parts: MailErrandParts,
  task: MailTask,
  errand: Extract<MailErrand, { revealId: string }>,
): Promise<AttemptResult> {
  const { item, entry, handling, signal } = task;
  const reveal = handling.reveals.find(({ id }) => id === errand.revealId);
  if (reveal === undefined) return { kind: 'done', ending: 'dropped' };
  const alias = entry.aliasId === undefined ? undefined : (await parts.register.alias(entry.aliasId))?.value;
  const { mayBeRepeat } = item;
  const notice: RevealNotice = { kind: 'reveal', entry, alias, reveal };
  switch (errand.kind) {
    case 'reveal-wanted': {
      // It was answered or ended while nobody could be asked.
      if (reveal.state !== 'wanted') return { kind: 'done', ending: 'dropped' };
      const outcome = await parts.poster.post(errand.to, { ...notice, mayBeRepeat }, signal);
      if (outcome.kind === 'posted') await keepCopy(parts, task, notice, outcome.copy);
      return afterAttempt(parts.log, item, errand.to, outcome);
    }
    case 'redraw-reveal':
      return redrawReveal(parts, task, notice);
    case 'reveal-told': {
      const ending = { ...notice, kind: 'reveal-ended', mayBeRepeat } as const;
      const outcome = await parts.poster.post(errand.to, ending, signal);
      return afterAttempt(parts.log, item, errand.to, outcome);
    }
    case 'show-mail':
      return showMail(parts, { ...task, alias, reveal });
    case 'end-reveal':
      return endReveal(parts, { ...task, alias, reveal });
  }
}

async function redrawReveal(
  parts: MailErrandParts,
  task: MailTask,
  notice: RevealNotice,
): Promise<AttemptResult> {
  const copies = await parts.conversations.copies(notice.reveal.id);
  const outcomes = await Promise.all(copies.map((copy) => parts.poster.redraw(copy, notice, task.signal)));
  return afterRedraws(task.item, outcomes);
}

/** The card stands: that its place could not be stored is no reason to post it again. */
async function keepCopy(
  parts: MailErrandParts,
  task: MailTask,
  notice: RevealNotice,
  copy: PostedCopy,
): Promise<void> {
  const { entry, reveal } = notice;
  try {
    await parts.conversations.rememberCopy(reveal.id, copy);
    // What was answered while the card was being posted was redrawn without it.
    const now = (await parts.register.handling(entry.id))?.value.reveals.find(({ id }) => id === reveal.id);
    if (now === undefined || now.state === reveal.state) return;
    await parts.poster.redraw(copy, { ...notice, reveal: now }, task.signal);
  } catch (error) {
    parts.log.error({ err: error, entry: entry.id }, 'a card may not be redrawn when its reveal goes on');
  }
}

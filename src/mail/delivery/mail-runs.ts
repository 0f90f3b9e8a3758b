import { asOfMail, asOfOwner, ownerOfMail } from '../../aliases/ownership.ts';
import { afterAttempt, afterRedraws } from '../../messages/after-attempt.ts';
import type { Errand, ErrandOf, Target, RaiseLevel } from '../../messages/job.ts';
import type { RevealNotice } from '../notices.ts';
import { isInChat, type CopyLook, type PostedCopy, type PostOutcome } from '../../messages/poster.ts';
import type { Queued } from '../../messages/queue.ts';
import type { ErrandRuns } from '../../messages/job-runs.ts';
import type { AttemptResult } from '../../messages/worker.ts';
import { keepMailCopy } from './keep-copy.ts';
import { knownMail, mailNotice, type KnownMail } from './mail-notice.ts';
import { isSeen, minutesWaited, raised, raisedReason } from '../cases/acknowledge.ts';
import { asShownTo } from '../cases/reveal.ts';
import { changeHandling } from '../cases/change-handling.ts';
import { sendDigest } from './digest.ts';
import { ledgerIdOf, type LedgerEntry } from '../ledger.ts';
import { readSharers, type Sharer } from './shared-card.ts';
import { aliasOf, owningChannel } from './owning-channel.ts';
import { endReveal, showMail, type RevealTask } from '../cases/show-mail.ts';
import type { MailErrandParts, MailTask } from './errand-parts.ts';

/** The kinds of errands that tell of mail. */
type MailKinds =
  | 'redraw-mail'
  | 'mail-digest'
  | 'mail-gap'
  | 'mail-dead'
  | 'replay-mail'
  | 'assign-mail'
  | 'raise-mail'
  | 'mail-raised'
  | 'reveal-wanted'
  | 'redraw-reveal'
  | 'show-mail'
  | 'end-reveal'
  | 'reveal-told';

/** Runs what tells of mail. */
export function mailRuns(parts: MailErrandParts): ErrandRuns<MailKinds> {
  /** With what is stored of the mail. */
  function ofMail<About extends Errand & { readonly ledgerId: string }>(
    run: (task: MailTask, errand: About) => Promise<AttemptResult>,
  ) {
    return async (errand: About, item: Queued<Errand>, signal: AbortSignal): Promise<AttemptResult> => {
      const [entry, handling] = await Promise.all([
        parts.ledger.entry(errand.ledgerId),
        parts.register.handling(errand.ledgerId),
      ]);
      if (entry !== undefined && handling !== undefined) {
        return run({ item, entry, handling: handling.value, signal }, errand);
      }
      parts.log.error({ errand: errand.kind }, 'an errand tells of a mail that nobody knows');
      return { kind: 'done', ending: 'dropped' };
    };
  }

  /** With the reveal that it is about. */
  function ofReveal<About extends Errand & { readonly ledgerId: string; readonly revealId: string }>(
    run: (task: RevealTask, errand: About) => Promise<AttemptResult>,
  ) {
    return ofMail(async (task, errand: About) => {
      const reveal = task.handling.reveals.find(({ id }) => id === errand.revealId);
      if (reveal === undefined) return { kind: 'done', ending: 'dropped' };
      return run({ ...task, reveal, alias: await aliasOf(parts.register, task.entry) }, errand);
    });
  }

  return {
    'mail-digest': (errand, item, signal) => sendDigest(parts, item, errand, signal),
    async 'mail-gap'({ missing, seen, to }, item, signal) {
      const notice = { kind: 'mail-gap', missing, seen, mayBeRepeat: item.mayBeRepeat } as const;
      return afterAttempt(parts.log, item, to, await parts.poster.post(to, notice, signal));
    },
    'redraw-mail': ofMail((task) => redrawMail(parts, task)),
    'raise-mail': ofMail((task, { level }) => raiseMail(parts, task, level)),
    'mail-raised': ofMail((task, errand) => tellRaised(parts, task, errand)),
    'mail-dead': ofMail((task, { to }) => tellDead(parts, task, to)),
    'replay-mail': ofMail(async ({ entry }) => {
      await parts.ledger.requeue(entry, true);
      parts.wakeDeliveries();
      return { kind: 'done', ending: 'told' };
    }),
    'assign-mail': ofMail((task, { aliasId }) => assignMail(parts, task, aliasId)),
    'reveal-wanted': ofReveal((task, { to }) => askForReveal(parts, task, to)),
    'redraw-reveal': ofReveal((task) => redrawReveal(parts, task)),
    'reveal-told': ofReveal(async (task, { to }) => {
      const { item, entry, alias, reveal, signal } = task;
      const known = asShownTo(reveal.wanted.by, alias, entry.receivedAt);
      const { mayBeRepeat } = item;
      const ending = { kind: 'reveal-ended', entry, alias: known, reveal, mayBeRepeat } as const;
      return afterAttempt(parts.log, item, to, await parts.poster.post(to, ending, signal));
    }),
    'show-mail': ofReveal((task) => showMail(parts, task)),
    'end-reveal': ofReveal((task) => endReveal(parts, task)),
  };
}

async function redrawMail(parts: MailErrandParts, task: MailTask): Promise<AttemptResult> {
  const copies = await parts.conversations.copies(task.entry.id);
  if (copies.length === 0) return { kind: 'done', ending: 'dropped' };
  const sharers = new Set(copies.flatMap(({ look }) => look?.sharesCardWith ?? []));
  const known = await knownMail(parts, task.entry, task.signal, [...sharers]);
  const outcomes = await Promise.all(
    copies.map((copy) => {
      const notice = mailNotice(known, copy.look, isInChat(copy) ? asOfOwner : asOfMail);
      return parts.poster.redraw(copy, notice, task.signal);
    }),
  );
  return afterRedraws(task.item, outcomes);
}

async function raiseMail(
  parts: MailErrandParts,
  { entry }: MailTask,
  level: RaiseLevel,
): Promise<AttemptResult> {
  const ownerId = ownerOfMail(await aliasOf(parts.register, entry), entry.receivedAt)?.id;
  const afterMs = parts.acknowledgeMinutes * 60_000;
  const { changed } = await changeHandling(parts, entry, (handling, at) =>
    raised(handling, level, ownerId, afterMs, at),
  );
  if (changed) parts.wake();
  return { kind: 'done', ending: 'told' };
}

async function tellRaised(
  parts: MailErrandParts,
  task: MailTask,
  errand: ErrandOf<'mail-raised'>,
): Promise<AttemptResult> {
  const { item, entry, handling, signal } = task;
  if (isSeen(handling)) return { kind: 'done', ending: 'dropped' };
  if (errand.to.kind === 'person') {
    const owner = ownerOfMail(await aliasOf(parts.register, entry), entry.receivedAt);
    // The alias went on while they could not be told; triage hears of it next.
    if (owner?.id !== errand.to.personId) return { kind: 'done', ending: 'dropped' };
  }
  const { sharesCardWith } = entry;
  const sharers = await readSharers(parts.register, entry, sharesCardWith);
  if (await isToldWith(parts, entry, errand.level, sharers)) return { kind: 'done', ending: 'dropped' };
  const mentioned = errand.level === 'owner' ? await mentionOwner(parts, task) : undefined;
  if (mentioned !== undefined) return afterAttempt(parts.log, item, errand.to, mentioned);
  const look: CopyLook = {
    triageReason: raisedReason(handling, errand.level),
    mayBeRepeat: item.mayBeRepeat,
    sharesCardWith,
  };
  const known = await knownMail(parts, entry, signal, sharesCardWith);
  const outcome = await parts.poster.post(errand.to, mailNotice(known, look), signal);
  if (outcome.kind === 'posted') {
    await keepMailCopy(parts, entry.id, { ...outcome.copy, look });
  }
  return afterAttempt(parts.log, item, errand.to, outcome);
}

/** Whether the same people hear of it for another alias on the card, which comes before this one. */
async function isToldWith(
  parts: MailErrandParts,
  entry: LedgerEntry,
  level: RaiseLevel,
  sharers: readonly Sharer[],
): Promise<boolean> {
  const own = sharers.length === 0 ? undefined : await aliasOf(parts.register, entry);
  if (own === undefined) return false;
  return sharers.some(
    ({ alias, handling }) =>
      alias.address < own.address &&
      alias.channelId === own.channelId &&
      handling?.awaitedSince !== undefined &&
      !isSeen(handling) &&
      (level === 'triage' ||
        ownerOfMail(alias, entry.receivedAt)?.id === ownerOfMail(own, entry.receivedAt)?.id),
  );
}

/** Below the card in the owning channel; undefined when no card stands there, or it can no longer be written below. */
async function mentionOwner(
  parts: MailErrandParts,
  { item, entry, handling, signal }: MailTask,
): Promise<PostOutcome | undefined> {
  const alias = await aliasOf(parts.register, entry);
  const channel = await owningChannel(parts.register.channel, alias);
  const card = (await parts.conversations.copies(entry.id)).findLast(
    ({ conversationId }) => channel !== undefined && conversationId.startsWith(channel.id),
  );
  const { id, name = '', mail = '' } = ownerOfMail(alias, entry.receivedAt) ?? {};
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
  const { sharesCardWith } = entry;
  const look: CopyLook = { triageReason: GIVEN_UP, mayBeRepeat: item.mayBeRepeat, sharesCardWith };
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
    return await knownMail(parts, entry, signal, entry.sharesCardWith);
  } catch (error) {
    parts.log.warn({ err: error, entry: entry.id }, 'a mail that was given up cannot be read');
    const alias = await aliasOf(parts.register, entry);
    return { entry: { ...entry, readable: false }, understood: undefined, alias, handling };
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

async function askForReveal(parts: MailErrandParts, task: RevealTask, to: Target): Promise<AttemptResult> {
  const { item, entry, alias, reveal, signal } = task;
  // It was answered or ended while nobody could be asked.
  if (reveal.state !== 'wanted') return { kind: 'done', ending: 'dropped' };
  const notice: RevealNotice = { kind: 'reveal', entry, alias, reveal };
  const outcome = await parts.poster.post(to, { ...notice, mayBeRepeat: item.mayBeRepeat }, signal);
  if (outcome.kind === 'posted') await keepCopy(parts, task, notice, outcome.copy);
  return afterAttempt(parts.log, item, to, outcome);
}

async function redrawReveal(parts: MailErrandParts, task: RevealTask): Promise<AttemptResult> {
  const { entry, alias, reveal } = task;
  const notice: RevealNotice = { kind: 'reveal', entry, alias, reveal };
  const copies = await parts.conversations.copies(reveal.id);
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

import type { Alias } from '../../aliases/alias.ts';
import type { Log } from '../../shared/log.ts';
import { afterAttempt, afterRedraws } from '../../messages/after-attempt.ts';
import type { RevealedNotice } from '../notices.ts';
import type { PostedCopy, PostOutcome } from '../../messages/poster.ts';
import { backOffMs, type AttemptResult } from '../../messages/worker.ts';
import { changeHandling } from './change-handling.ts';
import { fullText } from '../excerpt/full-text.ts';
import { endsAt, SHOWN_MS, type Handling, type Reveal, type RevealEnd } from './handling.ts';
import { asShownTo, endOf, heldBack, mayBeShownTo, over, revealRule, shown } from './reveal.ts';
import type { RevealRule } from './reveal-policy.ts';
import type { MailErrandParts, MailTask } from '../delivery/errand-parts.ts';
import { readAndUnderstand, type Understood } from '../read-message.ts';

export interface RevealTask extends MailTask {
  readonly alias: Alias | undefined;
  readonly reveal: Reveal;
}

/** An attempt may take this long (the worker's limit): text that is sent later could come after it was taken away. */
const MARGIN_MS = 30_000;
const DONE: AttemptResult = { kind: 'done', ending: 'told' };
const DROPPED: AttemptResult = { kind: 'done', ending: 'dropped' };

/**
 * Shows a withheld or announced mail in the owner's own chat. An announced one is searched again: where it then turns out to
 * hold a secret, the rule for mail of its category applies to it.
 *
 * First a card without text is posted, then it is written down that the mail is shown, and only then the text is put on that
 * card. Putting it there twice is putting it there once, so that whatever fails on the way leaves one card with text at most,
 * and one that can be found again to take the text away.
 */
export async function showMail(parts: MailErrandParts, task: RevealTask): Promise<AttemptResult> {
  const { item, entry, alias, reveal, signal } = task;
  const mayStill = (each: Reveal): boolean => {
    const open = each.state === 'agreed' || each.state === 'shown';
    return open && parts.clock().getTime() + MARGIN_MS < endsAt(each).getTime();
  };
  if (!mayStill(reveal)) return DROPPED;
  if (!mayBeShownTo(reveal.wanted.by, alias, entry.receivedAt)) return end(parts, task, 'owner-changed');
  const understood = await readAndUnderstand(parts, entry.messageId, signal);
  if (understood === undefined) return end(parts, task, 'mail-gone');
  const rule = ruleOnSecondThought(parts, task, understood);
  if (rule === 'never') return end(parts, task, 'never');
  if (rule === 'approved') return holdBack(parts, task);

  const card = await cardInChat(parts, task);
  if ('outcome' in card) {
    const to = { kind: 'person', personId: reveal.wanted.by.id } as const;
    return afterAttempt(parts.log, item, to, card.outcome);
  }
  const { handling } = await changeHandling(parts, entry, (before, at) => {
    const current = revealIn(before, reveal.id);
    return current?.state === 'agreed' && mayStill(current) ? shown(before, current, at) : undefined;
  });
  parts.wake();
  // The schedule would be up to a minute late; after a restart it is what remains.
  setTimeout(parts.wake, SHOWN_MS).unref();
  const now = revealIn(handling, reveal.id);
  if (now?.state !== 'shown' || !mayStill(now)) return DROPPED;
  const notice = revealed(task, 'shown', shownText(understood, endsAt(now)));
  const outcome = await parts.poster.redraw(card.copy, notice, signal);
  logUnreachable(parts.log, task, outcome, 'a mail that was to be shown could not be');
  return afterRedraws(item, [outcome]);
}

/** What is announced needs no approver, until a secret is found in it. */
function ruleOnSecondThought(
  { revealPolicy }: MailErrandParts,
  { entry, alias, reveal }: RevealTask,
  { understanding }: Understood,
): RevealRule {
  const isSettledRule = entry.withheld || reveal.needsApprover;
  if (isSettledRule || !understanding.secret) return 'owner';
  return revealRule(revealPolicy, { category: understanding.category, withheld: true }, alias);
}

async function holdBack(parts: MailErrandParts, task: RevealTask): Promise<AttemptResult> {
  const { changed } = await changeHandling(parts, task.entry, (before) => {
    const current = revealIn(before, task.reveal.id);
    return current?.state === 'agreed' ? heldBack(before, current) : undefined;
  });
  if (changed) parts.wake();
  return DROPPED;
}

/** The card in the chat, posted without text unless it stands there. */
async function cardInChat(
  parts: MailErrandParts,
  task: RevealTask,
): Promise<{ readonly copy: PostedCopy } | { readonly outcome: PostOutcome }> {
  const { reveal, item, signal } = task;
  const [copy] = await parts.conversations.copies(chatSubject(reveal));
  if (copy !== undefined) return { copy };
  const notice = { ...revealed(task, 'opening', undefined), mayBeRepeat: item.mayBeRepeat };
  const outcome = await parts.poster.post({ kind: 'person', personId: reveal.wanted.by.id }, notice, signal);
  if (outcome.kind !== 'posted') return { outcome };
  await parts.conversations.rememberCopy(chatSubject(reveal), outcome.copy);
  return { copy: outcome.copy };
}

/** Ends a reveal whose time has come, and takes the text out of the chat. */
export async function endReveal(parts: MailErrandParts, task: RevealTask): Promise<AttemptResult> {
  const { item, entry, reveal, signal } = task;
  const { handling, changed } = await changeHandling(parts, entry, (before, at) => {
    const current = revealIn(before, reveal.id);
    if (current === undefined || isSettled(current) || at < endsAt(current)) return undefined;
    return over(before, current, endOf(current), at);
  });
  if (changed) parts.wake();
  const now = revealIn(handling, reveal.id);
  // It went on meanwhile; a later errand ends it.
  if (now !== undefined && !isSettled(now)) return DONE;
  const copies = await parts.conversations.copies(chatSubject(reveal));
  const outcomes = await Promise.all(
    copies.map((copy) => parts.poster.redraw(copy, revealed(task, 'over', undefined), signal)),
  );
  for (const outcome of outcomes) logUnreachable(parts.log, task, outcome, 'a shown mail was not taken away');
  const isOut = outcomes.some(({ kind }) => kind === 'unreachable');
  // Somebody who blocked the bot may let it in again.
  if (isOut && item.attempts < TAKEN_AWAY_TRIES) {
    return { kind: 'again', afterMs: backOffMs(item.attempts), mayBeRepeat: false };
  }
  return afterRedraws(item, outcomes);
}

/** About two days. */
const TAKEN_AWAY_TRIES = 200;

async function end(parts: MailErrandParts, task: RevealTask, because: RevealEnd): Promise<AttemptResult> {
  const { changed } = await changeHandling(parts, task.entry, (before, at) => {
    const current = revealIn(before, task.reveal.id);
    return current === undefined || isSettled(current) ? undefined : over(before, current, because, at);
  });
  if (changed) parts.wake();
  return DROPPED;
}

function isSettled({ state }: Reveal): boolean {
  return state === 'denied' || state === 'over';
}

function revealIn(handling: Handling, revealId: string): Reveal | undefined {
  return handling.reveals.find(({ id }) => id === revealId);
}

/** Under which the card in the owner's chat is kept, apart from the approvers' cards. */
function chatSubject({ id }: Reveal): string {
  return `${id}.shown`;
}

function revealed(
  { entry, alias, reveal }: RevealTask,
  stage: RevealedNotice['stage'],
  text: RevealedNotice['shown'],
): RevealedNotice {
  const known = asShownTo(reveal.wanted.by, alias, entry.receivedAt);
  return { kind: 'revealed', entry, alias: known, stage, shown: text, mayBeRepeat: false };
}

function shownText({ mail, stored }: Understood, until: Date): RevealedNotice['shown'] {
  const sender = mail.from === undefined ? '' : `${mail.from.name} <${mail.from.address}>`.trim();
  return { subject: stored.subject, sender, text: fullText(mail), until };
}

function logUnreachable(log: Log, { entry }: RevealTask, outcome: PostOutcome, what: string): void {
  if (outcome.kind === 'unreachable') log.error({ entry: entry.id, reason: outcome.reason }, what);
}

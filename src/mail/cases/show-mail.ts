import type { Alias } from '../../aliases/alias.ts';
import { afterAttempt, afterRedraws, notPosted } from '../../messages/after-attempt.ts';
import type { Trouble } from '../../shared/troubles.ts';
import type { RevealedNotice } from '../notices.ts';
import type { JobOf } from '../../messages/job.ts';
import type { PostedCopy, PostOutcome } from '../../messages/poster.ts';
import type { AttemptResult } from '../../messages/attempt-result.ts';
import { backOffMs } from '../../messages/back-off.ts';
import { changeAndWake } from './change-handling.ts';
import { fullText } from '../excerpt/full-text.ts';
import { endsAt, SHOWN_MS, type Handling, type Reveal, type RevealEnd } from './handling.ts';
import { asShownTo, endOf, heldBack, mayBeShownTo, over, revealRule, shown } from './reveal.ts';
import type { RevealRule } from './reveal-policy.ts';
import type { MailJobDeps, MailAttempt } from '../delivery/mail-job-deps.ts';
import { readMessage, type MessageRead } from '../read-message.ts';

export interface RevealAttempt extends MailAttempt {
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
export async function showMail(deps: MailJobDeps, attempt: RevealAttempt): Promise<AttemptResult> {
  const { item, entry, alias, reveal, signal } = attempt;
  const mayStill = (each: Reveal): boolean => {
    const open = each.state === 'agreed' || each.state === 'shown';
    return open && deps.clock().getTime() + MARGIN_MS < endsAt(each).getTime();
  };
  // An attempt that was halted may have put the text there after it was taken away.
  if (!mayStill(reveal)) return item.mayBeRepeat ? takeAway(deps, attempt) : DROPPED;
  if (!mayBeShownTo(reveal.wanted.by, alias, entry.receivedAt)) return end(deps, attempt, 'owner-changed');
  const messageRead = await readMessage(deps, entry.messageId, signal);
  if (messageRead === undefined) return end(deps, attempt, 'mail-gone');
  const rule = ruleOnSecondThought(deps, attempt, messageRead);
  if (rule === 'never') return end(deps, attempt, 'never');
  if (rule === 'approved') return holdBack(deps, attempt);

  const card = await cardInChat(deps, attempt);
  if ('outcome' in card) {
    const to = { kind: 'person', personId: reveal.wanted.by.id } as const;
    return afterAttempt(item, to, card.outcome);
  }
  const { handling } = await changedBy(deps, attempt, (before, at) => {
    const current = revealIn(before, reveal.id);
    return current?.state === 'agreed' && mayStill(current) ? shown(before, current, at) : undefined;
  });
  deps.wake();
  // The schedule would be up to a minute late; after a restart it is what remains.
  setTimeout(deps.wake, SHOWN_MS).unref();
  const now = revealIn(handling, reveal.id);
  if (now?.state !== 'shown' || !mayStill(now)) return DROPPED;
  const notice = revealed(attempt, 'shown', shownText(messageRead, endsAt(now)));
  const outcome = await deps.poster.redraw(card.copy, notice, signal);
  const after = (await deps.register.handling(entry.id))?.value;
  const isStillShown = after !== undefined && revealIn(after, reveal.id)?.state === 'shown';
  if (!isStillShown) return takeAway(deps, attempt);
  return afterRedraws(item, [outcome], false, notDone('a mail that was to be shown could not be'));
}

/** What is announced needs no approver, until a secret is found in it. */
function ruleOnSecondThought(
  { revealPolicy }: MailJobDeps,
  { entry, alias, reveal }: RevealAttempt,
  { analysis }: MessageRead,
): RevealRule {
  const isSettledRule = entry.withheld || reveal.needsApprover;
  if (isSettledRule || !analysis.secret) return 'owner';
  return revealRule(revealPolicy, { category: analysis.category, withheld: true }, alias);
}

/** What follows from an attempt that may have been made before may be a repeat, too. */
function changedBy(
  deps: MailJobDeps,
  { entry, item }: RevealAttempt,
  step: Parameters<typeof changeAndWake>[2],
): ReturnType<typeof changeAndWake> {
  return changeAndWake(deps, entry, step, item.mayBeRepeat);
}

async function holdBack(deps: MailJobDeps, attempt: RevealAttempt): Promise<AttemptResult> {
  await changedBy(deps, attempt, (before) => {
    const current = revealIn(before, attempt.reveal.id);
    return current?.state === 'agreed' ? heldBack(before, current) : undefined;
  });
  return DROPPED;
}

/** The card in the chat, posted without text unless it is there. */
async function cardInChat(
  deps: MailJobDeps,
  attempt: RevealAttempt,
): Promise<{ readonly copy: PostedCopy } | { readonly outcome: PostOutcome }> {
  const { reveal, item, signal } = attempt;
  const [copy] = await deps.conversations.copies(chatSubject(reveal));
  if (copy !== undefined) return { copy };
  const notice = { ...revealed(attempt, 'opening', undefined), mayBeRepeat: item.mayBeRepeat };
  const outcome = await deps.poster.post({ kind: 'person', personId: reveal.wanted.by.id }, notice, signal);
  if (outcome.kind !== 'posted') return { outcome };
  await deps.conversations.rememberCopy(chatSubject(reveal), outcome.copy);
  return { copy: outcome.copy };
}

/** Ends a reveal whose time has come, and takes the text out of the chat. */
export async function endReveal(
  deps: MailJobDeps,
  attempt: RevealAttempt,
  { dueAt }: JobOf<'end-reveal'>,
): Promise<AttemptResult> {
  const { reveal } = attempt;
  const { handling } = await changedBy(deps, attempt, (before, at) => {
    const current = revealIn(before, reveal.id);
    if (current === undefined || isSettled(current)) return undefined;
    // Its time was set by the clock of another copy, which may be ahead of this one.
    const isTime = dueAt >= endsAt(current) || at >= endsAt(current);
    return isTime ? over(before, current, endOf(current), at) : undefined;
  });
  const now = revealIn(handling, reveal.id);
  // It went on meanwhile; a later job ends it.
  if (now !== undefined && !isSettled(now)) return DONE;
  return takeAway(deps, attempt);
}

/** Takes the text out of the chat. */
async function takeAway(deps: MailJobDeps, attempt: RevealAttempt): Promise<AttemptResult> {
  const { item, reveal, signal } = attempt;
  const copies = await deps.conversations.copies(chatSubject(reveal));
  const outcomes = await Promise.all(
    copies.map((copy) => deps.poster.redraw(copy, revealed(attempt, 'over', undefined), signal)),
  );
  const trouble = notDone('a shown mail was not taken away');
  // Somebody who blocked the bot may let it in again.
  const out = outcomes.find((outcome) => outcome.kind === 'unreachable');
  if (out !== undefined && item.attempts < TAKEN_AWAY_TRIES) {
    const again = notPosted(item, out, trouble);
    const afterMs = Math.min(LOOK_MS, backOffMs(item.attempts));
    return { ...again, afterMs, mayBeRepeat: true, blocked: false, counted: true };
  }
  const result = afterRedraws(item, outcomes, false, trouble);
  return result.kind === 'again' ? { ...result, mayBeRepeat: true } : result;
}

/** Text that is over is shown no longer than it must be. */
const LOOK_MS = 60_000;
/** About two days. */
const TAKEN_AWAY_TRIES = 3_000;

async function end(deps: MailJobDeps, attempt: RevealAttempt, because: RevealEnd): Promise<AttemptResult> {
  await changedBy(deps, attempt, (before, at) => {
    const current = revealIn(before, attempt.reveal.id);
    return current === undefined || isSettled(current) ? undefined : over(before, current, because, at);
  });
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
  { entry, alias, reveal }: RevealAttempt,
  stage: RevealedNotice['stage'],
  text: RevealedNotice['shown'],
): RevealedNotice {
  const known = asShownTo(reveal.wanted.by, alias, entry.receivedAt);
  return { kind: 'revealed', entry, alias: known, stage, shown: text, mayBeRepeat: false };
}

function shownText({ mail, stored }: MessageRead, until: Date): RevealedNotice['shown'] {
  const sender = mail.from === undefined ? '' : `${mail.from.name} <${mail.from.address}>`.trim();
  return { subject: stored.subject, sender, text: fullText(mail), until };
}

/** Somebody waits for it, or may read on what they should not. */
function notDone(message: string): Trouble {
  return { level: 'error', message, details: {} };
}

import { isDeepStrictEqual } from 'node:util';
import { afterAttempt, afterRedraws } from '../../messages/after-attempt.ts';
import type { Job, Target } from '../../messages/job.ts';
import type { RevealNotice } from '../notices.ts';
import type { CopyLook, PostedCopy } from '../../messages/poster.ts';
import type { Queued } from '../../messages/queue.ts';
import type { JobRuns } from '../../messages/job-runs.ts';
import type { AttemptResult } from '../../messages/attempt-result.ts';
import { DirectoryUnavailable } from '../../people/directory.ts';
import { keepMailCopy } from './keep-copy.ts';
import { knownMail, mailNotice, type KnownMail } from './mail-notice.ts';
import { asShownTo } from '../cases/reveal.ts';
import { sendDigest } from './digest.ts';
import { escalateMail, tellEscalated } from './escalate-mail.ts';
import { ledgerIdOf } from '../ledger.ts';
import { MailboxUnavailable } from '../mailbox.ts';
import { aliasOf } from './owning-channel.ts';
import { redrawMail } from './redraw-mail.ts';
import { tellOwner } from './tell-owner.ts';
import { endReveal, showMail, type RevealAttempt } from '../cases/show-mail.ts';
import type { MailJobDeps, MailAttempt } from './mail-job-deps.ts';

/** What is only read before anything is posted leaves no doubt when it is away. */
async function beforePosting(item: Queued<Job>, run: () => Promise<AttemptResult>): Promise<AttemptResult> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof MailboxUnavailable) && !(error instanceof DirectoryUnavailable)) throw error;
    const trouble = {
      level: 'warn',
      message: 'a job has to wait: what it tells of cannot be read',
      details: { err: error },
    } as const;
    return { kind: 'again', mayBeRepeat: item.mayBeRepeat, trouble };
  }
}

/** Runs what tells of mail. */
export function mailRuns(deps: MailJobDeps) {
  /** With what is stored of the mail. */
  function ofMail<About extends Job & { readonly ledgerId: string }>(
    run: (attempt: MailAttempt, job: About) => Promise<AttemptResult>,
  ) {
    return async (job: About, item: Queued<Job>, signal: AbortSignal): Promise<AttemptResult> => {
      const [entry, handling] = await Promise.all([
        deps.ledger.entry(job.ledgerId),
        deps.register.handling(job.ledgerId),
      ]);
      if (entry !== undefined && handling !== undefined) {
        return beforePosting(item, () => run({ item, entry, handling: handling.value, signal }, job));
      }
      deps.log.error({ job: job.kind }, 'a job tells of a mail that nobody knows');
      return { kind: 'done', ending: 'dropped' };
    };
  }

  /** With the reveal that it is about. */
  function ofReveal<About extends Job & { readonly ledgerId: string; readonly revealId: string }>(
    run: (attempt: RevealAttempt, job: About) => Promise<AttemptResult>,
  ) {
    return ofMail(async (attempt, job: About) => {
      const reveal = attempt.handling.reveals.find(({ id }) => id === job.revealId);
      if (reveal === undefined) return { kind: 'done', ending: 'dropped' };
      return run({ ...attempt, reveal, alias: await aliasOf(deps.register, attempt.entry) }, job);
    });
  }

  return {
    'mail-digest': (job, item, signal) => sendDigest(deps, item, job, signal),
    async 'mail-gap'({ missing, seen, to }, item, signal) {
      const notice = { kind: 'mail-gap', missing, seen, mayBeRepeat: item.mayBeRepeat } as const;
      return afterAttempt(item, to, await deps.poster.post(to, notice, signal));
    },
    async 'reach-lost'({ because, addresses, to }, item, signal) {
      const notice = { kind: 'reach-lost', because, addresses, mayBeRepeat: item.mayBeRepeat } as const;
      return afterAttempt(item, to, await deps.poster.post(to, notice, signal));
    },
    'mail-fell-back': (job, item, signal) => beforePosting(item, () => tellOwner(deps, item, job, signal)),
    'redraw-mail': ofMail((attempt) => redrawMail(deps, attempt)),
    'raise-mail': ofMail((attempt, { level }) => escalateMail(deps, attempt, level)),
    'mail-raised': ofMail((attempt, job) => tellEscalated(deps, attempt, job)),
    'mail-dead': ofMail((attempt, { to }) => tellDead(deps, attempt, to)),
    'replay-mail': ofMail(async ({ entry }) => {
      await deps.ledger.requeue(entry, true);
      deps.wakeDeliveries();
      return { kind: 'done', ending: 'told' };
    }),
    'assign-mail': ofMail((attempt, { aliasId }) => assignMail(deps, attempt, aliasId)),
    'reveal-wanted': ofReveal((attempt, { to }) => askForReveal(deps, attempt, to)),
    'redraw-reveal': ofReveal((attempt) => redrawReveal(deps, attempt)),
    'reveal-told': ofReveal(async (attempt, { to }) => {
      const { item, entry, alias, reveal, signal } = attempt;
      const known = asShownTo(reveal.wanted.by, alias, entry.receivedAt);
      const { mayBeRepeat } = item;
      const ending = { kind: 'reveal-ended', entry, alias: known, reveal, mayBeRepeat } as const;
      return afterAttempt(item, to, await deps.poster.post(to, ending, signal));
    }),
    'show-mail': ofReveal((attempt) => showMail(deps, attempt)),
    'end-reveal': ofReveal((attempt, job) => endReveal(deps, attempt, job)),
  } satisfies Partial<JobRuns>;
}

async function tellDead(deps: MailJobDeps, attempt: MailAttempt, to: Target): Promise<AttemptResult> {
  const { item, entry, handling } = attempt;
  if (handling.deadSince === undefined) return { kind: 'done', ending: 'dropped' };
  const { sharesCardWith } = entry;
  const look: CopyLook = {
    triageReason: { code: 'given-up' },
    mayBeRepeat: item.mayBeRepeat,
    sharesCardWith,
  };
  const outcome = await deps.poster.post(
    to,
    mailNotice(await whatIsKnown(deps, attempt), look),
    attempt.signal,
  );
  if (outcome.kind === 'posted') await keepMailCopy(deps, attempt, { ...outcome.copy, look });
  return afterAttempt(item, to, outcome);
}

/** A mail that was given up may be the one that cannot be read: then the ledger has to do. */
async function whatIsKnown(deps: MailJobDeps, { entry, handling, signal }: MailAttempt): Promise<KnownMail> {
  try {
    return await knownMail(deps, entry, signal, entry.sharesCardWith);
  } catch (error) {
    deps.log.warn({ err: error, entry: entry.id }, 'a mail that was given up cannot be read');
    const alias = await aliasOf(deps.register, entry);
    return { entry: { ...entry, readable: false }, messageRead: undefined, alias, handling };
  }
}

/** A new entry for the alias's owners; that of triage stays. Twice is once: entries and what waits are known by their id. */
async function assignMail(
  deps: MailJobDeps,
  { entry, item }: MailAttempt,
  aliasId: string,
): Promise<AttemptResult> {
  const id = ledgerIdOf(entry.messageId, aliasId);
  const there = await deps.ledger.entry(id);
  if (there === undefined) {
    await deps.ledger.requeue({ ...entry, id, aliasId, triageReason: undefined }, item.mayBeRepeat);
    deps.wakeDeliveries();
  }
  return { kind: 'done', ending: 'told' };
}

async function askForReveal(deps: MailJobDeps, attempt: RevealAttempt, to: Target): Promise<AttemptResult> {
  const { item, entry, alias, reveal, signal } = attempt;
  // It was answered or ended while nobody could be asked.
  if (reveal.state !== 'wanted') return { kind: 'done', ending: 'dropped' };
  const deciders = await deps.deciders([reveal.wanted.by.id], signal);
  const notice: RevealNotice = { kind: 'reveal', entry, alias, reveal, deciders };
  const outcome = await deps.poster.post(to, { ...notice, mayBeRepeat: item.mayBeRepeat }, signal);
  if (outcome.kind === 'posted') await keepCopy(deps, notice, outcome.copy);
  return afterAttempt(item, to, outcome);
}

async function redrawReveal(deps: MailJobDeps, attempt: RevealAttempt): Promise<AttemptResult> {
  const { entry, alias, reveal } = attempt;
  const notice: RevealNotice = { kind: 'reveal', entry, alias, reveal };
  const copies = await deps.conversations.copies(reveal.id);
  const outcomes = await Promise.all(copies.map((copy) => deps.poster.redraw(copy, notice, attempt.signal)));
  const handling = (await deps.register.handling(entry.id))?.value;
  const now = handling?.reveals.find(({ id }) => id === reveal.id);
  return afterRedraws(attempt.item, outcomes, !isDeepStrictEqual(now, reveal));
}

/** The card is posted: that its place could not be stored is no reason to post it again. */
async function keepCopy(deps: MailJobDeps, notice: RevealNotice, copy: PostedCopy): Promise<void> {
  const { entry, reveal } = notice;
  try {
    await deps.conversations.rememberCopy(reveal.id, copy);
    // What was answered while the card was being posted was redrawn without it.
    const now = (await deps.register.handling(entry.id))?.value.reveals.find(({ id }) => id === reveal.id);
    if (now === undefined || now.state === reveal.state) return;
    const job = { kind: 'redraw-reveal', ledgerId: entry.id, revealId: reveal.id } as const;
    await deps.outbox.add(job);
    deps.wake();
  } catch (error) {
    deps.log.error({ err: error, entry: entry.id }, 'a card may not be redrawn when its reveal goes on');
  }
}

import type { Alias } from '../aliases/alias.ts';
import type { Register } from '../aliases/register.ts';
import type { Log } from '../log.ts';
import type { Target } from '../outgoing/message.ts';
import type { MailNotice } from '../outgoing/notice.ts';
import type { Conversations, Poster, PostOutcome } from '../outgoing/poster.ts';
import type { Ending, Queued } from '../outgoing/queue.ts';
import { backOffMs, type AttemptResult } from '../outgoing/worker.ts';
import type { LedgerEntry } from './ledger.ts';
import { readAndUnderstand, type ReaderParts, type Understood } from './understood.ts';

export interface DeliverParts extends ReaderParts {
  readonly register: Pick<Register, 'alias' | 'aliasByAddress' | 'aliasByAccount' | 'channel'>;
  readonly conversations: Pick<Conversations, 'rememberCopy'>;
  readonly poster: Poster;
  readonly log: Log;
  /** What the sweep has just read, taken out; undefined after a restart. */
  readonly take: (entryId: string) => Understood | undefined;
}

/**
 * Makes one attempt to post a mail to the owning channel. Where nobody can be reached there, it goes to triage, marked, and to
 * the owner's own chat.
 */
export async function deliver(
  parts: DeliverParts,
  item: Queued<LedgerEntry>,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const { task: entry } = item;
  const understood = parts.take(entry.id) ?? (await readAndUnderstand(parts, entry.messageId, signal));
  const alias = entry.aliasId === undefined ? undefined : (await parts.register.alias(entry.aliasId))?.value;
  const notice = mailNotice(entry, understood, alias, item.mayBeRepeat);
  if (alias === undefined) return post(parts, item, { kind: 'triage' }, notice, signal);

  const channel = alias.channelId === undefined ? undefined : await parts.register.channel(alias.channelId);
  if (channel === undefined) return fallBack(parts, item, notice, 'The alias has no linked channel.', signal);
  const target: Target = { kind: 'channel', channelId: channel.value.id };
  const outcome = await parts.poster.post(target, notice, signal);
  if (outcome.kind === 'unreachable') {
    return fallBack(parts, item, notice, 'The owning channel cannot be reached.', signal);
  }
  return afterPost(parts, item, outcome, 'told');
}

async function fallBack(
  parts: DeliverParts,
  item: Queued<LedgerEntry>,
  notice: MailNotice,
  triageReason: string,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const marked: MailNotice = { ...notice, triageReason };
  const outcome = await parts.poster.post({ kind: 'triage' }, marked, signal);
  const personId = notice.alias?.owner?.id;
  if (outcome.kind === 'posted' && personId !== undefined) {
    const told = await parts.poster.post({ kind: 'person', personId }, marked, signal);
    if (told.kind !== 'posted')
      parts.log.warn({ entry: item.id, outcome: told.kind }, 'the owner was not told');
  }
  return afterPost(parts, item, outcome, 'fell-back');
}

async function post(
  parts: DeliverParts,
  item: Queued<LedgerEntry>,
  target: Target,
  notice: MailNotice,
  signal: AbortSignal,
): Promise<AttemptResult> {
  return afterPost(parts, item, await parts.poster.post(target, notice, signal), 'told');
}

async function afterPost(
  parts: DeliverParts,
  item: Queued<LedgerEntry>,
  outcome: PostOutcome,
  ending: Ending,
): Promise<AttemptResult> {
  const { mayBeRepeat, attempts } = item;
  switch (outcome.kind) {
    case 'posted':
      await parts.conversations.rememberCopy(item.task.id, outcome.copy);
      return { kind: 'done', ending };
    case 'throttled':
      return { kind: 'again', afterMs: outcome.retryAfterMs, mayBeRepeat };
    case 'ambiguous':
      return { kind: 'again', afterMs: backOffMs(attempts), mayBeRepeat: true };
    case 'failed':
    case 'unreachable':
      parts.log.warn({ entry: item.id, attempts, reason: outcome.reason }, 'a mail has to wait for delivery');
      return { kind: 'again', afterMs: backOffMs(attempts), mayBeRepeat };
  }
}

const GONE = '(no longer in the central mailbox)';

/** What is said of a mail; of one that is gone, what the ledger still knows. */
function mailNotice(
  entry: LedgerEntry,
  understood: Understood | undefined,
  alias: Alias | undefined,
  mayBeRepeat: boolean,
): MailNotice {
  const { understanding, mail, stored } = understood ?? {};
  // Fails closed: what was a secret when it was recorded stays one, whatever the rules say by now.
  const withheld = entry.withheld || understanding?.secret === true;
  return {
    kind: 'mail',
    ledgerId: entry.id,
    category: entry.category,
    severity: entry.severity,
    genuine: entry.genuine,
    withheld,
    subject: understanding?.safeSubject ?? GONE,
    sender: mail?.from === undefined ? '' : `${mail.from.name} <${mail.from.address}>`.trim(),
    receivedAt: entry.receivedAt,
    addresses: understanding?.aliases ?? [],
    alias,
    accountId: entry.accountId ?? alias?.accountId,
    summary: understanding?.summary ?? '',
    excerpt: withheld ? '' : (understanding?.excerpt ?? ''),
    webLink: stored?.webLink,
    triageReason: entry.triageReason,
    mayBeRepeat,
  };
}

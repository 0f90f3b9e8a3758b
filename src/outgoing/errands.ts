import type { Alias } from '../aliases/alias.ts';
import type { Register } from '../aliases/register.ts';
import type { Log } from '../log.ts';
import { isSettled, type Request } from '../requests/request.ts';
import { afterAttempt, afterRedraws } from './after-attempt.ts';
import { isMailErrand, type Errand, type MailErrand, type RequestErrand } from './message.ts';
import { aliasNotice } from './alias-notice.ts';
import type { Notice, RequestNotice } from './notice.ts';
import { receiptSubject, type Conversations, type PostedCopy, type Poster } from './poster.ts';
import type { Queued } from './queue.ts';
import { remindBelow } from './remind.ts';
import type { AttemptResult } from './worker.ts';

export interface ErrandParts {
  readonly register: Pick<
    Register,
    'request' | 'channel' | 'channels' | 'alias' | 'aliasByAddress' | 'history'
  >;
  readonly conversations: Pick<Conversations, 'copies' | 'rememberCopy'>;
  readonly poster: Poster;
  /** The company's rule for requests. */
  readonly approvalsNeeded: number;
  /** Runs what tells of mails. */
  readonly mail: (item: Queued<Errand>, errand: MailErrand, signal: AbortSignal) => Promise<AttemptResult>;
  readonly log: Log;
}

/** Runs one errand: draws it from the stored state as it is now, and makes one attempt to post it. */
export async function runErrand(
  parts: ErrandParts,
  item: Queued<Errand>,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const { task: errand } = item;
  if (isMailErrand(errand)) return parts.mail(item, errand, signal);
  const composedNow = await composed(parts, errand);
  if (composedNow === undefined) {
    parts.log.error({ errand: errand.kind }, 'an errand tells of something that is not in the register');
    return { kind: 'done', ending: 'dropped' };
  }
  if (errand.kind === 'redraw-request') return redraw(parts, item, composedNow, signal);
  const notice: Notice = { ...composedNow, mayBeRepeat: item.mayBeRepeat };
  if (errand.kind === 'approval-reminder' && notice.kind === 'request') {
    if (isSettled(notice.request)) return { kind: 'done', ending: 'dropped' };
    const told = await remindBelow(parts, notice.request, item.mayBeRepeat, signal);
    if (told !== undefined) return afterAttempt(parts.log, item, errand.to, told);
  }
  const outcome = await parts.poster.post(errand.to, notice, signal);
  if (outcome.kind === 'posted' && notice.kind === 'request') {
    await keepCopy(parts, notice, outcome.copy, signal);
  }
  return afterAttempt(parts.log, item, errand.to, outcome);
}

async function composed(parts: ErrandParts, errand: RequestErrand): Promise<Notice | undefined> {
  if (errand.kind === 'owner-told' || errand.kind === 'pool-low') return aliasNotice(parts.register, errand);
  const request = (await parts.register.request(errand.requestId))?.value;
  if (request === undefined) return undefined;
  const channel = (await parts.register.channel(request.channelId))?.value;
  switch (errand.kind) {
    case 'approval-wanted':
    case 'approval-reminder':
    case 'redraw-request':
      return { kind: 'request', request, channel, approvalsNeeded: parts.approvalsNeeded };
    case 'asker-told':
      return { kind: 'asker-told', request, channel, alias: await aliasOf(parts, request) };
    case 'channel-told':
      return { kind: 'channel-told', request };
    case 'pool-empty':
      return { kind: 'pool-empty', request };
  }
}

async function aliasOf({ register }: ErrandParts, { aliasAddress }: Request): Promise<Alias | undefined> {
  return aliasAddress === undefined ? undefined : (await register.aliasByAddress(aliasAddress))?.value;
}

/** A card that was posted while the request was being decided shows the outcome all the same. */
async function keepCopy(
  parts: ErrandParts,
  drawn: RequestNotice,
  copy: PostedCopy,
  signal: AbortSignal,
): Promise<void> {
  const { id } = drawn.request;
  try {
    await parts.conversations.rememberCopy(id, copy);
    const now = await parts.register.request(id);
    if (now === undefined || isSettled(drawn.request) || !isSettled(now.value)) return;
    const outcome = await parts.poster.redraw(copy, { ...drawn, request: now.value }, signal);
    if (outcome.kind !== 'posted') throw new Error(`the card was not redrawn: ${outcome.kind}`);
  } catch (error) {
    // The card stands, and its buttons answer from the store: posting a second one would help nobody.
    parts.log.error({ err: error, requestId: id }, 'a card may not be redrawn when its request is settled');
  }
}

/** Redraws every card of a request: the approvers' cards, and the asker's receipt. */
async function redraw(
  parts: ErrandParts,
  item: Queued<Errand>,
  notice: Notice,
  signal: AbortSignal,
): Promise<AttemptResult> {
  if (notice.kind !== 'request') return { kind: 'done', ending: 'dropped' };
  const { request } = notice;
  const receipt: Notice = { ...notice, kind: 'receipt' };
  const copies = [
    ...(await parts.conversations.copies(request.id)).map((copy) => ({ copy, shown: notice })),
    ...(await parts.conversations.copies(receiptSubject(request.id))).map((copy) => ({
      copy,
      shown: receipt,
    })),
  ];
  const outcomes = await Promise.all(
    copies.map(({ copy, shown }) => parts.poster.redraw(copy, shown, signal)),
  );
  return afterRedraws(item, outcomes);
}

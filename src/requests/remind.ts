import type { RequestsNotice } from './notices.ts';
import type { AskDeciders } from '../people/deciders.ts';
import type { RequestRegister } from './request-register.ts';
import type { Request } from './request.ts';
import type { Conversations, Poster, PostOutcome } from '../messages/poster.ts';

export interface RemindDeps {
  readonly register: Pick<RequestRegister, 'channels'>;
  readonly conversations: Pick<Conversations, 'copies'>;
  readonly poster: Pick<Poster<RequestsNotice>, 'reply'>;
  readonly deciders: AskDeciders;
}

/**
 * Reminds the approvers in the thread of the card that they have, so that a channel is not filled with copies of one request.
 *
 * @returns undefined when no card is in the channel that decides requests now, or it can no longer be written below: post
 *   a new one then
 */
export async function remindBelow(
  deps: RemindDeps,
  request: Request,
  mayBeRepeat: boolean,
  signal: AbortSignal,
): Promise<PostOutcome | undefined> {
  const channels = await deps.register.channels();
  const approvals = channels.find(({ value }) => value.roles.includes('approvals'))?.value;
  const copies = await deps.conversations.copies(request.id);
  // Approvals may have moved to another channel since the card was posted.
  const card = copies.findLast(
    ({ conversationId }) => approvals !== undefined && conversationId.startsWith(approvals.id),
  );
  if (card === undefined) return undefined;
  const settled = request.approvals.map(({ by }) => by.id);
  const deciders = await deps.deciders([request.asker.id, ...settled], signal);
  const notice = { kind: 'request-waits', request, deciders, mayBeRepeat } as const;
  const outcome = await deps.poster.reply(card, notice, signal);
  return outcome.kind === 'unreachable' ? undefined : outcome;
}

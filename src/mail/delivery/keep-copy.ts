import type { Log } from '../../shared/log.ts';
import type { Conversations, PostedCopy } from '../../messages/poster.ts';

/** Keeps where a mail's card stands. It stands there: that its place could not be stored is no reason to post it again. */
export async function keepMailCopy(
  parts: { readonly conversations: Pick<Conversations, 'rememberCopy'>; readonly log: Log },
  ledgerId: string,
  copy: PostedCopy,
): Promise<void> {
  try {
    await parts.conversations.rememberCopy(ledgerId, copy);
  } catch (error) {
    parts.log.error({ err: error, entry: ledgerId }, 'where a mail was posted was not stored');
  }
}

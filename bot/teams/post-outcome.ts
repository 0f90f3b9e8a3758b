import type { PostedCopy, PostOutcome } from '../../src/messages/poster.ts';
import type { Attempted } from './attempt.ts';
import { TeamsCallFailed } from './teams-call-failed.ts';

/** Teams says no for good: the bot was removed or blocked, or what it wrote to is gone. */
const FOR_GOOD = new Set([403, 404]);
/** The same said under other status codes, as the Agents Playground does. */
const FOR_GOOD_CODES = new Set(['ConversationNotFound', 'ActivityNotFoundInConversation', 'UserNotFound']);
/** When Teams asks for patience without saying how much. */
const THROTTLED_MS = 5_000;

/** What became of a post: there, certainly not there (and whether another attempt makes sense), or nobody knows. */
export function postOutcome(tried: Attempted<PostedCopy>): PostOutcome {
  if ('done' in tried) return { kind: 'posted', copy: tried.done };
  const { error, sent } = tried;
  const reason = error instanceof Error ? error.message : 'unknown';
  if (error instanceof TeamsCallFailed) {
    const { status } = error;
    if (status === 429) return { kind: 'throttled', retryAfterMs: error.retryAfterMs ?? THROTTLED_MS };
    const forGood = FOR_GOOD_CODES.has(error.teamsCode) || (status !== undefined && FOR_GOOD.has(status));
    if (forGood) return { kind: 'unreachable', reason };
    // Other 4xx, a rejected token or a malformed card: it is certainly not there.
    if (status !== undefined && status < 500) return { kind: 'failed', reason };
  }
  return sent ? { kind: 'ambiguous', reason } : { kind: 'failed', reason };
}

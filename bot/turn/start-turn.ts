import { languageOf, textsIn } from '../../cards/index.ts';
import type { Log } from '../../src/shared/log.ts';
import type { Person } from '../../src/people/person.ts';
import type { Place } from '../../src/rights/caller.ts';
import { placeOf, tenantOf, type Incoming } from '../teams/activity.ts';
import { attempt } from '../teams/attempt.ts';
import type { Conversation } from '../teams/conversation.ts';
import { explain } from './explain.ts';
import { spokenIn } from './spoken.ts';
import { turnSignal } from './turn-signal.ts';
import type { Turn } from './turn.ts';

/**
 * The turn of a verified activity, or undefined when it names no person of the tenant (a guest from outside, another bot).
 * @param place where the answer is read, where that is not where the activity comes from
 */
export function startTurn(
  log: Log,
  conversation: Conversation,
  seen: Incoming,
  place: Place = placeOf(seen),
): Turn | undefined {
  const { aadObjectId, name } = seen.from;
  if (aadObjectId === undefined) return undefined;
  const person: Person = { id: aadObjectId, name: name ?? '', mail: '' };
  const texts = textsIn(languageOf(seen.locale));
  const signal = turnSignal(seen);
  return {
    texts,
    caller: { kind: 'person', person, place, conversationId: seen.conversation.id },
    place,
    tenantId: tenantOf(seen),
    botId: seen.recipient?.id ?? '',
    clicked:
      seen.replyToId === undefined
        ? undefined
        : { conversationId: seen.conversation.id, activityId: seen.replyToId },
    signal,
    mentioned: spokenIn(seen).mentioned,
    async memberId(mention) {
      const tried = await attempt(signal, () => conversation.memberId(seen, mention));
      if ('done' in tried) return tried.done;
      log.warn({ err: tried.error }, 'who was mentioned could not be found in the roster');
      return undefined;
    },
    async channelSeen() {
      const tried = await attempt(signal, () => conversation.channelSeen(seen));
      if ('error' in tried) throw tried.error;
      return tried.done;
    },
    explain: (error) => explain(texts, error, log),
  };
}

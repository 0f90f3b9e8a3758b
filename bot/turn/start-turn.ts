import type { TurnContext } from 'botbuilder';
import type { Log } from '../../src/shared/log.ts';
import type { Person } from '../../src/people/person.ts';
import { placeOf, type Incoming } from '../teams/activity.ts';
import { channelSeen } from '../teams/channel-seen.ts';
import { memberId } from '../teams/member-id.ts';
import { attempt } from '../teams/one-attempt.ts';
import { explain } from './explain.ts';
import { spokenIn } from './spoken.ts';
import type { Turn } from './turn.ts';

/** Longer than Teams waits: work that was begun is finished, and the person hears of it afterwards. */
const TURN_MS = 14_000;

/** The turn of a verified activity, or undefined when it names no person of the tenant (a guest from outside, another bot). */
export function startTurn(log: Log, context: TurnContext, seen: Incoming): Turn | undefined {
  const { aadObjectId, name } = seen.from;
  if (aadObjectId === undefined) return undefined;
  const person: Person = { id: aadObjectId, name: name ?? '', mail: '' };
  const place = placeOf(seen);
  const signal = AbortSignal.timeout(TURN_MS);
  return {
    caller: { kind: 'person', person, place, conversationId: seen.conversation.id },
    place,
    clicked:
      seen.replyToId === undefined
        ? undefined
        : { conversationId: seen.conversation.id, activityId: seen.replyToId },
    signal,
    mentioned: spokenIn(seen).mentioned,
    async memberId(mention) {
      const tried = await attempt(signal, () => memberId(context, seen, mention));
      if ('done' in tried) return tried.done;
      log.warn({ err: tried.error }, 'who was mentioned could not be found in the roster');
      return undefined;
    },
    async channelSeen() {
      const tried = await attempt(signal, () => channelSeen(context, seen));
      if ('error' in tried) throw tried.error;
      return tried.done;
    },
    explain: (error) => explain(error, log),
  };
}

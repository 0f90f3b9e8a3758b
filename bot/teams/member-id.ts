import { TeamsInfo, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { placeOf, type Incoming } from './activity.ts';

/** Teams calls it `objectId` in some answers and `aadObjectId` in others. */
const Member = z.object({ aadObjectId: z.string().nullish(), objectId: z.string().nullish() });

/** What Teams says of somebody who is mentioned. */
export interface MentionedPerson {
  /** Id in Teams, which the roster knows; undefined where Teams did not say whom it means. */
  readonly teamsId: string | undefined;
  /** Entra object id, where Teams says it at once. */
  readonly personId: string | undefined;
}

/**
 * The Entra object id of somebody who was mentioned. The mention names an id of Teams alone, so that the roster is asked, once, and
 * only where somebody is to get something: roster calls are throttled. Undefined in a chat, which has no roster but its two.
 */
export async function memberId(
  context: TurnContext,
  seen: Incoming,
  { personId, teamsId }: MentionedPerson,
): Promise<string | undefined> {
  if (personId !== undefined) return personId;
  if (teamsId === undefined || placeOf(seen).kind !== 'channel') return undefined;
  const { aadObjectId, objectId } = Member.parse(await TeamsInfo.getMember(context, teamsId));
  return aadObjectId ?? objectId ?? undefined;
}

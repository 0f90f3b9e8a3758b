import { LRUCache } from 'lru-cache';
import { languageOf, noteCard, textsIn } from '../cards/index.ts';
import { greeting, waitingFor } from './commands/help.ts';
import { COMMANDS } from './commands/commands.ts';
import { placeOf, type Incoming } from './teams/activity.ts';
import type { Conversation } from './teams/conversation.ts';
import type { Uses } from './turn/bot-deps.ts';
import type { Say } from './turn/say.ts';

/** The same installation is told of more than once, by re-delivery or by a page load. */
const MOST_GREETED = 10_000;
const DIRECTORY_MS = 5_000;

/** Greets whoever added Rootdesk, or the team that it was added to, with the next step; once until it is removed. */
export function createGreet(
  deps: Uses<'channels' | 'directory' | 'rights' | 'log'>,
  say: Say,
): (conversation: Conversation, seen: Incoming) => Promise<void> {
  /** Conversations, with the team of each. */
  const greeted = new LRUCache<string, { readonly teamId: string | undefined }>({ max: MOST_GREETED });

  function forget({ conversation, channelData }: Incoming): void {
    greeted.delete(conversation.id);
    const teamId = channelData?.team?.id;
    if (teamId === undefined) return;
    // Teams may tell of the removal in another channel of the team.
    for (const [id, place] of greeted) if (place.teamId === teamId) greeted.delete(id);
  }

  return async (conversation, seen) => {
    if (seen.action === 'remove') forget(seen);
    if (seen.action !== 'add' || greeted.has(seen.conversation.id)) return;
    greeted.set(seen.conversation.id, { teamId: seen.channelData?.team?.id });
    const place = placeOf(seen);
    const texts = textsIn(languageOf(seen.locale));
    switch (place.kind) {
      case 'group':
        await say(
          conversation,
          seen,
          noteCard(texts, texts.answers.ownChat, texts.answers.ownChatGroup, [
            { kind: 'chat', botId: seen.recipient?.id ?? '', message: 'help' },
          ]),
        );
        return;
      case 'personal': {
        const waiting = await waitingFor(deps, place, seen.from.aadObjectId ?? '');
        await say(conversation, seen, greeting({ texts, place }, COMMANDS, { waiting }));
        return;
      }
      case 'channel':
        // A linked channel knows Rootdesk already; the Playground tells of an installation at every page load.
        if (((await deps.channels.channel(place.channelId))?.roles.length ?? 0) > 0) return;
        await say(
          conversation,
          seen,
          greeting({ texts, place }, COMMANDS, { addedBy: await whoAdded(deps, seen) }),
        );
    }
  };
}

/** Teams gives the id and often no name; a greeting without a name is one all the same. */
async function whoAdded(
  { directory, log }: Uses<'directory' | 'log'>,
  { from }: Incoming,
): Promise<string | undefined> {
  if (from.name !== undefined && from.name !== '') return from.name;
  if (from.aadObjectId === undefined) return undefined;
  try {
    const person = await directory.person(from.aadObjectId, AbortSignal.timeout(DIRECTORY_MS));
    return person?.name;
  } catch (error) {
    log.warn({ err: error }, 'the directory did not say who added Rootdesk');
    return undefined;
  }
}

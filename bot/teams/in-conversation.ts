import type { ConversationReference } from 'botbuilder';
import { isInChat } from '../../src/messages/poster.ts';
import type { TeamsAdapter } from './adapter.ts';
import { conversationOf, type Conversation } from './conversation.ts';

/** Goes on with a conversation that was not opened by an activity just now. */
export async function inConversation(
  teams: TeamsAdapter,
  where: { readonly serviceUrl: string; readonly conversationId: string },
  work: (conversation: Conversation) => Promise<void>,
): Promise<void> {
  const isGroup = !isInChat(where);
  // Sent along with every message; the Agents Playground refuses a type that it does not know.
  const conversationType = isGroup ? 'channel' : 'personal';
  const reference: Partial<ConversationReference> = {
    channelId: 'msteams',
    serviceUrl: where.serviceUrl,
    conversation: { id: where.conversationId, isGroup, conversationType, name: '' },
    bot: { id: botId(teams), name: '' },
  };
  await teams.adapter.continueConversationAsync(teams.appId, reference, async (context) => {
    // botbuilder makes up an activity id here, and would send as a reply to a message that does not exist.
    delete context.activity.id;
    await work(conversationOf(context));
  });
}

/** Teams names bots by their application id with this prefix. */
export function botId(teams: TeamsAdapter): string {
  return `28:${teams.appId}`;
}

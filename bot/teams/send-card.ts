import type { ConversationParameters } from 'botbuilder';
import type { Drawn } from '../../cards/index.ts';
import type { PostedCopy } from '../../src/messages/poster.ts';
import type { TeamsAdapter } from './adapter.ts';
import type { Address } from './address.ts';
import { botId, inConversation } from './in-conversation.ts';
import { completeMessageOf } from './message-of.ts';
import { TeamsCallFailed } from './teams-call-failed.ts';

/** Posts a card once: into a chat, which is opened first where there is none, or as a new thread of a channel. @throws {TeamsCallFailed} */
export async function sendCard(teams: TeamsAdapter, address: Address, drawn: Drawn): Promise<PostedCopy> {
  const { serviceUrl, language } = address;
  if (address.kind === 'channel') return { ...(await startThread(teams, address, drawn)), language };
  // Teams gives the same chat however often it is asked to create it; only the message itself must not go twice.
  const conversationId =
    address.kind === 'chat' ? address.conversationId : await beforeSending(createChat(teams, address));
  let activityId = '';
  await inConversation(teams, { serviceUrl, conversationId }, async (conversation) => {
    activityId = (await conversation.send(drawn)) ?? '';
  });
  return { serviceUrl, conversationId, activityId, language };
}

async function startThread(
  teams: TeamsAdapter,
  { channelId, serviceUrl }: { readonly channelId: string; readonly serviceUrl: string },
  drawn: Drawn,
): Promise<Omit<PostedCopy, 'language'>> {
  const conversationId = await createConversation(teams, serviceUrl, {
    isGroup: true,
    channelData: { channel: { id: channelId } },
    activity: completeMessageOf(drawn),
  });
  // `19:…@thread.tacv2;messageid=N`: N is the id of the message that starts the thread.
  const activityId = /;messageid=([^;]+)/.exec(conversationId)?.[1] ?? '';
  return { serviceUrl, conversationId, activityId };
}

function createChat(
  teams: TeamsAdapter,
  address: { readonly personId: string; readonly tenantId: string; readonly serviceUrl: string },
): Promise<string> {
  const { personId, tenantId, serviceUrl } = address;
  return createConversation(teams, serviceUrl, {
    isGroup: false,
    members: [{ id: personId, name: '' }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  });
}

/** @returns its id */
async function createConversation(
  teams: TeamsAdapter,
  serviceUrl: string,
  conversation: Omit<ConversationParameters, 'bot'>,
): Promise<string> {
  const connector = await teams.connector(serviceUrl);
  const bot = { id: botId(teams), name: '' };
  return (await connector.conversations.createConversation({ ...conversation, bot })).id;
}

/** Whatever became of a step before the message, the message itself is certainly not there. */
async function beforeSending<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw error instanceof TeamsCallFailed ? error.beforeSending() : error;
  }
}

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
  address: { readonly channelId: string; readonly serviceUrl: string },
  drawn: Drawn,
): Promise<PostedCopy> {
  const { channelId, serviceUrl } = address;
  let conversationId = '';
  await teams.adapter.createConversationAsync(
    teams.appId,
    'msteams',
    serviceUrl,
    teams.audience,
    {
      isGroup: true,
      bot: { id: botId(teams), name: '' },
      channelData: { channel: { id: channelId } },
      activity: completeMessageOf(drawn),
    },
    async (context) => {
      conversationId = context.activity.conversation.id;
    },
  );
  // `19:…@thread.tacv2;messageid=N`: N is the id of the message that starts the thread.
  const activityId = /;messageid=([^;]+)/.exec(conversationId)?.[1] ?? '';
  return { serviceUrl, conversationId, activityId };
}

async function createChat(
  teams: TeamsAdapter,
  address: { readonly personId: string; readonly tenantId: string; readonly serviceUrl: string },
): Promise<string> {
  let conversationId = '';
  await teams.adapter.createConversationAsync(
    teams.appId,
    'msteams',
    address.serviceUrl,
    teams.audience,
    {
      isGroup: false,
      bot: { id: botId(teams), name: '' },
      members: [{ id: address.personId, name: '' }],
      tenantId: address.tenantId,
      channelData: { tenant: { id: address.tenantId } },
    },
    async (context) => {
      conversationId = context.activity.conversation.id;
    },
  );
  return conversationId;
}

/** Whatever became of a step before the message, the message itself is certainly not there. */
async function beforeSending<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw error instanceof TeamsCallFailed ? error.beforeSending() : error;
  }
}

import type { LinkedChannel } from '../src/channels/channel.ts';
import { exactly, type CardText } from './text.ts';

const LINK_MOST = 800;
/** Messages of Teams are named by the millisecond in which they were written. */
const THREAD = /^(?<channelId>19:[^;]+);messageid=(?<messageId>\d+)$/;

/**
 * Opens a thread of a channel (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams).
 * Empty for a chat, which nobody else can open.
 */
export function threadLink(
  conversationId: string,
  { id, groupId }: Pick<LinkedChannel, 'id' | 'groupId'>,
  tenantId: string,
): CardText {
  const { channelId, messageId } = THREAD.exec(conversationId)?.groups ?? {};
  if (channelId === undefined || messageId === undefined || channelId !== id) return exactly('');
  const query = new URLSearchParams({ tenantId, parentMessageId: messageId });
  if (groupId !== undefined) query.set('groupId', groupId);
  const path = `${encodeURIComponent(channelId)}/${messageId}`;
  return exactly(`https://teams.microsoft.com/l/message/${path}?${query.toString()}`, LINK_MOST);
}

/** Opens a channel. */
export function channelLink(
  { id, groupId, name }: Pick<LinkedChannel, 'id' | 'groupId' | 'name'>,
  tenantId: string,
): CardText {
  const query = new URLSearchParams({ tenantId, ...(groupId !== undefined && { groupId }) });
  const path = `${encodeURIComponent(id)}/${encodeURIComponent(name)}`;
  return exactly(`https://teams.microsoft.com/l/channel/${path}?${query.toString()}`, LINK_MOST);
}

/**
 * Opens the reader's own chat with the bot.
 * @param message is in it, ready to be sent
 */
export function chatLink(botId: string, message = ''): CardText {
  const query = new URLSearchParams({ users: botId });
  if (message !== '') query.set('message', message);
  return exactly(`https://teams.microsoft.com/l/chat/0/0?${query.toString()}`, LINK_MOST);
}

/** Opens the app in Teams, for whoever has not added it yet. */
export function appLink(appId: string): CardText {
  return exactly(`https://teams.microsoft.com/l/app/${encodeURIComponent(appId)}`, LINK_MOST);
}

/** The channel of a thread, or the chat: a channel's threads share its limits. */
export function placeOfConversation(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}

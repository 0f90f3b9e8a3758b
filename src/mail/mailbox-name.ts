/**
 * How stored ids and keys name a central mailbox: the first one that an installation had by nothing at all, as rows from before there
 * could be several do, each further one by its address.
 */
export type MailboxName = string;
export const FIRST_MAILBOX: MailboxName = '';

/** A central mailbox as the configuration and the table name it. */
export interface MailboxPlace {
  readonly name: MailboxName;
  readonly address: string;
}

/** The id of a message among those of all central mailboxes. Nobody promises that the ids of two mailboxes differ. */
export function idIn(mailbox: MailboxName, id: string): string {
  return mailbox === FIRST_MAILBOX ? id : `${mailbox}/${id}`;
}

/** The mailbox that such an id names, and the id of the message there. Graph's ids have no at sign, addresses of mailboxes no slash. */
export function placeOfMessage(messageId: string): { readonly mailbox: MailboxName; readonly id: string } {
  const [, mailbox, id] = /^([^/@]+@[^/@]+)\/(.+)$/s.exec(messageId) ?? [];
  return mailbox === undefined || id === undefined
    ? { mailbox: FIRST_MAILBOX, id: messageId }
    : { mailbox, id };
}

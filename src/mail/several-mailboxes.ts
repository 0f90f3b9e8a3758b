import { MailboxUnavailable, type ChangePage, type Mailbox, type MailboxListing } from './mailbox.ts';
import { FIRST_MAILBOX, idIn, placeOfMessage, type MailboxName } from './mailbox-name.ts';

type Reading = Pick<Mailbox, 'message' | 'mime'>;

/** A mailbox with ids that tell its messages from those of the others. */
export function withIdsOf(name: MailboxName, mailbox: Mailbox & MailboxListing): Mailbox & MailboxListing {
  if (name === FIRST_MAILBOX) return mailbox;
  const ownId = (messageId: string): string => placeOfMessage(messageId).id;
  return {
    changes: async (...asked) => pageIn(name, await mailbox.changes(...asked)),
    received: async (...asked) => pageIn(name, await mailbox.received(...asked)),
    async message(messageId, signal) {
      const stored = await mailbox.message(ownId(messageId), signal);
      return stored && { ...stored, id: messageId };
    },
    mime: (messageId, signal) => mailbox.mime(ownId(messageId), signal),
  };
}

function pageIn(name: MailboxName, page: ChangePage): ChangePage {
  const { messageIds, listed, removedIds } = page;
  const named = (id: string): string => idIn(name, id);
  return {
    ...page,
    messageIds: messageIds.map(named),
    ...(listed !== undefined && { listed: new Map([...listed].map(([id, told]) => [named(id), told])) }),
    ...(removedIds !== undefined && { removedIds: removedIds.map(named) }),
  };
}

/** Reads each message in the mailbox in which it lies. */
export function readingFrom(mailboxes: ReadonlyMap<MailboxName, Reading>): Reading {
  const holderOf = (messageId: string): Reading => {
    const { mailbox: name } = placeOfMessage(messageId);
    const holder = mailboxes.get(name);
    if (holder !== undefined) return holder;
    // Not "gone": whoever takes a mailbox out of the setting may put it in again.
    throw new MailboxUnavailable(
      `The mail lies in ${name === FIRST_MAILBOX ? 'the central mailbox that Rootdesk had first' : name}, which Rootdesk no longer reads.`,
      'An administrator should put that mailbox back into CENTRAL_MAILBOX, or look the mail up there.',
    );
  };
  return {
    message: async (messageId, signal) => holderOf(messageId).message(messageId, signal),
    mime: async (messageId, signal) => holderOf(messageId).mime(messageId, signal),
  };
}

import type { KeptMailbox } from '../azure/kept-mailboxes.ts';
import { createGraphClient, type GraphClientOptions } from '../graph/graph-client.ts';
import { createGraphMailbox } from '../graph/graph-mailbox.ts';
import { createGraphSubscriptions } from '../graph/graph-subscriptions.ts';
import type { Mailbox, MailboxListing } from '../mail/mailbox.ts';
import { readingFrom, withIdsOf } from '../mail/several-mailboxes.ts';
import type { Subscriptions } from '../mail/subscriptions/subscriptions.ts';

/** A central mailbox with all that belongs to it. */
export interface CentralMailbox extends KeptMailbox {
  readonly mailbox: Mailbox & MailboxListing;
  readonly notifying: Subscriptions;
}

export interface CentralMailboxes {
  readonly all: readonly CentralMailbox[];
  /** Reads a message wherever it lies. */
  readonly reading: Pick<Mailbox, 'message' | 'mime'>;
}

/** Each mailbox has a client of its own, because Graph's limit of four requests at once is one for an application and mailbox. */
export function createMailboxes(kept: readonly KeptMailbox[], graph: GraphClientOptions): CentralMailboxes {
  const notifying = createGraphClient(graph);
  const all = kept.map((each) => ({
    ...each,
    mailbox: withIdsOf(
      each.name,
      createGraphMailbox({ client: createGraphClient(graph), mailbox: each.address }),
    ),
    notifying: createGraphSubscriptions({ client: notifying, mailbox: each.address }),
  }));
  return { all, reading: readingFrom(new Map(all.map(({ name, mailbox }) => [name, mailbox]))) };
}

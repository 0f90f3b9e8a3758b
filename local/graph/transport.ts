import { isJunk, isStamped, stamp, type Verdict } from './exchange.ts';
import type { MailStore, StandFolder, StandStores } from './mail-store.ts';
import type { AddressBook } from './mailboxes.ts';

interface DeliverOptions {
  /** What Exchange says of the From domain; `pass` where left out. */
  readonly verdict?: Verdict;
  /** Where the mail lands; where left out, by its spam verdict. */
  readonly folder?: StandFolder;
}

/** Mail flow of the given scheme: whatever reaches an alias ends in the central mailbox. */
export interface Transport {
  /** Whether mail to the address is taken in at all; anything else would be relaying. */
  readonly accepts: (address: string) => boolean;
  /**
   * A mail from outside: through the root mailbox that carries the alias, or by the catch-all where none does, into the
   * central mailbox, stamped by Exchange. One mail in each central mailbox, however many of the recipients are here.
   * @throws {Error} when no recipient is of this company
   */
  readonly deliver: (
    mime: Uint8Array,
    recipients: readonly string[],
    options?: DeliverOptions,
  ) => Promise<void>;
  /** A mail as some mailbox stored it, such as the samples: its stamps stay as they are. */
  readonly deliverStored: (mime: Uint8Array, options?: Pick<DeliverOptions, 'folder'>) => Promise<void>;
  /** For the SMTP intake: a sample that carries Exchange's stamps goes in as stored, anything else as mail from outside. */
  readonly take: (mime: Uint8Array, recipients: readonly string[]) => Promise<void>;
}

export function createTransport(stores: StandStores, book: AddressBook): Transport {
  const everyStore = (recipients: readonly string[]): ReadonlySet<MailStore> =>
    new Set(recipients.filter(book.accepts).map((recipient) => stores.of(book.centralFor(recipient))));

  function checkRecipients(recipients: readonly string[]): void {
    if (!recipients.some((recipient) => book.accepts(recipient))) {
      throw new Error('None of the recipients has an address of this company.');
    }
  }

  const transport: Transport = {
    accepts: (address) => book.accepts(address),
    async deliver(mime, recipients, options = {}) {
      checkRecipients(recipients);
      // A forward inside Exchange is a matter of the envelope: To stays, and nothing in the mail tells of the root mailbox.
      const receivedAt = new Date();
      const stamped = stamp(mime, options.verdict ?? 'pass', receivedAt);
      for (const store of everyStore(recipients)) {
        await store.add(stamped, options.folder ?? folderOf(stamped), receivedAt);
      }
    },
    async deliverStored(mime, options = {}) {
      await stores.first.add(mime, options.folder ?? folderOf(mime), new Date());
    },
    async take(mime, recipients) {
      checkRecipients(recipients);
      await (isStamped(mime) ? transport.deliverStored(mime) : transport.deliver(mime, recipients));
    },
  };
  return transport;
}

function folderOf(mime: Uint8Array): StandFolder {
  return isJunk(mime) ? 'junkemail' : 'inbox';
}

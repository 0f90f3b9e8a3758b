import { isJunk, isStamped, nonDelivery, stamp, stampWithin, type Verdict } from './exchange.ts';
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
  /** A mail that a mailbox of the company sends to one address of it. */
  readonly submit: (mime: Uint8Array, sender: string, to: string) => Promise<void>;
  /** For the SMTP intake: a sample that carries Exchange's stamps goes in as stored, anything else as mail from outside. */
  readonly take: (mime: Uint8Array, recipients: readonly string[]) => Promise<void>;
}

/** What somebody did to the mailboxes in Exchange, while they do not know it themselves. */
export interface Upsets {
  /**
   * Of a root mailbox: it keeps its mail and forwards none. Of a central mailbox: it takes none. Of an alias: no mailbox has it any more; mail to it is lost, and within
   * the company goes back to its sender.
   */
  stop(address: string): void;
  /** All as it was. */
  repair(address: string): void;
}

export function createTransport(
  stores: StandStores,
  book: AddressBook,
): Transport & { readonly upsets: Upsets } {
  const stopped = new Set<string>();
  const isStopped = (address: string): boolean => stopped.has(address.toLowerCase());
  /** Whether what is sent to an address ends in the central mailbox. */
  const arrives = (address: string): boolean =>
    book.accepts(address) &&
    ![address, book.resolve(address)?.address ?? '', book.centralFor(address)].some(isStopped);
  const everyStore = (recipients: readonly string[]): ReadonlySet<MailStore> =>
    new Set(recipients.filter(arrives).map((recipient) => stores.of(book.centralFor(recipient))));

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
    async submit(mime, sender, to) {
      checkRecipients([to]);
      const at = new Date();
      const isKnown = book.resolve(to) !== undefined && !isStopped(to);
      if (!isKnown) await stores.of(sender).add(nonDelivery(mime, to, sender, at), 'inbox', at);
      else if (arrives(to)) await stores.of(book.centralFor(to)).add(stampWithin(mime, at), 'inbox', at);
    },
    async take(mime, recipients) {
      checkRecipients(recipients);
      if (!recipients.some(arrives)) return;
      await (isStamped(mime) ? transport.deliverStored(mime) : transport.deliver(mime, recipients));
    },
  };
  const upsets: Upsets = {
    stop: (address) => void stopped.add(address.toLowerCase()),
    repair: (address) => void stopped.delete(address.toLowerCase()),
  };
  return { ...transport, upsets };
}

function folderOf(mime: Uint8Array): StandFolder {
  return isJunk(mime) ? 'junkemail' : 'inbox';
}

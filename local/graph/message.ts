import type { Message, Recipient } from '@microsoft/microsoft-graph-types';
import PostalMime, { addressParser, type Address, type Email } from 'postal-mime';
import { firstValue, nameOf, putTogether, takeApart, valueOf, type RawMail } from './headers.ts';
import { folderId } from './ids.ts';
import type { StoredMail } from './mail-store.ts';
import type { AddressBook } from './mailboxes.ts';

/** Graph leaves these out of a message unless they are named. */
const ONLY_ON_REQUEST = new Set(['internetMessageHeaders', 'singleValueExtendedProperties']);
/** Reports have it that `internetMessageHeaders` lacks them; the raw block of `String 0x007D` has them. */
const LEFT_OUT_OF_HEADERS = new Set(['to', 'cc', 'bcc']);

/** A message as Graph would show it, with everything that can be asked for. */
export async function toGraphMessage(
  id: string,
  stored: StoredMail,
  mime: Uint8Array,
  book: AddressBook,
): Promise<Message> {
  const raw = takeApart(mime);
  const email = await readMime(mime);
  return {
    id,
    createdDateTime: stored.receivedAt,
    receivedDateTime: stored.receivedAt,
    hasAttachments: (email?.attachments.length ?? 0) > 0,
    internetMessageId: firstValue(raw, 'message-id') ?? `<${stored.key}@stand.invalid>`,
    subject: email?.subject ?? firstValue(raw, 'subject') ?? '',
    isRead: stored.isRead,
    isDraft: stored.folder === 'drafts',
    parentFolderId: folderId(stored.folder ?? 'inbox'),
    ...(email?.from && { from: recipientOf(email.from, undefined) }),
    toRecipients: recipients(email?.to, book),
    ccRecipients: recipients(email?.cc, book),
    bccRecipients: [],
    body: {
      contentType: email?.html === undefined ? 'text' : 'html',
      content: email?.html ?? email?.text ?? raw.body.toString('utf8'),
    },
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    internetMessageHeaders: raw.fields
      .filter((field) => nameOf(field) !== '' && !LEFT_OUT_OF_HEADERS.has(nameOf(field)))
      .map((field) => ({ name: field.slice(0, field.indexOf(':')).trim(), value: valueOf(field) })),
    singleValueExtendedProperties: [{ id: 'String 0x7d', value: headerBlock(raw) }],
  };
}

/** What is left of a message after `$select`; `expanded` tells whether the extended property was asked for. */
export function select(
  message: Message,
  selected: readonly string[] | undefined,
  expanded: boolean,
): Message {
  const kept = Object.entries(message).filter(([name]) => {
    if (name === 'singleValueExtendedProperties') return expanded;
    if (name === 'id') return true;
    return selected === undefined ? !ONLY_ON_REQUEST.has(name) : selected.includes(name);
  });
  return Object.fromEntries(kept);
}

/** MIME as Exchange rebuilds it from what it stores: To and Cc name the mailboxes that the aliases resolved to. */
export function rebuild(mime: Uint8Array, book: AddressBook): Buffer {
  const raw = takeApart(mime);
  const fields = raw.fields.map((field) => {
    const name = nameOf(field);
    if (name !== 'to' && name !== 'cc') return field;
    const addresses = recipients(addressParser(valueOf(field)), book).map(
      ({ emailAddress }) => emailAddress?.address,
    );
    return `${name === 'to' ? 'To' : 'Cc'}: ${addresses.join(', ')}`;
  });
  return putTogether({ fields, body: raw.body });
}

async function readMime(mime: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(mime);
  } catch {
    // Exchange delivers what cannot be parsed, with the text as it came.
    return undefined;
  }
}

/** Each mailbox once: two aliases of one root mailbox become one recipient. */
function recipients(addresses: readonly Address[] = [], book: AddressBook): Recipient[] {
  const found = addresses.flatMap((entry) => entry.group ?? [entry]).map((entry) => recipientOf(entry, book));
  return [...new Map(found.map((recipient) => [recipient.emailAddress?.address, recipient])).values()];
}

function recipientOf({ name, address = '' }: Address, book: AddressBook | undefined): Recipient {
  return { emailAddress: book?.resolve(address) ?? { name: name === '' ? address : name, address } };
}

function headerBlock(raw: RawMail): string {
  return Buffer.from(raw.fields.map((field) => `${field}\r\n`).join(''), 'latin1').toString('utf8');
}

import { decodeHeader, headerValues, parseAddresses, parseHeaders } from './headers.ts';
import type { HeaderLine, StoredMessage } from '../mailbox.ts';
import { mimeParts, splitMessage } from './mime.ts';
import { openParts } from './open-part.ts';
import type { Mail, MailPart } from '../understanding.ts';

/**
 * A mail from a file, or Exchange's stored message as MIME; its own header block stands for the transport headers.
 *
 * Never rejects: `readable` is false when there is nothing in it that looks like a mail.
 */
export async function mailFromEml(bytes: Uint8Array): Promise<Mail> {
  const { headers: block } = splitMessage(bytes);
  const headers = parseHeaders(block);
  const taken = openParts(mimeParts(bytes));
  const recipients = ['To', 'Cc', 'Bcc'].flatMap((name) => addressesOf(headers, name));
  return {
    subject: decodeHeader(headerValues(headers, 'Subject')[0] ?? ''),
    from: headerValues(headers, 'From').flatMap(parseAddresses)[0],
    receivedAt: receivedAt(headers),
    transportHeaders: headers,
    internetHeaders: [],
    recipients,
    parts: taken.parts,
    readable: headers.length > 0 && taken.complete,
    sealed: taken.sealed,
  };
}

/**
 * A mail as Graph hands it out, with its MIME where it has attachments or nested messages.
 *
 * Never rejects. Subject, sender and headers come from the stored message: Exchange rebuilds the MIME, and its To may
 * no longer be the one that was written.
 */
export async function mailFromStored(stored: StoredMessage, mime?: Uint8Array): Promise<Mail> {
  const body: MailPart = { kind: stored.body.type, content: stored.body.content, depth: 0 };
  const rebuilt = mime === undefined ? undefined : openParts(mimeParts(mime));
  return {
    subject: stored.subject,
    from: stored.from,
    receivedAt: stored.receivedAt,
    transportHeaders: stored.transportHeaders === undefined ? [] : parseHeaders(stored.transportHeaders),
    internetHeaders: stored.internetHeaders,
    recipients: [...stored.to, ...stored.cc, ...stored.bcc].map(({ address }) => address),
    parts: [body, ...(rebuilt?.parts ?? [])],
    // Without its MIME nobody has looked into the attachments: a code in one of them would go unseen.
    readable: rebuilt === undefined ? !stored.hasAttachments : rebuilt.complete,
    sealed: rebuilt?.sealed === true,
  };
}

function addressesOf(headers: readonly HeaderLine[], name: string): readonly string[] {
  return headerValues(headers, name).flatMap((value) => parseAddresses(value).map(({ address }) => address));
}

function receivedAt(headers: readonly HeaderLine[]): Date | undefined {
  const trace = headerValues(headers, 'Received')[0];
  const stamp = trace?.slice(trace.lastIndexOf(';') + 1) ?? headerValues(headers, 'Date')[0] ?? '';
  const date = new Date(stamp.trim());
  return Number.isNaN(date.getTime()) ? undefined : date;
}

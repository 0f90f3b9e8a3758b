import { addressesOf, sendersOf } from './addresses.ts';
import { decodeHeader, headerValues, parseHeaders } from './headers.ts';
import type { HeaderLine, StoredMessage } from '../mailbox.ts';
import { mimeParts, splitMessage } from './mime.ts';
import { openParts, type OpenedDeps } from './open-part.ts';
import type { Mail, MailPart } from '../analysis.ts';

/**
 * A mail from a file, or Exchange's stored message as MIME; its own header block stands for the transport headers.
 *
 * Never rejects: `readable` is false when there is nothing in it that looks like a mail.
 */
export async function mailFromEml(bytes: Uint8Array): Promise<Mail> {
  const { headers: block } = splitMessage(bytes);
  const headers = parseHeaders(block);
  const taken = openParts(mimeParts(bytes));
  const searched = withinLimit(taken.parts);
  const senders = sendersOf(headers, undefined);
  const recipients = ['To', 'Cc', 'Bcc'].flatMap((name) => addressesOf(headers, name));
  return {
    subject: decodeHeader(headerValues(headers, 'Subject')[0] ?? ''),
    from: senders[0],
    senders,
    receivedAt: receivedAt(headers),
    transportHeaders: headers,
    internetHeaders: [],
    recipients,
    parts: searched.parts,
    readable: headers.length > 0 && taken.complete && searched.complete,
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
  // Without its MIME nobody has looked into the attachments: a code in one of them would go unseen.
  const complete = rebuilt === undefined ? !stored.hasAttachments : rebuilt.complete;
  const { parts, complete: whole } = withinLimit([body, ...(rebuilt?.parts ?? [])]);
  const transportHeaders = stored.transportHeaders === undefined ? [] : parseHeaders(stored.transportHeaders);
  const headers = transportHeaders.length > 0 ? transportHeaders : stored.internetHeaders;
  const senders = sendersOf(headers, stored.from);
  return {
    subject: stored.subject,
    // Exchange shows nobody where it could not read the line.
    from: stored.from ?? senders[0],
    senders,
    receivedAt: stored.receivedAt,
    transportHeaders,
    internetHeaders: stored.internetHeaders,
    recipients: [...stored.to, ...stored.cc, ...stored.bcc].map(({ address }) => address),
    parts,
    readable: complete && whole,
    sealed: rebuilt?.sealed === true,
  };
}

/**
 * Most characters of one mail that are searched, those of its attached files included. Text is searched in one go: with more of
 * it people's clicks would go unanswered meanwhile, and memory might not suffice.
 */
const TEXT_MOST = 6_000_000;

function withinLimit(parts: readonly MailPart[]): Omit<OpenedDeps, 'sealed'> {
  let left = TEXT_MOST;
  const kept: MailPart[] = [];
  for (const part of parts) {
    kept.push({ ...part, content: part.content.slice(0, Math.max(0, left)) });
    left -= part.content.length;
  }
  return { parts: kept, complete: left >= 0 };
}

function receivedAt(headers: readonly HeaderLine[]): Date | undefined {
  const trace = headerValues(headers, 'Received')[0];
  const stamp = trace?.slice(trace.lastIndexOf(';') + 1) ?? headerValues(headers, 'Date')[0] ?? '';
  const date = new Date(stamp.trim());
  return Number.isNaN(date.getTime()) ? undefined : date;
}

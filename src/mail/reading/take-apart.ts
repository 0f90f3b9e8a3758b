import { decodeHeader, headerValues, parseAddresses, parseHeaders } from './headers.ts';
import type { HeaderLine, StoredMessage } from '../mailbox.ts';
import { decodeText, mimeParts, splitMessage, type MimePart } from './mime.ts';
import type { Mail, MailPart } from '../understanding.ts';

/** Attached files that are text in disguise or openly: all of them are searched, none is shown. */
const TEXT_FILE = /\.(?:txt|html?|xhtml|eml|ics|csv|json|xml|md|log|rtf|svg|mht|mhtml|vcf)$/i;
const TEXT_TYPE = /^(?:text\/|message\/|application\/(?:json|xml|xhtml\+xml|rtf|ics)|image\/svg)/;
/** An unnamed binary is searched up to this size when it looks like text. */
const MAX_UNKNOWN_BYTES = 1_000_000;

/**
 * A mail from a file, or Exchange's stored message as MIME; its own header block stands for the transport headers.
 *
 * Never rejects: `readable` is false when there is nothing in it that looks like a mail.
 */
export async function mailFromEml(bytes: Uint8Array): Promise<Mail> {
  const { headers: block } = splitMessage(bytes);
  const headers = parseHeaders(block);
  const taken = partsOf(bytes);
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
  const rebuilt = mime === undefined ? undefined : partsOf(mime);
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

function partsOf(bytes: Uint8Array): { readonly parts: readonly MailPart[]; readonly complete: boolean } {
  const { parts, complete } = mimeParts(bytes);
  return { parts: parts.flatMap(toMailPart), complete };
}

function toMailPart(part: MimePart): readonly MailPart[] {
  if (!isText(part)) return [];
  const decoded = decodeText(part.bytes, part.charset);
  const content = part.opened ? interestingHeaders(parseHeaders(decoded)) : decoded;
  const html = part.type === 'text/html' || /\.x?html?$/i.test(part.filename ?? '');
  const shown = part.messageDepth === 0 && !part.attached && (html || part.type === 'text/plain');
  const kind = shown ? (html ? 'html' : 'text') : 'attachment';
  return [{ kind, content, depth: part.messageDepth }];
}

/** What a reader sees above a nested message. */
function interestingHeaders(headers: readonly HeaderLine[]): string {
  return ['From', 'To', 'Subject']
    .flatMap((name) => headerValues(headers, name).map((value) => `${name}: ${decodeHeader(value)}\n`))
    .join('');
}

function isText(part: MimePart): boolean {
  if (TEXT_TYPE.test(part.type) || TEXT_FILE.test(part.filename ?? '')) return true;
  if (part.type.startsWith('multipart/')) return true;
  const unknown = part.type === 'application/octet-stream' && part.bytes.length <= MAX_UNKNOWN_BYTES;
  return unknown && !part.bytes.subarray(0, 1_000).includes(0);
}

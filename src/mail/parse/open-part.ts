import { decodeText, isUnknownCharset } from './charset.ts';
import { decodeHeader, headerValues, parseHeaders } from './headers.ts';
import type { MimePart, MimeParts } from './mime.ts';
import type { MailPart } from '../analysis.ts';

/** The texts in the parts of a mail, those of its attached files too. */
export interface OpenedDeps {
  readonly parts: readonly MailPart[];
  /** False where the mail is divided farther than the limits allow. */
  readonly complete: boolean;
  /**
   * A file is among them that is no text: an archive, a document, a picture to look at. None is ever shown in a channel, and
   * none is looked into; the mail's own text is not shown either then.
   */
  readonly sealed: boolean;
}

const TEXT_FILE = /\.(?:txt|html?|xhtml|eml|ics|csv|tsv|md|log|url)$/i;
const TEXT_TYPE = /^(?:text\/(?!rtf|xml)|message\/|multipart\/|application\/(?:xhtml\+xml|ics)$)/;
const PICTURE = /^(?:image|audio|video|font)\//;
/** A signature beside the mail: nothing to read in it. */
const SIGNATURE = /^application\/(?:x-)?(?:pkcs7|pgp)-signature$/;

/** Reads every part that is text. Never throws. */
export function openParts({ parts, complete }: Readonly<MimeParts>): OpenedDeps {
  return { parts: parts.flatMap(openPart), complete, sealed: parts.some(isSealed) };
}

function openPart(part: MimePart): readonly MailPart[] {
  const depth = part.messageDepth;
  const text = isText(part) ? decodeText(part.bytes, part.charset) : undefined;
  if (part.opened) return [{ kind: 'attachment', content: interestingHeaders(text ?? ''), depth }];
  const name = part.filename ?? '';
  const html = part.type === 'text/html' || /\.x?html?$/i.test(name);
  const shown = depth === 0 && !part.attached && (html || part.type === 'text/plain');
  const kind = shown ? (html ? 'html' : 'text') : 'attachment';
  return [
    ...(text === undefined ? [] : [{ kind, content: unfolded(text), depth } as const]),
    ...(name === '' ? [] : [{ kind: 'attachment', content: name, depth } as const]),
  ];
}

function interestingHeaders(block: string): string {
  const headers = parseHeaders(block);
  return ['From', 'To', 'Subject']
    .flatMap((name) => headerValues(headers, name).map((value) => `${name}: ${decodeHeader(value)}\n`))
    .join('');
}

/** Calendar entries and cards fold long lines and escape breaks (RFC 5545, 3.1 and 3.3.11; RFC 6350), in the middle of links. */
function unfolded(text: string): string {
  if (!/^\s{0,9}BEGIN:V/i.test(text.slice(0, 100))) return text;
  return text
    .replace(/\r?\n[ \t]/g, '')
    .replace(/\\n/gi, '\n')
    .replace(/\\([,;\\])/g, '$1');
}

function isSealed(part: MimePart): boolean {
  if (part.opened || part.bytes.length === 0 || SIGNATURE.test(part.type) || isLooks(part)) return false;
  // What has no type that says so may be text and is searched like it, and may be anything.
  return !isKnownText(part) || isUnknownCharset(part.bytes, part.charset);
}

/** Pictures that are in the text are part of its looks; others are sent to be looked at. */
function isLooks({ type, filename, attached, headers }: MimePart): boolean {
  const isPicture =
    PICTURE.test(type) || /\.(?:png|jpe?g|gif|webp|bmp|tiff?|heic|ico|woff2?)$/i.test(filename ?? '');
  return isPicture && (!attached || headerValues(headers, 'Content-ID').length > 0);
}

function isText(part: MimePart): boolean {
  if (part.opened || isKnownText(part)) return true;
  const start = part.bytes.subarray(0, 1_000);
  const isBinary = start.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
  return !isBinary && part.type === 'application/octet-stream';
}

function isKnownText({ bytes, filename = '', type }: MimePart): boolean {
  const isPdf = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '%PDF';
  return !isPdf && (TEXT_TYPE.test(type) || TEXT_FILE.test(filename));
}

import { decodeText } from './charset.ts';
import { decodeHeader, headerValues, parseHeaders } from './headers.ts';
import type { HeaderLine } from '../mailbox.ts';
import { decodeBase64 } from './decode-base64.ts';

/**
 * Takes MIME apart in linear time.
 *
 * postal-mime, which decodes our headers, is not used for bodies: it needs 2 s for 5 MB of plain lines and a minute
 * for 5 MB of line breaks (measured with 4.0.0), and it joins the parts that have to be looked at one by one.
 */
export interface MimePart {
  readonly headers: readonly HeaderLine[];
  /** Lower case, without parameters; `text/plain` where none is given. */
  readonly type: string;
  readonly filename: string | undefined;
  readonly attached: boolean;
  readonly bytes: Uint8Array;
  /** A nested message whose header block this is and whose parts follow. */
  readonly opened: boolean;
  readonly charset: string | undefined;
  readonly messageDepth: number;
}

/** Limits that no real mail reaches; what lies beyond is handed over undivided, so that it is still searched. */
const PARTS_MOST = 200;
const DEPTH_MOST = 12;
/** Header blocks of parts are looked at up to this length. */
const PART_HEADERS_MOST = 64_000;

export interface MimeParts {
  readonly parts: MimePart[];
  /** False where it is divided farther than the limits allow, so that something may be hidden in it. */
  complete: boolean;
}

/** Takes a message apart. Never throws: what is not MIME comes back as one text part. */
export function mimeParts(message: Uint8Array): Readonly<MimeParts> {
  const walk: MimeParts = { parts: [], complete: true };
  visit(Buffer.from(message.buffer, message.byteOffset, message.byteLength), 0, 0, walk);
  return walk;
}

/** The end of the header block: offset of the blank line's successor, and of the block itself. */
export function splitMessage(message: Uint8Array): { readonly headers: string; readonly body: Buffer } {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const blank = /^\r?\n|\n\r?\n/.exec(bytes.toString('latin1'));
  const end = blank?.index ?? bytes.length;
  return { headers: bytes.toString('utf8', 0, end), body: bytes.subarray(end + (blank?.[0].length ?? 0)) };
}

function visit(entity: Buffer, depth: number, messageDepth: number, walk: MimeParts): void {
  const { headers: block, body } = splitMessage(entity);
  const headers = parseHeaders(block.slice(0, PART_HEADERS_MOST));
  const contentType = parameters(headerValues(headers, 'Content-Type')[0] ?? 'text/plain');
  const disposition = parameters(headerValues(headers, 'Content-Disposition')[0] ?? '');
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(contentType.value) ? contentType.value : 'text/plain';
  const boundary = contentType.params.get('boundary');
  const divisible = depth < DEPTH_MOST && walk.parts.length < PARTS_MOST;

  if (divisible && type.startsWith('multipart/') && boundary !== undefined && boundary !== '') {
    const sections = splitMultipart(body, boundary, walk);
    if (sections.length > 0) {
      for (const section of sections) visit(section, depth + 1, messageDepth, walk);
      return;
    }
  }
  if (!divisible && (type.startsWith('multipart/') || type === 'message/rfc822')) walk.complete = false;
  const filename = disposition.params.get('filename') ?? contentType.params.get('name');
  const bytes = decodeTransfer(body, headerValues(headers, 'Content-Transfer-Encoding')[0] ?? '');
  const isMessage = type === 'message/rfc822' || type === 'message/global' || /\.eml$/i.test(filename ?? '');
  const opened = divisible && isMessage;
  walk.parts.push({
    headers,
    type,
    filename: filename === undefined ? undefined : decodeHeader(filename),
    attached:
      disposition.value === 'attachment' || (filename !== undefined && disposition.value !== 'inline'),
    // Of a message that is taken apart only the header block is kept here: the rest follows as parts of its own.
    bytes: opened ? Buffer.from(splitMessage(bytes).headers.slice(0, PART_HEADERS_MOST)) : bytes,
    opened,
    charset: contentType.params.get('charset'),
    messageDepth,
  });
  if (opened) visit(bytes, depth + 1, messageDepth + 1, walk);
}

/** The sections between delimiter lines (RFC 2046, 5.1.1); the rest after PARTS_MOST stays one section. */
function splitMultipart(body: Buffer, boundary: string, walk: MimeParts): readonly Buffer[] {
  const text = body.toString('latin1');
  const mark = `--${Buffer.from(boundary).toString('latin1').replace(/\W/g, '\\$&')}`;
  const delimiter = new RegExp(`${mark}(?<=(?:^|\\n)${mark})(--)?[ \\t\\r]*(?:\\n|$)`, 'g');
  const sections: Buffer[] = [];
  const unseen: Buffer[] = [];
  let start: number | undefined;
  for (const { index, 0: line, 1: closing } of text.matchAll(delimiter)) {
    if (start === undefined) unseen.push(...preambleOf(body.subarray(0, index)));
    // The line break before a delimiter belongs to it.
    else sections.push(body.subarray(start, Math.max(start, index - (text[index - 2] === '\r' ? 2 : 1))));
    start = index + line.length;
    if (closing !== undefined) {
      // What follows the closing delimiter is shown by no reader, but it is searched like the rest.
      if (body.length - start > 4) unseen.unshift(unshown(body.subarray(start)));
      return [...sections, ...unseen];
    }
    if (sections.length < PARTS_MOST) continue;
    walk.complete = false;
    break;
  }
  return start === undefined ? [] : [...sections, body.subarray(start), ...unseen];
}

function preambleOf(text: Buffer): readonly Buffer[] {
  const usual = /^\s{0,4}(?:This is a multi-?part message[^\n]{0,60}\s{0,8})?$/i;
  return usual.test(text.subarray(0, 100).toString('latin1')) ? [] : [unshown(text)];
}

function unshown(text: Buffer): Buffer {
  return Buffer.concat([Buffer.from('Content-Disposition: attachment\n\n'), text]);
}

function decodeTransfer(body: Buffer, encoding: string): Buffer {
  const name = /[a-z0-9-]+/.exec(encoding.toLowerCase())?.[0] ?? '';
  if (name === 'base64') return decodeBase64(body);
  if (name === 'quoted-printable') return unescaped(body, QUOTED);
  return body;
}

/** Puts bytes for escapes in hexadecimal digits, the first group of the pattern; other matches are left out. */
function unescaped(body: Buffer, escape: RegExp): Buffer {
  const text = body
    .toString('latin1')
    .replace(escape, (_, hex?: string) =>
      hex === undefined ? '' : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(text, 'latin1');
}

/** RFC 2045, 6.7: escapes and soft breaks; what is neither stays as it is. */
const QUOTED = /=(?:([0-9a-f]{2})|[ \t\r]*(?:\n|$))/gi;
/** RFC 2231, 4. */
const PERCENT = /%([0-9a-f]{2})/gi;

/** A quoted string that is no value, to be passed over, or a parameter with the number and the mark of RFC 2231 and its value. */
const PARAMETER =
  /"(?:[^"\\]|\\.)*"?|;\s*([^\s*=;"]+)(?:\*(\d{1,3}))?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^\s;(]*))/gs;

/** A structured header: first value in lower case, and its parameters; the first of doubles wins. */
function parameters(header: string): {
  readonly value: string;
  readonly params: ReadonlyMap<string, string>;
} {
  const params = new Map<string, string>();
  const sections = new Map<string, Section[]>();
  for (const [, key, number, extended, quoted, bare = ''] of header.slice(0, 8_000).matchAll(PARAMETER)) {
    if (key === undefined) continue;
    const name = key.toLowerCase();
    const written = quoted?.replaceAll('\\', '') ?? bare;
    if (number === undefined && extended === undefined) {
      if (!params.has(name)) params.set(name, written);
    } else {
      const section = { number: Number(number ?? 0), written, isExtended: extended !== undefined };
      sections.set(name, [...(sections.get(name) ?? []), section]);
    }
  }
  // Whoever writes both means the extended one for those who can read it (RFC 6266, 4.3).
  for (const [name, of] of sections) {
    if (name === 'filename' || name === 'name' || !params.has(name)) params.set(name, joined(of));
  }
  const value = (header.split(';', 1)[0] ?? '').replace(/\([^()]{0,200}\)/g, '').trim();
  return { value: value.toLowerCase(), params };
}

/** A part of a parameter's value (RFC 2231, 3 and 4): `filename*0*=UTF-8''M%C3; filename*1*=%A4rz.pdf`. */
interface Section {
  readonly number: number;
  readonly written: string;
  readonly isExtended: boolean;
}

/** The sections in their order, decoded as one: a character may be divided between two of them. */
function joined(sections: readonly Section[]): string {
  const inOrder = sections.toSorted((one, other) => one.number - other.number);
  let charset: string | undefined;
  const bytes = inOrder.map(({ written, isExtended }, at) => {
    if (!isExtended) return Buffer.from(written);
    const [, named, rest = written] =
      (at === 0 ? /^([\w-]{0,40})'[\w-]{0,40}'(.*)$/s.exec(written) : null) ?? [];
    charset ??= named;
    return unescaped(Buffer.from(rest), PERCENT);
  });
  return decodeText(Buffer.concat(bytes), charset);
}

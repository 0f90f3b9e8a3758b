import { decodeText, isUnknownCharset } from './charset.ts';
import { decodeHeader, headerValues, parseHeaders } from './headers.ts';
import { mimeParts, type MimePart, type MimeParts } from './mime.ts';
import type { MailPart } from '../understanding.ts';
import { inflatedStreams, unpack, type Allowance, type PackedFile } from './unpack.ts';

/** The texts in the parts of a mail, those of its attached files and archives too. */
export interface OpenedParts {
  readonly parts: readonly MailPart[];
  /** False where the mail is divided farther than the limits allow. */
  readonly complete: boolean;
  /** A file is among them that could not be looked into. */
  readonly sealed: boolean;
}

/** Files that are text in disguise or openly: all of them are searched, none is shown. */
const TEXT_FILE = /\.(?:txt|html?|xhtml|eml|ics|csv|tsv|json|xml|md|log|rtf|svg|mht|mhtml|vcf|url|webloc)$/i;
const TEXT_TYPE =
  /^(?:text\/|message\/|multipart\/|application\/(?:json|[\w.-]+\+json|xml|[\w.-]+\+xml|rtf|ics)|image\/svg)/;
const PICTURE = /^(?:image|audio|video|font)\//;
/** A signature beside the mail: nothing to read in it. */
const SIGNATURE = /^application\/(?:x-)?(?:pkcs7|pgp)-signature$/;
/** Most bytes that archives and PDF streams of one mail may unpack to; what is beyond stays sealed. */
const MAX_UNPACKED = 4_000_000;
/** Archives in archives. */
const MAX_LEVELS = 4;
/** How much of a file of an unknown kind is searched for words. */
const MAX_BINARY = 1_000_000;

interface Work {
  readonly allowance: Allowance;
  sealed: boolean;
}

/** Opens every part, and the files packed in them as far as the limits reach. Never throws. */
export function openParts({ parts, complete }: MimeParts): OpenedParts {
  const work: Work = { allowance: { bytes: MAX_UNPACKED }, sealed: false };
  const opened = parts.flatMap((part) => openPart(part, work, 0));
  return { parts: opened, complete, sealed: work.sealed };
}

function openPart(part: MimePart, work: Work, level: number): readonly MailPart[] {
  const depth = part.messageDepth;
  if (part.opened) {
    const content = interestingHeaders(decodeText(part.bytes, part.charset));
    return [{ kind: 'attachment', content, depth }];
  }
  const html = part.type === 'text/html' || /\.x?html?$/i.test(part.filename ?? '');
  const shown = depth === 0 && !part.attached && (html || part.type === 'text/plain');
  const kind = shown ? (html ? 'html' : 'text') : 'attachment';
  const name = part.filename ?? '';
  const file = { name, bytes: part.bytes };
  const texts = [...openFile(file, part, work, level), ...openMessage(part, work, level)];
  return [...texts, ...(name === '' ? [] : [name])].map((content, at) => ({
    kind: at === 0 && texts.length > 0 ? kind : 'attachment',
    content,
    depth,
  }));
}

/** A message or a saved web page that is not declared as one. */
function openMessage({ bytes, messageDepth }: MimePart, work: Work, level: number): readonly string[] {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4_000)).toString(
    'latin1',
  );
  const isMessage =
    /^[\w-]+:[^\n]/.test(start) && /^(?:mime-version|content-type|content-transfer-encoding):/im.test(start);
  if (!isMessage || level >= MAX_LEVELS || messageDepth > MAX_LEVELS) return [];
  const { parts, complete } = mimeParts(bytes);
  if (!complete) work.sealed = true;
  return parts.flatMap((part) => openPart(part, work, level + 1)).map(({ content }) => content);
}

type FileType = Pick<MimePart, 'type' | 'charset' | 'headers' | 'attached'>;

/** The texts in a file, markup and all. */
function openFile(file: PackedFile, part: FileType, work: Work, level: number): readonly string[] {
  const { bytes, name } = file;
  const packed = level < MAX_LEVELS ? unpack(file, work.allowance) : undefined;
  if (packed !== undefined) {
    if (!packed.complete) work.sealed = true;
    return packed.files.flatMap((inner) => openPacked(inner, work, level + 1));
  }
  if (isText(file, part)) {
    if (isUnknownCharset(bytes, part.charset)) work.sealed = true;
    return [decodeText(bytes, part.charset)];
  }
  if (SIGNATURE.test(part.type) || bytes.length === 0) return [];
  const picture =
    PICTURE.test(part.type) || /\.(?:png|jpe?g|gif|webp|bmp|tiff?|heic|ico|woff2?)$/i.test(name);
  if (!picture || isFile(part)) work.sealed = true;
  if (picture) return [];
  if (isPdf(bytes)) {
    return [bytes, ...inflatedStreams(bytes, work.allowance)].map((each) => linksOnly(each)).filter(Boolean);
  }
  return [wordsIn(bytes)].filter(Boolean);
}

function openPacked(inner: PackedFile, work: Work, level: number): readonly string[] {
  if (/\.eml$/i.test(inner.name)) {
    const { parts, complete } = mimeParts(inner.bytes);
    if (!complete) work.sealed = true;
    return parts.flatMap((part) => openPart(part, work, level)).map(({ content }) => content);
  }
  const type = { type: 'application/octet-stream', charset: undefined, headers: [], attached: true };
  return [inner.name, ...openFile(inner, type, work, level)];
}

/** What a reader sees above a nested message. */
function interestingHeaders(block: string): string {
  const headers = parseHeaders(block);
  return ['From', 'To', 'Subject']
    .flatMap((name) => headerValues(headers, name).map((value) => `${name}: ${decodeHeader(value)}\n`))
    .join('');
}

/** Pictures that stand in the text are part of its looks; others are sent to be looked at. */
function isFile({ attached, headers }: FileType): boolean {
  return attached && headerValues(headers, 'Content-ID').length === 0;
}

function isText({ bytes, name }: PackedFile, { type }: FileType): boolean {
  if (isPdf(bytes)) return false;
  if (TEXT_TYPE.test(type) || TEXT_FILE.test(name)) return true;
  if (PICTURE.test(type)) return false;
  const start = bytes.subarray(0, 1_000);
  const marked = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  const controls = start.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
  return marked || controls.length === 0;
}

function isPdf(bytes: Uint8Array): boolean {
  return bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
}

/** The links of a file whose words are written in glyphs. */
function linksOnly(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return [...text.matchAll(/https?:[^\s<>()"\u0080-\uffff]{4,2000}/gi)].map(([link]) => link).join('\n');
}

/** Runs of letters in a file of an unknown kind, one byte a character or two: old office documents and Outlook's own files. */
function wordsIn(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, MAX_BINARY)).toString(
    'latin1',
  );
  const narrow = [...text.matchAll(/[\t\n\r\u0020-\u007e]{12,}/g)].map(([run]) => run);
  const wide = [...text.matchAll(/(?:[\t\n\r\u0020-\u007e]\0){12,}/g)].map(([run]) =>
    run.replaceAll('\0', ''),
  );
  return [...narrow, ...wide].join('\n');
}

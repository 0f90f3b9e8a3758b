import { decodeText } from './charset.ts';
import { percentDecode } from './links.ts';
import { decodeQuotedPrintable } from './mime.ts';
import type { MailPart } from '../understanding.ts';

/** Most encoded blocks that are opened in one part. */
const MAX_BLOCKS = 200;

/**
 * A part, and what any tool makes of it that opens what is encoded once more than the headers say: as text of calendar
 * entries, JSON or rich text, and of blocks in base64 or uuencode.
 */
export function withDecoded(part: MailPart): readonly MailPart[] {
  const decoded = DECODINGS.flatMap((decode) => decode(part.content)).filter((text) => text !== '');
  return [part, ...decoded.map((content): MailPart => ({ ...part, kind: 'attachment', content }))];
}

const DECODINGS: readonly ((content: string) => readonly string[])[] = [
  quotedPrintable,
  base64Whole,
  base64Blocks,
  calendar,
  json,
  richText,
  uuencoded,
  dataUrls,
];

function quotedPrintable(content: string): readonly string[] {
  if (!content.includes('=') || !/=3D|=\r?\n|(?:=[0-9A-F]{2}){3}/i.test(content)) return [];
  return [decodeQuotedPrintable(Buffer.from(content)).toString('utf8')];
}

/** One line of base64 longer than this is no mail's. */
const MAX_BASE64_LINE = 100_000;

function base64Whole(content: string): readonly string[] {
  if (content.length < 40 || !/^[A-Za-z0-9+/\s]{40}/.test(content)) return [];
  if (content.length > MAX_BASE64_LINE && !/^[^\n]{1,1000}\n/.test(content)) return [];
  if (!/^[A-Za-z0-9+/\s]+=*\s*$/.test(content) || content.includes('  ')) return [];
  return [decodeText(Buffer.from(content, 'base64'), undefined)].filter(isWords);
}

/** Text, as far as its beginning shows, and not what becomes of words that were no base64. */
function isWords(text: string): boolean {
  const start = text.slice(0, 2_000);
  const odd = Array.from(start).filter((char) => char === '\ufffd' || char < '\t' || isControl(char));
  return odd.length * 20 < start.length;
}

/** Behind white space and the shifts between charsets (SO, SI, ESC), which stand in words too. */
function isControl(char: string): boolean {
  return char > '\u000f' && char < ' ' && char !== '\u001b';
}

/** Lines of base64 below other lines, as in a quoted message or one that was divided wrongly. */
function base64Blocks(content: string): readonly string[] {
  const found = content.matchAll(
    /(?:^|\n)((?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]{0,76}={0,2})(?=\s|$)/g,
  );
  return [...found]
    .slice(0, MAX_BLOCKS)
    .map(([, block]) => decodeText(Buffer.from(block ?? '', 'base64'), undefined))
    .filter(isWords);
}

/** Calendar entries and cards fold long lines and escape breaks (RFC 5545, 3.1 and 3.3.11; RFC 6350). */
function calendar(content: string): readonly string[] {
  if (!/^\s{0,9}BEGIN:V/i.test(content.slice(0, 100)) && !content.includes('BEGIN:V')) return [];
  return [
    content
      .replace(/\r?\n[ \t]/g, '')
      .replace(/\\n/gi, '\n')
      .replace(/\\([,;\\])/g, '$1'),
  ];
}

/** Escapes of JSON strings and scripts (RFC 8259, 7). */
function json(content: string): readonly string[] {
  if (!content.includes('\\') || !/\\(?:\/|u[0-9a-f]{4}|x[0-9a-f]{2})/i.test(content)) return [];
  return [
    content
      .replaceAll('\\/', '/')
      .replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_, wide?: string, narrow?: string) =>
        String.fromCharCode(Number.parseInt(wide ?? narrow ?? '0', 16)),
      )
      .replace(/\\[nrt]/g, '\n'),
  ];
}

/** Text without the control words of RTF; breaks stay, characters written as numbers become plain. */
function richText(content: string): readonly string[] {
  if (!content.startsWith('{\\rtf')) return [];
  return [
    content
      .replace(/\r?\n/g, '')
      .replace(/\\u(\d{1,5}) ?\??/g, (_, code: string) => String.fromCharCode(Number(code)))
      .replace(/\\'([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\\(?:par|line|cell|row|tab)\b ?/g, '\n')
      .replace(/\\[a-z]{1,32}-?\d{0,10} ?/gi, '')
      .replace(/[{}]|\\[*~_-]/g, ''),
  ];
}

/** Blocks as Unix mail programs and Outlook put files into the text. */
function uuencoded(content: string): readonly string[] {
  const texts: string[] = [];
  if (!content.includes('begin')) return texts;
  for (const start of content.matchAll(/^begin(?:-base64)? [0-7]{3,4} [^\r\n]{1,200}\r?\n/gm)) {
    if (texts.length >= MAX_BLOCKS) break;
    const from = start.index + start[0].length;
    const end = content.indexOf('\nend', from);
    const block = content.slice(from, end < 0 ? undefined : end);
    const isBase64 = start[0].startsWith('begin-base64');
    texts.push(isBase64 ? Buffer.from(block, 'base64').toString('utf8') : uudecode(block));
    if (end < 0) break;
  }
  return texts;
}

function uudecode(block: string): string {
  const bytes = Buffer.alloc(block.length + 3);
  let length = 0;
  for (const line of block.split(/\r?\n/)) {
    const end = length + sixBits(line, 0);
    for (let at = 1; at < line.length && length < end; at += 4) {
      const three =
        (sixBits(line, at) << 18) |
        (sixBits(line, at + 1) << 12) |
        (sixBits(line, at + 2) << 6) |
        sixBits(line, at + 3);
      for (let shift = 16; shift >= 0 && length < end; shift -= 8) bytes[length++] = (three >> shift) & 255;
    }
  }
  return bytes.toString('utf8', 0, length);
}

/** What a character of uuencode stands for; 0 behind the end of the line. */
function sixBits(line: string, at: number): number {
  return (line.charCodeAt(at) - 32) & 63;
}

/** Documents that are written into a link (RFC 2397). */
function dataUrls(content: string): readonly string[] {
  if (!/data:/i.test(content)) return [];
  const found = content.matchAll(
    /data:(?:text|application|image\/svg)[\w/+.-]{0,60}((?:;[\w=-]{1,40}){0,4}),([^\s"'<>)]+)/gi,
  );
  return [...found].slice(0, MAX_BLOCKS).map(([, options = '', document = '']) => {
    const plain = percentDecode(document);
    return /;base64$/i.test(options) ? Buffer.from(plain, 'base64').toString('utf8') : plain;
  });
}

import { decodeWords } from 'postal-mime';
import type { HeaderLine } from '../mailbox.ts';

/** Longest header value that is looked into; ten thousand recipients fit, an endless line does not. */
const VALUE_MOST = 1_000_000;
/** Most header lines that are kept of one block; real mail has about a hundred. */
const LINES_MOST = 2_000;

/**
 * A header block as lines, top first: folded lines joined, values trimmed and not decoded.
 *
 * Only space and tab continue a line (RFC 5322, 2.2.3), and a lone carriage return ends none: else a sender could write
 * a header of Exchange's into one of their own. A line without a colon, or with anything but printable ASCII
 * before it, is no header and is left out, so that it cannot pass for one.
 */
export function parseHeaders(block: string): readonly HeaderLine[] {
  const lines: { name: string; pieces: string[] }[] = [];
  for (const ended of block.split('\n')) {
    const raw = ended.endsWith('\r') ? ended.slice(0, -1) : ended;
    const last = lines.at(-1);
    if (raw.startsWith(' ') || raw.startsWith('\t')) {
      last?.pieces.push(raw);
      continue;
    }
    const colon = raw.indexOf(':');
    const name = colon > 0 ? raw.slice(0, colon).trimEnd() : '';
    if (!/^[!-9;-~]{1,255}$/.test(name)) continue;
    if (lines.length >= LINES_MOST) break;
    lines.push({ name, pieces: [raw.slice(colon + 1)] });
  }
  return lines.map(({ name, pieces }) => ({ name, value: pieces.join('').slice(0, VALUE_MOST).trim() }));
}

export function headerValues(lines: readonly HeaderLine[], name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return lines
    .filter(({ name: found }) => found.length === wanted.length && found.toLowerCase() === wanted)
    .map(({ value }) => value);
}

/** RFC 2047 encoded words of a header value, decoded; the text as it is where they are broken. */
export function decodeHeader(value: string): string {
  return value.includes('=?') ? decodeWords(value.slice(0, 20_000)) : value;
}

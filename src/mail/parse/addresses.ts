import { headerValues, decodeHeader } from './headers.ts';
import type { HeaderLine, MailAddress } from '../mailbox.ts';

/** One entry of an address list, in the pieces that a reader tells apart. */
interface Entry {
  /** What is before the first angle bracket, quotation marks still in it. */
  phrase: string;
  readonly angles: string[];
  trailing: string;
  readonly comments: string[];
}

/**
 * The addresses of an address-list header (RFC 5322, 3.4), groups opened, display names decoded.
 *
 * Stricter than a mail client where it protects, laxer where nobody is harmed: every angle bracket of an entry and every address
 * behind one counts, since clients differ in which of them they show; a piece without an address, as an unquoted comma in a name
 * leaves it, is nobody; an address in a display name, a quoted string, a comment or an encoded word is only a name (RFC 2047, 5).
 */
export function parseAddresses(value: string): readonly MailAddress[] {
  let before = '';
  return entriesOf(value).flatMap(({ phrase, angles, trailing, comments }) => {
    const addresses = angles.length === 0 ? bareAddresses(phrase) : [...angles, ...bareAddresses(trailing)];
    if (addresses.length === 0 && phrase.trim() !== '') before += `${phrase},`;
    if (addresses.length === 0) return [];
    const name = angles.length === 0 ? decodeHeader(comments.join(' ')).trim() : nameOf(before + phrase);
    before = '';
    return addresses.map((address) => ({ name, address: withoutNeedlessQuotes(address) }));
  });
}

/** The addresses in every header of a name. */
export function addressesOf(headers: readonly HeaderLine[], name: string): readonly string[] {
  return headerValues(headers, name).flatMap((value) => parseAddresses(value).map(({ address }) => address));
}

/**
 * Everybody whom a mail names as its writer: the addresses of all From lines, and the one that Exchange shows where that is of
 * another domain. No doubles.
 */
export function sendersOf(
  headers: readonly HeaderLine[],
  shown: MailAddress | undefined,
): readonly MailAddress[] {
  const named = headerValues(headers, 'From').flatMap(parseAddresses);
  const domains = new Set(named.map(({ address }) => domainOf(address)));
  const isAnother = shown?.address.includes('@') === true && !domains.has(domainOf(shown.address));
  const everybody = isAnother ? [...named, shown] : named;
  return [...new Map(everybody.map((sender) => [sender.address.toLowerCase(), sender])).values()];
}

/** The first of them, and how many more there are. */
export function listed(addresses: readonly string[], most: number): string {
  const more = addresses.length - most;
  return addresses.slice(0, most).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** What is behind the last `@`, lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function entriesOf(value: string): readonly Entry[] {
  const entries: Entry[] = [];
  let entry: Entry = { phrase: '', angles: [], trailing: '', comments: [] };
  const add = (text: string): void => {
    if (entry.angles.length === 0) entry.phrase += text;
    else entry.trailing += text;
  };
  for (const [piece = ''] of withoutLooseMarks(value).matchAll(PIECE)) {
    if (piece === ',' || piece === ';') {
      entries.push(entry);
      entry = { phrase: '', angles: [], trailing: '', comments: [] };
    } else if (piece === ':' && entry.angles.length === 0) {
      // The name of a group; what was before it is nobody's address.
      entry.phrase = '';
    } else if (piece.startsWith('<')) {
      const address = piece.replace(/^<\s*|\s*>?$/g, '');
      if (address.includes('@')) entry.angles.push(address);
    } else if (piece.startsWith('(') && piece.endsWith(')')) entry.comments.push(piece.slice(1, -1));
    else add(piece);
  }
  return [...entries, entry];
}

/** A quoted string, a comment (nested once), an angle bracket, a mark that parts, or text up to the next of them. */
const PIECE =
  /"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.|\([^()]*\))*\)|<[^<>]*>?|[,;:]|(?:\\.|[^"(<,;:\\])+|["(\\]/gs;

/** Quotation marks and brackets that are left open say nothing: every address counts. */
function withoutLooseMarks(value: string): string {
  const unquoted = value.replace(/\\./gs, '').replace(/"[^"]*"/g, '');
  const isLoose = unquoted.includes('"') || unquoted.split('(').length !== unquoted.split(')').length;
  return isLoose ? value.replace(/["()\\]/g, ' ') : value;
}

function bareAddresses(text: string): readonly string[] {
  return [...text.matchAll(/(?:"(?:[^"\\]|\\.)*"|\\.|[^\s"<>\\])+/gs)].flatMap(([word]) =>
    word.replace(/"(?:[^"\\]|\\.)*"/gs, '').includes('@') ? [word] : [],
  );
}

/** Quotation marks around a local part that needs none are no part of it (RFC 5321, 4.1.2). */
function withoutNeedlessQuotes(address: string): string {
  return address.replace(/^"([\w.+=-]+)"(?=@)/, '$1');
}

function nameOf(phrase: string): string {
  const words = phrase.replace(/"((?:[^"\\]|\\.)*)"/gs, (_, inner: string) => inner.replace(/\\(.)/gs, '$1'));
  return decodeHeader(words).replace(/\s+/g, ' ').trim();
}
